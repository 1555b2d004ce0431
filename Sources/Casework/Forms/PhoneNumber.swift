// SPDX-License-Identifier: Apache-2.0

import Kernel

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
            vi:
                "Số điện thoại chưa đúng. Nhập 10 chữ số của số di động, ví dụ 0912 345 678, hoặc số cố định có mã vùng; số nước ngoài bắt đầu bằng dấu +.",
            en:
                "This is not a telephone number. Enter the 10 digits of a mobile number, such as 0912 345 678, or a landline with area code; foreign numbers start with +."
        ))
}
