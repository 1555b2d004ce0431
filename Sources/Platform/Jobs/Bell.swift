// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Wakes one waiting task. A ring while nobody waits is remembered, so none is lost.
final class Bell: Sendable {
    private struct State {
        var hasRung = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            if state.waiting == nil { state.hasRung = true }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Returns at the next ring, or when the time is over.
    func wait(atMost duration: Duration) async {
        let timer = Task {
            // Cancelled when a ring came first.
            guard (try? await Task.sleep(for: duration)) != nil else { return }
            ring()
        }
        defer { timer.cancel() }
        await withCheckedContinuation { continuation in
            let hasRung = state.withLock { state in
                defer { state.hasRung = false }
                if !state.hasRung { state.waiting = continuation }
                return state.hasRung
            }
            if hasRung { continuation.resume() }
        }
    }
}
