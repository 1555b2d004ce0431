// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import Organisation
import TestDatabases
import Testing

@testable import Catalogue

@Suite struct InstallProceduresTests {
    let database: any Database
    let install: InstallProcedures
    let today = LocalDate(dayNumber: 20_770)

    init() async throws {
        database = try temporaryDatabase()
        _ = try await Migrator(CatalogueMigrations.all).migrate(database)
        install = InstallProcedures(database: database, now: Instant(milliseconds: 1_790_000_000_000))
    }

    /// The birth registration of the pack, with passages changed.
    private func birth(_ changes: (String, String)...) throws -> ProcedureDefinition {
        var text = try ProcedureFilesTests.text()
        for (old, new) in changes { text = text.replacing(old, with: new) }
        return try ProcedureFiles.load(text: text, name: "birth.yaml")
    }

    private func directory() async throws -> ProcedureDirectory {
        try await ProcedureDirectory.open(database, provinceName: "Thái Nguyên", today: today)
    }

    @Test func theSameDefinitionsAgainChangeNothing() async throws {
        let definitions = try ProcedureFiles.load(PackTests.pack)
        #expect(try await install(definitions).added == definitions.count)
        #expect(try await install(definitions) == InstallProcedures.Outcome(added: 0, ended: 0, unchanged: definitions.count))
    }

    @Test func aChangeWithoutANewVersionIsRefusedAndNothingIsWritten() async throws {
        _ = try await install([birth()])
        let changed = try birth(("numberOfSets: 1", "numberOfSets: 3"), ("resolvedBy: commune", "resolvedBy: H55.14"))
        let other = try ProcedureFiles.load(PackTests.pack).filter { $0.code == "2.000815" }
        let error = await #expect(throws: InstallProceduresError.self) { try await install(other + [changed]) }
        #expect(error?.description.contains("1.001193 (1)") == true)
        #expect(error?.phrase.vi.contains("tăng số phiên bản") == true)
        let found = try await directory()
        #expect(found.versions("2.000815").isEmpty)
        #expect(found.definition("1.001193", version: 1)?.isResolvedByCommune == true)
    }

    @Test func aNewVersionTakesOverOnItsDay() async throws {
        _ = try await install([birth()])
        let ended = try birth(("effectiveFrom: 2025-07-01", "effectiveFrom: 2025-07-01\neffectiveTo: 2026-12-31"))
        let next = try birth(
            ("version: 1\neffectiveFrom: 2025-07-01", "version: 2\neffectiveFrom: 2027-01-01"), ("resolvedBy: commune", "resolvedBy: H55.14"))
        try #require(next.version == 2)
        #expect(try await install([ended, next]) == InstallProcedures.Outcome(added: 1, ended: 1, unchanged: 0))
        let found = try await directory()
        let days = try ["2025-06-30", "2026-12-31", "2027-01-01"].map { try #require(LocalDate(iso: $0)) }
        #expect(days.map { found.definition("1.001193", on: $0)?.version } == [nil, 1, 2])
        #expect(found.versions("1.001193").map(\.version) == [1, 2])
        #expect(try await install([ended, next]).unchanged == 2)
    }

    @Test(arguments: ["1.001193", "1.001193.000.00.00.H55", "1.001193.H55", "1.001193.02"])
    func findsADefinitionByAnyFormOfItsCode(_ code: String) async throws {
        _ = try await install([birth()])
        let found = try await directory()
        #expect(found.definition(code, on: today)?.code == "1.001193")
        #expect(found.snapshot.entry(code)?.canBeFiled == true)
    }

    @Test func thePacksDefinitionStaysInForceBesideNationalData() async throws {
        _ = try await install([birth()])
        let list = try Lines.file([Lines.listed("1.001193", "Tên quốc gia", field: "Khác"), Lines.listed("1.009999", "Việc khác", field: "Khác")])
        _ = try await ImportCatalogue(database: database, now: Instant(milliseconds: 0))([list])
        let found = try await directory()
        let entry = try #require(found.snapshot.entry("1.001193"))
        #expect(entry.canBeFiled && entry.name.vi.contains("khai sinh") && entry.field.vi == "Hộ tịch")
        #expect(try await found.national("1.001193")?.name == "Tên quốc gia")
        #expect(found.snapshot.entry("1.009999")?.canBeFiled == false)
    }

    @Test func anotherProvincesOwnProceduresAreMarked() async throws {
        let lines = [
            Lines.listed("1.115001", "Việc đất", field: "Đất đai", type: "SPECIFIC", by: "UBND tỉnh Gia Lai"),
            Lines.listed("1.115002", "Việc đất", field: "Đất đai", type: "SPECIFIC", by: "UBND tỉnh Thái Nguyên"),
            Lines.listed("5.000001", "Việc nội bộ", field: "Đất đai", type: "STANDARD_INTERNAL"),
        ]
        _ = try await ImportCatalogue(database: database, now: Instant(milliseconds: 0))([try Lines.file(lines)])
        let entries = try await directory().snapshot.entries
        #expect(entries.map(\.code) == ["1.115002", "1.115001", "5.000001"])
        #expect(entries.map(\.belongsElsewhere) == [false, true, false])
        #expect(entries.map(\.isInternal) == [false, false, true])
    }
}
