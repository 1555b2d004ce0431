// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import WorkingTime

/// The repository this test stands in, also when it was reached through a link.
let repository = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The special days of the province pack, read line by line: this target knows no YAML, and the files are plain.
let packYears: [CalendarYear] = (2024...2027).compactMap { year in
    let file = repository.appending(path: "Provinces/ThaiNguyen/calendars/\(year).yaml")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    var entries: [[String: String]] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let pair = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard pair.count == 2 else { continue }
        let key = pair[0].hasPrefix("- ") ? String(pair[0].dropFirst(2)) : pair[0]
        if key == "date" { entries.append([:]) }
        if !entries.isEmpty { entries[entries.count - 1][key] = pair[1].trimmingCharacters(in: ["\""]) }
    }
    return CalendarYear(year: year, version: "\(year)-test", days: entries.compactMap(calendarDay))
}

private func calendarDay(_ entry: [String: String]) -> CalendarDay? {
    guard let date = entry["date"].flatMap({ LocalDate(iso: $0) }), let kind = entry["kind"].flatMap(CalendarDay.Kind.init),
        let vi = entry["vi"], let en = entry["en"], let confirmed = entry["confirmed"]
    else { return nil }
    return CalendarDay(date: date, kind: kind, name: Phrase(vi: vi, en: en), decision: entry["decision"], confirmed: confirmed == "true")
}

let calendar = WorkingCalendar(years: packYears, hours: .standard)

/// A local minute, `2026-11-20T09:00`.
func at(_ text: String) -> LocalDateTime { LocalDateTime(iso: text)! }

func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }
