// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON value from bytes. It never traps and never recurses deeper than `deepest`, whatever the bytes are.
struct JSONReader {
    /// Why a line could not be read.
    enum Problem: Error, Hashable {
        case notUTF8
        case broken(at: Int)
        case tooDeep
    }

    static let deepest = 64

    private let bytes: ArraySlice<UInt8>
    private var index: Int

    private init(_ bytes: ArraySlice<UInt8>) {
        (self.bytes, index) = (bytes, bytes.startIndex)
    }

    static func value(of bytes: ArraySlice<UInt8>) throws(Problem) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.endIndex else { throw reader.broken }
        return value
    }

    private var broken: Problem { .broken(at: index - bytes.startIndex) }

    private mutating func skipSpace() {
        while index < bytes.endIndex, bytes[index] == 32 || (9...13).contains(bytes[index]) { index += 1 }
    }

    /// Takes the byte if it comes next, after any space.
    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        skipSpace()
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: byte) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        guard depth < Self.deepest else { throw .tooDeep }
        skipSpace()
        guard index < bytes.endIndex else { throw broken }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Problem) -> JSONValue {
        index += 1
        var members: [String: JSONValue] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else { throw broken }
            let key = try string()
            guard take(":") else { throw broken }
            members[key] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw broken }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(Problem) -> JSONValue {
        index += 1
        var values: [JSONValue] = []
        if take("]") { return .list(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw broken }
        return .list(values)
    }

    private mutating func word(_ word: StaticString, _ meaning: JSONValue) throws(Problem) -> JSONValue {
        let end = index + word.utf8CodeUnitCount
        guard end <= bytes.endIndex, bytes[index..<end].elementsEqual(String(describing: word).utf8) else { throw broken }
        index = end
        return meaning
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let start = index
        while index < bytes.endIndex, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
        guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite else {
            index = start
            throw broken
        }
        return .number(value)
    }
}

extension JSONReader {
    private mutating func string() throws(Problem) -> String {
        index += 1
        let start = index
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
        guard index < bytes.endIndex else { throw broken }
        if bytes[index] == UInt8(ascii: "\"") {
            defer { index += 1 }
            return try text(bytes[start..<index])
        }
        return try escapedString(Array(bytes[start..<index]))
    }

    private mutating func escapedString(_ beginning: [UInt8]) throws(Problem) -> String {
        var collected = beginning
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return try text(collected[...]) }
            if byte == UInt8(ascii: "\\") { try escape(into: &collected) } else { collected.append(byte) }
        }
        throw broken
    }

    private func text(_ utf8: ArraySlice<UInt8>) throws(Problem) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private mutating func escape(into collected: inout [UInt8]) throws(Problem) {
        guard index < bytes.endIndex else { throw broken }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(byte)
        case UInt8(ascii: "n"): collected.append(10)
        case UInt8(ascii: "t"): collected.append(9)
        case UInt8(ascii: "r"): collected.append(13)
        case UInt8(ascii: "b"): collected.append(8)
        case UInt8(ascii: "f"): collected.append(12)
        case UInt8(ascii: "u"): collected.append(contentsOf: String(try scalar()).utf8)
        default: throw broken
        }
    }

    /// A `\u` escape, both halves of a surrogate pair; half a pair becomes U+FFFD, which the cleaning of text then reports.
    private mutating func scalar() throws(Problem) -> Unicode.Scalar {
        let first = try hexUnit()
        guard (0xD800...0xDFFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard first < 0xDC00, index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return "\u{FFFD}"
        }
        index += 2
        let second = try hexUnit()
        guard (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexUnit() throws(Problem) -> UInt32 {
        guard index + 4 <= bytes.endIndex, let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16) else {
            throw broken
        }
        index += 4
        return unit
    }
}
