// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Foundation
import Kernel
import NIOCore
import NIOHTTP1

/// Sends requests and measures each from the moment it should have been sent to the last byte of its answer.
struct LoadClient: Sendable {
    let client: HTTPClient
    let server: String
    let tally: LoadTally

    /// The body of the answer where it is what was hoped for; nil otherwise, which is counted.
    func send(
        _ kind: LoadReport.Kind, _ method: String, _ path: String, token: String?, body: [UInt8]? = nil, mediaType: String = "application/json",
        key: String? = nil, due: ContinuousClock.Instant = .now
    ) async -> [UInt8]? {
        var request = HTTPClientRequest(url: server + path)
        request.method = .init(rawValue: method)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        if let body {
            request.headers.add(name: "Content-Type", value: mediaType)
            request.body = .bytes(body)
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(30))
            let answer = try await response.body.collect(upTo: 4 * 1024 * 1024)
            let isRight = (200..<300).contains(response.status.code)
            let bytes = Array(answer.readableBytesView)
            let problem = isRight ? nil : "\(response.status.code) \(Self.problem(bytes))"
            tally.note(kind, from: due, problem: problem)
            return isRight ? bytes : nil
        } catch {
            tally.note(kind, from: due, problem: "\(type(of: error)) \(error)")
            return nil
        }
    }

    func post(
        _ kind: LoadReport.Kind, _ path: String, token: String, _ body: some Encodable, key: String? = nil, due: ContinuousClock.Instant = .now
    ) async -> [UInt8]? {
        guard let bytes = try? JSONEncoder().encode(body) else { return nil }
        return await send(kind, "POST", path, token: token, body: Array(bytes), key: key, due: due)
    }

    /// The name of what went wrong, where the answer tells one.
    private static func problem(_ bytes: [UInt8]) -> String {
        struct Problem: Decodable {
            let code: String?
            let title: String?
        }
        let problem = try? JSONDecoder().decode(Problem.self, from: Data(bytes))
        return problem?.code ?? problem?.title ?? ""
    }
}
