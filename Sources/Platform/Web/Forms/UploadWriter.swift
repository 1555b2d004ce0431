// SPDX-License-Identifier: Apache-2.0

import Crypto
import Dispatch
import Foundation
import Kernel

/// Writes one upload to a temporary file while it arrives, and hashes it on the way.
struct UploadWriter {
    let path: String
    private(set) var size = 0
    private let descriptor: Int32
    private var hash = SHA256()
    private var buffer: [UInt8] = []

    private static let bufferBytes = 256 * 1024

    init(folder: String?) async throws {
        let folder = folder ?? NSTemporaryDirectory()
        let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
        let path = folder + (folder.hasSuffix("/") ? "" : "/") + "upload-" + name
        self.path = path
        descriptor = try await offThread {
            let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SystemError(number: errno, doing: "open") }
            return descriptor
        }
    }

    mutating func append(_ bytes: [UInt8]) async throws {
        size += bytes.count
        hash.update(data: bytes)
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferBytes { try await flush() }
    }

    /// Closes the file; the hash in hexadecimal.
    mutating func finish() async throws -> String {
        try await flush()
        try await closeFile()
        return hash.finalize().hex
    }

    func closeFile() async throws {
        let descriptor = descriptor
        try await offThread { _ = close(descriptor) }
    }

    private mutating func flush() async throws {
        let (bytes, descriptor) = (buffer, descriptor)
        buffer.removeAll(keepingCapacity: true)
        try await offThread {
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw SystemError(number: errno, doing: "write") }
                written += count
            }
        }
    }
}

/// What the operating system refused, and why.
struct SystemError: Error {
    let number: Int32
    let doing: String
}

/// Runs blocking work away from the threads that serve requests.
func offThread<T: Sendable>(_ work: @Sendable @escaping () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
}
