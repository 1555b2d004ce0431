// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A day spelled out, as civil status papers have it beside the figures.
struct DateInWords: Sendable, Hashable {
    let words: String

    /// `21/11/2026` as answers are written; nil for anything else.
    init?(written text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            let date = LocalDate(year: year, month: month, day: day), (1...9999).contains(year)
        else { return nil }
        let spelledMonth = date.month == 4 ? "tư" : Self.spelled(date.month)
        words = "Ngày \(Self.spelled(date.day)) tháng \(spelledMonth) năm \(Self.spelled(date.year))"
    }

    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

    /// A number below ten thousand.
    static func spelled(_ number: Int) -> String {
        switch number {
        case ..<10: digits[max(0, number)]
        case 10: "mười"
        case 11..<20: "mười " + unit(number % 10, afterTens: false)
        case 20..<100: digits[number / 10] + " mươi" + (number % 10 == 0 ? "" : " " + unit(number % 10, afterTens: true))
        case 100..<1000: digits[number / 100] + " trăm" + rest(number % 100)
        default: digits[min(9, number / 1000)] + " nghìn" + thousandsRest(number % 1000)
        }
    }

    private static func unit(_ digit: Int, afterTens: Bool) -> String {
        switch digit {
        case 1 where afterTens: "mốt"
        case 4 where afterTens: "tư"
        case 5: "lăm"
        default: digits[digit]
        }
    }

    private static func rest(_ number: Int) -> String {
        number == 0 ? "" : number < 10 ? " linh " + digits[number] : " " + spelled(number)
    }

    private static func thousandsRest(_ number: Int) -> String {
        number == 0 ? "" : " " + digits[number / 100] + " trăm" + rest(number % 100)
    }
}
