// SPDX-License-Identifier: Apache-2.0

import Cases
package import Dossiers
package import Hummingbird
import Identity
import Kernel
import Organisation
package import Paper
package import Web

/// The papers of dossiers as PDF files: for their owner, and for the officers who may see them.
package struct PaperRoutes: Sendable {
    let house: DossierHouse
    let papers: PressPaper
    /// Lines of one day in one file; a desk receives fewer, and more would keep others waiting.
    private static let maximumLines = 500

    package init(house: DossierHouse, press: PaperPress) {
        (self.house, papers) = (house, PressPaper(house: house, press: press))
    }

    package func mount(on router: Router<WebContext>) {
        for (base, who) in [("/me", Reader.owner), ("/work", .officer)] {
            let place = "\(base)/dossiers/:code/papers"
            router.get("\(place)/receipt.pdf") { _, context in try await receipt(try await open(context, as: who), context) }
            router.get("\(place)/supplement.pdf") { request, context in
                try await supplement(try await open(context, as: who), try request.query)
            }
            router.get("\(place)/refusal.pdf") { _, context in try await refusal(try await open(context, as: who)) }
        }
        router.get("/work/dossiers/:code/papers/draft.pdf") { request, context in
            try await draft(try await open(context, as: .officer), template: try request.query["template"], fields: [:])
        }
        router.post("/work/dossiers/:code/papers/draft.pdf") { request, context in
            let form = try await request.form(context)
            let template = try request.query["template"] ?? form["template"]
            return try await draft(try await open(context, as: .officer), template: template, fields: Self.fields(form))
        }
        router.get("/work/logbook.pdf", use: logbook)
    }

    private enum Reader { case owner, officer }

    private func open(_ context: WebContext, as who: Reader) async throws -> Dossier {
        let person = try who == .owner ? context.citizen() : context.officer()
        return try await OpenDossier(house: house)(try context.path("code"), for: person)
    }

    private func receipt(_ dossier: Dossier, _ context: WebContext) async throws -> Response {
        pdf(try await papers.receipt(of: dossier, language: context.language), "giay-tiep-nhan-\(dossier.state.publicCode)")
    }

    private func supplement(_ dossier: Dossier, _ query: QueryItems) async throws -> Response {
        let sequence = try query["event"].map { typed in
            guard let number = Int(typed) else { throw UserError.notFound }
            return number
        }
        return pdf(try await papers.supplementRequest(of: dossier, sequence: sequence), "phieu-bo-sung-\(dossier.state.publicCode)")
    }

    private func refusal(_ dossier: Dossier) async throws -> Response {
        pdf(try await papers.refusal(of: dossier), "phieu-tu-choi-\(dossier.state.publicCode)")
    }

    private func draft(_ dossier: Dossier, template named: String?, fields: [String: String]) async throws -> Response {
        let template = named ?? papers.template(for: dossier).rawValue
        let bytes = try await papers.resultDraft(of: dossier, template: template, fields: fields)
        return pdf(bytes, "du-thao-\(dossier.state.publicCode)")
    }

    /// What the specialist wrote: `field.<name>`; an empty one leaves what the dossier says.
    private static func fields(_ form: FormData) -> [String: String] {
        let written = form.entries.filter { $0.name.hasPrefix("field.") && !$0.value.allSatisfy(\.isWhitespace) }
        return Dictionary(written.map { (String($0.name.dropFirst("field.".count)), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    @Sendable private func logbook(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let query = try request.query
        let desks = Set(person.posts.map(\.unit)).sorted().compactMap { house.organisation.unit($0) }.filter(\.isOneStop)
        guard let desk = query["unit"].map({ code in desks.first { $0.code == code } }) ?? desks.first else { throw UserError.forbidden }
        let day =
            try query["day"].map { typed in
                guard let day = LocalDate(iso: typed) else { throw UserError.notFound }
                return day
            } ?? LocalDateTime(house.now()).date
        let lines = try await ReadLogbook(house: house)(unit: desk.code, day: day, limit: Self.maximumLines + 1)
        return pdf(
            try await papers.logbook(desk: desk, day: day, lines: Array(lines.prefix(Self.maximumLines)), hasMore: lines.count > Self.maximumLines),
            "so-theo-doi-\(desk.code)-\(day.iso)")
    }

    private func pdf(_ bytes: [UInt8], _ name: String) -> Response {
        Reply.download(bytes, type: "application/pdf", filename: "\(name).pdf", isInline: true)
    }
}

extension UserError {
    static let unknownTemplate = UserError(
        code: "papers.unknown_template", status: 422,
        title: Phrase(vi: "Không có mẫu kết quả này", en: "There is no such template"),
        advice: Phrase(
            vi: "Các mẫu: \(ResultTemplate.allCases.map(\.rawValue).joined(separator: ", ")).",
            en: "The templates: \(ResultTemplate.allCases.map(\.rawValue).joined(separator: ", "))."))
}
