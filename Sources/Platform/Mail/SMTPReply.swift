// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What a mail server answers: three digits, perhaps an enhanced code (RFC 3463), and words.
struct SMTPReply: Sendable, Hashable {
    let code: Int
    /// `5.1.1`, where the server says it.
    let enhanced: String?
    let lines: [String]

    var isPositive: Bool { (200...399).contains(code) }
    var isPermanentFailure: Bool { (500...599).contains(code) }

    /// For logs and for people: the codes and the words, without the addresses servers like to repeat.
    var spoken: String {
        let words = lines.joined(separator: " ").split(separator: " ").map { $0.contains("@") ? "…" : String($0) }.joined(separator: " ")
        return ["\(code)", enhanced, words.isEmpty ? nil : String(words.prefix(300))].compactMap(\.self).joined(separator: " ")
    }

    init(code: Int, lines: [String]) {
        self.code = code
        let codes = lines.map(Self.enhancedCode)
        // Said on every line or not at all, and of the same class as the code.
        if let first = codes.first ?? nil, first.hasPrefix("\(code / 100)."), codes.allSatisfy({ $0 == first }) {
            enhanced = first
            self.lines = lines.map { String($0.dropFirst(first.count).drop { $0 == " " }) }
        } else {
            (enhanced, self.lines) = (nil, lines)
        }
    }

    private static func enhancedCode(_ line: String) -> String? {
        let word = line.prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]) else { return nil }
        return parts.dropFirst().allSatisfy { (1...3).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } } ? String(word) : nil
    }
}

extension SMTPReply {
    struct Malformed: Error {}

    static let maximumBytes = 64 * 1024

    /// Takes one whole reply from what has come in; nil while its end is missing.
    static func take(from buffer: inout ByteBuffer) throws -> SMTPReply? {
        var rest = buffer.readableBytesView
        var lines: [String] = []
        var code: Int?
        while let end = rest.firstIndex(of: 10) {
            var line = rest[..<end]
            if line.last == 13 { line = line.dropLast() }
            rest = rest[(end + 1)...]
            guard line.count >= 3, let number = Int(String(decoding: line.prefix(3), as: UTF8.self)), (200...599).contains(number),
                code == nil || code == number
            else { throw Malformed() }
            code = number
            let mark = line.dropFirst(3).first
            guard mark == nil || mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else { throw Malformed() }
            lines.append(oneLine(String(decoding: line.dropFirst(4), as: UTF8.self)))
            guard mark == UInt8(ascii: "-") else {
                buffer.moveReaderIndex(forwardBy: rest.startIndex - buffer.readableBytesView.startIndex)
                return SMTPReply(code: number, lines: lines)
            }
        }
        guard buffer.readableBytes <= maximumBytes else { throw Malformed() }
        return nil
    }
}
