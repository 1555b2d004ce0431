// SPDX-License-Identifier: Apache-2.0

import Kernel

/// How many events of each place and measure there are, and a sum over which ones, so that an event put in the place of another
/// shows too. Small: millions of places fit.
struct PlacedCounts {
    private struct Place: Hashable {
        let day: Int32
        let unit: UInt16
        let procedure: UInt16
        let desk: UInt16
        let channel: UInt8
        let measure: UInt8
    }

    private struct Sum: Hashable {
        var count: Int32 = 0
        var digest: UInt64 = 0
    }

    private struct Names {
        private(set) var texts: [String] = []
        private var numbers: [String: UInt16] = [:]

        mutating func number(_ text: String) -> UInt16 {
            if let known = numbers[text] { return known }
            let number = UInt16(truncatingIfNeeded: texts.count)
            texts.append(text)
            numbers[text] = number
            return number
        }

        subscript(number: UInt16) -> String { texts.indices.contains(Int(number)) ? texts[Int(number)] : "" }
    }

    private var sums: [Place: Sum] = [:]
    private var names = Names()

    mutating func add(_ event: MeasuredEvent) { change(event, by: 1) }
    mutating func subtract(_ event: MeasuredEvent) { change(event, by: -1) }

    private mutating func change(_ event: MeasuredEvent, by step: Int32) {
        let place = Place(
            day: Int32(truncatingIfNeeded: event.day.dayNumber), unit: names.number(event.unit), procedure: names.number(event.procedure),
            desk: names.number(event.desk), channel: UInt8(truncatingIfNeeded: event.channel),
            measure: UInt8(truncatingIfNeeded: event.measure.rawValue))
        var sum = sums[place] ?? Sum()
        sum.count += step
        let digest = Self.digest(event)
        sum.digest = step > 0 ? sum.digest &+ digest : sum.digest &- digest
        sums[place] = sum == Sum() ? nil : sum
    }

    /// Mixes the name of an event well enough that accidents do not cancel out.
    private static func digest(_ event: MeasuredEvent) -> UInt64 {
        var mixed = event.dossier.high ^ (event.dossier.low &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: event.sequence)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// What is left when the one was subtracted from the other, in words.
    var differences: [String] {
        sums.map { place, sum in
            let measure = Measure(rawValue: Int(place.measure))?.column ?? ""
            let name =
                "\(names[place.unit]) \(LocalDate(dayNumber: Int(place.day)).iso) \(names[place.procedure]) channel \(place.channel) \(measure)"
            let what =
                switch sum.count {
                case 0: "other events were counted than those that happened"
                case 1...: "\(sum.count) more counted than happened"
                default: "\(-sum.count) happened that were not counted"
                }
            return "\(name): \(what)"
        }.sorted()
    }

    // MARK: Counters

    var units: Set<String> { Set(sums.keys.map { names[$0.unit] }) }

    /// What the counters of the whole province should say.
    var provinceCells: [MeasureCell: MeasureCounts] {
        var cells: [MeasureCell: MeasureCounts] = [:]
        for (place, counts) in places() { place.addProvince(counts, to: &cells) }
        return cells
    }

    /// What the counters of one unit should say.
    func cells(within unit: String) -> [MeasureCell: MeasureCounts] {
        var cells: [MeasureCell: MeasureCounts] = [:]
        for (place, counts) in places(of: unit) { place.addUnit(counts, to: &cells) }
        return cells
    }

    private func places(of unit: String? = nil) -> some Sequence<(MeasuredPlace, MeasureCounts)> {
        sums.lazy.filter { unit == nil || names[$0.key.unit] == unit }.map { place, sum in
            var counts = MeasureCounts()
            if let measure = Measure(rawValue: Int(place.measure)) { counts[measure] = Int(sum.count) }
            let measured = MeasuredPlace(
                day: LocalDate(dayNumber: Int(place.day)), unit: names[place.unit], procedure: names[place.procedure], channel: Int(place.channel))
            return (measured, counts)
        }
    }
}
