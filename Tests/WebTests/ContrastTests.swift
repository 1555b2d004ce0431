// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Web

/// Every pair of text and ground of the stylesheet, light and dark, has a contrast of at least 4.5 (WCAG AA).
@Suite struct ContrastTests {
    private static let pairs = [
        ("ink", "paper"), ("ink", "ground"), ("quiet", "paper"), ("quiet", "ground"), ("action", "paper"), ("on-action", "action"), ("late", "paper"),
        ("paper", "late"),
        ("good", "good-ground"), ("soon", "soon-ground"), ("late", "late-ground"), ("paused", "paused-ground"), ("action", "action-ground"),
        ("ink", "action-ground"),
        ("ink", "soon-ground"), ("ink", "late-ground"), ("ink", "good-ground"), ("state", "paper"), ("late", "ground"), ("action", "ground"),
    ]

    @Test(arguments: [0, 1])
    func everyPairIsReadable(scheme: Int) throws {
        let blocks = Stylesheet.foundations.components(separatedBy: ":root{").dropFirst().map { $0.components(separatedBy: "}")[0] }
        var colours: [String: String] = [:]
        for block in blocks.prefix(scheme + 1) {
            for declaration in block.replacingOccurrences(of: "\n", with: "").components(separatedBy: ";") where declaration.hasPrefix("--") {
                let pair = declaration.dropFirst(2).components(separatedBy: ":")
                colours[pair[0]] = pair[1]
            }
        }
        for (text, ground) in Self.pairs {
            let ratio = contrast(try #require(colours[text]), try #require(colours[ground]))
            #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
        for (text, ground) in [("#3a2600", "#ffd27a"), ("#ffffff", "#0b5cad"), ("#ffffff", "#1c6b3a")] { #expect(contrast(text, ground) >= 4.5) }
    }

    private func contrast(_ one: String, _ two: String) -> Double {
        let (a, b) = (luminance(one), luminance(two))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        var digits = colour.dropFirst().map { String($0) }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let channels = stride(from: 0, to: 6, by: 2).map { index -> Double in
            let value = Double(Int(digits[index] + digits[index + 1], radix: 16) ?? 0) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
