// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Kernel
package import Markup
import Organisation
package import Web
package import WorkingTime

/// Pieces that show where a dossier stands, the same for everybody who may see them.
package enum StateViews {
    package static func tone(_ status: DossierStatus) -> Component.Tone {
        switch status {
        case .submitted: .action
        case .accepted, .processing: .neutral
        case .supplementRequested, .paymentRequired: .soon
        case .rejectedAtIntake: .late
        case .withdrawn, .stopped: .paused
        case .resolved, .resultReturned: .good
        }
    }

    package static func tag(_ status: DossierStatus, _ language: Language) -> HTML {
        Component.statusTag(status.name[language], tone: tone(status))
    }

    package static func moment(_ instant: Instant, _ language: Language) -> HTML {
        "\(moment: instant, language)"
    }

    package static func moment(_ local: LocalDateTime, _ language: Language) -> HTML { moment(local.instant(), language) }

    /// The promised day with its arithmetic behind a fold.
    package static func due(_ due: DueDate, _ language: Language) -> HTML {
        """
        <p>\(moment(due.due, language))</p>
        <details><summary>\(Words.why[language])</summary><ol>\(due.explanation.map { "<li>\($0[language])</li>" as HTML })</ol></details>
        """
    }

    /// Done, now, next, promised: for anybody with the code, so without names.
    package static func timeline(_ tracked: TrackedDossier, _ language: Language) -> HTML {
        let entries = [entry(.done, Words.filed, tracked.submittedAt, language)] + middle(tracked, language) + end(tracked, language)
        return Component.timeline(entries)
    }

    private static func middle(_ tracked: TrackedDossier, _ language: Language) -> [Component.TimelineEntry] {
        guard let acceptedAt = tracked.acceptedAt else {
            let waiting = tracked.status == .submitted ? Words.waitingForDesk : tracked.status.name
            return tracked.closedAt == nil ? [entry(.now, waiting, nil, language)] : []
        }
        let accepted = entry(.done, Words.accepted, acceptedAt, language)
        guard tracked.resolvedAt == nil, tracked.closedAt == nil else { return [accepted] }
        return [accepted, Component.TimelineEntry(.now, title: tracked.status.name[language], detail: completion(tracked, language))]
    }

    private static func end(_ tracked: TrackedDossier, _ language: Language) -> [Component.TimelineEntry] {
        var entries: [Component.TimelineEntry] = []
        if let resolvedAt = tracked.resolvedAt { entries.append(entry(.done, Words.resolved, resolvedAt, language)) }
        if let closedAt = tracked.closedAt {
            entries.append(entry(.done, tracked.status.name, closedAt, language))
        } else if tracked.resolvedAt != nil {
            entries.append(entry(.now, Words.collect, nil, language))
        } else if let due = tracked.due {
            entries.append(entry(.next, Words.promised, due, language))
        }
        return entries
    }

    private static func entry(_ state: Component.TimelineEntry.State, _ title: Phrase, _ at: Instant?, _ language: Language)
        -> Component.TimelineEntry
    {
        Component.TimelineEntry(state, title: title[language], detail: at.map { "<p>\(moment: $0, language)</p>" } ?? .empty)
    }

    private static func completion(_ tracked: TrackedDossier, _ language: Language) -> HTML {
        "<p>\(Words.completion(language, ["n": "\(tracked.completion)"]))</p>"
    }

    private enum Words {
        static let why = Phrase(vi: "Vì sao là ngày này?", en: "Why this date?")
        static let filed = Phrase(vi: "Đã nộp", en: "Filed")
        static let waitingForDesk = Phrase(vi: "Chờ Bộ phận Một cửa tiếp nhận", en: "Waiting to be received by the one-stop desk")
        static let accepted = Phrase(vi: "Đã tiếp nhận", en: "Accepted")
        static let resolved = Phrase(vi: "Đã có kết quả", en: "The result is ready")
        static let collect = Phrase(vi: "Chờ nhận kết quả", en: "Result to be collected")
        static let promised = Phrase(vi: "Hẹn trả kết quả", en: "Promised date")
        static let completion = Phrase(vi: "Hoàn thành {n} %", en: "{n} % complete")
    }
}

extension HTML.Interpolation {
    /// A moment for people and for machines, written into what is being written.
    package mutating func appendInterpolation(moment instant: Instant, _ language: Language) {
        appendLiteral("<time datetime=\"")
        appendInterpolation(instant.rfc3339)
        appendLiteral("\">")
        appendInterpolation(LocalDateTime(instant).spoken(language))
        appendLiteral("</time>")
    }
}
