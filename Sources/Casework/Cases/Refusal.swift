// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Why the law or the state of a dossier does not allow a command: a value with a name and a sentence, never a crash.
package enum Refusal: Error, Hashable, Sendable {
    case alreadyFiled
    case notFiled
    case changedMeanwhile
    case notInThisStatus(CommandKind, DossierStatus)
    case notYourRole
    case notYourDossier
    case assignedToAnother(String)
    case stepDoesNotPermit(CommandKind)
    case useOtherCommand(CommandKind)
    case reasonRequired
    case legalGroundRequired
    case itemsRequired
    case nothingSupplemented
    case invalidAnswers([FieldError])
    case papersMissing([FieldError])
    case secondSupplementNeedsHead
    case supplementWindowClosed
    case extendedAlready
    case extensionTooLate
    case extensionNotLater
    case resultExists
    case resultFileMissing
    case documentNumberRequired
    case receiverRequired
    case wrongDelivery
    case paymentAmountInvalid
    case paymentAmountDiffers(expected: Money)
    case consultationUnknown
    case consultationAnswered
    case consultationOpen
    case deadlineInThePast
    case assigneeOutsideUnit
    case refusedForGood
    case alreadyRated
    case ratingOutOfRange
    case notAcceptedBefore
}

extension Refusal {
    /// The stable name machines see.
    package var code: String { words.code }
    /// The sentence people see: what happened, why, what to do.
    package var sentence: Phrase { words.sentence }

    /// Problems of single fields, where there are some.
    package var fields: [FieldError] {
        switch self {
        case .invalidAnswers(let errors), .papersMissing(let errors): errors
        default: []
        }
    }

    private var words: (code: String, sentence: Phrase) {
        switch self {
        case .alreadyFiled:
            ("already_filed", Phrase(vi: "Hồ sơ này đã được nộp.", en: "This dossier has already been filed."))
        case .notFiled:
            ("not_filed", Phrase(vi: "Hồ sơ chưa được nộp.", en: "The dossier has not been filed yet."))
        case .changedMeanwhile:
            (
                "changed_meanwhile",
                Phrase(
                    vi: "Người khác vừa xử lý hồ sơ này. Hãy xem lại nội dung mới rồi làm tiếp.",
                    en: "Somebody else has just worked on this dossier. Look at what is new, then go on.")
            )
        case .notInThisStatus(let command, let status):
            (
                "not_in_this_status",
                Phrase(
                    vi: "Không thể “\(command.name.vi)” khi hồ sơ đang ở trạng thái “\(status.name.vi)”.",
                    en: "“\(command.name.en)” is not possible while the dossier is “\(status.name.en)”.")
            )
        case .notYourRole:
            (
                "not_your_role",
                Phrase(
                    vi: "Bước này do vị trí khác thực hiện. Tài khoản của bạn không giữ vị trí đó tại đơn vị đang xử lý.",
                    en: "Another post does this step. Your account does not hold that post at the unit in charge.")
            )
        case .notYourDossier:
            ("not_your_dossier", Phrase(vi: "Hồ sơ này không phải của bạn.", en: "This dossier is not yours."))
        case .assignedToAnother(let name):
            (
                "assigned_to_another",
                Phrase(
                    vi: "Hồ sơ đang được giao cho \(name). Lãnh đạo đơn vị có thể phân công lại.",
                    en: "The dossier is assigned to \(name). The head of the unit can reassign it.")
            )
        case .stepDoesNotPermit(let command):
            (
                "step_does_not_permit",
                Phrase(
                    vi: "Quy trình nội bộ không cho phép “\(command.name.vi)” ở bước này.",
                    en: "The internal process does not permit “\(command.name.en)” at this step.")
            )
        case .useOtherCommand(let command):
            (
                "use_other_command",
                Phrase(vi: "Ở bước này hãy dùng “\(command.name.vi)”.", en: "At this step use “\(command.name.en)”.")
            )
        case .reasonRequired:
            ("reason_required", Phrase(vi: "Hãy ghi rõ lý do.", en: "Give the reason."))
        case .legalGroundRequired:
            ("legal_ground_required", Phrase(vi: "Hãy ghi căn cứ pháp lý.", en: "Name the legal ground."))
        case .itemsRequired:
            ("items_required", Phrase(vi: "Hãy liệt kê từng giấy tờ hoặc nội dung cần bổ sung.", en: "List each paper or point to be added."))
        case .nothingSupplemented:
            (
                "nothing_supplemented",
                Phrase(
                    vi: "Chưa có nội dung bổ sung nào. Hãy đính kèm giấy tờ, sửa thông tin hoặc ghi giải trình.",
                    en: "Nothing was added. Attach papers, correct answers or write an explanation.")
            )
        case .invalidAnswers:
            ("invalid_answers", Phrase(vi: "Một số câu trả lời cần sửa.", en: "Some answers need to be corrected."))
        case .papersMissing:
            ("papers_missing", Phrase(vi: "Còn thiếu giấy tờ phải nộp.", en: "Papers that must be filed are missing."))
        case .secondSupplementNeedsHead:
            (
                "second_supplement_needs_head",
                Phrase(
                    vi: "Chỉ được yêu cầu bổ sung một lần. Lần tiếp theo phải do lãnh đạo đơn vị quyết định và ghi lý do.",
                    en: "A supplement may be asked for once only. A further request must come from the head of the unit, with a reason.")
            )
        case .supplementWindowClosed:
            (
                "supplement_window_closed",
                Phrase(
                    vi: "Đã quá thời hạn được yêu cầu bổ sung kể từ ngày tiếp nhận. Lãnh đạo đơn vị phải quyết định và ghi lý do.",
                    en: "The time in which papers may be asked for is over. The head of the unit must decide, with a reason.")
            )
        case .extendedAlready:
            ("extended_already", Phrase(vi: "Chỉ được hẹn lại một lần.", en: "The date may be re-appointed once only."))
        case .extensionTooLate:
            (
                "extension_too_late",
                Phrase(
                    vi: "Phải xin lỗi và hẹn lại trước khi hết hạn ít nhất 01 ngày.",
                    en: "The apology must be sent at least one day before the time limit ends.")
            )
        case .extensionNotLater:
            ("extension_not_later", Phrase(vi: "Ngày hẹn lại phải sau ngày hẹn cũ.", en: "The new date must be later than the old one."))
        case .resultExists:
            (
                "result_exists",
                Phrase(vi: "Đã có kết quả giải quyết nên không thể rút hồ sơ.", en: "A result exists, so the dossier can no longer be withdrawn.")
            )
        case .resultFileMissing:
            (
                "result_file_missing",
                Phrase(
                    vi: "Người dân nhận bản điện tử: hãy đính kèm tệp kết quả.",
                    en: "The applicant receives the result online: attach the result file.")
            )
        case .documentNumberRequired:
            ("document_number_required", Phrase(vi: "Hãy nhập số, ký hiệu văn bản.", en: "Enter the document's number and symbol."))
        case .receiverRequired:
            ("receiver_required", Phrase(vi: "Hãy ghi họ tên người nhận kết quả.", en: "Name the person who receives the result."))
        case .wrongDelivery:
            ("wrong_delivery", Phrase(vi: "Cách trả này không dùng được cho hồ sơ.", en: "This way of returning does not fit the dossier."))
        case .paymentAmountInvalid:
            ("payment_amount_invalid", Phrase(vi: "Số tiền phải lớn hơn 0.", en: "The amount must be more than 0."))
        case .paymentAmountDiffers(let expected):
            (
                "payment_amount_differs",
                Phrase(vi: "Số tiền phải nộp là \(expected.spoken).", en: "The amount due is \(expected.spoken).")
            )
        case .consultationUnknown:
            ("consultation_unknown", Phrase(vi: "Không có lượt lấy ý kiến này.", en: "There is no such consultation."))
        case .consultationAnswered:
            ("consultation_answered", Phrase(vi: "Lượt lấy ý kiến này đã được trả lời.", en: "This consultation has been answered."))
        case .consultationOpen:
            (
                "consultation_open",
                Phrase(vi: "Đơn vị này đang được lấy ý kiến và chưa trả lời.", en: "This unit has been consulted and has not answered yet.")
            )
        case .deadlineInThePast:
            ("deadline_in_the_past", Phrase(vi: "Hạn trả lời phải ở tương lai.", en: "The deadline must lie in the future."))
        case .assigneeOutsideUnit:
            (
                "assignee_outside_unit",
                Phrase(vi: "Người được giao không giữ vị trí phù hợp tại đơn vị.", en: "The assignee does not hold a suitable post at the unit.")
            )
        case .refusedForGood:
            ("refused_for_good", Phrase(vi: "Hồ sơ đã kết thúc, không thể tiếp tục.", en: "The dossier is closed and cannot be resumed."))
        case .alreadyRated:
            ("already_rated", Phrase(vi: "Bạn đã đánh giá hồ sơ này.", en: "You have already rated this dossier."))
        case .ratingOutOfRange:
            ("rating_out_of_range", Phrase(vi: "Hãy chọn từ 1 đến 5.", en: "Choose from 1 to 5."))
        case .notAcceptedBefore:
            ("not_accepted_before", Phrase(vi: "Hồ sơ chưa được tiếp nhận.", en: "The dossier has not been accepted yet."))
        }
    }
}
