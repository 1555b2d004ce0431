// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@Suite struct VietnameseTextTests {
    private static let nfc = "Đăng ký KHAI SINH ở Thái Nguyên"
    /// The same letters with every mark typed on its own.
    private static let nfd = "Đa\u{306}ng ky\u{301} KHAI SINH o\u{309}\u{31B} Tha\u{301}i Nguye\u{302}n"

    @Test(arguments: [
        ("Đăng ký KHAI SINH", "dang ky khai sinh"), (nfc, "dang ky khai sinh o thai nguyen"), (nfd, "dang ky khai sinh o thai nguyen"),
        // A base letter with one mark composed and the other not.
        ("Nguye\u{302}\u{303}n, Nguy\u{EA}\u{303}n, Nguy\u{1EC5}n", "nguyen nguyen nguyen"), ("ƯỚC ƯƠNG Ự ữ", "uoc uong u u"),
        ("  1.001193 – Cấp   bản sao (trích lục)  ", "1 001193 cap ban sao trich luc"), ("đĐ ÐÐ ðd", "dd dd dd"), ("", ""), ("…!?", ""),
        ("Hóa Hoá", "hoa hoa"), ("xã\u{200B}Đồng\u{AD}Hỷ", "xadonghy"), ("日本 A1", "a1"), ("CÔNG\u{A0}TY\tTNHH\n\"An\"", "cong ty tnhh an"),
    ])
    func textIsFolded(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test func everyVietnameseLetterFoldsToItsBase() {
        let families: [Character: String] = [
            "a": "aàáảãạăằắẳẵặâầấẩẫậ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị", "o": "oòóỏõọôồốổỗộơờớởỡợ", "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ",
            "d": "dđ",
        ]
        for (base, letters) in families {
            for letter in letters {
                #expect(folded(String(letter)) == String(base), "\(letter)")
                #expect(folded(letter.uppercased()) == String(base), "\(letter)")
            }
        }
    }

    @Test func foldingTwiceChangesNothing() {
        for text in [Self.nfc, Self.nfd, "A–B/c", "Số 12, ngõ 3"] { #expect(folded(folded(text)) == folded(text)) }
    }

    @Test func storedTextIsComposedAndTrimmed() {
        #expect(Array(normalised(" \n\(Self.nfd)\t").unicodeScalars) == Array("Đăng ký KHAI SINH ở Thái Nguyên".unicodeScalars))
        #expect(normalised("  plain ") == "plain" && normalised("") == "" && normalised(" \u{A0} ") == "")
    }
}
