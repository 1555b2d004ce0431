// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Counter

/// The text a scanner types when it reads the QR code of an identity card.
@Suite struct IdentityCardTextTests {
    @Test func readsWhatTheCardSays() throws {
        let card = try #require(
            IdentityCardText("019190000005|091123455|Đặng Mỹ Ỹ|05031990|Nữ|Tổ 5, Phan Đình Phùng, Thái Nguyên|20062021"))
        #expect(card.personalID == "019190000005")
        #expect(card.name == "Đặng Mỹ Ỹ")
        #expect(card.birthDate == LocalDate(year: 1990, month: 3, day: 5))
        #expect(card.address == "Tổ 5, Phan Đình Phùng, Thái Nguyên")
    }

    @Test func composesLettersThatScannersTakeApart() throws {
        let card = try #require(IdentityCardText("019190000005||Nguye\u{302}\u{303}n|05031990|Nữ|Thái Nguyên|20062021"))
        #expect(card.name.unicodeScalars.count == "Nguyễn".unicodeScalars.count)
        #expect(card.birthDate != nil)
    }

    @Test(arguments: [
        "", "019190000005", "12345|x|Tên|05031990|Nữ|Nhà|20062021", "01919000000a|x|Tên|05031990|Nữ|Nhà|20062021", "019190000005||| | |",
        "Nguyễn|Văn|A|B|C|D",
    ])
    func takesNothingElseForACard(_ text: String) {
        #expect(IdentityCardText(text) == nil)
    }

    @Test(arguments: ["", "3990", "31021990", "aabbcccc"])
    func aBirthDateThatIsNoDayIsLeftOut(_ date: String) throws {
        #expect(try #require(IdentityCardText("019190000005|x|Tên|\(date)|Nữ|Nhà|20062021")).birthDate == nil)
    }
}
