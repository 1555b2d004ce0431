// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@Suite struct IdentifierTests {
    @Test func theTextIsCanonicalAndReadBack() throws {
        let identifier = Identifier(high: 0x0123_4567_89AB_7CDE, low: 0x8F01_2345_6789_ABCD)
        #expect(identifier.description == "01234567-89ab-7cde-8f01-23456789abcd")
        #expect(Identifier("01234567-89ab-7cde-8f01-23456789abcd") == identifier)
        #expect(Identifier("01234567-89AB-7CDE-8F01-23456789ABCD") == identifier)
        #expect(try JSONDecoder().decode([Identifier].self, from: JSONEncoder().encode([identifier])) == [identifier])
    }

    @Test(arguments: [
        "", "0123456789ab7cde8f0123456789abcd", "01234567-89ab-7cde-8f01-23456789abc", "01234567-89ab-7cde-8f01-23456789abcde",
        "01234567-89ab-7cde-8f01-23456789abcg", "{1234567-89ab-7cde-8f01-23456789abc}", "01234567089ab-7cde-8f01-23456789abcd",
    ])
    func otherTextIsRefused(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test func newOnesAreVersionSevenAndSortByTime() {
        var last = Identifier.new(at: Instant(milliseconds: 1_700_000_000_000))
        for step in 1..<500 {
            let instant = Instant(milliseconds: 1_700_000_000_000 + Int64(step) * 997)
            let next = Identifier.new(at: instant)
            #expect(next > last && next.description > last.description)
            #expect(next.high >> 12 & 0xF == 7 && next.low >> 62 == 0b10)
            #expect(Int64(next.high >> 16) == instant.milliseconds)
            last = next
        }
    }

    @Test func manyOfOneMomentDiffer() {
        let instant = Instant(milliseconds: 1_700_000_000_000)
        #expect(Set((0..<2000).map { _ in Identifier.new(at: instant) }).count == 2000)
    }

    @Test func bytesBecomeHexadecimal() {
        #expect([UInt8]([0, 1, 0x9F, 0xA0, 0xFF]).hex == "00019fa0ff" && [UInt8]().hex == "")
    }
}
