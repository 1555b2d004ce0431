// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The channel of one process, in memory. It remembers the last notes, so that what happens between making a page and its
/// browser's listening is not lost.
package final class LiveHub: LiveChannel {
    private struct Listener {
        let topics: Set<String>
        let session: String
        let continuation: AsyncStream<LiveSignal>.Continuation
    }

    private struct State {
        var number = 0
        var recent: [LiveNote] = []
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let epoch = randomToken(bytes: 6)
    private let remembered: Int
    private let listenersPerSession: Int

    package init(remembered: Int = 512, listenersPerSession: Int = 3) {
        (self.remembered, self.listenersPerSession) = (remembered, listenersPerSession)
    }

    package var mark: LiveMark { LiveMark(epoch: epoch, number: state.withLock { $0.number }) }

    /// How many listen now.
    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    package func publish(_ note: LiveNote) {
        state.withLock { state in
            state.number += 1
            state.recent.append(note)
            if state.recent.count > 2 * remembered { state.recent.removeFirst(state.recent.count - remembered) }
            let signal = LiveSignal.note(note, LiveMark(epoch: epoch, number: state.number))
            for listener in state.listeners.values where !listener.topics.isDisjoint(with: note.topics) {
                listener.continuation.yield(signal)
            }
        }
    }

    package func subscribe(to topics: Set<String>, session: String, after mark: LiveMark?) -> LiveSubscription {
        let (signals, continuation) = AsyncStream.makeStream(of: LiveSignal.self, bufferingPolicy: .bufferingNewest(64))
        let (number, displaced) = state.withLock { state -> (Int, [Listener]) in
            guard !state.isClosed else {
                continuation.finish()
                return (-1, [])
            }
            if let mark { for signal in missed(since: mark, topics, state) { continuation.yield(signal) } }
            let displaced = makeRoom(for: session, &state)
            let number = state.nextListener
            state.nextListener += 1
            state.listeners[number] = Listener(topics: topics, session: session, continuation: continuation)
            return (number, displaced)
        }
        // A finished stream calls back at once, so nothing is finished while the state is held.
        continuation.onTermination = { [weak self] _ in self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) } }
        for listener in displaced {
            listener.continuation.yield(.displaced)
            listener.continuation.finish()
        }
        return LiveSubscription(signals: signals, continuation: continuation)
    }

    package func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.continuation.finish() }
    }

    private func makeRoom(for session: String, _ state: inout State) -> [Listener] {
        let own = state.listeners.filter { $0.value.session == session }.keys.sorted()
        return own.dropLast(listenersPerSession - 1).compactMap { state.listeners.removeValue(forKey: $0) }
    }

    private func missed(since mark: LiveMark, _ topics: Set<String>, _ state: State) -> [LiveSignal] {
        let now = LiveMark(epoch: epoch, number: state.number)
        let first = state.number - state.recent.count
        guard mark.epoch == epoch, mark.number <= state.number, mark.number >= first else { return [.gap(now)] }
        return state.recent.enumerated().dropFirst(mark.number - first).compactMap { index, note in
            guard !note.topics.isDisjoint(with: topics) else { return nil }
            return .note(note, LiveMark(epoch: epoch, number: first + index + 1))
        }
    }
}
