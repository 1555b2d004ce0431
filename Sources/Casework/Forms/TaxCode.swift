// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Mã số thuế: ten digits of which the last is a check digit, three more for a branch (`0123456789-001`), or the personal
/// ID number, which serves persons and household businesses as tax code.
package enum TaxCode {
    package static func read(_ raw: String, today: LocalDate? = nil) -> Verdict {
        guard let digits = digitsOnly(raw), [10, 12, 13].contains(digits.count) else {
            return .wrong(
                Phrase(
                    vi: "Mã số thuế gồm 10 chữ số (13 chữ số với đơn vị phụ thuộc, 12 chữ số nếu là số định danh cá nhân). Kiểm tra và nhập lại.",
                    en: "A tax code has 10 digits (13 for a dependent unit, 12 if it is a personal ID number). Check it and enter it again."))
        }
        if digits.count == 12 { return PersonalID.read(digits, today: today) }
        guard checkDigit(of: digits) == Int(digits.utf8.dropFirst(9).first ?? 0) - 48 else {
            return .wrong(
                Phrase(
                    vi: "Mã số thuế này sai chữ số kiểm tra, có lẽ đã gõ nhầm một chữ số. So lại với giấy chứng nhận đăng ký thuế.",
                    en: "The check digit of this tax code is wrong; one digit was probably mistyped. Compare it with the tax registration."))
        }
        return .right(digits.count == 10 ? digits : digits.prefix(10) + "-" + digits.suffix(3))
    }

    /// The tenth digit that belongs to the first nine; nil when no digit does.
    private static func checkDigit(of digits: String) -> Int? {
        let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
        let sum = zip(weights, digits.utf8).reduce(0) { $0 + $1.0 * (Int($1.1) - 48) }
        let digit = 10 - sum % 11
        return digit < 10 ? digit : nil
    }
}
