// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import Hummingbird
import Identity
import Kernel
import Organisation
import Web

/// The logbook of dossiers (form 07) of a desk, day by day: to read, to print, and as a table.
struct LogbookRoutes: Sendable {
    let house: DossierHouse
    private static let pageSize = 100
    /// Lines of one day in one file; a desk receives far fewer.
    private static let maximumLines = 10_000

    func mount(on router: Router<WebContext>) {
        router.get("/work/logbook", use: show)
        router.get("/work/logbook.csv", use: table)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (desk, desks, day) = try place(request, context)
        let lines = try await ReadLogbook(house: house)(
            unit: desk.code, day: day, after: try request.query["after"], limit: Self.pageSize + 1)
        let page = LogbookPage(
            directory: house.organisation, desk: desk, desks: desks, day: day, today: LocalDateTime(house.now()).date,
            lines: Array(lines.prefix(Self.pageSize)), hasMore: lines.count > Self.pageSize)
        return context.respond(page.page(context.language), to: request)
    }

    @Sendable private func table(_ request: Request, _ context: WebContext) async throws -> Response {
        let (desk, _, day) = try place(request, context)
        let lines = try await ReadLogbook(house: house)(unit: desk.code, day: day, limit: Self.maximumLines)
        let language = context.language
        let rows = lines.enumerated().map { index, line in
            [String(index + 1)] + LogbookPage.cells(line, house.organisation, language)
        }
        return Reply.csv([LogbookPage.head(language)] + rows, filename: "so-theo-doi-\(desk.code)-\(day.iso).csv")
    }

    /// A desk where the person holds a post, the first by default; today by default.
    private func place(_ request: Request, _ context: WebContext) throws -> (OrganisationUnit, [OrganisationUnit], LocalDate) {
        let person = try context.officer()
        let query = try request.query
        let desks = Set(person.posts.map(\.unit)).sorted().compactMap { house.organisation.unit($0) }.filter(\.isOneStop)
        guard let desk = query["unit"].map({ code in desks.first { $0.code == code } }) ?? desks.first else { throw UserError.forbidden }
        let day = try query["day"].map { typed in
            guard let day = LocalDate(iso: typed) else { throw UserError.notFound }
            return day
        }
        return (desk, desks, day ?? LocalDateTime(house.now()).date)
    }
}
