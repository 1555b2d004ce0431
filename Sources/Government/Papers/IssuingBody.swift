// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation

/// How a unit names itself on its papers.
struct IssuingBody: Sendable {
    let unit: OrganisationUnit
    let directory: OrganisationDirectory
    /// Whether the desk of the unit writes, rather than the unit itself.
    let isDesk: Bool

    var name: String { isDesk ? unit.receptionName.vi : unit.name.vi }

    /// A desk stands under its committee, and so does every agency; a committee stands alone.
    var parent: String {
        if isDesk, let desk = unit.deskName, desk != unit.name { return unit.name.vi }
        if unit.kind == .communeCommittee || unit.kind == .provincialCommittee { return "" }
        return unit.parent.flatMap({ directory.unit($0) })?.name.vi ?? ""
    }

    /// The place papers are dated at: the name of the territory without its kind.
    var place: String {
        let place = unit.place?.vi ?? unit.parent.flatMap({ directory.unit($0) })?.place?.vi ?? directory.province.shortName.vi
        let kinds = ["Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố "]
        return kinds.first { place.hasPrefix($0) }.map { String(place.dropFirst($0.count)) } ?? place
    }

    /// What follows the number: `UBND` for a committee, otherwise the first letters of the name.
    var symbol: String {
        if isDesk { return "TTPVHCC" }
        switch unit.kind {
        case .provincialCommittee, .communeCommittee: return "UBND"
        case .provincialCentre, .communeCentre: return "TTPVHCC"
        default:
            let words = unit.name.vi.split(separator: " ").filter { $0 != "và" && $0.first?.isLetter == true }
            return words.prefix(6).map { $0.prefix(1).uppercased() }.joined()
        }
    }

    /// Who signs for the body, line by line (NĐ 30/2020 Đ13).
    var signingOffice: [String] {
        switch unit.kind {
        case .provincialCommittee, .communeCommittee: ["TM. Ủy ban nhân dân", "Chủ tịch"]
        case .office: ["Chánh Văn phòng"]
        case .department, .provincialCentre, .communeCentre, .serviceUnit: ["Giám đốc"]
        case .board, .division: ["Trưởng ban"]
        case .police: ["Trưởng Công an"]
        case .centralAgency, .other: ["Thủ trưởng đơn vị"]
        }
    }
}
