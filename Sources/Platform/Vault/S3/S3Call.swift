// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Database
import NIOCore
import NIOHTTP1

/// One request to the store, which may have to be sent more than once.
struct S3Call: Sendable {
    var method: HTTPMethod
    /// The name of an object in the bucket; empty for the bucket itself.
    var key = ""
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body: S3Body?
    /// How long an answer is taken.
    var answerLimit = 1 << 20

    /// For the log: says what was wanted, holds no secret.
    func words(_ address: S3Address) -> String {
        "\(method.rawValue) s3://\(address.bucket)/\(key) at \(address.endpoint.scheme)://\(address.endpoint.host)"
    }
}

/// What a request brings along; it can be sent again.
struct S3Body: Sendable {
    enum Source: Sendable {
        case bytes([UInt8])
        case file(FileBuffers)
    }

    let source: Source
    let size: Int
    let sha256: String

    func sent() -> HTTPClientRequest.Body {
        switch source {
        case .bytes(let bytes): .bytes(ByteBuffer(bytes: bytes))
        case .file(let buffers): .stream(buffers, length: .known(Int64(size)))
        }
    }
}

/// What the store said.
struct S3Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    var isSuccess: Bool { (200..<300).contains(status) }

    /// Worth another try: the store is busy or a part of it is down.
    var isPassing: Bool { status >= 500 || status == 429 || status == 408 || (status == 400 && code == "RequestTimeout") }

    /// The name of a refusal, such as `NoSuchBucket`.
    var code: String { S3Text.first("Code", in: String(decoding: body, as: UTF8.self)) ?? "" }

    /// Number, name and sentence of a refusal; what was signed is not repeated.
    var words: String {
        let text = String(decoding: body, as: UTF8.self)
        let sentence = S3Text.first("Message", in: text).map { ": \($0.prefix(200))" } ?? ""
        return [String(status), code].filter { !$0.isEmpty }.joined(separator: " ") + sentence
    }
}

/// The pieces of a file on its way out.
struct FileBuffers: AsyncSequence, Sendable {
    let spool: Spool
    let path: String
    let size: Int

    struct Iterator: AsyncIteratorProtocol {
        let buffers: FileBuffers
        var file: DiskFile?
        var offset = 0

        mutating func next() async throws -> ByteBuffer? {
            guard offset < buffers.size else { return nil }
            let (open, path, offset, count) = (file, buffers.path, offset, Swift.min(256 << 10, buffers.size - offset))
            let (file, bytes) = try await buffers.spool.threads.run {
                let file = try open ?? DiskFile(reading: path)
                return (file, try file.read(at: offset, count: count))
            }
            guard !bytes.isEmpty else { throw VaultError.failed(operation: "read", code: 5) }
            (self.file, self.offset) = (file, offset + bytes.count)
            return ByteBuffer(bytes: bytes)
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(buffers: self) }
}
