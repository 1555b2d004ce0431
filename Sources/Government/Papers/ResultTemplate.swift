// SPDX-License-Identifier: Apache-2.0

import Catalogue
package import Kernel

/// The drafts a specialist can start a result from; each is a file `result-….typ`.
package enum ResultTemplate: String, CaseIterable, Sendable, Hashable {
    case birthCertificate = "birth-certificate"
    case maritalStatus = "marital-status"
    case decision, permit, confirmation, notice

    package var name: Phrase {
        switch self {
        case .birthCertificate: Phrase(vi: "Giấy khai sinh", en: "Birth certificate")
        case .maritalStatus: Phrase(vi: "Giấy xác nhận tình trạng hôn nhân", en: "Certificate of marital status")
        case .decision: Phrase(vi: "Quyết định", en: "Decision")
        case .permit: Phrase(vi: "Giấy phép, giấy chứng nhận", en: "Permit or certificate")
        case .confirmation: Phrase(vi: "Giấy xác nhận", en: "Confirmation")
        case .notice: Phrase(vi: "Thông báo", en: "Notice")
        }
    }

    /// The file of the template.
    var file: String { "result-\(rawValue)" }

    /// What stands before the body's symbol after the number.
    var symbol: String {
        switch self {
        case .birthCertificate: "KS"
        case .maritalStatus: "XNTTHN"
        case .decision: "QĐ"
        case .permit: "GP"
        case .confirmation: "XN"
        case .notice: "TB"
        }
    }

    /// The one that fits what a procedure ends in.
    package init(for result: String, code: String) {
        let name = folded(result)
        self =
            switch code {
            case "KQ.G15.000031": .birthCertificate
            case "KQ.G15.000038": .maritalStatus
            default:
                if name.hasPrefix("quyet dinh") {
                    .decision
                } else if name.hasPrefix("giay phep") || name.hasPrefix("giay chung nhan") || name.hasPrefix("phu hieu") {
                    .permit
                } else if name.hasPrefix("giay xac nhan") {
                    .confirmation
                } else {
                    .notice
                }
            }
    }
}
