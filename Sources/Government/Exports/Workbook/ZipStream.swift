// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A ZIP archive written from front to back (PKWARE APPNOTE 6.3): the sizes of an entry stand behind it. Only an archive past
/// 4 GiB, or of very many entries, gets the ZIP64 records.
struct ZipStream {
    private struct Entry {
        let name: [UInt8]
        let offset: UInt64
        var checksum: UInt32 = 0
        var packed: UInt64 = 0
        var size: UInt64 = 0
    }

    private let deflater: RawDeflater
    private let time: UInt16
    private let date: UInt16
    private var entries: [Entry] = []
    private var isOpen = false
    private var offset: UInt64

    private static let most32: UInt64 = 0xFFFF_FFFF
    /// Sizes behind the content; the name is UTF-8.
    private static let flags: UInt16 = 0x0808

    /// - Parameter offset: how many bytes stand before the archive, counted as part of it.
    init(at moment: LocalDateTime, offset: UInt64 = 0) throws {
        guard let deflater = RawDeflater() else { throw ExportProblem.noMemory }
        self.deflater = deflater
        self.offset = offset
        time = UInt16(moment.hour << 11 | moment.minute << 5)
        date = UInt16(max(0, moment.date.year - 1980) << 9 | moment.date.month << 5 | moment.date.day)
    }

    mutating func open(_ name: String, to output: inout [UInt8]) {
        let before = output.count
        let name = Array(name.utf8)
        entries.append(Entry(name: name, offset: offset))
        isOpen = true
        output.append(little: 0x0403_4B50 as UInt32)
        output.append(little: 20 as UInt16)
        appendKind(to: &output)
        for _ in 0..<3 { output.append(little: 0 as UInt32) }
        output.append(little: UInt16(name.count))
        output.append(little: 0 as UInt16)
        output += name
        offset += UInt64(output.count - before)
    }

    mutating func write(_ bytes: [UInt8], to output: inout [UInt8]) {
        guard isOpen, !bytes.isEmpty else { return }
        let before = output.count
        deflater.write(bytes, to: &output)
        let last = entries.count - 1
        entries[last].checksum = Exports.checksum(entries[last].checksum, bytes)
        entries[last].size += UInt64(bytes.count)
        note(output.count - before)
    }

    mutating func close(to output: inout [UInt8]) throws {
        guard isOpen else { return }
        isOpen = false
        let before = output.count
        deflater.finish(to: &output)
        note(output.count - before)
        let entry = entries[entries.count - 1]
        guard entry.size < Self.most32, entry.packed < Self.most32 else { throw ExportProblem.sheetTooLarge }
        let descriptor = output.count
        output.append(little: 0x0807_4B50 as UInt32)
        appendSizes(entry, to: &output)
        offset += UInt64(output.count - descriptor)
    }

    /// The whole entry at once.
    mutating func add(_ name: String, _ content: [UInt8], to output: inout [UInt8]) throws {
        open(name, to: &output)
        write(content, to: &output)
        try close(to: &output)
    }

    /// The directory, with which the archive ends.
    mutating func finish(to output: inout [UInt8]) {
        let start = offset
        let before = output.count
        for entry in entries { append(entry, to: &output) }
        let size = UInt64(output.count - before)
        let count = UInt64(entries.count)
        if start >= Self.most32 || count >= 0xFFFF { append64(start: start, size: size, count: count, to: &output) }
        output.append(little: 0x0605_4B50 as UInt32)
        output.append(little: 0 as UInt32)
        for _ in 0..<2 { output.append(little: UInt16(min(count, 0xFFFF))) }
        output.append(little: UInt32(min(size, Self.most32)))
        output.append(little: UInt32(min(start, Self.most32)))
        output.append(little: 0 as UInt16)
    }

    private mutating func note(_ packed: Int) {
        entries[entries.count - 1].packed += UInt64(packed)
        offset += UInt64(packed)
    }

    private func append(_ entry: Entry, to output: inout [UInt8]) {
        let isFar = entry.offset >= Self.most32
        output.append(little: 0x0201_4B50 as UInt32)
        output.append(little: 0x032D as UInt16)
        output.append(little: (isFar ? 45 : 20) as UInt16)
        appendKind(to: &output)
        appendSizes(entry, to: &output)
        output.append(little: UInt16(entry.name.count))
        output.append(little: (isFar ? 12 : 0) as UInt16)
        for _ in 0..<3 { output.append(little: 0 as UInt16) }
        output.append(little: 0o100644 << 16 as UInt32)
        output.append(little: UInt32(min(entry.offset, Self.most32)))
        output += entry.name
        if isFar {
            output.append(little: 1 as UInt16)
            output.append(little: 8 as UInt16)
            output.append(little: entry.offset)
        }
    }

    /// Where the directory lies and how long it is, in numbers of 64 bits.
    private func append64(start: UInt64, size: UInt64, count: UInt64, to output: inout [UInt8]) {
        output.append(little: 0x0606_4B50 as UInt32)
        output.append(little: 44 as UInt64)
        output.append(little: 0x032D as UInt16)
        output.append(little: 45 as UInt16)
        output.append(little: 0 as UInt64)
        for number in [count, count, size, start] { output.append(little: number) }
        output.append(little: 0x0706_4B50 as UInt32)
        output.append(little: 0 as UInt32)
        output.append(little: start + size)
        output.append(little: 1 as UInt32)
    }

    private func appendKind(to output: inout [UInt8]) {
        output.append(little: Self.flags)
        output.append(little: 8 as UInt16)
        output.append(little: time)
        output.append(little: date)
    }

    private func appendSizes(_ entry: Entry, to output: inout [UInt8]) {
        output.append(little: entry.checksum)
        output.append(little: UInt32(entry.packed))
        output.append(little: UInt32(entry.size))
    }
}

extension [UInt8] {
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
