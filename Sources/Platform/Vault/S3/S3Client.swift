// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore
import NIOHTTP1
import NIOSSL

/// Signs requests, sends them, and sends them again while the store is only out of breath.
final class S3Client: Sendable {
    let address: S3Address
    private let client: HTTPClient
    private let patience: S3Patience
    private let now: @Sendable () -> Instant

    init(_ address: S3Address, patience: S3Patience, now: @escaping @Sendable () -> Instant) throws {
        (self.address, self.patience, self.now) = (address, patience, now)
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.timeout = .init(connect: .init(patience.connect), read: .init(patience.answer), write: .init(patience.answer))
        // Here it is done with a limit and a word for the log.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        if let path = address.trustedCertificates {
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw VaultError.unavailable("The file of certificates \(path) cannot be read.")
            }
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(path)
            configuration.tlsConfiguration = tls
        }
        client = HTTPClient(configuration: configuration)
    }

    deinit {
        client.shutdown { _ in }
    }

    /// The store's answer, be it a refusal.
    /// - Throws: `VaultError.unavailable` when there is none after several tries.
    func send(_ call: S3Call) async throws -> S3Answer {
        let began = ContinuousClock.now
        var attempt = 1
        while true {
            let trouble: String
            do {
                let answer = try await sendOnce(call)
                guard answer.isPassing else { return answer }
                trouble = answer.words
            } catch let error as VaultError {
                throw error
            } catch {
                try Task.checkCancellation()
                trouble = Self.words(error)
            }
            guard attempt < patience.attempts, began.duration(to: .now) < patience.total else {
                throw VaultError.unavailable("\(call.words(address)): \(trouble), after \(attempt) attempts")
            }
            try await Task.sleep(for: patience.pause(after: attempt))
            attempt += 1
        }
    }

    /// The answer where it is a success or has one of these numbers.
    /// - Throws: `VaultError.unavailable` with the store's words for any other refusal.
    func require(_ call: S3Call, or allowed: Int...) async throws -> S3Answer {
        let answer = try await send(call)
        guard answer.isSuccess || (allowed.contains(answer.status) && answer.code != "NoSuchBucket") else {
            throw VaultError.unavailable("\(call.words(address)): \(answer.words)")
        }
        return answer
    }

    private func sendOnce(_ call: S3Call) async throws -> S3Answer {
        let path = address.path(of: call.key)
        let query = S3Signature.queryText(call.query)
        var request = HTTPClientRequest(url: "\(address.endpoint.scheme)://\(address.host)\(path)\(query.isEmpty ? "" : "?" + query)")
        request.method = call.method
        let unsigned = S3Signature.Request(
            method: call.method.rawValue, path: path, query: call.query, headers: call.headers + [("host", address.host)],
            payload: call.body?.sha256 ?? S3Signature.emptyPayload)
        for header in S3Signature(credentials: address.credentials, region: address.region).signed(unsigned, at: now()) {
            request.headers.add(name: header.name, value: header.value)
        }
        request.body = call.body?.sent()
        let response = try await client.execute(request, timeout: patience.time(for: call.body?.size ?? 0))
        let body = try await response.body.collect(upTo: call.answerLimit)
        return S3Answer(status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: error.shortDescription
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case is NIOTooManyBytesError: "a longer answer than asked for"
        default: "\(type(of: error)): \(String(describing: error).prefix(200))"
        }
    }
}

/// How long a store is waited for.
package struct S3Patience: Sendable {
    package var attempts = 4
    /// No attempt begins later.
    package var total: Duration = .seconds(15)
    package var connect: Duration = .seconds(3)
    /// Between two signs of life.
    package var answer: Duration = .seconds(8)
    package var firstPause: Duration = .milliseconds(150)

    package init() {}

    /// Twice as long each time, and never the same for all who wait.
    func pause(after attempt: Int) -> Duration {
        firstPause * (1 << min(attempt - 1, 5)) * Double.random(in: 0.5...1)
    }

    /// A body may take its time at 100 kB a second.
    func time(for bytes: Int) -> TimeAmount {
        TimeAmount(answer) + .seconds(Int64(bytes / 100_000))
    }
}
