// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Notices

/// What the applicant is told about an event (NĐ 224/2026 Đ15: every change of state in real time).
enum DossierNotice {
    static func about(_ event: CaseEvent, _ state: CaseState, procedureName: String) -> Notice? {
        guard let account = state.submission.applicant.account, let title = title(event, state) else { return nil }
        let code = state.publicCode
        return Notice(account: account, title: title, body: Phrase("\(procedureName) · \(code)"), link: "/me/dossiers/\(code)")
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
