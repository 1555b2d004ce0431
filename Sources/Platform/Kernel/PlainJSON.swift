// SPDX-License-Identifier: Apache-2.0

/// Reads JSON as programs usually write it, in a fraction of the time of Foundation's decoder: objects, lists and texts without
/// `\u` escapes. Whatever is not so, from a number to a mistake, ends the reading with nil; then Foundation's decoder reads
/// the same bytes, and says what is wrong with them if something is. What this reader does read, both read alike.
package struct PlainJSON: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// How deep lists and objects may lie in each other.
    private var depth = 0
    private static let depthLimit = 12

    /// Nil when the value is not plain, or is followed by anything.
    package static func read<Value>(_ bytes: [UInt8], _ body: (inout PlainJSON) -> Value?) -> Value? {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = PlainJSON(bytes: bytes)
            guard let value = body(&reader) else { return nil }
            reader.skipSpace()
            return reader.at == bytes.count ? value : nil
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Calls the closure for each key of an object; it reads the value and answers whether it could.
    package mutating func object(_ member: (String, inout PlainJSON) -> Bool) -> Bool {
        sequence(UInt8(ascii: "{"), UInt8(ascii: "}")) { reader in
            guard let key = reader.text(), reader.take(UInt8(ascii: ":")) else { return false }
            return member(key, &reader)
        }
    }

    package mutating func list(_ element: (inout PlainJSON) -> Bool) -> Bool {
        sequence(UInt8(ascii: "["), UInt8(ascii: "]"), element)
    }

    private mutating func sequence(_ open: UInt8, _ close: UInt8, _ part: (inout PlainJSON) -> Bool) -> Bool {
        guard depth < Self.depthLimit, take(open) else { return false }
        depth += 1
        defer { depth -= 1 }
        if take(close) { return true }
        repeat {
            guard part(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(close)
    }

    /// Whether a text, an object or a list comes next.
    package enum Kind { case text, object, list }

    package mutating func kind() -> Kind? {
        skipSpace()
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "\""): return .text
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .list
        default: return nil
        }
    }

    package mutating func text() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)]), as: UTF8.self)
            case UInt8(ascii: "\\"): return escapedText(from: start)
            case ..<0x20: return nil
            default: at += 1
            }
        }
        return nil
    }

    private mutating func escapedText(from start: Int) -> String? {
        var text = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard at < bytes.count, let meant = Self.meant(by: bytes[at]) else { return nil }
                at += 1
                text.append(meant)
            case ..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func meant(by escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
    }
}
