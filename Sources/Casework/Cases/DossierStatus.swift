// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// The national list of dossier states (trạng thái hồ sơ); the numbers are what the National Portal exchanges.
package enum DossierStatus: Int, CaseIterable, Codable, Sendable, Hashable {
    case submitted = 1
    case accepted
    case rejectedAtIntake
    case processing
    case supplementRequested
    case paymentRequired
    case withdrawn
    case stopped
    case resolved
    case resultReturned

    /// How reports group the states: a dossier is in exactly one group.
    package enum ReportGroup: String, Sendable, CaseIterable {
        case notReceived, inProgress, awaitingSupplement, paused, returnedToApplicant, done
    }

    package var reportGroup: ReportGroup {
        switch self {
        case .submitted, .rejectedAtIntake: .notReceived
        case .accepted, .processing: .inProgress
        case .supplementRequested: .awaitingSupplement
        case .paymentRequired, .stopped: .paused
        case .withdrawn: .returnedToApplicant
        case .resolved, .resultReturned: .done
        }
    }

    package var name: Phrase {
        switch self {
        case .submitted: Phrase(vi: "Mới đăng ký", en: "Filed, not yet received")
        case .accepted: Phrase(vi: "Được tiếp nhận", en: "Accepted")
        case .rejectedAtIntake: Phrase(vi: "Không được tiếp nhận", en: "Not accepted")
        case .processing: Phrase(vi: "Đang xử lý", en: "Being processed")
        case .supplementRequested: Phrase(vi: "Yêu cầu bổ sung giấy tờ", en: "Supplement requested")
        case .paymentRequired: Phrase(vi: "Yêu cầu thực hiện nghĩa vụ tài chính", en: "Payment required")
        case .withdrawn: Phrase(vi: "Công dân yêu cầu rút hồ sơ", en: "Withdrawn by the applicant")
        case .stopped: Phrase(vi: "Dừng xử lý", en: "Stopped")
        case .resolved: Phrase(vi: "Đã xử lý xong", en: "Resolved")
        case .resultReturned: Phrase(vi: "Đã trả kết quả", en: "Result returned")
        }
    }
}
