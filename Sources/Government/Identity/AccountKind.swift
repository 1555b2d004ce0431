// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel

package enum AccountKind: String, Codable, CaseIterable, Hashable, Sendable {
    case citizen, officer
    /// Another system that uses the API.
    case system

    package var phrase: Phrase {
        switch self {
        case .citizen: Phrase(vi: "Người dân, doanh nghiệp", en: "Citizen or business")
        case .officer: Phrase(vi: "Cán bộ, công chức", en: "Officer")
        case .system: Phrase(vi: "Hệ thống khác", en: "Other system")
        }
    }
}

extension AccountKind: SQLBindable, SQLDecodable {}
