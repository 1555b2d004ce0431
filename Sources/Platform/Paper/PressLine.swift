// SPDX-License-Identifier: Apache-2.0

import Subprocess

/// The talk with a worker: messages of four bytes of length (big-endian) and content.
struct PressLine {
    enum Answer {
        case ready
        case paper([UInt8])
        case refused(String)
    }

    /// No paper is as large; more means that what we read is no message.
    private static let largest = 64 << 20

    let writer: StandardInputWriter
    var output: SubprocessOutputSequence.Iterator
    private var buffer: [UInt8] = []

    init(writer: StandardInputWriter, output: SubprocessOutputSequence.Iterator) {
        (self.writer, self.output) = (writer, output)
    }

    /// False when nobody listens any more.
    func send(_ request: [UInt8]) async -> Bool {
        let length = UInt32(request.count)
        let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
        do {
            let written = try await writer.write(head + request)
            return written == request.count + 4
        } catch {
            return false
        }
    }

    /// The next message; nil when the worker has ended, or is not one.
    mutating func receive() async -> Answer? {
        guard let head = await take(4) else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard length > 0, length <= Self.largest, let message = await take(length) else { return nil }
        let content = Array(message.dropFirst())
        switch message.first {
        case UInt8(ascii: "H"): return .ready
        case UInt8(ascii: "P"): return .paper(content)
        case UInt8(ascii: "E"): return .refused(String(decoding: content, as: UTF8.self))
        default: return nil
        }
    }

    private mutating func take(_ count: Int) async -> [UInt8]? {
        while buffer.count < count {
            guard let more = try? await output.next() else { return nil }
            more.withUnsafeBytes { buffer.append(contentsOf: $0) }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }
}
