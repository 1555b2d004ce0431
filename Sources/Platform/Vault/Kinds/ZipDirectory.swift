// SPDX-License-Identifier: Apache-2.0

/// The names in a ZIP container, read from the directory at its end; nothing is unpacked.
struct ZipDirectory {
    private(set) var names: Set<String> = []
    /// The content of an uncompressed first entry called `mimetype`, as OpenDocument has it.
    let declaredType: String?

    private static let entryLimit = 5000

    /// Nil when there is no directory to be read.
    init?(_ content: [UInt8]) {
        guard let end = Self.endRecord(content) else { return nil }
        let count = min(Self.number(content, at: end + 10, bytes: 2), Self.entryLimit)
        var offset = Self.number(content, at: end + 16, bytes: 4)
        for _ in 0..<count {
            guard Self.number(content, at: offset, bytes: 4) == 0x0201_4B50 else { break }
            let (nameLength, extraLength, commentLength) = (
                Self.number(content, at: offset + 28, bytes: 2), Self.number(content, at: offset + 30, bytes: 2),
                Self.number(content, at: offset + 32, bytes: 2)
            )
            guard offset + 46 + nameLength <= content.count else { break }
            names.insert(String(decoding: content[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self))
            offset += 46 + nameLength + extraLength + commentLength
        }
        guard !names.isEmpty else { return nil }
        declaredType = Self.declaredType(content)
    }

    /// The end record stands in the last 22 bytes, or before a comment of at most 65,535.
    private static func endRecord(_ content: [UInt8]) -> Int? {
        guard content.count >= 22 else { return nil }
        for start in stride(from: content.count - 22, through: max(0, content.count - 22 - 65_535), by: -1)
        where content[start] == 0x50 && number(content, at: start, bytes: 4) == 0x0605_4B50 {
            return start
        }
        return nil
    }

    private static func declaredType(_ content: [UInt8]) -> String? {
        let (method, size) = (number(content, at: 8, bytes: 2), number(content, at: 22, bytes: 4))
        let (nameLength, extraLength) = (number(content, at: 26, bytes: 2), number(content, at: 28, bytes: 2))
        let start = 30 + nameLength + extraLength
        guard method == 0, nameLength == 8, size < 100, start + size <= content.count else { return nil }
        guard content[30..<38].elementsEqual("mimetype".utf8) else { return nil }
        return String(decoding: content[start..<(start + size)], as: UTF8.self)
    }

    /// A little-endian number; 0 beyond the end.
    private static func number(_ content: [UInt8], at offset: Int, bytes: Int) -> Int {
        guard offset >= 0, offset + bytes <= content.count else { return 0 }
        return (0..<bytes).reduce(0) { $0 | Int(content[offset + $1]) << (8 * $1) }
    }
}
