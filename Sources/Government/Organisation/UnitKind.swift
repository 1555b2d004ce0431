// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel

/// What sort of body a unit is.
package enum UnitKind: String, Codable, CaseIterable, Hashable, Sendable {
    case provincialCommittee, office, department, board, police
    /// An agency of a ministry that sits in the province (tax, customs): it answers to the ministry.
    case centralAgency
    case provincialCentre, communeCommittee, communeCentre
    /// A public body under a department that does work of its own, such as the land registration office.
    case serviceUnit
    case division, other

    package var phrase: Phrase {
        switch self {
        case .provincialCommittee: Phrase(vi: "Ủy ban nhân dân cấp tỉnh", en: "Provincial People’s Committee")
        case .office: Phrase(vi: "Văn phòng", en: "Office")
        case .department: Phrase(vi: "Sở, cơ quan ngang sở", en: "Department")
        case .board: Phrase(vi: "Ban quản lý", en: "Management board")
        case .police: Phrase(vi: "Công an", en: "Police")
        case .centralAgency: Phrase(vi: "Cơ quan ngành dọc", en: "Central agency in the province")
        case .provincialCentre: Phrase(vi: "Trung tâm phục vụ hành chính công cấp tỉnh", en: "Provincial public service centre")
        case .communeCommittee: Phrase(vi: "Ủy ban nhân dân cấp xã", en: "Commune People’s Committee")
        case .communeCentre: Phrase(vi: "Trung tâm phục vụ hành chính công cấp xã", en: "Commune public service centre")
        case .serviceUnit: Phrase(vi: "Đơn vị trực thuộc", en: "Subordinate unit")
        case .division: Phrase(vi: "Phòng, ban", en: "Division")
        case .other: Phrase(vi: "Đơn vị khác", en: "Other unit")
        }
    }
}

extension UnitKind: SQLBindable, SQLDecodable {}
