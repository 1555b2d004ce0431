// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import WorkingTime

/// The numbers desks give, kept in memory while a span is simulated. They come in the order of acceptance: what came in on an
/// earlier day is accepted from the opening on, one after the other; what is accepted on its own day follows, sorted by time.
/// So a day's dossiers can be written without knowing those of the next, and no number is ever missing.
struct DeskDays {
    private struct Key: Hashable {
        let unit: String
        let day: LocalDate
    }

    private let calendar: WorkingCalendar
    private let horizon: Instant
    private let spacing: [String: Int64]
    private var last: [Key: Int]
    /// Until when the desk works off what lay there in the morning.
    private var morning: [Key: Instant] = [:]
    private var rises: [Key: (from: Int, to: Int)] = [:]

    /// - Parameters:
    ///   - standing: numbers given before, by series and day.
    ///   - spacing: seconds a desk needs for one dossier in the morning.
    init(calendar: WorkingCalendar, horizon: Instant, standing: [(series: String, day: LocalDate, last: Int)], spacing: [String: Int64]) {
        (self.calendar, self.horizon, self.spacing) = (calendar, horizon, spacing)
        last = Dictionary(standing.map { (Key(unit: $0.series, day: $0.day), $0.last) }, uniquingKeysWith: max)
    }

    mutating func next(_ series: String, on day: LocalDate) -> Int {
        let key = Key(unit: series, day: day)
        let before = last[key] ?? 0
        last[key] = before + 1
        rises[key] = (rises[key]?.from ?? before, before + 1)
        return before + 1
    }

    /// The next free moment of a later day's morning; nil when the span is over before.
    mutating func morningAcceptance(unit: String, from day: LocalDate) -> Intake.Acceptance? {
        var day = calendar.workingDay(onOrAfter: day)
        while true {
            let key = Key(unit: unit, day: day)
            let at = (morning[key] ?? calendar.opening(of: day).instant()).adding(seconds: spacing[unit] ?? 60)
            guard at < horizon else { return nil }
            if at < calendar.closing(of: day).instant() {
                morning[key] = at
                return Intake.Acceptance(at: at, number: next(unit, on: day))
            }
            day = calendar.workingDay(1, after: day)
        }
    }

    /// The moment of acceptance on the day itself, after the morning's work; nil when the desk closes before.
    func sameDay(unit: String, wanted: Instant) -> Instant? {
        let local = LocalDateTime(wanted)
        let free = morning[Key(unit: unit, day: local.date)].map { max(wanted, $0.adding(seconds: 30)) } ?? wanted
        return free < min(calendar.closing(of: local.date).instant(), horizon) ? free : nil
    }

    /// What these desks gave since the last time, in a fixed order.
    mutating func takeRises(of desks: Set<String>) -> [SeriesRise] {
        let taken = rises.filter { desks.contains($0.key.unit.hasPrefix("DK-") ? String($0.key.unit.dropFirst(3)) : $0.key.unit) }
        for key in taken.keys { rises[key] = nil }
        return taken.map { SeriesRise(series: $0.key.unit, day: $0.key.day, from: $0.value.from, to: $0.value.to) }
            .sorted { ($0.series, $0.day) < ($1.series, $1.day) }
    }

    mutating func forget(before day: LocalDate) {
        last = last.filter { $0.key.day >= day }
        morning = morning.filter { $0.key.day >= day }
    }
}
