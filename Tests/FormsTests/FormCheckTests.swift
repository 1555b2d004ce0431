// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Testing

@Suite struct FormCheckTests {
    static let today = LocalDate(year: 2026, month: 11, day: 21)

    struct Row: Sendable, CustomTestStringConvertible {
        let kind: QuestionKind
        let given: String
        let kept: String?
        var testDescription: String { "\(kind) \(given)" }
    }

    static func rows(_ kind: QuestionKind, _ pairs: [(String, String?)]) -> [Row] { pairs.map { Row(kind: kind, given: $0.0, kept: $0.1) } }

    @Test(
        arguments: [
            rows(.shortText, [("  Nguyê\u{303}n \u{200B} Văn\tMẫu\n", "Nguyễn Văn Mẫu"), ("a\u{0}b", "ab")]),
            rows(.longText, [("một\r\nhai  ba\n", "một\nhai  ba")]),
            rows(
                .personalID,
                [
                    ("019 301 000 123", "019301000123"), ("019-085-000123", "019085000123"), ("19301000123", nil), ("0193010001234", nil),
                    ("019401000123", nil), ("019230000123", nil), ("000301000123", nil), ("01930100012a", nil), ("０19301000123", nil),
                ]),
            rows(
                .phone,
                [
                    ("0912 345 678", "0912345678"), ("+84 912.345.678", "0912345678"), ("84912345678", "0912345678"),
                    ("+84 (0)912 345 678", "0912345678"),
                    ("0084912345678", "0912345678"), ("0208 3851 234", "02083851234"), ("+49 30 1234567", "+49301234567"), ("0112345678", nil),
                    ("091234567", nil), ("điện thoại", nil), ("0212345678", nil),
                ]),
            rows(
                .email,
                [
                    ("mau@Vidu.VN", "mau@vidu.vn"), ("a.b+c@x-y.com", "a.b+c@x-y.com"), ("mau@vidu", nil), ("mau vidu@x.vn", nil), ("a@b@c.vn", nil),
                    ("mẫu@vidu.vn", nil), ("a@-x.vn", nil), ("a@x..vn", nil),
                ]),
            rows(
                .taxCode,
                [
                    ("0100109106", "0100109106"), ("0100109106-001", "0100109106-001"), ("0100109106001", "0100109106-001"), ("0100109107", nil),
                    ("010010910", nil), ("019301000123", "019301000123"), ("019901000123", nil),
                ]),
            rows(.yesNo, [("yes", "yes"), ("Có", "yes"), ("true", "yes"), ("không", "no"), ("maybe", nil)]),
            rows(
                .money,
                [
                    ("1.500.000", "1500000"), ("1,500,000 đ", "1500000"), ("0", "0"), ("-1", nil), ("1,5", nil), ("một triệu", nil),
                    ("1.500,00 đồng", "1500"),
                ]),
            rows(
                .date,
                [
                    ("2024-02-29", "2024-02-29"), ("29/2/2024", "2024-02-29"), ("29/2/2023", nil), ("31/04/2024", nil), ("1/1/24", nil),
                    ("hôm qua", nil),
                    ("2024-13-01", nil), ("1/2024", nil),
                ]),
            rows(
                .partialDate,
                [
                    ("1985", "1985"), ("3/1985", "1985-03"), ("1985-03", "1985-03"), ("27/3/1985", "1985-03-27"), ("13/1985", nil), ("85", nil),
                    ("31/2/1985", nil),
                ]),
        ].flatMap(\.self))
    func keepsTheAnswerInOneForm(row: Row) {
        let check = form(question("q", row.kind)).check(["q": .text(row.given)], today: Self.today)
        #expect(check.accepted["q"]?.text == row.kept)
        #expect(check.errors.map(\.field) == (row.kept == nil ? ["q"] : []))
        if let kept = row.kept {
            #expect(
                form(question("q", row.kind)).check(["q": .text(kept)], today: Self.today).accepted == check.accepted,
                "checking again changes nothing")
        }
    }

    @Test(arguments: [
        ("1.500", "1500"), ("1,5", "1.5"), ("1.5", "1.5"), ("85,50", "85.5"), ("1.250,75", "1250.75"), ("1,250.75", "1250.75"), ("007", "7"),
        ("0,25", "0.25"), ("-3", "-3"), ("1.2.3", nil), ("1,125", nil), ("", nil), ("1e3", nil), ("99999999999999999", nil),
    ])
    func readsNumbersTheVietnameseWay(given: String, kept: String?) {
        let check = form(question("q", .number, decimals: 2)).check(["q": .text(given)])
        #expect(check.accepted["q"]?.text == kept)
        #expect(check.isClean == (kept != nil))
    }

    @Test(arguments: [("0", false), ("1", true), ("3", true), ("4", false)])
    func keepsNumbersInTheirRange(given: String, fits: Bool) {
        #expect(form(question("q", .number, minimum: 1, maximum: 3)).check(["q": .text(given)]).isClean == fits)
    }

    @Test(arguments: QuestionKind.allCases)
    func asksForWhatIsRequiredAndOnlyForThat(kind: QuestionKind) {
        let choices = kind == .choice || kind == .multipleChoice ? ["a", "b"] : []
        #expect(form(question("q", kind, choices: choices)).check(["q": "  "]).errors.map(\.field) == ["q"])
        let check = form(question("q", kind, required: false, choices: choices)).check(["q": "  "])
        #expect(check.isClean && check.accepted.isEmpty)
    }

    @Test func countsCharactersNotBytes() {
        let form = form(question("q", .shortText, length: 5))
        #expect(form.check(["q": "ĐƯỜNG"]).isClean)
        #expect(form.check(["q": "ĐƯỜNG Ơ"]).errors.first?.message.vi.contains("7 ký tự") == true)
    }

    @Test(arguments: [("29", "2", "2024", "2024-02-29"), ("30", "2", "2024", nil), ("", "2", "2024", nil), ("1", "thg", "2024", nil)])
    func takesADateFromThreeBoxes(day: String, month: String, year: String, kept: String?) {
        let check = form(question("q", .date)).check(["q_day": .text(day), "q_month": .text(month), "q_year": .text(year)])
        #expect(check.accepted == (kept.map { ["q": .text($0)] } ?? [:]))
        #expect(check.errors.map(\.field) == (kept == nil ? ["q"] : []))
    }

    @Test func knowsWhichSideOfTodayADateLiesOn() {
        let born = form(question("q", .date, side: .notInFuture))
        #expect(born.check(["q": "2026-11-21"], today: Self.today).isClean)
        #expect(!born.check(["q": "2026-11-22"], today: Self.today).isClean)
        let meeting = form(question("q", .partialDate, side: .notInPast))
        #expect(meeting.check(["q": "2026"], today: Self.today).isClean)
        #expect(!meeting.check(["q": "2026-10"], today: Self.today).isClean)
    }

    @Test func wantsBothPartsOfAnAddress() {
        let form = form(question("home", .address, required: false))
        #expect(form.check(["home": "Số 1"]).errors.map(\.field) == ["home_commune"])
        #expect(form.check(["home_commune": "05443"]).errors.map(\.field) == ["home"])
        #expect(form.check(["home": "Số 1", "home_commune": "99999"], communes: ["05443"]).errors.map(\.field) == ["home_commune"])
        let good = form.check(["home": " Số  1 ", "home_commune": "05443"], communes: ["05443"])
        #expect(good.accepted == ["home": "Số 1", "home_commune": "05443"])
    }

    @Test func acceptsOnlyOfferedChoices() {
        let several = form(question("q", .multipleChoice, choices: ["a", "b", "c"]))
        #expect(several.check(["q": .list(["c", "a", "c"])]).accepted == ["q": .list(["a", "c"])])
        #expect(several.check(["q": "b"]).accepted == ["q": .list(["b"])])
        #expect(!several.check(["q": .list(["a", "z"])]).isClean)
        #expect(!form(question("q", .choice, choices: ["a", "b"])).check(["q": "z"]).isClean)
    }
}
