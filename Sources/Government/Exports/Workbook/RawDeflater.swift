// SPDX-License-Identifier: Apache-2.0

import CZlib

/// A stream of deflate without a frame, as ZIP has it; used again for one entry after the other.
final class RawDeflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private var buffer = [UInt8](repeating: 0, count: 256 * 1024)

    /// Nil when zlib has no memory.
    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The quickest level: the rows of a table are alike enough.
        let code = deflateInit2_(stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Adds what zlib gives out for these bytes; it keeps some back until the end.
    func write(_ bytes: [UInt8], to output: inout [UInt8]) {
        run(bytes, Z_NO_FLUSH, &output)
    }

    /// Adds the rest, and is ready for a new stream.
    func finish(to output: inout [UInt8]) {
        run([], Z_FINISH, &output)
        deflateReset(stream)
    }

    private func run(_ bytes: [UInt8], _ flush: Int32, _ output: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { source in
            // zlib does not write to its input although the field is not const.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.pointee.avail_in = UInt32(source.count)
            repeat {
                buffer.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    deflate(stream, flush)
                    output.append(contentsOf: target.prefix(target.count - Int(stream.pointee.avail_out)))
                }
            } while stream.pointee.avail_out == 0
            stream.pointee.next_in = nil
        }
    }
}

/// The checksum of ZIP over what came before and these bytes.
func checksum(_ before: UInt32, _ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32(UInt(before), $0.baseAddress, UInt32($0.count)) })
}
