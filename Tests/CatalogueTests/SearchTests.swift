// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import Organisation
import Testing

@testable import Catalogue

@Suite struct SearchTests {
    static let today = LocalDate(dayNumber: 20_770)

    /// The catalogue of the pack alone, shared: nothing changes it.
    private static let own = Task { try await snapshot() }

    /// A catalogue of the pack and of these files.
    static func snapshot(_ files: [String] = []) async throws -> CatalogueSnapshot {
        let database = try SQLiteDatabase.temporary()
        _ = try await Migrator(CatalogueMigrations.all).migrate(database)
        let now = Instant(milliseconds: 1_790_000_000_000)
        _ = try await InstallProcedures(database: database, now: now)(ProcedureFiles.load(PackTests.pack), words: SearchWords.load(pack: Places.pack))
        if !files.isEmpty { _ = try await ImportCatalogue(database: database, now: now)(files) }
        return try await ProcedureDirectory.open(database, provinceName: "Thái Nguyên", today: today).snapshot
    }

    /// What people type and what they mean; all of it is in the pack.
    static let ownQueries: [(String, String)] = [
        ("khai sinh", "1.001193"), ("đăng ký khai sinh", "1.001193"), ("dang ky khai sinh", "1.001193"), ("dang ki khai sinh", "1.001193"),
        ("làm giấy khai sinh cho con", "1.001193"), ("sinh con", "1.001193"), ("khai si", "1.001193"), ("khaisinh", "1.001193"),
        ("KHAI SINH", "1.001193"), ("độc thân", "1.004873"), ("giấy độc thân", "1.004873"), ("tinh trang hon nhan", "1.004873"),
        ("xác nhận chưa kết hôn", "1.004873"), ("sao y", "2.000815"), ("sao y bản chính", "2.000815"), ("cong chung giay to", "2.000815"),
        ("chứng thực bản sao", "2.000815"), ("mở quán", "1.001612"), ("mo quan an", "1.001612"), ("hộ kinh doanh", "1.001612"),
        ("đăng ký kinh doanh", "1.001612"), ("GPXD", "1.013225"), ("giấy phép xây dựng", "1.013225"), ("xây nhà", "1.013225"),
        ("giay phep xay nha", "1.013225"), ("sang tên sổ đỏ", "1.013831"), ("tặng cho đất", "1.013831"), ("1.001193", "1.001193"),
        ("1.001193.000.00.00.H55", "1.001193"), ("2.000815.H55", "2.000815"), ("1.0048", "1.004873"), ("tôi muốn làm khai sinh ở đâu", "1.001193"),
        ("thủ tục đăng ký khai sinh", "1.001193"), ("khia sinh trnag", "1.001193"), ("chứng thưcj", "2.000815"),
    ]

    /// The same on the whole catalogue, and what is only in it.
    static let nationalQueries: [(String, String)] =
        ownQueries.dropLast(2) + [
            ("kết hôn", "1.000894"), ("dang ki ket hon", "1.000894"), ("cưới", "1.000894"), ("khai tử", "1.000656"), ("bố mất", "1.000656"),
            ("đăng ký tạm trú", "1.004194"), ("KT3", "1.004194"), ("nhập hộ khẩu", "1.004222"), ("thuong tru", "1.004222"), ("tách khẩu", "1.010038"),
            ("lý lịch tư pháp", "3.000333"), ("doi bang lai", "3.000347"), ("hộ nghèo", "1.011607"), ("trợ cấp hưu trí xã hội", "1.014027"),
            ("tách thửa", "1.012784"), ("tranh chấp đất", "1.012812"), ("mất sổ đỏ", "1.012786"), ("cải chính hộ tịch", "1.004859"),
            ("nuôi con nuôi", "2.001263"), ("di chúc", "2.001019"), ("từ chối thừa kế", "2.001016"), ("hộ chiếu", "1.001456"),
            ("thành lập doanh nghiệp tư nhân", "2.001610"), ("tạm ngừng kinh doanh hộ kinh doanh", "1.001570"), ("trich luc khai sinh", "2.000635"),
            ("khai báo tạm vắng", "1.003677"), ("karaoke", "1.001029"), ("thẻ bảo hiểm y tế", "1.014137"), ("giam ho", "1.004837"),
            ("xác nhận cư trú", "1.010041"), ("gia hạn tạm trú", "1.002755"), ("hòa giải viên", "1.002211"), ("trợ cấp thất nghiệp", "1.014748"),
        ]

    @Test func findsTheProvincesOwnProceduresByWhatPeopleType() async throws {
        let snapshot = try await Self.own.value
        let missed = Self.missed(Self.ownQueries, in: snapshot)
        #expect(Self.ownQueries.count - missed.count >= 33, "not first: \(missed)")
    }

    @Test(.enabled(if: Places.nationalFiles != nil)) func findsTheRightOneAmongTheWholeCatalogue() async throws {
        let snapshot = try await Self.snapshot(Places.nationalFiles ?? [])
        let missed = Self.missed(Self.nationalQueries, in: snapshot)
        let share = Double(Self.nationalQueries.count - missed.count) / Double(Self.nationalQueries.count)
        let clock = ContinuousClock()
        let times = Self.nationalQueries.map { query in clock.measure { _ = snapshot.find(CatalogueQuestion(words: query.0)) } }.sorted()
        Self.print(
            "search: \(Self.nationalQueries.count) queries over \(snapshot.entries.count) procedures, first place \(Int(share * 1000) / 10) %, "
                + "median \(times[times.count / 2]), slowest \(times[times.count - 1]); not first: \(missed)")
        #expect(share >= 0.95, "not first: \(missed)")
    }

    private static func missed(_ queries: [(String, String)], in snapshot: CatalogueSnapshot) -> [String] {
        queries.compactMap { query, code in
            let first = snapshot.find(CatalogueQuestion(words: query, limit: 1)).hits.first
            return first?.entry.code == code ? nil : "\(query) → \(first?.entry.code ?? "nothing")"
        }
    }

    private static func print(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
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
        #expect(field.total == 2 && field.hits.allSatisfy { $0.entry.field.vi == "Hộ tịch" })
        #expect(snapshot.find(CatalogueQuestion(level: .ministry)).total == 0)
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
