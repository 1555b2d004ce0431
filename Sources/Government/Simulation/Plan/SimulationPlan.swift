// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What is to be simulated.
package struct SimulationPlan: Sendable {
    package let from: LocalDate
    package let to: LocalDate
    package let dossiers: Int
    package let seed: UInt64

    /// The first half of 2022 brought Thái Nguyên 427,662 dossiers.
    package static let usualPerDay = 427_662.0 / 181

    /// - Parameter dossiers: as many as a usual province has in these days where nil.
    package init(from: LocalDate, to: LocalDate, dossiers: Int?, seed: UInt64 = 1) {
        let days = max(1, to.dayNumber - from.dayNumber + 1)
        (self.from, self.to, self.seed) = (from, to, seed)
        self.dossiers = dossiers ?? Int((Double(days) * Self.usualPerDay).rounded())
    }

    /// Nothing happens from here on.
    var horizon: Instant { LocalDateTime(date: to.adding(days: 1), minuteOfDay: 0).instant() }
    var days: [LocalDate] { from.dayNumber > to.dayNumber ? [] : (from.dayNumber...to.dayNumber).map { LocalDate(dayNumber: $0) } }
}
