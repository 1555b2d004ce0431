// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Kernel

/// The moment of a dossier that a period is about.
package enum ExportMoment: String, CaseIterable, Codable, Sendable {
    case submitted, accepted, resolved

    package var name: Phrase {
        switch self {
        case .submitted: Phrase(vi: "Nộp trong kỳ", en: "Submitted in the period")
        case .accepted: Phrase(vi: "Tiếp nhận trong kỳ", en: "Accepted in the period")
        case .resolved: Phrase(vi: "Có kết quả trong kỳ", en: "Resolved in the period")
        }
    }
}

/// Which dossiers an export takes. The days are local ones, both included; what is absent does not narrow.
package struct ExportFilter: Codable, Hashable, Sendable {
    package var moment: ExportMoment
    package var from: LocalDate?
    package var to: LocalDate?
    /// The unit that receives or resolves.
    package var unit: String?
    package var procedure: String?
    package var statuses: [DossierStatus]

    package init(
        _ moment: ExportMoment = .submitted, from: LocalDate? = nil, to: LocalDate? = nil, unit: String? = nil, procedure: String? = nil,
        statuses: [DossierStatus] = []
    ) {
        (self.moment, self.from, self.to) = (moment, from, to)
        (self.unit, self.procedure, self.statuses) = (unit, procedure, statuses)
    }

    /// From the first moment of the first day to the first after the last one.
    var span: Range<Instant> {
        let lower = from.map(Self.midnight) ?? Instant(milliseconds: -62_000_000_000_000)
        let upper = to.map { Self.midnight($0.adding(days: 1)) } ?? Instant(milliseconds: 250_000_000_000_000)
        return lower..<max(lower, upper)
    }

    private static func midnight(_ day: LocalDate) -> Instant {
        LocalDateTime(date: day, minuteOfDay: 0).instant()
    }
}

extension ExportFilter {
    /// The filter as the list of exports tells it.
    func words(_ language: Language) -> String {
        let period = [from.map { "\(Words.from[language]) \($0.vietnamese)" }, to.map { "\(Words.to[language]) \($0.vietnamese)" }].compactMap(\.self)
        let statuses = statuses.isEmpty ? nil : statuses.map { $0.name[language] }.joined(separator: ", ")
        let time = period.isEmpty ? Words.always[language] : period.joined(separator: " ")
        return (["\(moment.name[language]): \(time)"] + [unit, procedure, statuses].compactMap(\.self)).joined(separator: " · ")
    }

    private enum Words {
        static let from = Phrase(vi: "từ", en: "from")
        static let to = Phrase(vi: "đến hết", en: "to")
        static let always = Phrase(vi: "mọi ngày", en: "any day")
    }
}
