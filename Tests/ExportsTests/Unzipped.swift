// SPDX-License-Identifier: Apache-2.0

import CZlib
import Kernel

/// The files of a ZIP archive, read by its directory; every checksum and size is compared.
struct Unzipped {
    private(set) var byName: [String: String] = [:]

    var all: String { byName.values.joined() }

    struct Damaged: Error {
        let what: String
    }

    init(_ bytes: [UInt8]) throws {
        let end = bytes.count - 22
        guard end >= 0, little(bytes[end...], 4) == 0x0605_4B50 else { throw Damaged(what: "no end") }
        var at = Int(little(bytes[(end + 16)...], 4))
        for _ in 0..<little(bytes[(end + 10)...], 2) {
            guard little(bytes[at...], 4) == 0x0201_4B50 else { throw Damaged(what: "directory") }
            let lengths = [28, 30, 32].map { Int(little(bytes[(at + $0)...], 2)) }
            let (packed, size) = (Int(little(bytes[(at + 20)...], 4)), Int(little(bytes[(at + 24)...], 4)))
            let entry = Int(little(bytes[(at + 42)...], 4))
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + lengths[0])], as: UTF8.self)
            let start = entry + 30 + Int(little(bytes[(entry + 26)...], 2)) + Int(little(bytes[(entry + 28)...], 2))
            let descriptor = start + packed
            guard little(bytes[entry...], 4) == 0x0403_4B50, little(bytes[descriptor...], 4) == 0x0807_4B50,
                bytes[(descriptor + 4)..<(descriptor + 16)] == bytes[(at + 16)..<(at + 28)]
            else { throw Damaged(what: name) }
            let content = try Self.inflated(Array(bytes[start..<descriptor]), size)
            guard content.withUnsafeBufferPointer({ crc32(0, $0.baseAddress, UInt32($0.count)) }) == little(bytes[(at + 16)...], 4) else {
                throw Damaged(what: "checksum of \(name)")
            }
            byName[name] = String(decoding: content, as: UTF8.self)
            at += 46 + lengths.reduce(0, +)
        }
    }

    private static func inflated(_ packed: [UInt8], _ size: Int) throws -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw Damaged(what: "zlib") }
        defer { inflateEnd(&stream) }
        var packed = packed
        var output = [UInt8](repeating: 0, count: size)
        let code = packed.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
                return inflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END, stream.avail_out == 0 else { throw Damaged(what: "deflate: \(code)") }
        return output
    }
}

/// A number of so many bytes, the lowest first.
func little(_ bytes: ArraySlice<UInt8>, _ count: Int) -> UInt64 {
    bytes.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
