// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Organisation
package import Process
package import WorkingTime

/// What the national catalogue publishes about one procedure (NĐ 63/2010 Đ8), after cleaning and without what could not
/// be understood. It informs; only a `ProcedureDefinition` of the province can be filed and processed.
package struct NationalProcedure: Hashable, Sendable, Codable {
    package var code: String
    package var name: String
    package var field: String
    package var fieldCode: String?
    package var levels: [GovernmentLevel] = []
    package var levelInferred = false
    package var agency = ""
    /// Who announced it: a ministry, or a province for what only that province has.
    package var announcedBy = ""
    package var subjects: [String] = []
    package var type: NationalType?
    package var updatedSinceAnnounced = false
    package var source: String?
    /// True for a record with limits, papers and steps; false for a bare entry of the list.
    package var isDetail = false

    package var channels: [NationalChannel] = []
    package var cases: [NationalCase] = []
    package var componentGroups: [NationalComponentGroup] = []
    package var results: [NationalResult] = []
    package var steps: [NationalStep] = []
    package var legalBases: [NationalReference] = []
    package var conditions = ""
    package var isFullyOnline = false
    package var receivesOutsideTerritory = false
}

/// Who a procedure is made for and by.
package enum NationalType: String, Sendable, Codable {
    /// Announced by a ministry for the whole country.
    case standard
    /// Announced by one province for itself.
    case specific
    /// Between agencies; nobody outside files it.
    case `internal`
}

/// One row of the ways of filing: a channel with its limit and fees. A channel may come several times.
package struct NationalChannel: Hashable, Sendable, Codable {
    /// Nil where the published word is not known.
    package var channel: SubmissionChannel?
    package var limit: TimeLimit?
    /// The limit as words, where there is no number.
    package var limitText = ""
    package var note = ""
    package var fees: [NationalFee] = []
}

package struct NationalFee: Hashable, Sendable, Codable {
    package var kind: NationalFeeKind
    /// Nil when only the note says it, or when the published number cannot be right.
    package var amount: Money?
    package var note = ""
}

package enum NationalFeeKind: String, Sendable, Codable {
    case serviceFee, stateCharge, price, unknown
}

/// What a person chooses when filing on the national portal.
package struct NationalCase: Hashable, Sendable, Codable {
    package var code: String
    package var name: String
    package var limit: TimeLimit?
}

package struct NationalComponentGroup: Hashable, Sendable, Codable {
    package var title: String
    package var components: [NationalComponent]
}

package struct NationalComponent: Hashable, Sendable, Codable {
    package var code: String
    package var name: String
    package var originals: Int
    package var copies: Int
    package var templates: [String] = []

    /// A row with no original and no copy asks for nothing; it explains.
    package var isNote: Bool { originals == 0 && copies == 0 }
}

package struct NationalResult: Hashable, Sendable, Codable {
    package var code: String?
    package var name: String
}

package struct NationalStep: Hashable, Sendable, Codable {
    package var name: String
    package var text: String
}

/// A legal act by its number and title.
package struct NationalReference: Hashable, Sendable, Codable {
    package var code: String
    package var name: String
}
