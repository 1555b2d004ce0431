// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// The parts of an event that counters tell apart.
struct MeasuredPlace: Hashable, Sendable {
    let day: LocalDate
    let unit: String
    let procedure: String
    let channel: Int

    private func key(_ breakdown: Breakdown) -> String {
        switch breakdown {
        case .whole: ""
        case .unit: unit
        case .procedure: procedure
        case .channel: String(channel)
        }
    }

    /// The counters of the whole province it goes into.
    func addProvince(_ counts: MeasureCounts, to cells: inout [MeasureCell: MeasureCounts]) {
        add(counts, Breakdown.allCases, within: "", to: &cells)
    }

    /// The counters of its unit it goes into.
    func addUnit(_ counts: MeasureCounts, to cells: inout [MeasureCell: MeasureCounts]) {
        add(counts, [.procedure, .channel], within: unit, to: &cells)
    }

    private func add(_ counts: MeasureCounts, _ breakdowns: [Breakdown], within unit: String, to cells: inout [MeasureCell: MeasureCounts]) {
        for grain in MeasureCell.grains(isWithinUnit: !unit.isEmpty) {
            let start = grain.start(of: day)
            for breakdown in breakdowns {
                cells[MeasureCell(within: unit, breakdown: breakdown, grain: grain, start: start, key: key(breakdown)), default: .init()] += counts
            }
        }
    }
}

/// What is counted in one go, added up counter by counter.
package struct MeasureTally: Sendable {
    package let events: [MeasuredEvent]
    package let cells: [MeasureCell: MeasureCounts]

    /// - Parameter events: each one once.
    package init(_ events: [MeasuredEvent]) {
        var places: [MeasuredPlace: MeasureCounts] = [:]
        for event in events { places[event.place, default: .init()][event.measure] += 1 }
        var cells: [MeasureCell: MeasureCounts] = [:]
        for (place, counts) in places {
            place.addProvince(counts, to: &cells)
            place.addUnit(counts, to: &cells)
        }
        (self.events, self.cells) = (events, cells)
    }
}

extension MeasuredEvent {
    var place: MeasuredPlace { MeasuredPlace(day: day, unit: unit, procedure: procedure, channel: channel) }
}
