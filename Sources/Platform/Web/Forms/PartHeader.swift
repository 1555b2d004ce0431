// SPDX-License-Identifier: Apache-2.0

/// The head of one part of `multipart/form-data`: the field's name, and the file's name when it is a file.
struct PartHeader: Equatable {
    let name: String
    /// Nil for a text field.
    let filename: String?
    let type: String

    init(_ bytes: ArraySlice<UInt8>) throws(FormProblem) {
        var disposition: [String: String]?
        var type = ""
        for line in try Self.lines(bytes) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { throw .brokenMultipart }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
            switch name {
            case "content-disposition":
                guard disposition == nil else { throw .brokenMultipart }
                disposition = try Self.parameters(value, of: "form-data")
            case "content-type": type = String(decoding: value, as: UTF8.self)
            case "content-transfer-encoding":
                let encoding = String(decoding: value, as: UTF8.self).lowercased()
                guard ["7bit", "8bit", "binary"].contains(encoding) else { throw .brokenMultipart }
            default: break
            }
        }
        guard let disposition, let fieldName = disposition["name"], !fieldName.isEmpty else { throw .brokenMultipart }
        (self.name, filename, self.type) = (fieldName, disposition["filename"], type)
    }

    private static func lines(_ bytes: ArraySlice<UInt8>) throws(FormProblem) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var lineStart = bytes.startIndex
        for index in bytes.indices where bytes[index] == 10 {
            guard index > bytes.startIndex, bytes[index - 1] == 13 else { throw .brokenMultipart }
            lines.append(bytes[lineStart..<index - 1])
            lineStart = index + 1
        }
        lines.append(bytes[lineStart...])
        guard lines.count <= 16, !bytes.contains(0) else { throw .brokenMultipart }
        return lines
    }

    /// `form-data; name="a"; filename="b"`: browsers write `"` as `%22` and line ends as `%0D%0A`, others escape by `\"`.
    static func parameters(_ value: ArraySlice<UInt8>, of expected: String) throws(FormProblem) -> [String: String] {
        var rest = value
        let kind = rest.prefix { $0 != UInt8(ascii: ";") }
        guard String(decoding: kind, as: UTF8.self).lowercased().filter({ $0 != " " }) == expected else { throw .brokenMultipart }
        rest = rest[kind.endIndex...]
        var found: [String: String] = [:]
        while let first = rest.first {
            guard first == UInt8(ascii: ";") else { throw .brokenMultipart }
            rest = rest.dropFirst().drop { $0 == 32 || $0 == 9 }
            if rest.isEmpty { break }
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { throw .brokenMultipart }
            let name = String(decoding: rest[..<equals], as: UTF8.self).lowercased()
            rest = rest[(equals + 1)...]
            let bytes = try readValue(&rest)
            rest = rest.drop { $0 == 32 || $0 == 9 }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
            guard found.updateValue(text, forKey: name) == nil else { throw .brokenMultipart }
        }
        return found
    }

    private static func readValue(_ rest: inout ArraySlice<UInt8>) throws(FormProblem) -> [UInt8] {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0 != UInt8(ascii: ";") && $0 != 32 }
            rest = rest[token.endIndex...]
            return Array(token)
        }
        rest = rest.dropFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return bytes
            case UInt8(ascii: "\\") where rest.first == UInt8(ascii: "\""): bytes.append(rest.removeFirst())
            case UInt8(ascii: "%"): bytes.append(unescaped(&rest))
            default: bytes.append(byte)
            }
        }
        throw .brokenMultipart
    }

    /// Only the three escapes of browsers; any other `%` stands for itself.
    private static func unescaped(_ rest: inout ArraySlice<UInt8>) -> UInt8 {
        for (code, byte) in [("22", UInt8(ascii: "\"")), ("0D", 13), ("0A", 10)] where rest.starts(with: code.utf8) {
            rest = rest.dropFirst(2)
            return byte
        }
        return UInt8(ascii: "%")
    }
}
