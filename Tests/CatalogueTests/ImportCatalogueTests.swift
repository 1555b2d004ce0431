// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import TestDatabases
import Testing

@testable import Catalogue

@Suite struct ImportCatalogueTests {
    let database: any Database
    let now = Instant(milliseconds: 1_790_000_000_000)

    init() async throws {
        database = try temporaryDatabase()
        _ = try await Migrator(CatalogueMigrations.all).migrate(database)
    }

    private func take(_ lines: [String]...) async throws -> CatalogueImportReport {
        try await ImportCatalogue(database: database, now: now)(lines.map { try Lines.file($0) })
    }

    private func count(_ table: SQL) async throws -> Int? {
        try await database.read { connection in try connection.value("SELECT count(*) FROM \(sql: table)", as: Int.self) }
    }

    private func national(_ code: String) async throws -> NationalProcedure? {
        try await database.read { connection in try CatalogueStore(connection: connection).national(code) }
    }

    private static let list = [Lines.birth, Lines.listed("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", field: "Hộ tịch")]

    @Test func theSameFilesAgainChangeNothing() async throws {
        let first = try await take(Self.list, [Lines.detail()])
        #expect((first.read, first.added, first.changed, first.unchanged, first.unreadable.count) == (3, 3, 0, 0, 0))
        let before = try await count("catalogue_entries")
        let second = try await take([Lines.detail()], Self.list)
        #expect((second.read, second.added, second.changed, second.unchanged) == (3, 0, 0, 3))
        #expect(try await count("catalogue_entries") == before)
    }

    @Test func aChangedLineBecomesANewVersionBesideTheOld() async throws {
        _ = try await take([Lines.detail()])
        let changed = Lines.detail(["requirements": "\"Đủ tuổi\""])
        let report = try await take([changed])
        #expect((report.added, report.changed) == (0, 1))
        #expect(try await national("1.004873")?.conditions == "Đủ tuổi")
        #expect(try await count("catalogue_entries") == 2)
        let back = try await take([Lines.detail()])
        #expect(back.changed == 1)
        #expect(try await national("1.004873")?.conditions == "")
        #expect(try await count("catalogue_entries") == 3)
    }

    @Test func everyLineIsTakenOrCountedWithItsNumber() async throws {
        let bad = ["", "{broken", #"{"name": "không mã"}"#, "   ", Lines.birth + "x", "[1]", Lines.birth]
        let report = try await take(bad)
        #expect((report.read, report.added, report.blank) == (5, 1, 2))
        #expect(report.unreadable.map(\.line) == [2, 3, 5, 6])
        #expect(report.added + report.changed + report.unchanged + report.unreadable.count == report.read)
    }

    @Test func wrongUTF8AndCarriageReturnsAndMarksDoNoHarm() async throws {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(Lines.birth.utf8) + [13, 10]
        bytes += Array(#"{"code": "1.000001", "name": ""#.utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8)
        let report = try await ImportCatalogue(database: database, now: now)([try Lines.file(bytes: bytes)])
        #expect(report.added == 1)
        #expect(report.unreadable == [CatalogueImportReport.UnreadableLine(file: report.unreadable.first?.file ?? "", line: 2, reason: .notUTF8)])
    }

    @Test func anEmptyFileIsAnEmptyReport() async throws {
        #expect(try await ImportCatalogue(database: database, now: now)([try Lines.file(bytes: [])]) == CatalogueImportReport())
    }

    @Test func aMissingFileIsAnErrorBeforeAnythingIsWritten() async throws {
        await #expect(throws: CatalogueImportError.self) { try await ImportCatalogue(database: database, now: now)(["/nowhere/at/all"]) }
    }

    @Test func aVeryLongLineIsTakenAndAnEndlessOneIsSkipped() async throws {
        let long = Lines.detail(["requirements": "\"" + String(repeating: "dài ", count: 2_500_000) + "\""])
        #expect(try await take([long, Lines.birth]).added == 2)
        var reader = try LineReader(path: Lines.file([String(repeating: "x", count: 5000), "y"]), limit: 4096)
        #expect(try reader.next() == .tooLong(bytes: 5000))
        #expect(try reader.next() == .text(Array("y".utf8)[...]))
        #expect(try reader.next() == nil)
    }

    @Test func theFirstOfTwoLinesWithOneCodeIsInForce() async throws {
        let other = Lines.listed("1.001193", "Tên khác", field: "Hộ tịch")
        let report = try await take([Lines.birth, other])
        #expect((report.added, report.changed) == (1, 1))
        #expect(report.flags[.duplicateCode]?.records == 1)
        #expect(try await national("1.001193")?.name == "Thủ tục đăng ký khai sinh")
        let again = try await take([Lines.birth, other])
        #expect((again.unchanged, again.changed) == (2, 0))
    }

    @Test func flagsWhereTheTwoFilesDisagreeWhicheverCameFirst() async throws {
        let alone = try await take([Lines.detail()])
        #expect(alone.flags[.detailWithoutCatalogue]?.records == 1)
        let renamed = Lines.listed("1.004873", "Tên cũ", field: "Hộ tịch")
        #expect(try await take([renamed]).flags.keys.sorted { $0.rawValue < $1.rawValue } == [.nameDiffers])
        #expect(try await take(Self.list).flags.isEmpty)
    }

    @Test func theReportHasTheNamesOthersRelyOn() async throws {
        let report = try await take([Lines.birth, Lines.detail(["level": "[]"]), "{"])
        let object = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
        #expect(Set(object.keys).isSuperset(of: ["read", "added", "changed", "unchanged", "flagged", "flags"]))
        #expect(object["flags"] as? [String: Int] == ["detail_without_catalogue": 1, "level_missing": 1])
        #expect(report.text(.vi).contains("level_missing: Không rõ cấp thực hiện"))
        #expect(report.text(.en).contains("3 lines read: 2 new"))
    }

    @Test(.enabled(if: Places.nationalFiles != nil)) func takesTheWholeNationalCatalogue() async throws {
        let files = try #require(Places.nationalFiles)
        let report = try await ImportCatalogue(database: database, now: now)(files)
        #expect(report.unreadable.isEmpty)
        #expect(report.added == report.read)
        #expect(report.flags[.codePattern]?.records == 3)
        #expect(report.flags[.levelMissing]?.records == 1236)
        #expect(report.flags[.limitZero]?.records == 3)
        #expect(report.flags[.unitMissing]?.records == 34)
        let again = try await ImportCatalogue(database: database, now: now)(files.reversed())
        #expect((again.unchanged, again.added, again.changed) == (report.read, 0, 0))
        #expect(again.flags.mapValues(\.records) == report.flags.mapValues(\.records))
    }
}
