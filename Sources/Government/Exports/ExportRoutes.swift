// SPDX-License-Identifier: Apache-2.0

import Database
package import Dossiers
package import Hummingbird
import Identity
import Kernel
import Logging
import NIOCore
import Organisation
package import Web

/// Exports for officers, at `/work/exports`, and for programs, at `/api/v1/exports/dossiers`.
package struct ExportRoutes: Sendable {
    let house: DossierHouse
    private let turns = ExportTurns()

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        router.get("/work/exports", use: show)
        for format in ExportFormat.allCases {
            router.get("/work/exports/dossiers.\(format.rawValue)") { try await fromPage(format, $0, $1) }
        }
        router.get("/api/v1/exports/dossiers", use: forPrograms)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try request.query
        return try await page(ReadExportFilter(query, house.organisation), query, request, context)
    }

    private func fromPage(_ format: ExportFormat, _ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.officer()
        let query = try request.query
        var reading = ReadExportFilter(query, house.organisation)
        let filter = reading()
        guard reading.errors.isEmpty else { return try await page(reading, query, request, context) }
        return try await file(format, filter, wantsNames: query["names"] != "no", .page, request, context)
    }

    @Sendable private func forPrograms(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.officer()
        let query = try request.query
        guard let format = ExportFormat(rawValue: query["format"] ?? ExportFormat.csv.rawValue) else { throw UserError.unknownExportFormat }
        var reading = ReadExportFilter(query, house.organisation)
        let filter = reading()
        guard reading.errors.isEmpty else { throw UserError.badExport(reading.errors) }
        return try await file(format, filter, wantsNames: query["names"] != "no", .api, request, context)
    }

    /// The form, with what was asked for; the person's own exports below it, an auditor's choice of everybody's.
    private func page(
        _ reading: ReadExportFilter, _ query: QueryItems, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let person = try context.officer()
        let showsAll = query["of"] == "all" && person.holds(.auditor)
        let before = query["before"].flatMap { Identifier($0) }
        let account = showsAll ? nil : person.accountID.description
        let records = try await house.database.read { try ExportRecordStore($0).list(of: account, before: before, limit: ExportPage.length + 1) }
        let page = ExportPage(
            directory: house.organisation, person: person, today: LocalDateTime(house.now()).date, reading: reading, records: records,
            showsAll: showsAll)
        return context.respond(page.page(context.language), to: request)
    }

    private func file(
        _ format: ExportFormat, _ filter: ExportFilter, wantsNames: Bool, _ door: ExportOrder.Door, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let person = try context.officer()
        let order = ExportOrder(
            format, filter, by: person, directory: house.organisation, wantsNames: wantsNames, language: context.language, door: door)
        let filename = Self.filename(filter, format)
        // Asking for the head alone takes nothing along.
        guard request.method == .get else { return Reply.download(ResponseBody(), type: format.mediaType, filename: filename) }
        guard let turn = turns.take(order.account) else { throw UserError.tooManyExports }
        let export = try await ExportDossiers(database: house.database, now: house.now)
            .begin(order, words: ExportWords(context.language, house.organisation))
        let logger = context.logger
        // Whatever goes wrong from here on must break the connection: a short file that looks whole is worse than none.
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(turn) {} }
            do {
                // SAFETY: the pieces are sent one after the other, all of them before `write` returns.
                nonisolated(unsafe) var output = writer
                try await export.write { try await output.write($0) }
            } catch {
                logger.notice("export broken off", metadata: ["export": "\(export.id)", "error": "\(error)"])
                throw error
            }
            try await writer.finish(nil)
        }
        return Reply.download(body, type: format.mediaType, filename: filename)
    }

    private static func filename(_ filter: ExportFilter, _ format: ExportFormat) -> String {
        let days = [filter.from, filter.to].compactMap { $0?.iso }
        return (["ho-so"] + days).joined(separator: "-") + ".\(format.rawValue)"
    }
}
