// SPDX-License-Identifier: Apache-2.0

import CZlib
import NIOCore
import Synchronization

/// Compressors kept for reuse: making one costs a quarter of a megabyte of zeroed memory.
final class DeflaterPool: Sendable {
    private let level: Int
    private let idle = Mutex<[Deflater]>([])
    private static let kept = 8

    init(level: Int) {
        self.level = level
    }

    /// The bytes as gzip; nil when zlib refuses.
    func compressed(_ bytes: ByteBuffer) -> ByteBuffer? {
        guard let deflater = idle.withLock({ $0.popLast() }) ?? Deflater(level: level) else { return nil }
        let result = deflater.compressed(bytes)
        idle.withLock { if $0.count < Self.kept { $0.append(deflater) } }
        return result
    }
}

/// One zlib stream.
// SAFETY: a deflater is used by one thread at a time: the pool hands it out under its lock and takes it back the same way.
private final class Deflater: @unchecked Sendable {
    private let stream: UnsafeMutablePointer<z_stream>

    init?(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard motcua_deflate_gzip_init(stream, Int32(level)) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func compressed(_ bytes: ByteBuffer) -> ByteBuffer? {
        deflateReset(stream)
        var output = ByteBuffer()
        let bound = Int(deflateBound(stream, UInt(bytes.readableBytes)))
        var isDone = false
        _ = bytes.withUnsafeReadableBytes { source in
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
                // zlib does not write to its input although the field is not const.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                isDone = deflate(stream, Z_FINISH) == Z_STREAM_END
                return target.count - Int(stream.pointee.avail_out)
            }
        }
        return isDone ? output : nil
    }
}
