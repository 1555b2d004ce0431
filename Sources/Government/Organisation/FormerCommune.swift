// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A commune that became part of another one, as people still name it: `Phường Trưng Vương` of `Thành phố Thái Nguyên`.
package struct FormerCommune: Hashable, Sendable {
    /// The statistical code of the commune of today; a commune that was divided stands once for each part.
    package let successor: String
    package let name: String
    package let district: String

    package init(successor: String, name: String, district: String) {
        (self.successor, self.name, self.district) = (successor, name, district)
    }

    /// The district as it is written in an address: `TP Thái Nguyên`, `huyện Đại Từ`.
    package var shortDistrict: String {
        let city = "Thành phố "
        return district.hasPrefix(city) ? "TP " + district.dropFirst(city.count) : district.prefix(1).lowercased() + district.dropFirst()
    }
}

/// `former-communes.csv` of a province pack, checked line by line against the units.
struct FormerCommuneSheet {
    static let file = "former-communes.csv"
    private let table: CommaSeparatedTable

    init(_ text: String) {
        table = CommaSeparatedTable(text)
    }

    func communes(of units: [Unit]) throws -> [FormerCommune] {
        for column in ["successor_code", "former_name", "former_district"] where !table.columns.contains(column) {
            throw ProvincePack.mistake(file: Self.file, line: 1, "the column \(column) is missing")
        }
        let known = Set(units.filter { $0.kind == .communeCommittee }.compactMap(\.statisticalCode))
        var seen: Set<FormerCommune> = []
        return try table.rows.map { row in
            guard let code = row["successor_code"], let name = row["former_name"], let district = row["former_district"] else {
                throw ProvincePack.mistake(file: Self.file, line: row.line, "a field is empty")
            }
            guard known.contains(code) else { throw ProvincePack.mistake(file: Self.file, line: row.line, "no commune has the code \(code)") }
            let commune = FormerCommune(successor: code, name: normalised(name), district: normalised(district))
            guard seen.insert(commune).inserted else { throw ProvincePack.mistake(file: Self.file, line: row.line, "\(name) stands here twice") }
            return commune
        }
    }
}
