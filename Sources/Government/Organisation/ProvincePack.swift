// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Kernel
package import WorkingTime
import Yams

/// What a province brings along: who it is, its units and its working calendar. Procedures lie in the same folder and
/// are read by the catalogue.
package struct ProvincePack: Sendable {
    package let province: Province
    /// In pack order; a unit always stands below its parent.
    package let units: [Unit]
    package let calendar: WorkingCalendar
    /// The names communes had before; a pack may come without them.
    package let formerCommunes: [FormerCommune]

    package init(province: Province, units: [Unit], calendar: WorkingCalendar, formerCommunes: [FormerCommune] = []) {
        (self.province, self.units, self.calendar, self.formerCommunes) = (province, units, calendar, formerCommunes)
    }

    /// Reads `province.yaml`, `units.csv`, `former-communes.csv` where there is one, and the calendar files of a pack's folder.
    package static func load(_ directory: String) throws -> ProvincePack {
        let province = try loadProvince(directory)
        let units = try UnitSheet(read("units.csv", in: directory)).units()
        guard units.contains(where: { $0.code == province.agencyCode && $0.parent == nil }) else {
            throw mistake(file: "units.csv", "no unit has the province's agency code \(province.agencyCode)")
        }
        return ProvincePack(
            province: province, units: units, calendar: try loadCalendar(province: URL(filePath: directory, directoryHint: .isDirectory)),
            formerCommunes: try formerCommunes(of: units, in: directory))
    }

    private static func formerCommunes(of units: [Unit], in directory: String) throws -> [FormerCommune] {
        let file = FormerCommuneSheet.file
        guard FileManager.default.fileExists(atPath: URL(filePath: directory).appending(path: file).path) else { return [] }
        return try FormerCommuneSheet(read(file, in: directory)).communes(of: units)
    }

    /// Only `province.yaml`.
    package static func loadProvince(_ directory: String) throws -> Province {
        let text = try read("province.yaml", in: directory)
        do {
            return try YAMLDecoder().decode(Province.self, from: text)
        } catch {
            throw mistake(file: "province.yaml", describe(error))
        }
    }

    /// A file of the pack as text; a missing file is named in the error.
    package static func read(_ file: String, in directory: String) throws -> String {
        let path = URL(filePath: directory).appending(path: file).path
        guard let data = FileManager.default.contents(atPath: path) else { throw mistake(file: file, "not found in \(directory)") }
        guard let text = String(validating: data, as: UTF8.self) else { throw mistake(file: file, "not valid UTF-8") }
        return text
    }

    /// A mistake in a pack is for the person who writes the pack: it names the file, the place and the cure.
    package static func mistake(file: String, line: Int? = nil, _ problem: String) -> UserError {
        let place = line.map { "\(file):\($0)" } ?? file
        return UserError(
            code: "province_pack.invalid", status: 422,
            title: Phrase(vi: "Gói dữ liệu tỉnh có lỗi ở \(place): \(problem)", en: "The province pack has a mistake in \(place): \(problem)"))
    }

    private static func describe(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let (context, what): (DecodingError.Context, String) =
            switch error {
            case .keyNotFound(let key, let context): (context, "`\(key.stringValue)` is missing")
            case .typeMismatch(_, let context): (context, "has the wrong type")
            case .valueNotFound(_, let context): (context, "is empty")
            case .dataCorrupted(let context): (context, context.debugDescription)
            @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
            }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? what : "\(path): \(what)"
    }
}
