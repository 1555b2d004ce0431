// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A figure of a table that opens the dossiers behind it.
package enum ListedFigure: String, CaseIterable, Sendable {
    case filed, accepted, resolved
    case resolvedEarly = "resolved_early"
    case resolvedOnTime = "resolved_on_time"
    case resolvedLate = "resolved_late"
    case endedWithoutResult = "ended_without_result"
    case notAccepted = "not_accepted"
    case returned
    case supplementAsked = "supplement_requested"
    case carriedOver = "carried_over"
    case inProcess = "in_process"
    case overdue

    /// The measures it is the sum of; nil for what stands, which no event of the period tells.
    var measures: [Measure]? {
        switch self {
        case .filed: [.filed]
        case .accepted: [.accepted]
        case .resolved: Measure.resolved
        case .resolvedEarly: [.resolvedEarly]
        case .resolvedOnTime: [.resolvedOnTime]
        case .resolvedLate: [.resolvedLate]
        case .endedWithoutResult: [.refused, .withdrawn, .lapsed]
        case .notAccepted: Measure.endedAtIntake
        case .returned: [.returned]
        case .supplementAsked: [.supplementAsked]
        case .carriedOver, .inProcess, .overdue: nil
        }
    }

    /// Its number in a row.
    func value(in figures: Figures) -> Int? {
        switch self {
        case .carriedOver: figures.carriedOver
        case .inProcess: figures.inProcess
        case .overdue: figures.overdue
        default: measures.map { figures.counts.sum($0) }
        }
    }

    package var name: Phrase {
        switch self {
        case .filed: Phrase(vi: "Nộp", en: "Filed")
        case .accepted: Phrase(vi: "Tiếp nhận", en: "Accepted")
        case .resolved: Phrase(vi: "Đã giải quyết", en: "Resolved")
        case .resolvedEarly: Phrase(vi: "Giải quyết trước hạn", en: "Resolved early")
        case .resolvedOnTime: Phrase(vi: "Giải quyết đúng hạn", en: "Resolved on time")
        case .resolvedLate: Phrase(vi: "Giải quyết quá hạn", en: "Resolved late")
        case .endedWithoutResult: Phrase(vi: "Từ chối, rút, hết hạn bổ sung", en: "Refused, withdrawn, lapsed")
        case .notAccepted: Phrase(vi: "Không được tiếp nhận", en: "Not accepted")
        case .returned: Phrase(vi: "Đã trả kết quả", en: "Result returned")
        case .supplementAsked: Phrase(vi: "Lượt yêu cầu bổ sung", en: "Supplement requests")
        case .carriedOver: Phrase(vi: "Kỳ trước chuyển sang", en: "Carried over")
        case .inProcess: Phrase(vi: "Đang giải quyết", en: "In process")
        case .overdue: Phrase(vi: "Đang quá hạn", en: "Overdue now")
        }
    }
}

/// Which figure's dossiers somebody asks for.
package struct ListingQuestion: Sendable, Hashable {
    package let figure: ListedFigure
    package let from: LocalDate
    package let to: LocalDate
    package let unit: String?
    package let procedure: String?
    package let channel: Int?

    package init(figure: ListedFigure, from: LocalDate, to: LocalDate, unit: String? = nil, procedure: String? = nil, channel: Int? = nil) {
        (self.figure, self.from, self.to) = (figure, from, to)
        (self.unit, self.procedure, self.channel) = (unit, procedure, channel)
    }

    /// The day at whose end the dossiers of the figure were in process; nil for what happened, and for what is overdue now.
    var wereOpenAtEndOf: LocalDate? {
        switch figure {
        case .carriedOver: from.adding(days: -1)
        case .inProcess: to
        default: nil
        }
    }
}

/// A dossier behind a figure.
package struct ListedDossier: Sendable, Hashable {
    package let code: String
    package let procedureName: String
    package let status: Int
    /// The day it came into the figure; the due day of what stands or stood.
    package let day: LocalDate
    /// The day on which what stood then came to its end.
    package let endedOn: LocalDate?
}

package struct ListingPage: Sendable {
    package let rows: [ListedDossier]
    /// Where the next page begins; nil on the last.
    package let next: String?
}
