// SPDX-License-Identifier: Apache-2.0

package import Database
import Kernel

/// Reads the snapshot everybody works with; nil while no province is installed.
package struct OpenOrganisation: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction() async throws -> OrganisationDirectory? {
        try await database.read { connection in
            let store = OrganisationStore(connection)
            guard let province = try store.province(), let calendar = try store.currentCalendar() else { return nil }
            return OrganisationDirectory(
                province: province, units: try store.units(), closed: try store.closedUnits(), calendar: calendar, older: try store.calendars(),
                formerCommunes: try FormerCommuneStore(connection).all())
        }
    }
}
