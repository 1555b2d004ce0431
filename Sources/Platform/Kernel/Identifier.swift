// SPDX-License-Identifier: Apache-2.0

/// A UUID of version 7: the first 48 bits are the time, so rows sort by when they were made.
package struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    /// A new identifier made of the moment and 74 random bits.
    package init(at instant: Instant, random: inout some RandomNumberGenerator) {
        let time = UInt64(bitPattern: instant.milliseconds) << 16
        let versioned = 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
        let variant = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &random)
        self.init(high: time | versioned, low: variant)
    }

    package static func new(at instant: Instant) -> Identifier {
        var generator = SystemRandomNumberGenerator()
        return Identifier(at: instant, random: &generator)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// Lower-case canonical form, `01234567-89ab-7cde-8f01-23456789abcd`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 { bytes.append(UInt8(ascii: "-")) }
            let word = index < 16 ? high : low
            let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - (index % 16) * 4)) & 0xF
            bytes.append(nibble < 10 ? 48 + nibble : 87 + nibble)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package init?(_ text: some StringProtocol) {
        var words: (UInt64, UInt64) = (0, 0)
        var count = 0
        for (position, byte) in text.utf8.enumerated() {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard count < 32, let digit = hexDigit(byte) else { return nil }
            if count < 16 { words.0 = words.0 << 4 | UInt64(digit) } else { words.1 = words.1 << 4 | UInt64(digit) }
            count += 1
        }
        guard count == 32 else { return nil }
        self.init(high: words.0, low: words.1)
    }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Identifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID: \(text)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal.
    package var hex: String { hexText(Array(self)) }
}

/// Apart from the generic property, so that it is compiled for bytes.
private func hexText(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        characters.append(hexCharacter(byte >> 4))
        characters.append(hexCharacter(byte & 0xF))
    }
    return String(decoding: characters, as: UTF8.self)
}

private func hexCharacter(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 48 + nibble : 87 + nibble
}
