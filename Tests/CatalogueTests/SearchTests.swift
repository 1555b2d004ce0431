// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import Organisation
import TestDatabases
import Testing

@testable import Catalogue

@Suite struct SearchTests {
    static let today = LocalDate(dayNumber: 20_770)

    /// The catalogue of the pack alone, shared: nothing changes it.
    private static let own = Task { try await snapshot() }

    /// A catalogue of the pack and of these files.
    static func snapshot(_ files: [String] = []) async throws -> CatalogueSnapshot {
        let database = try temporaryDatabase()
        _ = try await Migrator(CatalogueMigrations.all).migrate(database)
        let now = Instant(milliseconds: 1_790_000_000_000)
        _ = try await InstallProcedures(database: database, now: now)(ProcedureFiles.load(PackTests.pack), words: SearchWords.load(pack: Places.pack))
        if !files.isEmpty { _ = try await ImportCatalogue(database: database, now: now)(files) }
        return try await ProcedureDirectory.open(database, provinceName: "Thái Nguyên", today: today).snapshot
    }

    /// What people type and what they mean; all of it is in the pack.
    @Test(arguments: [
        ("khai sinh", "1.001193"), ("KHAI SINH", "1.001193"), ("dang ki khai sinh", "1.001193"), ("làm giấy khai sinh cho con", "1.001193"),
        ("khai si", "1.001193"), ("khaisinh", "1.001193"), ("khia sinh", "1.001193"), ("khai sihn", "1.001193"), ("độc thân", "1.004873"),
        ("tinh trang hon nhan", "1.004873"), ("xác nhận chưa kết hôn", "1.004873"), ("sao y bản chính", "2.000815"), ("chứng thưcj", "2.000815"),
        ("mo quan an", "1.001612"), ("hộ kinh doanh", "1.001612"), ("GPXD", "1.013225"), ("giay phep xay nha", "1.013225"),
        ("sang tên sổ đỏ", "1.013831"), ("1.001193", "1.001193"), ("1.001193.000.00.00.H55", "1.001193"), ("2.000815.H55", "2.000815"),
        ("1.00487", "1.004873"), ("tôi muốn làm khai sinh ở đâu", "1.001193"), ("thủ tục đăng ký khai sinh", "1.001193"),
    ])
    func findsTheProvincesOwnProceduresByWhatPeopleType(_ words: String, _ code: String) async throws {
        let first = try await Self.own.value.find(CatalogueQuestion(words: words, limit: 1)).hits.first
        #expect(first?.entry.code == code, "\(first?.entry.name.vi ?? "nothing")")
    }

    @Test(arguments: [
        ("ks", "1.001193"), ("dkks", "1.001193"), ("gpxd", "1.013225"), ("tthn", "1.004873"), ("xn tthn", "1.004873"), ("hkd", "1.001612"),
        ("tt", "1.004194"),
    ])
    func officersTypeTheFirstLettersOfTheWords(_ letters: String, _ code: String) async throws {
        let found = try await Self.own.value.find(CatalogueQuestion(words: letters, limit: 3)).hits.map(\.entry.code)
        #expect(found.contains(code), "\(found)")
    }

    @Test(arguments: [
        ("ddaats", "dat"), ("d9at61", "dat"), ("keets", "ket"), ("hoon", "hon"), ("chuwx", "chu"), ("gpxd", nil), ("hkd", nil), ("ct07", nil),
    ])
    func keysOfAnInputMethodThatWasOffAreUnderstood(_ typed: String, _ meant: String?) {
        #expect(InputKeys.resolved(typed) == meant)
    }

    @Test func marksThatAreTypedMustBeTheRightOnes() async throws {
        let words = SearchWords(synonyms: [SearchWords.Synonym(say: ["mất"], mean: ["cấp lại"])])
        let index = SearchIndex(try await Self.own.value.entries, words: words)
        func isUnderstood(_ text: String) -> Bool { SearchQuery(text, words: index.words, spelling: index.spelling).isUnderstood }
        #expect(isUnderstood("mất") && isUnderstood("mat") && isUnderstood("MẤT") && !isUnderstood("mặt"))
    }

    @Test(arguments: ["", "   ", "!!!", "😀", "\u{0}", "zzzzzzz qqqqqqq", String(repeating: "a ", count: 5000), "%", "'; DROP TABLE x", "1.", "..."])
    func nothingTypedBreaksIt(_ words: String) async throws {
        let snapshot = try await Self.own.value
        let answer = snapshot.find(CatalogueQuestion(words: words))
        #expect(answer.hits.count <= 20)
    }

    @Test func composedAndDecomposedLettersFindTheSame() async throws {
        let snapshot = try await Self.own.value
        let words = "chứng thực"
        let (composed, decomposed) = (words.precomposedStringWithCanonicalMapping, words.decomposedStringWithCanonicalMapping)
        #expect(snapshot.find(CatalogueQuestion(words: composed)) == snapshot.find(CatalogueQuestion(words: decomposed)))
    }

    @Test func pagesGoOnWhereTheLastOneEndedWithoutGapOrRepetition() async throws {
        let snapshot = try await Self.own.value
        for words in ["", "đăng ký"] {
            let all = snapshot.find(CatalogueQuestion(words: words, limit: 100)).hits.map(\.entry.code)
            var (seen, after): ([String], String?) = ([], nil)
            repeat {
                let answer = snapshot.find(CatalogueQuestion(words: words, limit: 2, after: after))
                seen += answer.hits.map(\.entry.code)
                after = answer.next
            } while after != nil
            #expect(seen == all)
        }
    }

    @Test func filtersByFieldAndLevel() async throws {
        let snapshot = try await Self.own.value
        let field = snapshot.find(CatalogueQuestion(field: "hộ tịch"))
        #expect(field.total > 2 && field.hits.allSatisfy { $0.entry.field.vi == "Hộ tịch" })
        let ministry = snapshot.find(CatalogueQuestion(level: .ministry))
        #expect(ministry.total < snapshot.find(CatalogueQuestion()).total && ministry.hits.allSatisfy { $0.entry.levels.contains(.ministry) })
    }

    @Test(arguments: [
        ("sinh", "sinh", false), ("sinh", "sihn", true), ("sinh", "sin", true), ("sinh", "sinhh", true), ("sinh", "linh", true),
        ("sinh", "sang", false),
        ("sinh", "si", false), ("ab", "ba", true), ("abc", "cba", false),
    ])
    func knowsOneEdit(_ left: String, _ right: String, _ expected: Bool) {
        #expect(differsByOneEdit(Array(left.utf8), Array(right.utf8)) == expected)
        #expect(differsByOneEdit(Array(right.utf8), Array(left.utf8)) == expected)
    }
}
