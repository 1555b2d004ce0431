// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Simulation
import Synchronization

/// How a simulation comes along, told every two seconds.
final class ProgressBoard: Sendable {
    private let total: Int
    private let begin = ContinuousClock.now
    private let told = Mutex(ContinuousClock.now)

    init(total: Int) {
        self.total = total
    }

    @Sendable func show(_ progress: SimulationProgress) {
        let now = ContinuousClock.now
        let isDue = told.withLock { last in
            guard last.duration(to: now) >= .seconds(2) else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let rate = Double(progress.done) / max(0.001, seconds(now))
        let left = Double(progress.total - progress.done) / max(1, rate)
        tell("\(progress.done)/\(progress.total) dossiers, \(Int(rate)) a second, \(progress.day.iso), \(Int(left.rounded(.up))) s left")
    }

    func conclusion(_ summary: SimulationSummary) -> String {
        let time = seconds(.now)
        var lines = [
            "\(summary.dossiers) dossiers with \(summary.events) events in \(rounded(time)) s, \(Int(Double(summary.dossiers) / max(0.001, time))) dossiers a second.",
            "\(summary.resolved) resolved, \(rounded(100 - 100 * Double(summary.late) / Double(max(1, summary.resolved)))) % of them in time; "
                + "\(summary.open) still open; \(rounded(100 * Double(summary.online) / Double(max(1, summary.dossiers)))) % filed online.",
        ]
        if !summary.early.isEmpty {
            let names = summary.early.count > 6 ? "" : ": " + summary.early.joined(separator: ", ")
            lines.append("Of \(summary.early.count) procedures no version was in force yet on the first day; their first version stood in\(names).")
        }
        return lines.joined(separator: "\n")
    }

    private func seconds(_ now: ContinuousClock.Instant) -> Double { begin.duration(to: now) / .seconds(1) }
    private func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
