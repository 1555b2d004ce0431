// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Who listens to which channel in this process.
final class Listeners: Sendable {
    private struct State {
        var streams: [String: [UUID: AsyncStream<String>.Continuation]] = [:]
        var isOver = false
    }

    /// What a slow listener may leave unread; it is told the newest.
    private static let unreadLimit = 1024
    private let state = Mutex(State())

    func stream(_ channel: String) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(Self.unreadLimit))
        let id = UUID()
        continuation.onTermination = { [weak self] _ in self?.remove(id, channel) }
        let isOver = state.withLock { state in
            if !state.isOver { state.streams[channel, default: [:]][id] = continuation }
            return state.isOver
        }
        if isOver { continuation.finish() }
        return stream
    }

    func tell(_ channel: String, _ payload: String) {
        let told = state.withLock { $0.streams[channel].map { Array($0.values) } ?? [] }
        for continuation in told { continuation.yield(payload) }
    }

    /// Says to everybody that something may have been missed.
    func tellOfGap() {
        let channels = state.withLock { Array($0.streams.keys) }
        for channel in channels { tell(channel, "") }
    }

    var channels: Set<String> { state.withLock { Set($0.streams.keys) } }

    func end() {
        let open = state.withLock { state in
            defer { (state.streams, state.isOver) = ([:], true) }
            return state.streams.values.flatMap(\.values)
        }
        for continuation in open { continuation.finish() }
    }

    private func remove(_ id: UUID, _ channel: String) {
        state.withLock { state in
            state.streams[channel]?[id] = nil
            if state.streams[channel]?.isEmpty ?? false { state.streams[channel] = nil }
        }
    }
}
