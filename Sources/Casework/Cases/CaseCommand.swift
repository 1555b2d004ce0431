// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel

/// What somebody wants to do with a dossier.
package enum CaseCommand: Hashable, Sendable {
    case submit(Submission)
    /// `code` is the dossier code taken from the unit's series; `forward` sends it on at once (NĐ 61 Đ18).
    case accept(code: String, note: String, forward: Bool)
    case reject(reason: String, legalGround: String)
    /// Everything missing, asked for at once; a further request needs `override`, the head's reason (NĐ 118 Đ11.2).
    case requestSupplement(items: [String], reason: String, override: String?)
    case supplement(answers: Answers?, files: [AttachedFile], note: String)
    /// The actor the task is given to, with the posts that must allow it.
    case assign(Actor)
    case advance(note: String, result: AttachedFile?)
    case consult(unit: String, question: String, deadline: LocalDateTime)
    case answerConsultation(number: Int, answer: String)
    case handOff(note: String)
    case requestPayment(amount: Money, purpose: String)
    case confirmPayment(amount: Money, reference: String)
    case stop(reason: String)
    case resume(reason: String)
    case extend(due: LocalDateTime, reason: String)
    case approve(note: String)
    case sendBack(reason: String)
    case refuse(reason: String, legalGround: String)
    case sign(note: String)
    case number(documentNumber: String, result: AttachedFile?)
    case returnResult(ResultDelivery, receivedBy: String)
    case withdraw(reason: String)
    case rate(score: Int, comment: String)
    /// The applicant's time to supplement or pay has run out; given by the clock, not by people.
    case expire
}

/// The commands by name, as the API spells them.
package enum CommandKind: String, CaseIterable, Sendable, Hashable, Codable {
    case submit, accept, reject
    case requestSupplement = "request_supplement"
    case supplement, assign, advance, consult
    case answerConsultation = "answer_consultation"
    case handOff = "hand_off"
    case requestPayment = "pay_request"
    case confirmPayment = "confirm_payment"
    case stop, resume, extend, approve
    case sendBack = "send_back"
    case refuse, sign, number
    case returnResult = "return_result"
    case withdraw, rate, expire

    /// The states in which the command may be given (the national list of states); everything else is refused by name.
    package var lawfulStatuses: Set<DossierStatus> {
        switch self {
        case .submit: []
        case .accept, .reject: [.submitted]
        case .requestSupplement: [.submitted, .accepted, .processing]
        case .supplement: [.supplementRequested]
        case .assign, .advance, .handOff, .extend: [.accepted, .processing]
        case .requestPayment: [.accepted, .processing]
        case .answerConsultation: [.processing, .supplementRequested, .paymentRequired]
        case .consult, .stop, .approve, .sendBack, .refuse, .sign, .number: [.processing]
        case .confirmPayment: [.paymentRequired]
        case .resume: [.stopped]
        case .returnResult: [.resolved]
        case .withdraw: [.submitted, .accepted, .processing, .supplementRequested]
        case .rate: [.resolved, .resultReturned]
        case .expire: [.supplementRequested, .paymentRequired]
        }
    }

    package var name: Phrase {
        switch self {
        case .submit: Phrase(vi: "Nộp hồ sơ", en: "File the dossier")
        case .accept: Phrase(vi: "Tiếp nhận", en: "Accept")
        case .reject: Phrase(vi: "Từ chối tiếp nhận", en: "Decline to accept")
        case .requestSupplement: Phrase(vi: "Yêu cầu bổ sung", en: "Ask for a supplement")
        case .supplement: Phrase(vi: "Bổ sung hồ sơ", en: "Supplement")
        case .assign: Phrase(vi: "Phân công", en: "Assign")
        case .advance: Phrase(vi: "Chuyển bước tiếp theo", en: "Move to the next step")
        case .consult: Phrase(vi: "Lấy ý kiến", en: "Consult")
        case .answerConsultation: Phrase(vi: "Trả lời lấy ý kiến", en: "Answer the consultation")
        case .handOff: Phrase(vi: "Chuyển cơ quan", en: "Hand off")
        case .requestPayment: Phrase(vi: "Yêu cầu nộp tiền", en: "Ask for payment")
        case .confirmPayment: Phrase(vi: "Xác nhận đã nộp tiền", en: "Confirm payment")
        case .stop: Phrase(vi: "Dừng giải quyết", en: "Stop")
        case .resume: Phrase(vi: "Tiếp tục giải quyết", en: "Resume")
        case .extend: Phrase(vi: "Xin lỗi và hẹn lại", en: "Apologise and extend")
        case .approve: Phrase(vi: "Phê duyệt", en: "Approve")
        case .sendBack: Phrase(vi: "Trả lại", en: "Send back")
        case .refuse: Phrase(vi: "Từ chối giải quyết", en: "Refuse")
        case .sign: Phrase(vi: "Ký", en: "Sign")
        case .number: Phrase(vi: "Cấp số, ban hành", en: "Number and issue")
        case .returnResult: Phrase(vi: "Trả kết quả", en: "Return the result")
        case .withdraw: Phrase(vi: "Rút hồ sơ", en: "Withdraw")
        case .rate: Phrase(vi: "Đánh giá", en: "Rate")
        case .expire: Phrase(vi: "Hết hạn chờ", en: "Waiting time over")
        }
    }
}

extension CaseCommand {
    package var kind: CommandKind {
        switch self {
        case .submit: .submit
        case .accept: .accept
        case .reject: .reject
        case .requestSupplement: .requestSupplement
        case .supplement: .supplement
        case .assign: .assign
        case .advance: .advance
        case .consult: .consult
        case .answerConsultation: .answerConsultation
        case .handOff: .handOff
        case .requestPayment: .requestPayment
        case .confirmPayment: .confirmPayment
        case .stop: .stop
        case .resume: .resume
        case .extend: .extend
        case .approve: .approve
        case .sendBack: .sendBack
        case .refuse: .refuse
        case .sign: .sign
        case .number: .number
        case .returnResult: .returnResult
        case .withdraw: .withdraw
        case .rate: .rate
        case .expire: .expire
        }
    }
}
