// SPDX-License-Identifier: Apache-2.0

package import Kernel

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
                    vi:
                        "Số định danh này không đúng cấu tạo: chữ số thứ 4 chỉ thế kỷ và giới tính, hai chữ số sau chỉ năm sinh. Kiểm tra lại từng chữ số.",
                    en: "This number cannot be a personal ID: digit 4 shows century and sex, the next two the year of birth. Check it digit by digit."
                ))
    }
}
