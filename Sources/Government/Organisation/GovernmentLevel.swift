// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel

/// The level at which a unit works or a procedure is resolved. Two levels of local government exist since 1 July 2025;
/// the district stays readable because older dossiers and catalogue entries name it.
package enum GovernmentLevel: String, Codable, CaseIterable, Hashable, Sendable {
    case ministry, province, district, commune, otherAgency

    package var phrase: Phrase {
        switch self {
        case .ministry: Phrase(vi: "Cấp bộ", en: "Ministry")
        case .province: Phrase(vi: "Cấp tỉnh", en: "Province")
        case .district: Phrase(vi: "Cấp huyện (trước 01/7/2025)", en: "District (before 1 July 2025)")
        case .commune: Phrase(vi: "Cấp xã", en: "Commune")
        case .otherAgency: Phrase(vi: "Cơ quan khác", en: "Other agency")
        }
    }
}

extension GovernmentLevel: SQLBindable, SQLDecodable {}
