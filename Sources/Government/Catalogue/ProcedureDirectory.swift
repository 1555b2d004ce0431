// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Synchronization

/// The catalogue in memory: what is in force, ready for pages, search and filing. One object for the whole program; whoever
/// changes the catalogue tells so on its channel, and every process calls `reload`.
package final class ProcedureDirectory: Sendable {
    package static let channel = "catalogue"

    private let database: any Database
    /// The short name by which announcements of this province are known.
    private let provinceName: String
    private let current: Mutex<CatalogueSnapshot>

    private init(database: any Database, provinceName: String, snapshot: CatalogueSnapshot) {
        (self.database, self.provinceName) = (database, provinceName)
        current = Mutex(snapshot)
    }

    /// Reads the catalogue. `provinceName` is the bare name, as in `UBND tỉnh …`; `today` decides what can be filed.
    package static func open(_ database: any Database, provinceName: String, today: LocalDate) async throws -> ProcedureDirectory {
        let snapshot = try await load(database, provinceName: provinceName, today: today, generation: 1)
        return ProcedureDirectory(database: database, provinceName: provinceName, snapshot: snapshot)
    }

    /// The catalogue as it is now. Take it once for one request.
    package var snapshot: CatalogueSnapshot { current.withLock { $0 } }

    /// Reads the catalogue anew, after an import, an installation, and when a day begins.
    package func reload(today: LocalDate) async throws {
        let next = try await Self.load(database, provinceName: provinceName, today: today, generation: snapshot.generation + 1)
        current.withLock { $0 = next }
    }

    /// The province's definition in force on a day, by any form of the code.
    package func definition(_ code: String, on date: LocalDate) -> ProcedureDefinition? {
        versions(code).last { $0.isInForce(on: date) }
    }

    /// The definition a dossier was filed under.
    package func definition(_ code: String, version: Int) -> ProcedureDefinition? {
        versions(code).first { $0.version == version }
    }

    /// Every version of the province's definition, oldest first.
    package func versions(_ code: String) -> [ProcedureDefinition] {
        let definitions = snapshot.definitions
        return definitions[code] ?? ProcedureCode.national(in: code).flatMap { definitions[$0] } ?? []
    }

    /// What the national catalogue says of a procedure.
    package func national(_ code: String) async throws -> NationalProcedure? {
        try await database.read { connection in try CatalogueStore(connection: connection).national(code) }
    }

    /// What a legal officer should look at in what is published about a procedure.
    package func flags(_ code: String) async throws -> [CatalogueFlag] {
        try await database.read { connection in try CatalogueStore(connection: connection).flags(code) }
    }
}

extension ProcedureDirectory {
    private static func load(
        _ database: any Database, provinceName: String, today: LocalDate, generation: Int
    ) async throws -> CatalogueSnapshot {
        let (rows, stored, words) = try await database.read { connection in
            let store = CatalogueStore(connection: connection)
            return (try store.headsInForce(), try store.packDefinitions(), try store.searchWords())
        }
        let definitions = try stored.map { try $0.decoded(as: ProcedureDefinition.self) }
        let own = Dictionary(grouping: definitions, by: \.code)
        let rowsByCode = Dictionary(grouping: rows, by: \.key.code)
        let home = folded(provinceName)
        let entries = rowsByCode.map { code, rows in
            let versions = own[code] ?? []
            let shown = versions.last { $0.isInForce(on: today) } ?? versions.last
            return CatalogueEntry(code: code, definition: shown, isInForce: shown?.isInForce(on: today) == true, rows: rows, home: home)
        }
        return CatalogueSnapshot(entries: entries, definitions: definitions, words: words, generation: generation)
    }
}

extension CatalogueEntry {
    /// Puts together what the province and the national sources say; the province's own words count.
    fileprivate init(code: String, definition: ProcedureDefinition?, isInForce: Bool, rows: [CatalogueStore.HeadRow], home: String) {
        let national = rows.first { $0.key.source == .nationalDetail }?.head ?? rows.first { $0.key.source == .nationalList }?.head
        let kind = national?.kind
        let announcedBy = national?.announcedBy ?? ""
        let words = rows.map(\.head.searchText).joined(separator: " ")
        self.init(
            code: code, name: definition?.name ?? Phrase(national?.name ?? code),
            field: definition?.fieldName ?? Phrase(national?.field ?? ""), fieldCode: definition?.fieldCode ?? national?.fieldCode,
            levels: definition?.levels ?? national?.levels ?? [], onlineLevel: definition?.onlineLevel ?? national?.onlineLevel,
            canBeFiled: definition != nil && isInForce,
            hasDetail: definition != nil || rows.contains { $0.key.source == .nationalDetail }, isInternal: kind == .internal,
            belongsElsewhere: definition == nil && kind == .specific && !folded(announcedBy).contains(home), announcedBy: announcedBy,
            searchText: words)
    }
}
