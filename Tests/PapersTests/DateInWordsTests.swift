// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Papers

@Suite struct DateInWordsTests {
    @Test(arguments: [
        ("21/11/2026", "Ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("05/10/1985", "Ngày năm tháng mười năm một nghìn chín trăm tám mươi lăm"),
        ("15/04/2000", "Ngày mười lăm tháng tư năm hai nghìn"),
        ("30/12/2005", "Ngày ba mươi tháng mười hai năm hai nghìn không trăm linh năm"),
        ("24/01/1914", "Ngày hai mươi tư tháng một năm một nghìn chín trăm mười bốn"),
    ]) func aDayIsSpelledAsCivilStatusPapersDo(written: String, words: String) {
        #expect(DateInWords(written: written)?.words == words)
    }

    @Test(arguments: ["", "1992", "03/1992", "31/02/2026", "a/b/c", "1/2/3/4", "01/01/99999"]) func anythingElseIsNotSpelled(text: String) {
        #expect(DateInWords(written: text) == nil)
    }
}
