// SPDX-License-Identifier: Apache-2.0

package import Database
import Kernel

/// A figure that is not what the events say.
package struct MeasureDifference: Hashable, Sendable, CustomStringConvertible {
    package let description: String
}

/// Counts everything again from the events and compares: the events that were counted with those there are, and every counter
/// with what was counted. Out of one snapshot, so it may run beside a server at work.
package struct VerifyMeasures: Sendable {
    private let database: any Database
    private let batch = 2000
    /// After so many, one more tells nothing new.
    private static let mostDifferences = 1000

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction() async throws -> [MeasureDifference] {
        try await database.read { [batch] connection in
            let audit = MeasureAuditStore(connection)
            var (found, told) = (PlacedCounts(), PlacedCounts())
            try audit.counted { found.add($0) }
            told = found
            try audit.noted { told.add($0) }
            try Self.subtractHistory(from: &told, audit, batch)
            var differences = told.differences.map { "counted_events_differ \($0)" }
            differences += try Self.cells(found, audit)
            return differences.prefix(Self.mostDifferences).map(MeasureDifference.init)
        }
    }

    private static func subtractHistory(from counts: inout PlacedCounts, _ audit: MeasureAuditStore, _ batch: Int) throws {
        var last: Identifier?
        while true {
            let dossiers = try audit.dossiers(after: last, limit: batch)
            guard let first = dossiers.first, let end = dossiers.last else { return }
            for event in try audit.events(from: first, through: end) { counts.subtract(event) }
            last = end
        }
    }

    /// Every counter against what was counted, one unit after the other, as the table is ordered.
    private static func cells(_ found: PlacedCounts, _ audit: MeasureAuditStore) throws -> [String] {
        var differences: [String] = []
        var expected: [MeasureCell: MeasureCounts] = found.provinceCells
        var (within, seen) = ("", Set([""]))
        func close() {
            differences += expected.filter { !$0.value.isZero }.keys.sorted().map { "counter_differs \($0.description): it is missing" }
        }
        try audit.cells { cell, counts in
            if cell.within != within {
                close()
                (within, expected) = (cell.within, found.cells(within: cell.within))
                seen.insert(within)
            }
            let counted = expected.removeValue(forKey: cell) ?? .init()
            guard counted != counts else { return }
            differences += Measure.allCases.filter { counted[$0] != counts[$0] }.map { measure in
                "counter_differs \(cell.description): \(measure.column) is \(counts[measure]), \(counted[measure]) were counted"
            }
        }
        close()
        differences += found.units.subtracting(seen).sorted().map { "counter_differs \($0): every counter of this unit is missing" }
        return differences
    }
}

extension MeasureCell {
    fileprivate var description: String {
        [within, "\(breakdown)", "\(grain)", start.iso, key].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
