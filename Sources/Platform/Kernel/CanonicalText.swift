// SPDX-License-Identifier: Apache-2.0

/// Canonical JSON written by hand, for the few values that are written with every filing: no container, no protocol, no
/// sorting but of keys that come from outside. Whoever writes an object gives its keys in the order of their bytes; tests
/// compare each of these texts with what `canonicalJSONText` makes of the same value.
package struct CanonicalText: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Shapes

    package mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }
    package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
    package mutating func beginList() { bytes.append(UInt8(ascii: "[")) }
    package mutating func endList() { bytes.append(UInt8(ascii: "]")) }

    /// A key of the program's own, which needs no escaping.
    package mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        endKey()
    }

    /// A key from outside.
    package mutating func key(_ key: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(key, to: &bytes)
        endKey()
    }

    /// Before each value of a list, and before an object in it.
    package mutating func separate() {
        if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    // MARK: Values

    package mutating func value(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
    package mutating func value(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

    package mutating func member(_ key: StaticString, _ text: String) {
        self.key(key)
        value(text)
    }

    package mutating func member(_ key: StaticString, _ number: Int) {
        self.key(key)
        value(number)
    }

    package mutating func member(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        value(flag)
    }

    /// A member that is left out where there is nothing.
    package mutating func member(_ key: StaticString, _ text: String?) {
        if let text { member(key, text) }
    }

    package mutating func member(_ key: StaticString, _ number: Int?) {
        if let number { member(key, number) }
    }

    package mutating func member(_ key: StaticString, _ phrase: Phrase) {
        self.key(key)
        value(phrase)
    }

    package mutating func value(_ phrase: Phrase) {
        beginObject()
        member("en", phrase.en)
        member("vi", phrase.vi)
        endObject()
    }
}

extension [String] {
    /// Keys in the order of their bytes.
    package var inByteOrder: [String] {
        sorted { left, right in left.utf8.lexicographicallyPrecedes(right.utf8) }
    }
}

/// Appends a text as it stands between the quotes of JSON.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { characters in
        guard characters.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return bytes.append(contentsOf: characters) }
        for byte in characters { appendEscaped(byte, to: &bytes) }
    }
}

private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x08: bytes += [0x5C, UInt8(ascii: "b")]
    case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
    case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
    case 0x0C: bytes += [0x5C, UInt8(ascii: "f")]
    case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
    case ..<0x20: bytes.append(contentsOf: ("\\u00" + [byte].hex).utf8)
    default: bytes.append(byte)
    }
}
