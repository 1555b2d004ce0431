// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What came of reading a number or an address that has rules of its own.
package enum Verdict: Hashable, Sendable {
    /// The one form in which it is kept.
    case right(String)
    case wrong(Phrase)
}

/// Số định danh cá nhân: three digits for the place of birth registration, one for century and sex, two for the year of
/// birth, six more.
package enum PersonalID {
    package static func read(_ raw: String, today: LocalDate? = nil) -> Verdict {
        let digits = digitsOnly(raw)
        guard let digits, digits.count == 12 else {
            return .wrong(
                Phrase(
                    vi: "Số định danh cá nhân gồm đúng 12 chữ số. Xem trên thẻ căn cước hoặc VNeID rồi nhập lại.",
                    en: "A personal ID number has exactly 12 digits. Look at the identity card or VNeID and enter it again."))
        }
        let bytes = Array(digits.utf8).map { Int($0) - 48 }
        let year = 1900 + bytes[3] / 2 * 100 + bytes[4] * 10 + bytes[5]
        let isPlausible = bytes[3] <= 3 && !digits.hasPrefix("000") && year <= (today?.year ?? 2099)
        return isPlausible
            ? .right(digits)
            : .wrong(
                Phrase(
                    vi: "Số định danh này không đúng cấu tạo: chữ số thứ 4 chỉ thế kỷ và giới tính, hai chữ số sau chỉ năm sinh. Kiểm tra lại từng chữ số.",
                    en: "This number cannot be a personal ID: digit 4 shows century and sex, the next two the year of birth. Check it digit by digit."))
    }
}

/// A telephone number: Vietnamese ones are kept as ten digits (mobile) or eleven (landline), others with their country code.
package enum PhoneNumber {
    package static func read(_ raw: String) -> Verdict {
        let isInternational = raw.hasPrefix("+") || raw.hasPrefix("00")
        guard var digits = digitsOnly(raw.hasPrefix("+") ? String(raw.dropFirst()) : raw) else { return wrong }
        if isInternational {
            if raw.hasPrefix("00") { digits.removeFirst(2) }
            guard digits.hasPrefix("84") else { return (7...15).contains(digits.count) && !digits.hasPrefix("0") ? .right("+" + digits) : wrong }
            digits = String(digits.dropFirst(2))
            if !digits.hasPrefix("0") { digits = "0" + digits }
        } else if digits.hasPrefix("84"), digits.count >= 11 {
            digits = "0" + digits.dropFirst(2)
        }
        let bytes = Array(digits.utf8)
        guard bytes.count >= 10, bytes[0] == UInt8(ascii: "0") else { return wrong }
        let isMobile = bytes.count == 10 && "35789".utf8.contains(bytes[1])
        let isLandline = bytes.count == 11 && bytes[1] == UInt8(ascii: "2")
        return isMobile || isLandline ? .right(digits) : wrong
    }

    private static let wrong = Verdict.wrong(
        Phrase(
            vi: "Số điện thoại chưa đúng. Nhập 10 chữ số của số di động, ví dụ 0912 345 678, hoặc số cố định có mã vùng; số nước ngoài bắt đầu bằng dấu +.",
            en: "This is not a telephone number. Enter the 10 digits of a mobile number, such as 0912 345 678, or a landline with area code; foreign numbers start with +."))
}

/// An e-mail address of the usual shape; whether it exists only a letter can tell.
package enum EmailAddress {
    package static func read(_ raw: String) -> Verdict {
        let parts = raw.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, raw.utf8.count <= 254, isLocalPart(parts[0]), isDomain(parts[1]) else {
            return .wrong(
                Phrase(
                    vi: "Địa chỉ thư điện tử chưa đúng. Nhập theo dạng ten@vidu.vn, không dấu, không khoảng trắng.",
                    en: "This is not an e-mail address. Enter it like name@example.vn, without accents or spaces."))
        }
        return .right(parts[0] + "@" + parts[1].lowercased())
    }

    private static func isLocalPart(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count) && !text.hasPrefix(".") && !text.hasSuffix(".") && !text.contains("..")
            && text.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+/=?^_`{|}~.-".utf8.contains($0) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, last.utf8.contains(where: { !(48...57).contains($0) }) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }
}

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

/// The digits of a number typed with spaces, dots or dashes between them; nil when it holds anything else.
private func digitsOnly(_ raw: String) -> String? {
    let kept = raw.filter { !($0.isWhitespace || ".-()".contains($0)) }
    return !kept.isEmpty && kept.utf8.allSatisfy { (48...57).contains($0) } ? kept : nil
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}
