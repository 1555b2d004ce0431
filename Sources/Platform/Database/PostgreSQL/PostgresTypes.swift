// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Kernel

/// The numbers of PostgreSQL's own types, fixed in its catalogue.
extension Oid {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let date: Oid = 1082
    static let timestamptz: Oid = 1184
    static let numeric: Oid = 1700
    static let uuid: Oid = 2950
    static let jsonb: Oid = 3802
    /// char, name, text, json, unknown, bpchar, varchar, void: their binary form is their text.
    static let textual: Set<Oid> = [18, 19, 25, 114, 705, 1042, 1043, 2278]
}

/// `timestamptz` counts microseconds from 2000-01-01, an `Instant` milliseconds from 1970-01-01.
enum PostgresMoment {
    private static let epoch: Int64 = 946_684_800_000

    static func encoded(_ instant: Instant) -> Int64 { (instant.milliseconds - epoch) * 1000 }

    static func decoded(_ microseconds: Int64) -> Instant {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1000)
        return Instant(milliseconds: (remainder < 0 ? quotient - 1 : quotient) + epoch)
    }
}

/// `uuid` and `numeric` in their binary form.
enum PostgresBinary {
    private static let digits = Array("0123456789abcdef".utf8)

    static func uuidText(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                text[position] = digits[Int(byte >> 4)]
                text[position + 1] = digits[Int(byte & 15)]
                position += 2
            }
            return position
        }
    }

    /// A whole number within 64 bits, nil for anything else: digits to the base of 10,000, the first of the given weight.
    static func wholeNumber(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        func word(_ at: Int) -> Int { Int(Int16(bitPattern: UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))) }
        guard bytes.count >= 8 else { return nil }
        let (count, weight, sign) = (word(0), word(2), word(4))
        guard bytes.count >= 8 + 2 * count, sign == 0 || sign == 0x4000, count <= weight + 1 else { return count == 0 ? 0 : nil }
        var result: Int64 = 0
        for place in 0...max(weight, 0) where count > 0 {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10_000)
            let (sum, carry) = product.addingReportingOverflow(place < count ? Int64(word(8 + 2 * place)) : 0)
            if overflow || carry { return nil }
            result = sum
        }
        return sign == 0 ? result : -result
    }
}
