// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel

/// The rows of one export, as the database is asked for them.
struct ExportSelection: Sendable {
    let moment: ExportMoment
    let span: Range<Instant>
    let access: DossierAccess
    let unit: String?
    let procedure: String?
    let statuses: [DossierStatus]
    let includesNames: Bool
    /// The desks whose acceptances are read one after the other; nil where one index holds the whole province in order.
    let desks: [String]?

    init(_ order: ExportOrder, desks: [String]?) {
        let filter = order.filter
        (moment, span, access, includesNames) = (filter.moment, filter.span, order.access, order.includesNames)
        (unit, procedure, statuses, self.desks) = (filter.unit, filter.procedure, filter.statuses, desks)
    }

    var lanes: Int { desks?.count ?? 1 }

    /// Whether the index leads to rows that are then left out.
    var isNarrowed: Bool {
        access != .everything || unit != nil || procedure != nil || !statuses.isEmpty
    }
}

/// Where the next read begins: behind a row of one lane.
struct ExportPlace: Sendable, Hashable {
    struct Key: Sendable, Hashable {
        let at: Instant
        /// What orders rows of the same moment: the dossier's id, or its code.
        let tie: String
    }

    var lane = 0
    var after: Key?
}
