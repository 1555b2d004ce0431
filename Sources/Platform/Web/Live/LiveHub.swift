// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Synchronization

/// The listeners of one process. It tells through the database and is told by it (`hear`), so it does not matter which process
/// of an installation a browser listens to. It remembers the last notes, so that what happens between making a page and its
/// browser's listening is not lost.
package final class LiveHub: LiveChannel {
    /// Where the processes of an installation tell each other.
    package static let channel = "live"

    private struct Heard {
        let note: LiveNote
        let at: Int64
    }

    private struct Listener {
        let topics: Set<String>
        let session: String
        let continuation: AsyncStream<LiveSignal>.Continuation
    }

    private struct State {
        var number = 0
        var recent: [Heard] = []
        /// Since when nothing is missing in `recent`.
        var completeSince: Int64
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        var isClosed = false
    }

    /// How far the clocks of two machines may be apart. What lies this close to a mark of another process is told again.
    private static let overlap: Int64 = 2000

    private let state: Mutex<State>
    private let epoch = randomToken(bytes: 6)
    private let remembered: Int
    private let listenersPerSession: Int
    private let now: @Sendable () -> Instant

    package init(remembered: Int = 512, listenersPerSession: Int = 3, now: @escaping @Sendable () -> Instant = { systemNow() }) {
        (self.remembered, self.listenersPerSession, self.now) = (remembered, listenersPerSession, now)
        state = Mutex(State(completeSince: now().milliseconds))
    }

    package var mark: LiveMark { mark(state.withLock { $0.number }, now().milliseconds) }

    private func mark(_ number: Int, _ at: Int64) -> LiveMark { LiveMark(epoch: epoch, number: number, at: at) }

    /// How many listen now.
    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    package func publish(_ note: LiveNote, in unit: any Connection) throws {
        try unit.notify(Self.channel, note.payload)
    }

    /// What came on the channel; what cannot be read stands for anything.
    package func hear(_ payload: String) {
        if let note = LiveNote(payload: payload) { hear(note) } else { hearOfGap() }
    }

    func hear(_ note: LiveNote) {
        let at = now().milliseconds
        state.withLock { state in
            state.number += 1
            state.recent.append(Heard(note: note, at: at))
            if state.recent.count > 2 * remembered {
                let forgotten = state.recent.count - remembered
                state.completeSince = state.recent[forgotten - 1].at
                state.recent.removeFirst(forgotten)
            }
            let signal = LiveSignal.note(note, mark(state.number, at))
            for listener in state.listeners.values where !listener.topics.isDisjoint(with: note.topics) {
                listener.continuation.yield(signal)
            }
        }
    }

    private func hearOfGap() {
        let at = now().milliseconds
        state.withLock { state in
            state.number += 1
            (state.recent, state.completeSince) = ([], at)
            for listener in state.listeners.values { listener.continuation.yield(.gap(mark(state.number, at))) }
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
        let first = state.number - state.recent.count
        guard let seen = seen(at: mark, state) else { return [.gap(self.mark(state.number, now().milliseconds))] }
        return state.recent.enumerated().dropFirst(seen).compactMap { index, heard in
            guard !heard.note.topics.isDisjoint(with: topics) else { return nil }
            return .note(heard.note, self.mark(first + index + 1, heard.at))
        }
    }

    /// How many of the remembered notes lie before the mark; nil when notes after it are forgotten.
    private func seen(at mark: LiveMark, _ state: State) -> Int? {
        guard mark.epoch != epoch else {
            let first = state.number - state.recent.count
            return (first...state.number).contains(mark.number) ? mark.number - first : nil
        }
        let since = mark.at - Self.overlap
        return state.completeSince <= since ? state.recent.firstIndex { $0.at >= since } ?? state.recent.count : nil
    }
}
