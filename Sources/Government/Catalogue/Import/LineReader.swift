// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Hands out a file's lines one at a time, holding no more than one line and one block in memory.
struct LineReader {
    enum Line: Hashable, Sendable {
        case text(ArraySlice<UInt8>)
        /// A line beyond the limit; its bytes are skipped, not kept.
        case tooLong(bytes: Int)
    }

    /// The longest line of the national data has 126 kB; sixteen million leaves room and still protects the memory.
    static let longestLine = 16 << 20
    private static let blockSize = 256 << 10

    private let file: FileHandle
    private let limit: Int
    private var block: ArraySlice<UInt8> = []
    private var ended = false
    private(set) var number = 0

    init(path: String, limit: Int = LineReader.longestLine) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw CatalogueImportError.unreadableFile(path) }
        (self.file, self.limit) = (file, limit)
    }

    /// The next line without its end, nil after the last one.
    mutating func next() throws -> Line? {
        var line: [UInt8] = []
        var length = 0
        var some = false
        while true {
            if block.isEmpty {
                guard try fill() else { break }
            }
            some = true
            let end = block.firstIndex(of: 10)
            let piece = block[..<(end ?? block.endIndex)]
            length += piece.count
            if length <= limit { line.append(contentsOf: piece) } else { line = [] }
            block = end.map { block[($0 + 1)...] } ?? []
            if end != nil { break }
        }
        guard some else { return nil }
        number += 1
        return length > limit ? .tooLong(bytes: length) : .text(trimmed(line))
    }

    private mutating func fill() throws -> Bool {
        guard !ended else { return false }
        guard let data = try file.read(upToCount: Self.blockSize), !data.isEmpty else {
            ended = true
            try file.close()
            return false
        }
        block = ArraySlice(data)
        return true
    }

    /// Without the byte order mark of a first line and without the carriage return some programs write.
    private func trimmed(_ line: [UInt8]) -> ArraySlice<UInt8> {
        var slice = line[...]
        if number == 1, slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice = slice.dropFirst(3) }
        while let last = slice.last, last == 13 || last == 32 || last == 9 { slice = slice.dropLast() }
        while let first = slice.first, first == 32 || first == 9 { slice = slice.dropFirst() }
        return slice
    }
}

/// What stops an import before its first line.
package enum CatalogueImportError: Error, Hashable {
    case unreadableFile(String)
}
