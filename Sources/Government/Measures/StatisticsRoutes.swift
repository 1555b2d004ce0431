// SPDX-License-Identifier: Apache-2.0

import Catalogue
package import Dossiers
package import Hummingbird
import Identity
import Kernel
import Organisation
package import Web

/// Public figures at `/statistics`, for programs at `/api/v1/statistics`, and for officers the dossiers behind each.
package struct StatisticsRoutes: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        router.get("/statistics", use: show)
        router.get("/api/v1/statistics", use: forPrograms)
        router.get("/work/statistics/dossiers", use: list)
    }

    private var names: FigureNames { FigureNames(organisation: house.organisation, catalogue: house.procedures.snapshot) }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (query, now) = (try request.query, house.now())
        let reading = ReadStatisticsQuestion(query, house.organisation, today: LocalDateTime(now).date)
        var statistics: Statistics?
        if let question = reading.question { statistics = try await ReadStatistics(house: house)(question) }
        let page = StatisticsPage(
            reading: reading, statistics: statistics, names: names, now: LocalDateTime(now), opensDossiers: context.person?.isOfficer ?? false,
            pageNumber: query["page"].flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1, query: query)
        return context.respond(page.page(context.language), to: request)
    }

    @Sendable private func forPrograms(_ request: Request, _ context: WebContext) async throws -> Response {
        let now = house.now()
        let reading = ReadStatisticsQuestion(try request.query, house.organisation, today: LocalDateTime(now).date)
        guard let question = reading.question else { throw UserError.badStatistics(reading.errors) }
        return try Reply.json(StatisticsJSON(try await ReadStatistics(house: house)(question), names: names, at: now, context.language))
    }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let (person, query) = (try context.officer(), try request.query)
        let reading = try ReadListingQuestion(query, house.organisation)
        let access = DossierAccess(person, directory: house.organisation)
        let listing = try await ListMeasured(house: house)(reading.question, visibleTo: access, after: query["after"])
        let statistics = try await ReadStatistics(house: house)(reading.figure.question)
        let figures = reading.figure.key.map { key in statistics.lines.first { $0.key == key }?.figures } ?? statistics.total
        let value = figures.flatMap { reading.question.figure.value(in: $0) }
        let page = ListedPage(
            question: reading.question, listing: listing, value: value ?? 0, names: names, isPartial: access != .everything, query: query)
        return context.respond(page.page(context.language), to: request)
    }
}
