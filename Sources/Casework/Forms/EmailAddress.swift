// SPDX-License-Identifier: Apache-2.0

import Kernel

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
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, last.utf8.contains(where: { !(48...57).contains($0) }) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}
