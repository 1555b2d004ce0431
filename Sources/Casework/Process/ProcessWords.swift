// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension StepRole {
    package var phrase: Phrase {
        switch self {
        case .oneStopOfficer: Phrase(vi: "cán bộ một cửa", en: "one-stop officer")
        case .specialist: Phrase(vi: "chuyên viên", en: "specialist")
        case .head: Phrase(vi: "lãnh đạo", en: "head")
        case .clerk: Phrase(vi: "văn thư", en: "clerk")
        }
    }
}

extension StepKind {
    package var phrase: Phrase {
        switch self {
        case .intake: Phrase(vi: "tiếp nhận", en: "intake")
        case .examine: Phrase(vi: "thẩm định", en: "examination")
        case .approve: Phrase(vi: "phê duyệt", en: "approval")
        case .sign: Phrase(vi: "ký", en: "signing")
        case .number: Phrase(vi: "vào số, đóng dấu", en: "numbering and sealing")
        case .return: Phrase(vi: "trả kết quả", en: "returning the result")
        }
    }

    /// Who may do this kind of work.
    package var roles: Set<StepRole> {
        switch self {
        case .intake, .return: [.oneStopOfficer]
        case .examine: [.specialist, .head]
        case .approve, .sign: [.head]
        case .number: [.clerk]
        }
    }
}

extension StepAct {
    package var phrase: Phrase {
        switch self {
        case .consult: Phrase(vi: "lấy ý kiến", en: "consult")
        case .requestSupplement: Phrase(vi: "yêu cầu bổ sung", en: "ask for a supplement")
        case .requestPayment: Phrase(vi: "yêu cầu nộp tiền", en: "ask for payment")
        case .refuse: Phrase(vi: "từ chối", en: "refuse")
        case .stop: Phrase(vi: "dừng giải quyết", en: "stop")
        }
    }
}
