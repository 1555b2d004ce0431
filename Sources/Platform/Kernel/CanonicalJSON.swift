// SPDX-License-Identifier: Apache-2.0

/// Writes a value as JSON with sorted keys and unescaped slashes, byte for byte what Foundation's encoder writes with those
/// options, in a fraction of its time: every event of every dossier is hashed over such a text. Knows what our values are made
/// of: texts, whole and broken numbers, truth values, lists, objects. Nil for a value that asks for more (nested containers by
/// hand), which Foundation's encoder then takes.
package func canonicalJSONText(_ value: any Encodable) throws -> String? {
    let writer = CanonicalWriter()
    try writer.write(value)
    return writer.isBeyond ? nil : String(decoding: writer.bytes, as: UTF8.self)
}

/// One text in the making. Members of an object are written as they come; when the object is complete they are put in order.
final class CanonicalWriter: Encoder {
    private struct Member {
        /// Where its comma or brace stands.
        let start: Int
        let key: Range<Int>
        var end: Int
    }

    private enum Shape { case nothing, object, list }

    private(set) var bytes: [UInt8] = []
    fileprivate(set) var isBeyond = false
    private var members: [Member] = []
    /// The value being written: where its members begin, and what it has turned out to be.
    private var firstMember = 0
    private var shape = Shape.nothing
    private var count = 0

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init() {
        bytes.reserveCapacity(1024)
        members.reserveCapacity(32)
    }

    func write(_ value: some Encodable) throws {
        let outer = (firstMember, shape, count)
        let start = bytes.count
        (firstMember, shape, count) = (members.count, .nothing, 0)
        try value.encode(to: self)
        switch shape {
        case .object: finishObject(from: start)
        case .list:
            if count == 0 { bytes.append(UInt8(ascii: "[")) }
            bytes.append(UInt8(ascii: "]"))
        case .nothing: break
        }
        (firstMember, shape, count) = outer
    }

    private func finishObject(from start: Int) {
        let own = members[firstMember...]
        if own.isEmpty { bytes.append(UInt8(ascii: "{")) }
        if own.count > 1, !isSorted(own) { reorder(own, from: start) }
        bytes.append(UInt8(ascii: "}"))
        members.removeSubrange(firstMember...)
    }

    private func isSorted(_ own: ArraySlice<Member>) -> Bool {
        var previous = own.startIndex
        for index in own.indices.dropFirst() {
            if precedes(own[index].key, own[previous].key) { return false }
            previous = index
        }
        return true
    }

    private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        var (one, other) = (left.lowerBound, right.lowerBound)
        while one < left.upperBound, other < right.upperBound {
            if bytes[one] != bytes[other] { return bytes[one] < bytes[other] }
            one += 1
            other += 1
        }
        return left.count < right.count
    }

    private func reorder(_ own: ArraySlice<Member>, from start: Int) {
        let sorted = own.sorted { precedes($0.key, $1.key) }
        var ordered: [UInt8] = []
        ordered.reserveCapacity(bytes.count - start)
        for member in sorted {
            ordered.append(ordered.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            ordered += bytes[(member.start + 1)..<member.end]
        }
        bytes.replaceSubrange(start..., with: ordered)
    }

    // MARK: What containers write

    fileprivate func member(_ key: some CodingKey, _ body: () throws -> Void) rethrows {
        let start = bytes.count
        bytes.append(members.count == firstMember ? UInt8(ascii: "{") : UInt8(ascii: ","))
        bytes.append(UInt8(ascii: "\""))
        let keyStart = bytes.count
        escape(key.stringValue)
        let index = members.count
        members.append(Member(start: start, key: keyStart..<bytes.count, end: 0))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        try body()
        members[index].end = bytes.count
    }

    fileprivate func element(_ body: () throws -> Void) rethrows {
        bytes.append(count == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
        count += 1
        try body()
    }

    fileprivate var elements: Int { count }

    fileprivate func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        escape(text)
        bytes.append(UInt8(ascii: "\""))
    }

    fileprivate func plain(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

    /// A broken number without a needless `.0`; one that is none makes no JSON.
    fileprivate func number(_ value: Double) {
        guard value.isFinite else { return isBeyond = true }
        let text = value.description
        plain(text.hasSuffix(".0") ? text.dropLast(2) : text[...])
    }

    private func escape(_ text: String) { appendEscaped(text, to: &bytes) }

    // MARK: Encoder

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        shape = .object
        return KeyedEncodingContainer(CanonicalObject<Key>(writer: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        shape = .list
        return CanonicalList(writer: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalScalar(writer: self) }
}

/// What a container needs so that one word writes every kind of value.
private protocol CanonicalContainer {
    var writer: CanonicalWriter { get }
}

extension CanonicalContainer {
    var codingPath: [any CodingKey] { [] }

    func write(_ value: some Encodable) throws {
        switch value {
        case let text as String: writer.text(text)
        case let flag as Bool: writer.plain(flag ? "true" : "false")
        case let number as Double: writer.number(number)
        case let number as Float: writer.number(Double(number))
        case let number as any BinaryInteger: writer.plain(String(number))
        default: try writer.write(value)
        }
    }
}

private struct CanonicalObject<Key: CodingKey>: KeyedEncodingContainerProtocol, CanonicalContainer {
    let writer: CanonicalWriter

    func encodeNil(forKey key: Key) { writer.member(key) { writer.plain("null") } }
    func encode(_ value: Bool, forKey key: Key) { writer.member(key) { writer.plain(value ? "true" : "false") } }
    func encode(_ value: String, forKey key: Key) { writer.member(key) { writer.text(value) } }
    func encode(_ value: Int, forKey key: Key) { writer.member(key) { writer.plain(String(value)) } }
    func encode(_ value: Int64, forKey key: Key) { writer.member(key) { writer.plain(String(value)) } }
    func encode(_ value: Double, forKey key: Key) { writer.member(key) { writer.number(value) } }
    func encode(_ value: some Encodable, forKey key: Key) throws { try writer.member(key) { try write(value) } }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        writer.isBeyond = true
        return KeyedEncodingContainer(CanonicalObject<Nested>(writer: writer))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        writer.isBeyond = true
        return CanonicalList(writer: writer)
    }

    func superEncoder() -> any Encoder {
        writer.isBeyond = true
        return writer
    }

    func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

private struct CanonicalList: UnkeyedEncodingContainer, CanonicalContainer {
    let writer: CanonicalWriter

    var count: Int { writer.elements }

    func encodeNil() { writer.element { writer.plain("null") } }
    func encode(_ value: String) { writer.element { writer.text(value) } }
    func encode(_ value: some Encodable) throws { try writer.element { try write(value) } }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        writer.isBeyond = true
        return KeyedEncodingContainer(CanonicalObject<Nested>(writer: writer))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.isBeyond = true
        return CanonicalList(writer: writer)
    }

    func superEncoder() -> any Encoder {
        writer.isBeyond = true
        return writer
    }
}

private struct CanonicalScalar: SingleValueEncodingContainer, CanonicalContainer {
    let writer: CanonicalWriter

    func encodeNil() { writer.plain("null") }
    func encode(_ value: String) { writer.text(value) }
    func encode(_ value: some Encodable) throws { try write(value) }
}
