// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Testing

@Suite struct DossierCodeTests {
    @Test func codesAreWrittenAsTheCircularSays() throws {
        let day = try #require(LocalDate(iso: "2026-11-21"))
        #expect(DossierCode.official(unit: "H55.242", day: day, number: 1) == "H55.242-261121-0001")
        #expect(DossierCode.official(unit: "H55.242", day: day, number: 12_345) == "H55.242-261121-12345")
        #expect(DossierCode.provisional(unit: "H55.242", day: day, number: 7) == "DK-H55.242-261121-0007")
    }

    @Test(arguments: [
        "H55.242-261121-0001", "H55-261121-0001", "H15.50.05.13-261008-0975", "000.00.00.H55-191120-0012", "DK-H55.242-261121-0001",
        "H55.242-261121-123456",
    ]) func realCodesAreRead(code: String) {
        #expect(DossierCode.normalised(code) == code)
        #expect(DossierCode.normalised(" \(code.lowercased()) ") == code)
    }

    @Test(arguments: [
        "", "H55", "H55.242-2611-0001", "H55.242-261121-001", "Z55.242-261121-0001", "H55.2424-261121-0001", "H55.242-261121-0001'--",
        "DK-DK-H55.242-261121-0001", "H55..242-261121-0001", "<script>", "H55.242-26112١-0001", String(repeating: "H", count: 500),
    ]) func everythingElseIsNotACode(text: String) {
        #expect(DossierCode.normalised(text) == nil)
    }
}
