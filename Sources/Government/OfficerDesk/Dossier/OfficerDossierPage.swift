// SPDX-License-Identifier: Apache-2.0

import Cases
import Correspondence
import DossierViews
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Organisation
import Web
import WorkingTime

/// One dossier on an officer's desk in three zones: papers, content, and what may be done. On a phone what may be done comes
/// first, right after the name of the dossier.
struct OfficerDossierPage {
    let house: DossierHouse
    let desk: DeskDossier
    /// Which file the viewer shows.
    var file: Int?
    /// Where in which queue it was opened.
    var place: DeskPlace?
    var values = FormData()
    var errors: [FieldError] = []
    /// The action whose form was refused: shown open, with what was typed.
    var refused: CommandKind?

    private var state: CaseState { desk.state }

    func page(_ context: WebContext, _ request: Request, mark: LiveMark) -> Page {
        let language = context.language
        let content: HTML = """
            \(FormView(language, values: values, errors: errors).errorSummary())
            <div class="desk-zones">
            <section class="zone-actions" aria-labelledby="zone-actions" tabindex="-1"><h2 id="zone-actions">\(Words.actions[language])</h2>
            \(ActionsZone(house: house, desk: desk, place: place, values: values, errors: errors, refused: refused).html(context))</section>
            <section class="zone-papers" aria-labelledby="zone-papers" tabindex="0"><h2 id="zone-papers">\(Words.papers[language])</h2>
            \(PapersZone(house: house, desk: desk, file: file, place: place, values: values).html(language))</section>
            <section class="zone-middle" aria-labelledby="zone-answers" tabindex="0">
            \(MiddleZone(house: house, desk: desk).html(context))</section>
            </div>
            """
        let frame = DeskFrame(
            title: Phrase(vi: "Hồ sơ \(state.publicCode)", en: "Dossier \(state.publicCode)"),
            heading: "\(state.publicCode) · \(desk.dossier.procedureName)", person: desk.person, live: house.live, dossier: state.publicCode,
            back: place?.queue.link ?? "/work", neighbours: (place?.previous, place?.next))
        var page = frame.page(context, request, mark: mark, content)
        page.status = errors.isEmpty ? .ok : .conflict
        return page
    }

    private enum Words {
        static let papers = Phrase(vi: "Giấy tờ", en: "Papers")
        static let actions = Phrase(vi: "Việc tiếp theo", en: "Next actions")
    }
}

/// Where a dossier stands in the queue it was opened from.
struct DeskPlace {
    let queue: QueuePlace
    let at: DossierQueueStore.Position
    var previous: String?
    var next: String?

    /// `view=unit&at=…`.
    var query: String { "\(queue.query)&at=\(at.text)" }
}
