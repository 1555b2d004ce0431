// SPDX-License-Identifier: Apache-2.0

import Markup
import Paper
import Testing

@Suite struct QRCodeTests {
    @Test(arguments: [
        // Version 1 is 21 wide; each version adds 4. Capacities at level M: 14 bytes, 20 capitals, 34 digits in version 1.
        ("H55.242-261120", QRCode.Correction.medium, 21), ("00000000000000000000000000000000001", .medium, 25),
        ("0000000000000000000000000000000001", .medium, 21), ("aaaaaaaaaaaaaa", .medium, 21), ("aaaaaaaaaaaaaaa", .medium, 25),
        ("aaaaaaaaaaaaaaaaa", .low, 21), ("aaaaaaaaaaaaaaaaa", .high, 29), ("Một cửa", .medium, 21),
    ])
    func theSmallestCodeIsTaken(text: String, correction: QRCode.Correction, width: Int) throws {
        #expect(try QRCode(text: text, correction: correction).width == width)
    }

    @Test func theThreeFindersStandInTheirCorners() throws {
        let code = try QRCode(text: "motcua")
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (column, row) in [(0, 0), (code.width - 7, 0), (0, code.width - 7)] {
            let seen = (0..<7).map { y in String((0..<7).map { x in code.isDark(column: column + x, row: row + y) ? "#" : "." }) }
            #expect(seen == finder)
        }
        #expect(!code.isDark(column: -1, row: 0) && !code.isDark(column: 0, row: code.width))
    }

    @Test func tooMuchTextIsRefused() throws {
        #expect(throws: QRCodeError.tooLong) { try QRCode(text: String(repeating: "ă", count: 1500)) }
        #expect(throws: QRCodeError.tooLong) { try QRCode(text: String(repeating: "0", count: 100_000)) }
        #expect(throws: QRCodeError.empty) { try QRCode(text: "") }
        #expect(try QRCode(text: String(repeating: "a", count: 2331)).width == 177)
        #expect(throws: QRCodeError.tooLong) { try QRCode(text: String(repeating: "a", count: 2332)) }
    }

    @Test func thePictureHasItsQuietZoneAndALabel() throws {
        let svg = try QRCode(text: "H55.242").svg(label: "Mã \"H55\" & tên").string
        #expect(svg.contains(#"viewBox="0 0 29 29""#) && svg.contains(#"width="116""#))
        #expect(svg.contains(#"role="img" aria-label="Mã &quot;H55&quot; &amp; tên""#))
        #expect(svg.contains(#"d="M4 4h7v1h-7z"#) && svg.contains("crispEdges"))
        #expect(!svg.contains("style="))
    }

    @Test func darkModulesArePaintedOnceEach() throws {
        let code = try QRCode(text: "https://example.vn/t/H55.242-261120-0001")
        let svg = code.svg(label: "x").string
        let painted = svg.split(separator: "M").dropFirst().reduce(0) { sum, run in
            sum + (run.split(separator: "h").dropFirst().first?.split(separator: "v").first.flatMap { Int($0) } ?? 0)
        }
        let dark = (0..<code.width).reduce(0) { sum, row in sum + (0..<code.width).filter { code.isDark(column: $0, row: row) }.count }
        #expect(painted == dark)
    }

    @Test func nulBytesDoNotCutTheText() throws {
        #expect(try QRCode(text: "a\u{0}b") != QRCode(text: "a"))
    }
}
