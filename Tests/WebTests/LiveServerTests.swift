// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Web

/// What only a real connection shows: closing, keeping alive, limits on the wire.
@Suite struct LiveServerTests {
    private func withServer(_ site: TestSite, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let (ports, found) = AsyncStream<Int>.makeStream()
        let application = site.server.application(onRunning: { found.yield($0.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await body(port)
            group.cancelAll()
        }
    }

    @Test func aBodyPastTheLimitIsAnsweredAndNotRead() async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            for head in ["Content-Length: 100000000", "Transfer-Encoding: chunked"] {
                let wire = try await Wire(port: port)
                try await wire.send(
                    "POST /form HTTP/1.1\r\nHost: site.test\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=XX\r\n\(head)\r\n\r\n"
                )
                let chunk =
                    head.hasPrefix("Transfer") ? "10000\r\n" + String(repeating: "x", count: 65536) + "\r\n" : String(repeating: "x", count: 65536)
                let sent = await wire.pour(chunk, times: 1500)
                let answer = await wire.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 4"), "\(head)")
                #expect(sent < 1500, "\(head)")
            }
        }
    }

    @Test func aLongBodyNobodyWantsEndsTheConnection() async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            let wire = try await Wire(port: port)
            try await wire.send("POST /nowhere HTTP/1.1\r\nHost: site.test\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100000000\r\n\r\n")
            let sent = await wire.pour(String(repeating: "x", count: 65536), times: 1500)
            let answer = await wire.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 404") && answer.contains("connection: close") || answer.contains("Connection: close"))
            #expect(sent < 1500)
        }
    }

    @Test func aConnectionServesSeveralRequests() async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            let wire = try await Wire(port: port)
            try await wire.send(
                "GET /query?q=1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /form HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=2GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
            let answer = await wire.readToEnd()
            #expect(answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { String($0.prefix(3)) } == ["200", "200", "404"])
            #expect(answer.contains("a=2"))
        }
    }

    @Test func aTruncatedUploadLeavesNoFile() async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            let wire = try await Wire(port: port)
            try await wire.send(
                "POST /form HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: 900000\r\n\r\n--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n"
                    + String(repeating: "x", count: 400_000))
            try await Task.sleep(for: .milliseconds(200))
            wire.hangUp()
            for _ in 0..<50 where try !FileManager.default.contentsOfDirectory(atPath: site.uploadFolder).isEmpty {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: site.uploadFolder).isEmpty)
        }
    }

    @Test func aBrokenChunkGetsOneAnswer() async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            let wire = try await Wire(port: port)
            let head =
                "POST /form HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
            try await wire.send(head + "3\r\na=1\r\nZZ\r\n")
            let answer = await wire.readToEnd()
            #expect(answer.components(separatedBy: "HTTP/1.1 400").count == 2)
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
        "\u{16}\u{3}\u{1}nonsense\r\n\r\n",
    ])
    func brokenHeadsAre400(head: String) async throws {
        let site = try await TestSite { $0.port = 0 }
        try await withServer(site) { port in
            let wire = try await Wire(port: port)
            try await wire.send(head)
            let answer = await wire.readToEnd()
            // What is not HTTP at all may be hung up on before the answer has left; nothing else is ever said.
            #expect(answer.hasPrefix("HTTP/1.1 4") || (answer.isEmpty && head.hasPrefix("\u{16}")))
        }
    }
}

/// A plain socket. Blocking calls run on threads of their own.
final class Wire: Sendable {
    private let descriptor: Int32

    init(port: Int) async throws {
        descriptor = try await offThread {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            var wait = timeval(tv_sec: 60, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
            }
            guard result == 0 else { throw SystemError(number: errno, doing: "connect") }
            return descriptor
        }
    }

    deinit { close(descriptor) }

    func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    func send(_ text: String) async throws {
        guard await pour(text, times: 1) == 1 else { throw SystemError(number: 0, doing: "send") }
    }

    /// Sends the text again and again until the other side closes; how often it went through.
    func pour(_ text: String, times: Int) async -> Int {
        let (bytes, descriptor) = (Array(text.utf8), descriptor)
        return
            (try? await offThread {
                for time in 0..<times {
                    var sent = 0
                    while sent < bytes.count {
                        let count = bytes.withUnsafeBytes {
                            Foundation.send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
                        }
                        guard count > 0 else { return time }
                        sent += count
                    }
                }
                return times
            }) ?? 0
    }

    func readToEnd() async -> String {
        let descriptor = descriptor
        return
            (try? await offThread {
                var all: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65536)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    all += buffer[..<count]
                }
                return String(decoding: all, as: UTF8.self)
            }) ?? ""
    }
}
