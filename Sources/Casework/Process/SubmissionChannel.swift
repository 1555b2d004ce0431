// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// The way a dossier comes in (cách thức thực hiện).
package enum SubmissionChannel: String, Codable, CaseIterable, Hashable, Sendable {
    case inPerson, online, postal

    /// The number of the channel in national exchange (KenhThucHien).
    package var nationalNumber: Int {
        switch self {
        case .inPerson: 1
        case .online: 2
        case .postal: 3
        }
    }

    package var phrase: Phrase {
        switch self {
        case .inPerson: Phrase(vi: "Trực tiếp", en: "In person")
        case .online: Phrase(vi: "Trực tuyến", en: "Online")
        case .postal: Phrase(vi: "Bưu chính công ích", en: "Public post")
        }
    }
}
