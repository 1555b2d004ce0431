// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How many exports a process runs at once, so that they leave readers to everybody else.
package final class ExportTurns: Sendable {
    private let running = Mutex<[String: Int]>([:])
    private let most: Int
    private let mostOfOne: Int

    package init(most: Int = 4, mostOfOne: Int = 2) {
        (self.most, self.mostOfOne) = (most, mostOfOne)
    }

    /// One of the turns; it is given back when nobody holds it any more.
    final class Turn: Sendable {
        private let turns: ExportTurns
        private let account: String

        fileprivate init(_ turns: ExportTurns, _ account: String) {
            (self.turns, self.account) = (turns, account)
        }

        deinit {
            turns.running.withLock { running in
                let left = (running[account] ?? 1) - 1
                running[account] = left > 0 ? left : nil
            }
        }
    }

    /// Nil when there are enough already.
    func take(_ account: String) -> Turn? {
        let isFree = running.withLock { running in
            guard running.values.reduce(0, +) < most, running[account, default: 0] < mostOfOne else { return false }
            running[account, default: 0] += 1
            return true
        }
        return isFree ? Turn(self, account) : nil
    }
}
