// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Process
import Testing
import WorkingTime

@testable import Organisation

@Suite struct ProvincePackTests {
    private let pack: ProvincePack

    init() throws {
        pack = try ProvincePack.load(packFolder)
    }

    @Test func theProvinceHasNinetyTwoCommunesFifteenOfThemWards() {
        let communes = pack.units.filter { $0.kind == .communeCommittee }
        #expect(communes.count == 92)
        #expect(communes.filter { $0.place?.vi.hasPrefix("Phường ") == true }.count == 15)
        #expect(communes.filter { $0.place?.vi.hasPrefix("Xã ") == true }.count == 77)
        #expect(communes.allSatisfy { $0.isOneStop && $0.deskName != nil && $0.level == .commune && $0.statisticalCode?.utf8.count == 5 })
    }

    @Test func everyCodeStandsOnce() {
        #expect(Set(pack.units.map(\.code)).count == pack.units.count)
        let statistical = pack.units.compactMap(\.statisticalCode)
        #expect(Set(statistical).count == statistical.count)
        #expect(Set(pack.units.map(\.name.vi)).count == pack.units.count)
        #expect(Set(pack.units.map(\.name.en)).count == pack.units.count)
        #expect(pack.units.allSatisfy { isAgencyCode($0.code) })
    }

    @Test func communesAreNumberedByTheirStatisticalCodes() {
        let communes = pack.units.filter { $0.kind == .communeCommittee }
        #expect(communes.map(\.code) == (201...292).map { "H55.\($0)" })
        #expect(communes.compactMap(\.statisticalCode) == communes.compactMap(\.statisticalCode).sorted())
        #expect(pack.units.first { $0.statisticalCode == "05443" }?.code == "H55.238")
    }

    @Test func englishNamesHaveNoMarks() {
        for unit in pack.units {
            #expect(unit.name.en.unicodeScalars.allSatisfy { $0.isASCII || $0 == "’" }, "\(unit.name.en)")
            #expect(unit.name.vi == normalised(unit.name.vi))
        }
    }

    @Test func onlyTheProvincesOwnCodeIsConfirmed() {
        #expect(pack.units.filter(\.isConfirmed).map(\.code) == ["H55"])
        #expect(!pack.province.toBeConfirmed.isEmpty)
    }

    @Test func theSettingsAreThoseOfTheLawInForce() {
        let settings = pack.province.settings
        #expect(settings.deadlinePolicy == .clock)
        #expect(settings.supplementClock == .shift)
        #expect(settings.supplementDeadline.amount == 7)
        #expect(settings.filing(.national).submission == .national)
        #expect(pack.province.statisticalCode == "19")
    }

    /// The public list of units, where it lies beside the project.
    private static let officialList = projectFolder.deletingLastPathComponent().appending(path: "shared/data/admin/thai_nguyen_communes_current.csv")
        .path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: officialList)))
    func communesBearTheirOfficialNames() throws {
        let data = try #require(FileManager.default.contents(atPath: Self.officialList))
        let official = CommaSeparatedTable(String(decoding: data, as: UTF8.self))
        let units = Dictionary(uniqueKeysWithValues: pack.units.compactMap { unit in unit.statisticalCode.map { ($0, unit) } })
        #expect(official.rows.count == 92)
        for row in official.rows {
            let unit = units[row["code"] ?? ""]
            #expect(unit?.place?.vi == row["name"])
            #expect(unit?.place?.en.hasPrefix(row["name_en"] ?? "?") == true)
        }
    }

    @Test(arguments: [
        ("code,kind\nH55,department\n", "units.csv:1"),
        ("code,kind,level,parent,name_vi,name_en\nx,department,province,,A,A\n", "units.csv:2"),
        ("code,kind,level,parent,name_vi,name_en\nH55,department,province,,A,A\nH55,department,province,,A,A\n", "units.csv:3"),
        ("code,kind,level,parent,name_vi,name_en\nH55.01,department,province,H55,A,A\n", "units.csv:2"),
        ("code,kind,level,parent,name_vi,name_en\nH55,kingdom,province,,A,A\n", "units.csv:2"),
        ("code,kind,level,parent,name_vi,name_en\nH55,department,province,,,A\n", "units.csv:2"),
        ("code,kind,level,parent,name_vi,name_en,one_stop\nH55,department,province,,A,A,maybe\n", "units.csv:2"),
        ("code,kind,level,parent,name_vi,name_en,desk_vi,desk_en\nH55,department,province,,A,A,Bàn,\n", "units.csv:2"),
    ])
    func aMistakeIsNamedWithItsLine(text: String, place: String) {
        #expect { try UnitSheet(text).units() } throws: { error in (error as? UserError)?.title.en.contains(place) == true }
    }
}

@Suite struct CommaSeparatedTableTests {
    @Test func quotesCommasAndLineBreaksAreRead() {
        let table = CommaSeparatedTable("\u{FEFF}a,b\r\n\"x, \"\"y\"\"\",2\r\n\"two\nlines\",\nlast,4")
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map { $0["a"] } == ["x, \"y\"", "two\nlines", "last"])
        #expect(table.rows.map { $0["b"] } == ["2", nil, "4"])
        #expect(table.rows.map(\.line) == [2, 3, 5])
    }

    @Test(arguments: ["", "\n", "a,b\n"])
    func tablesWithoutRowsAreEmpty(text: String) {
        #expect(CommaSeparatedTable(text).rows.isEmpty)
    }
}
