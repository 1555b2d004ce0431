// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import WorkingTime

/// Brings the database to what a province pack says. Doing it twice changes nothing the second time.
package struct InstallProvince: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction(_ pack: ProvincePack, at now: Instant) async throws -> ProvinceChanges {
        try await database.write { connection in
            let store = OrganisationStore(connection)
            var changes = ProvinceChanges()
            if try store.province() != pack.province {
                try store.save(pack.province, at: now)
                changes.isProvinceChanged = true
            }
            try installUnits(pack.units, in: store, at: now, &changes)
            let names = FormerCommuneStore(connection)
            if try names.all() != pack.formerCommunes {
                try names.replace(with: pack.formerCommunes)
                changes.areFormerCommunesChanged = true
            }
            if try InstallCalendar.install(pack.calendar, in: store, at: now) { changes.addedCalendar = pack.calendar.version }
            if !changes.isNothing { try connection.notify(OrganisationDirectory.channel, "installed") }
            return changes
        }
    }

    /// A unit that left the pack is closed, not deleted: dossiers still name it.
    private func installUnits(_ units: [Unit], in store: OrganisationStore, at now: Instant, _ changes: inout ProvinceChanges) throws {
        let present = Dictionary(uniqueKeysWithValues: try store.units().map { ($0.code, $0) })
        let positions = try store.positions()
        let kept = Set(units.map(\.code))
        for code in present.keys.sorted() where !kept.contains(code) {
            try store.close(code, at: now)
            changes.closedUnits.append(code)
        }
        let moved = units.enumerated().filter { present[$1.code] != $1 || positions[$1.code] != $0 }
        for (_, unit) in moved where present[unit.code] != nil { try store.releaseStatisticalCode(of: unit.code) }
        for (position, unit) in moved {
            try store.save(unit, position: position, at: now)
            if present[unit.code] == nil { changes.addedUnits.append(unit.code) } else { changes.changedUnits.append(unit.code) }
        }
        changes.unchangedUnits = units.count - moved.count
    }
}

/// What an installation did.
package struct ProvinceChanges: Hashable, Sendable {
    package var isProvinceChanged = false
    package var addedUnits: [String] = []
    package var changedUnits: [String] = []
    package var closedUnits: [String] = []
    package var unchangedUnits = 0
    package var areFormerCommunesChanged = false
    /// The calendar version that is new; nil where it was there already.
    package var addedCalendar: String?

    package var isNothing: Bool {
        !isProvinceChanged && addedUnits.isEmpty && changedUnits.isEmpty && closedUnits.isEmpty && addedCalendar == nil
            && !areFormerCommunesChanged
    }
}
