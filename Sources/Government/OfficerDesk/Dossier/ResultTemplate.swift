// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Organisation

/// The kinds of document a specialist drafts.
enum ResultTemplate: String, CaseIterable, Sendable {
    case confirmation, decision, letter

    var name: Phrase {
        switch self {
        case .confirmation: Phrase(vi: "Giấy xác nhận, trích lục", en: "Confirmation or extract")
        case .decision: Phrase(vi: "Quyết định", en: "Decision")
        case .letter: Phrase(vi: "Công văn trả lời", en: "Letter of reply")
        }
    }

    static let fields = ["subject", "addressee", "grounds", "content", "signer"]

    /// What the dossier already says.
    func prefilled(_ dossier: Dossier, _ definition: ProcedureDefinition?, house: DossierHouse) -> [String: String] {
        let submission = dossier.state.submission
        let result = definition?.results.first?.name.vi ?? dossier.procedureName
        let grounds = (definition?.legalBases ?? []).prefix(4).map { "Căn cứ \($0.name.vi) (\($0.code))" }
        return [
            "subject": result, "addressee": submission.applicant.name, "grounds": grounds.joined(separator: ";\n"),
            "content": answers(dossier, definition, house: house),
            "signer": house.organisation.name(of: submission.resolvingUnit).vi,
        ]
    }

    private func answers(_ dossier: Dossier, _ definition: ProcedureDefinition?, house: DossierHouse) -> String {
        let submission = dossier.state.submission
        guard let form = definition?.case(submission.caseCode)?.form else { return "" }
        let sections = form.lines(submission.answers, .vi) { code in
            house.organisation.unit(statisticalCode: code).map { ($0.place ?? $0.name).vi }
        }
        return sections.flatMap(\.lines).map { "\($0.label): \($0.value)" }.joined(separator: "\n")
    }
}
