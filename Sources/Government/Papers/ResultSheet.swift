// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Organisation

/// The draft of a result, filled from the dossier, with what the specialist changed in it.
struct ResultSheet: Encodable, Sendable {
    struct Section: Encodable, Sendable {
        let title: String
        let lines: [Line]
    }

    struct Line: Encodable, Sendable {
        let label, value: String
    }

    struct Signer: Encodable, Sendable {
        let office: [String]
        let name: String
    }

    let applicant: PaperSubject.Person
    let procedure, procedureCode: String
    /// True until the clerk has given it a number: then it is no document yet, and says so.
    let isDraft: Bool
    /// What the document is called: the result's name in the catalogue, or what the specialist wrote.
    let title: String
    let acceptedOn: String
    let legalBases: [String]
    let sections: [Section]
    /// Answers in words by the path of their question, below what the specialist wrote.
    let fields: [String: String]
    /// Days of the answers in words, by the same paths.
    let spelled: [String: String]
    /// Paragraphs of the specialist's own.
    let content: [String]
    let signer: Signer
}

extension DossierPapers {
    func result(_ template: ResultTemplate, fields given: [String: String]) throws -> PaperSheet<ResultSheet> {
        let body = try body(submission.resolvingUnit, isDesk: false)
        let sections = answeredSections
        var fields = Dictionary(sections.flatMap(\.lines).map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        fields = fields.filter { $0.value != "–" }.merging(given) { _, given in given }
        let subject = subject
        let sheet = ResultSheet(
            applicant: subject.applicant, procedure: subject.procedure, procedureCode: subject.procedureCode,
            isDraft: state.documentNumber == nil, title: given["title"] ?? resultName(template), acceptedOn: acceptedOn,
            legalBases: definition?.legalBases.map { "\($0.name.vi) (\($0.code))" } ?? [],
            sections: sections.map { section in
                ResultSheet.Section(
                    title: section.title,
                    lines: section.lines.map { line in
                        ResultSheet.Line(label: line.label, value: given[line.field] ?? line.value)
                    })
            },
            fields: fields, spelled: fields.compactMapValues(DateInWords.init(written:)).mapValues(\.words),
            content: paragraphs(given["content"]),
            signer: ResultSheet.Signer(
                office: given["signer_office"].map(paragraphs) ?? body.signingOffice, name: given["signer_name"] ?? state.signedBy?.name ?? ""))
        let date = (state.resolvedAt ?? LocalDateTime(house.now())).date
        return PaperSheet(
            head: head(body, number: state.documentNumber ?? "……/\(template.symbol)-\(body.symbol)", on: date), content: sheet)
    }

    /// The result the procedure names first that fits the template.
    private func resultName(_ template: ResultTemplate) -> String {
        let results = definition?.results ?? []
        return (results.first { ResultTemplate(for: $0.name.vi, code: $0.code) == template })?.name.vi ?? template.name.vi
    }

    private var acceptedOn: String { (state.acceptedAt ?? state.submittedAt).date.vietnamese }

    private func paragraphs(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }
}
