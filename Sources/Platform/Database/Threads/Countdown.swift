// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Lets a task wait until a number of threads have arrived.
final class Countdown: Sendable {
    private struct State {
        var remaining: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) {
        state = Mutex(State(remaining: count))
    }

    func arrive() {
        let released = state.withLock { state in
            state.remaining -= 1
            guard state.remaining == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in released { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.remaining > 0 { state.waiting.append(continuation) }
                return state.remaining <= 0
            }
            if isOver { continuation.resume() }
        }
    }
}
