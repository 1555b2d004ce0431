// SPDX-License-Identifier: Apache-2.0

import CZlib
import Foundation

/// Whether the parts of a PDF that must be unpacked to find its pages stay within bounds. A few kilobytes can be made to
/// unpack to gigabytes; the library would follow.
enum PDFExpansion {
    private static let limit = 64 << 20
    /// Of parts that cannot be unpacked here: no packing shrinks to less than a thousandth.
    private static let sealedLimit = 256 << 10

    static func isHarmless(_ content: [UInt8]) -> Bool {
        let isEncrypted = isEncryptedPDF(content)
        var (total, sealed) = (0, 0)
        var position = content.startIndex
        while let stream = find(stream, in: content, from: position) {
            position = stream + Self.stream.count
            // `endstream` ends with the same letters.
            if stream >= 3, content[(stream - 3)..<stream].elementsEqual("end".utf8) { continue }
            guard let dictionary = dictionary(before: stream, in: content), holdsObjects(dictionary) else { continue }
            if filters(dictionary) > 1 { return false }
            var start = position
            while start < content.count, content[start] == 13 || content[start] == 10 { start += 1 }
            if isEncrypted {
                sealed += (find(endstream, in: content, from: start) ?? content.count) - start
                if sealed > sealedLimit { return false }
            }
            total += unpackedSize(content[start...], limit: limit - total)
            if total >= limit { return false }
        }
        return true
    }

    private static let stream = Array("stream".utf8)
    private static let endstream = Array("endstream".utf8)
    private static let object = Array("obj".utf8)

    /// What stands between `obj` and the stream.
    private static func dictionary(before stream: Int, in content: [UInt8]) -> ArraySlice<UInt8>? {
        let earliest = max(0, stream - 4096)
        var start = stream - object.count
        while start >= earliest {
            if content[start] == UInt8(ascii: "o"), content[start..<(start + object.count)].elementsEqual(object) {
                return content[start..<stream]
            }
            start -= 1
        }
        return content[earliest..<stream]
    }

    /// Names of streams that hold objects or the table of objects; a name may also be written with `#`.
    private static func holdsObjects(_ dictionary: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: dictionary, as: UTF8.self)
        return ["/ObjStm", "/XRef", "/First", "#"].contains { text.contains($0) }
    }

    private static func filters(_ dictionary: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: dictionary, as: UTF8.self)
        return text.ranges(of: "Decode").count - text.ranges(of: "DecodeParms").count
    }

    private static func find(_ word: [UInt8], in content: [UInt8], from start: Int) -> Int? {
        content.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, let first = word.first else { return nil }
            var position = start
            while position + word.count <= bytes.count {
                guard let found = memchr(base + position, Int32(first), bytes.count - position - word.count + 1) else { return nil }
                position = UnsafeRawPointer(found) - base
                if memcmp(base + position, word, word.count) == 0 { return position }
                position += 1
            }
            return nil
        }
    }

    /// The size after unpacking, at most `limit`; what is not packed that way is as large as it is.
    private static func unpackedSize(_ packed: ArraySlice<UInt8>, limit: Int) -> Int {
        var state = z_stream()
        guard inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return 0 }
        defer { inflateEnd(&state) }
        var output = [UInt8](repeating: 0, count: 64 << 10)
        return packed.withUnsafeBytes { input in
            state.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            state.avail_in = UInt32(clamping: input.count)
            var size = 0
            while size < limit {
                let (result, written) = output.withUnsafeMutableBufferPointer { buffer in
                    state.next_out = buffer.baseAddress
                    state.avail_out = UInt32(buffer.count)
                    return (inflate(&state, Z_NO_FLUSH), buffer.count - Int(state.avail_out))
                }
                size += written
                if result != Z_OK || written == 0 { break }
            }
            return size
        }
    }
}
