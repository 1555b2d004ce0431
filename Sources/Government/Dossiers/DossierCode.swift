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
        let code = text.filter { !$0.isWhitespace }.uppercased()
        let pattern = /(DK-)?([A-Y][0-9]{2}(\.[0-9]{1,3})*|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Y][0-9]{2})-[0-9]{6}-[0-9]{4,10}/
        return code.utf8.count <= 64 && code.wholeMatch(of: pattern) != nil ? code : nil
    }
}
