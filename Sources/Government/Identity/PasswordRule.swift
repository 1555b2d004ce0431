// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What a password must be: long enough to resist guessing; no rules about signs and capitals, which only make people
/// write passwords down.
enum PasswordRule {
    static let shortest = 10
    /// In bytes; longer texts are not passwords but attempts to keep the machine busy.
    static let longest = 512

    static func problem(_ password: String) -> Phrase? {
        let text = normalised(password)
        if text.count < shortest {
            return Phrase(vi: "Mật khẩu cần ít nhất 10 ký tự", en: "A password needs at least 10 characters")
        }
        if text.utf8.count > longest {
            return Phrase(vi: "Mật khẩu quá dài", en: "The password is too long")
        }
        if Set(text).count < 4 {
            return Phrase(
                vi: "Mật khẩu quá dễ đoán: hãy dùng nhiều ký tự khác nhau", en: "The password is too easy to guess: use more different characters")
        }
        return nil
    }
}
