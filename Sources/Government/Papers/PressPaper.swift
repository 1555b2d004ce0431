// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
package import Dossiers
package import Kernel
package import Organisation
package import Paper

/// Sets the statutory forms of TT 03/2025 (Phụ lục I) and drafts of results as PDF files.
package struct PressPaper: Sendable {
    let house: DossierHouse
    let press: PaperPress

    package init(house: DossierHouse, press: PaperPress) {
        (self.house, self.press) = (house, press)
    }

    /// Form 01; 404 before acceptance.
    package func receipt(of dossier: Dossier, language: Language = .vi) async throws -> [UInt8] {
        try await press.press("receipt", try await papers(of: dossier).receipt(language))
    }

    /// Form 02, of the event that asked, or of the last one; 404 where nothing was asked for.
    package func supplementRequest(of dossier: Dossier, sequence: Int? = nil) async throws -> [UInt8] {
        try await press.press("supplement", try await papers(of: dossier).supplementRequest(sequence: sequence))
    }

    /// Form 03; 404 where nothing was refused.
    package func refusal(of dossier: Dossier) async throws -> [UInt8] {
        try await press.press("refusal", try await papers(of: dossier).refusal())
    }

    /// Form 07, of what a desk received on one day.
    package func logbook(desk: OrganisationUnit, day: LocalDate, lines: [LogbookLine], hasMore: Bool) async throws -> [UInt8] {
        let today = LocalDateTime(house.now()).date
        return try await press.press(
            "logbook", LogbookSheet.sheet(lines, hasMore: hasMore, desk: desk, day: day, today: today, directory: house.organisation))
    }

    /// A draft of the result, marked as one until it has a number. `fields` go before the dossier's answers; `title`,
    /// `content`, `signer_office` and `signer_name` are the specialist's own words.
    package func resultDraft(of dossier: Dossier, template: ResultTemplate, fields: [String: String] = [:]) async throws -> [UInt8] {
        try await press.press(template.file, try await papers(of: dossier).result(template, fields: fields))
    }

    /// The same for a template named by its id; 422 for one that is not there.
    package func resultDraft(of dossier: Dossier, template id: String, fields: [String: String]) async throws -> [UInt8] {
        guard let template = ResultTemplate(rawValue: id) else { throw UserError.unknownTemplate }
        return try await resultDraft(of: dossier, template: template, fields: fields)
    }

    /// The template that fits what the dossier's procedure ends in.
    package func template(for dossier: Dossier) -> ResultTemplate {
        let submission = dossier.state.submission
        let result = house.procedures.definition(submission.procedure, version: submission.version)?.results.first
        return result.map { ResultTemplate(for: $0.name.vi, code: $0.code) } ?? .notice
    }

    private func papers(of dossier: Dossier) async throws -> DossierPapers {
        let events = try await house.database.read { try DossierStore($0).events(of: dossier.id) }
        return DossierPapers(house: house, dossier: dossier, events: events)
    }
}
