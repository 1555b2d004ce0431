// SPDX-License-Identifier: Apache-2.0

import Foundation

/// An open file, closed when nobody holds it. Every call may block, so it belongs on a worker thread.
final class DiskFile: Sendable {
    private let descriptor: Int32

    init(reading path: String) throws {
        descriptor = try Self.checked("open \(path)") { open(path, O_RDONLY | O_CLOEXEC) }
    }

    /// Makes a new file for this user only; fails where one is already.
    init(creating path: String) throws {
        descriptor = try Self.checked("create \(path)") { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    }

    deinit {
        close(descriptor)
    }

    func size() throws -> Int {
        var status = stat()
        try Self.checked("fstat") { fstat(descriptor, &status) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw VaultError.failed(operation: "fstat", code: EISDIR) }
        return Int(status.st_size)
    }

    /// At most `count` bytes from a position; fewer only at the end of the file.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let target = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let amount = try Self.checked("read") { pread(descriptor, target.baseAddress, target.count, off_t(offset + filled)) }
                guard amount > 0 else { return }
                filled += amount
            }
        }
    }

    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                rest = rest.dropFirst(try Self.checked("write") { Foundation.write(descriptor, part.baseAddress, part.count) })
            }
        }
    }

    /// Copies the first `count` bytes.
    func copy(to target: DiskFile, count: Int) throws {
        var offset = 0
        while offset < count {
            let bytes = try read(at: offset, count: min(1 << 20, count - offset))
            guard !bytes.isEmpty else { throw VaultError.failed(operation: "copy", code: EIO) }
            try target.write(bytes)
            offset += bytes.count
        }
    }

    /// Waits until the disk has it.
    func sync() throws {
        try Self.checked("fsync") { fsync(descriptor) }
    }

    /// Makes names in a directory (a rename, a new folder) survive a power cut.
    static func syncDirectory(_ path: String) throws {
        try DiskFile(reading: path).sync()
    }

    @discardableResult
    static func checked<T: BinaryInteger>(_ operation: String, _ call: () -> T) throws -> T {
        while true {
            let result = call()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { throw VaultError.failed(operation: operation, code: code) }
        }
    }
}
