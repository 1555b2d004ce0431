// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Process
import Web

/// A queue as it is narrowed, and a place in it: what links carry, so that one comes back to where one was.
struct QueuePlace: Hashable, Sendable {
    var view: QueueView
    var filter = QueueFilter.none

    init(_ view: QueueView, _ filter: QueueFilter = .none) {
        (self.view, self.filter) = (view, filter)
    }

    /// Nil when the link names no queue, or one that does not exist.
    init?(_ query: QueryItems) {
        guard let view = query["view"].flatMap(QueueView.init(rawValue:)) else { return nil }
        self.init(view, QueueFilter(query))
    }

    init?(_ form: FormData) {
        guard let text = form["place"], let query = try? QueryItems(text) else { return nil }
        self.init(query)
    }

    /// `view=unit&procedure=1.001193`.
    var query: String {
        var parts = ["view=\(view.rawValue)"]
        if let procedure = filter.procedure { parts.append("procedure=\(percentEncoded(procedure))") }
        if let step = filter.step { parts.append("step=\(step)") }
        if filter.isOnlyMine { parts.append("mine=yes") }
        if let channel = filter.channel { parts.append("channel=\(channel.rawValue)") }
        return parts.joined(separator: "&")
    }

    var link: String { "/work?\(query)" }

    func link(after position: DossierQueueStore.Position) -> String { "\(link)&after=\(position.text)" }

    /// To a dossier, so that its neighbours in this queue are known there.
    func link(to row: DossierSummary) -> String {
        "/work/dossiers/\(row.code)?\(query)&at=\(DossierQueueStore.Position(danger: row.danger, id: row.id).text)"
    }

    func with(_ change: (inout QueueFilter) -> Void) -> QueuePlace {
        var place = self
        change(&place.filter)
        return place
    }
}

extension QueueFilter {
    init(_ query: QueryItems) {
        self.init(
            procedure: query["procedure"], step: query["step"].flatMap(Int.init), isOnlyMine: query["mine"] == "yes",
            channel: query["channel"].flatMap(SubmissionChannel.init(rawValue:)))
    }
}
