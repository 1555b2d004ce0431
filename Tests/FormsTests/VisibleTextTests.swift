// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Forms

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("Hoa \u{337}Lan", "Hoa \u{337}Lan"), ("Hoa\u{202E}gpj.exe", "Hoagpj.exe"), ("Nguyễn\u{200D}Hoa", "NguyễnHoa"),
        ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
        ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"), ("ක\u{0DCA}\u{200D}ර", "ක\u{0DCA}\u{200D}ර"),
        ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"),
        ("a\u{E0067}b", "ab"), ("\u{200B}\u{FEFF}", ""),
    ])
    func aLineKeepsWhatIsSeenAndDropsWhatIsNot(typed: String, kept: String) {
        #expect(Array(cleanedLine(typed).unicodeScalars) == Array(kept.unicodeScalars))
    }
}
