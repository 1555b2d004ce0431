// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Dossier codes (mã hồ sơ): `H55.242-261121-0001`, agency, reception date, number of that agency and day
/// (QĐ 20/2020 Đ4, TT 03/2025 Đ13). A filing waiting at the desk has a provisional one, `DK-H55.242-261121-0001`.
package enum DossierCode {
    package static func official(unit: String, day: LocalDate, number: Int) -> String {
        "\(unit)-\(day.compact)-\(padded(number, 4))"
    }

    package static func provisional(unit: String, day: LocalDate, number: Int) -> String {
        "DK-" + official(unit: unit, day: day, number: number)
    }

    package static func isProvisional(_ code: String) -> Bool { code.hasPrefix("DK-") }

    /// What a person typed, made comparable: spaces dropped, letters upper case. Nil when it cannot be a code.
    package static func normalised(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for byte in text.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
            guard bytes.count < 64 else { return nil }
            bytes.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte)
        }
        let hasMark = bytes.starts(with: Array("DK-".utf8))
        let parts = bytes.dropFirst(hasMark ? 3 : 0).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, isAgency(parts[0]), isDigits(parts[1], 6...6), isDigits(parts[2], 4...10) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `H55.242`, or the older order with the province last, `000.00.00.H55` (TT 01/2018).
    private static func isAgency(_ bytes: ArraySlice<UInt8>) -> Bool {
        let groups = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let first = groups.first, let last = groups.last else { return false }
        let numbers = isProvince(first) ? groups.dropFirst() : isProvince(last) ? groups.dropLast() : nil
        return numbers?.allSatisfy { isDigits($0, 1...3) } ?? false
    }

    private static func isProvince(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let letter = bytes.first else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Y")).contains(letter) && isDigits(bytes.dropFirst(), 2...2)
    }

    private static func isDigits(_ bytes: ArraySlice<UInt8>, _ count: ClosedRange<Int>) -> Bool {
        count.contains(bytes.count) && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
