// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Notices

/// What the applicant is told about an event (NĐ 224/2026 Đ15: every change of state in real time).
enum DossierNotice {
    static func about(_ event: CaseEvent, _ state: CaseState, procedureName: String) -> Notice? {
        let applicant = state.submission.applicant
        guard applicant.account != nil || !applicant.email.isEmpty, let title = title(event, state) else { return nil }
        let code = state.publicCode
        // Without an account one can only look the code up.
        let link = applicant.account == nil ? "/tracking?code=\(code)" : "/me/dossiers/\(code)"
        return Notice(
            account: applicant.account, title: title, body: Phrase("\(procedureName) · \(code)"), advice: advice(event), link: link,
            email: applicant.email)
    }

    /// What the applicant does now, where it is not only to wait.
    private static func advice(_ event: CaseEvent) -> Phrase? {
        switch event {
        case .submitted:
            Phrase(vi: "Chưa cần làm gì thêm: Bộ phận Một cửa đang kiểm tra.", en: "Nothing to do yet: the one-stop desk is checking it.")
        case .accepted: Phrase(vi: "Xem ngày hẹn trả và giấy tiếp nhận.", en: "See the promised date and the receipt.")
        case .rejected, .refused: Phrase(vi: "Xem lý do và việc có thể làm tiếp.", en: "Read the reason and what you can do.")
        case .supplementRequested:
            Phrase(
                vi: "Xem những giấy tờ còn thiếu và gửi bổ sung một lần.", en: "See which papers are missing and send them together.")
        case .paymentRequested: Phrase(vi: "Xem khoản phải nộp và cách nộp.", en: "See what to pay and how.")
        case .resolved: Phrase(vi: "Nhận kết quả theo cách bạn đã chọn.", en: "Get the result the way you chose.")
        case .expired: Phrase(vi: "Nếu vẫn cần, hãy nộp hồ sơ mới.", en: "If you still need it, file again.")
        default: nil
        }
    }

    private static func title(_ event: CaseEvent, _ state: CaseState) -> Phrase? {
        switch event {
        case .submitted: Phrase(vi: "Hồ sơ đã nộp", en: "Dossier filed")
        case .accepted: Phrase(vi: "Hồ sơ đã được tiếp nhận", en: "Dossier accepted")
        case .rejected: Phrase(vi: "Hồ sơ không được tiếp nhận", en: "Dossier not accepted")
        case .supplementRequested(let content):
            Phrase(
                vi: "Cần bổ sung hồ sơ trước \(content.deadline.spoken(.vi))",
                en: "Please complete the dossier before \(content.deadline.spoken(.en))")
        case .paymentRequested(let content):
            Phrase(vi: "Cần nộp \(content.amount.spoken)", en: "Please pay \(content.amount.spoken)")
        case .paymentConfirmed: Phrase(vi: "Đã nhận tiền nộp", en: "Payment received")
        case .extended(let content):
            Phrase(vi: "Cơ quan xin lỗi và hẹn lại \(content.due.spoken(.vi))", en: "The agency apologises; new date \(content.due.spoken(.en))")
        case .stopped: Phrase(vi: "Hồ sơ tạm dừng giải quyết", en: "Processing stopped")
        case .resumed: Phrase(vi: "Hồ sơ được tiếp tục giải quyết", en: "Processing resumed")
        case .refused: Phrase(vi: "Hồ sơ bị từ chối giải quyết", en: "Dossier refused")
        case .resolved: Phrase(vi: "Đã có kết quả", en: "The result is ready")
        case .resultReturned: Phrase(vi: "Đã trả kết quả", en: "Result returned")
        case .expired: Phrase(vi: "Hồ sơ đóng do quá thời hạn chờ", en: "Dossier closed: the waiting time is over")
        case .withdrawn: Phrase(vi: "Hồ sơ đã rút", en: "Dossier withdrawn")
        case .supplemented, .assigned, .stepEntered, .clockStarted, .consulted, .consultationAnswered, .approved, .sentBack, .signed, .numbered,
            .resultDrafted, .rated:
            nil
        }
    }
}
