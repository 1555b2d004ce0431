// SPDX-License-Identifier: Apache-2.0

package import Cases
import Database
package import Kernel

/// One line of the logbook of dossiers (sổ theo dõi hồ sơ, form 07 of TT 03/2025).
package struct LogbookLine: Sendable, Hashable {
    package let id: Identifier
    package let code: String
    package let procedureCode: String
    package let procedureName: String
    package let applicantName: String
    package let applicantAddress: String
    package let applicantPhone: String
    /// The agency in the lead.
    package let resolvingUnit: String
    package let acceptedAt: Instant
    package let due: Instant?
    package let closedAt: Instant?
    package let status: DossierStatus
    package let delivery: ResultDelivery
}

/// What one desk received on one day, in the order of reception.
package struct ReadLogbook: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Parameter after: the code of the last line already read.
    package func callAsFunction(unit: String, day: LocalDate, after: String? = nil, limit: Int) async throws -> [LogbookLine] {
        let span = LocalDateTime(date: day, minuteOfDay: 0).instant()..<LocalDateTime(date: day.adding(days: 1), minuteOfDay: 0).instant()
        return try await house.database.read { try LogbookStore($0).lines(unit: unit, accepted: span, after: after, limit: limit) }
    }
}
