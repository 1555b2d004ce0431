// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Organisation

/// The catalogue's rows. The only place of the context with SQL.
struct CatalogueStore {
    let connection: any Connection

    /// What one source says about one code.
    struct Key: Hashable, Sendable {
        let code: String
        let source: CatalogueSource
    }

    /// The versions there are of it.
    struct Versions: Hashable, Sendable {
        var newest = 0
        var hashInForce: String?
        var hashes: Set<String> = []
    }

    /// A version to be written.
    struct NewVersion: Sendable {
        let key: Key
        let version: Int
        let head: Head
        let definition: JSONText
        let hash: String
        let flags: [CatalogueFlag]
        let isInForce: Bool
        let effective: Effective
        let at: Instant
    }

    /// The columns that lists and search read.
    struct Head: Sendable {
        let name: String
        let searchText: String
        let field: String
        let fieldCode: String?
        let levels: [GovernmentLevel]
        let onlineLevel: OnlineLevel?
        let kind: NationalType?
        let announcedBy: String
    }

    struct Effective: Sendable {
        var from: LocalDate?
        var to: LocalDate?
    }

    func versions() throws -> [Key: Versions] {
        var result: [Key: Versions] = [:]
        try connection.forEach("SELECT code, source, version, raw_hash, in_force FROM catalogue_entries") { row in
            let key = Key(code: try row.get(0), source: try row.get(1))
            let hash: String = try row.get(3)
            result[key, default: Versions()].newest = max(result[key]?.newest ?? 0, try row.get(2))
            result[key]?.hashes.insert(hash)
            if try row.get(4) { result[key]?.hashInForce = hash }
        }
        return result
    }

    func add(_ new: NewVersion) throws {
        let (key, head) = (new.key, new.head)
        if new.isInForce {
            try connection.execute(
                "UPDATE catalogue_entries SET in_force = \(false) WHERE code = \(key.code) AND source = \(key.source) AND in_force")
        }
        try connection.execute(
            """
            INSERT INTO catalogue_entries (code, source, version, name, search_text, field, field_code, levels, online_level, kind, announced_by,
                definition, raw_hash, in_force, effective_from, effective_to, imported_at)
            VALUES (\(key.code), \(key.source), \(new.version), \(head.name), \(head.searchText), \(head.field), \(head.fieldCode.sqlValue),
                \(head.levels.map(\.rawValue).joined(separator: ",")), \((head.onlineLevel?.rawValue).sqlValue), \((head.kind?.rawValue).sqlValue), \(head.announcedBy),
                \(new.definition), \(new.hash), \(new.isInForce), \(new.effective.from.sqlValue), \(new.effective.to.sqlValue), \(new.at))
            """)
        for (position, flag) in new.flags.enumerated() {
            try connection.execute(
                """
                INSERT INTO catalogue_flags (code, source, version, position, kind, place, found)
                VALUES (\(key.code), \(key.source), \(new.version), \(position), \(flag.kind.rawValue), \(flag.place), \(flag.found))
                """)
        }
    }
}

extension CatalogueStore {
    struct HeadRow: Sendable {
        let key: Key
        let head: Head
    }

    /// The heads of all that is in force, by code.
    func headsInForce() throws -> [HeadRow] {
        try connection.all(
            """
            SELECT code, source, name, search_text, field, field_code, levels, online_level, kind, announced_by
            FROM catalogue_entries WHERE in_force ORDER BY code, source
            """
        ) { row in
            let levels: String = try row.get(6)
            let head = Head(
                name: try row.get(2), searchText: try row.get(3), field: try row.get(4), fieldCode: try row.get(5),
                levels: levels.split(separator: ",").compactMap { GovernmentLevel(rawValue: String($0)) },
                onlineLevel: (try row.get(7, as: String?.self)).flatMap(OnlineLevel.init(rawValue:)),
                kind: (try row.get(8, as: String?.self)).flatMap(NationalType.init(rawValue:)), announcedBy: try row.get(9))
            return HeadRow(key: Key(code: try row.get(0), source: try row.get(1)), head: head)
        }
    }

    /// Every version of the province's own definitions, oldest first.
    func packDefinitions() throws -> [JSONText] {
        try connection.all("SELECT definition FROM catalogue_entries WHERE source = 'pack' ORDER BY code, version") { row in try row.get(0) }
    }

    /// What the national sources say, the details before the bare list.
    func national(_ code: String) throws -> NationalProcedure? {
        try connection.first(
            """
            SELECT definition FROM catalogue_entries
            WHERE code = \(code) AND source IN ('national_list', 'national_detail') AND in_force ORDER BY source LIMIT 1
            """
        ) { row in try row.get(0, as: JSONText.self) }?.decoded()
    }

    /// The flags of what is in force about one procedure.
    func flags(_ code: String) throws -> [CatalogueFlag] {
        let rows = try connection.all(
            """
            SELECT f.kind, f.place, f.found FROM catalogue_flags f
            JOIN catalogue_entries e ON e.code = f.code AND e.source = f.source AND e.version = f.version
            WHERE f.code = \(code) AND e.in_force ORDER BY f.source, f.position
            """
        ) { row in (try row.get(0, as: String.self), try row.get(1, as: String.self), try row.get(2, as: String.self)) }
        return rows.compactMap { row in CatalogueFlagKind(rawValue: row.0).map { CatalogueFlag($0, row.1, found: row.2) } }
            + (try crossFlags(of: code))
    }

    /// Where the two national sources contradict each other. Computed, because either file may come first.
    func crossFlags(of code: String? = nil) throws -> [CatalogueFlag] {
        let one: SQL = code.map { "AND d.code = \($0)" } ?? ""
        return try connection.all(
            """
            SELECT d.code, l.name FROM catalogue_entries d
            LEFT JOIN catalogue_entries l ON l.code = d.code AND l.source = 'national_list' AND l.in_force
            WHERE d.source = 'national_detail' AND d.in_force AND (l.name IS NULL OR l.name <> d.name) \(sql: one) ORDER BY d.code
            """
        ) { row in
            let code: String = try row.get(0)
            guard let listed = try row.get(1, as: String?.self) else { return CatalogueFlag(.detailWithoutCatalogue, code) }
            return CatalogueFlag(.nameDiffers, code, found: listed)
        }
    }
}

extension CatalogueStore {
    func packDefinition(_ code: String, version: Int) throws -> JSONText? {
        try connection.value("SELECT definition FROM catalogue_entries WHERE code = \(code) AND source = 'pack' AND version = \(version)")
    }

    /// Adds a version of the province's own definition; the newest is the one shown.
    func addPack(_ definition: ProcedureDefinition, _ text: JSONText, hash: String, at now: Instant) throws {
        let newest = try connection.value(
            "SELECT max(version) FROM catalogue_entries WHERE code = \(definition.code) AND source = 'pack'", as: Int?.self)
        let words = definition.results.map(\.name.vi) + definition.keywords
        let head = Head(
            name: definition.name.vi, searchText: folded(words.joined(separator: " ")), field: definition.fieldName.vi,
            fieldCode: definition.fieldCode, levels: definition.levels, onlineLevel: definition.onlineLevel, kind: nil, announcedBy: "")
        try add(
            NewVersion(
                key: Key(code: definition.code, source: .pack), version: definition.version, head: head, definition: text, hash: hash, flags: [],
                isInForce: definition.version > (newest ?? nil) ?? 0,
                effective: Effective(from: definition.effectiveFrom, to: definition.effectiveTo), at: now))
    }

    /// Gives a version its end, the one thing that may be said of it later.
    func end(_ definition: ProcedureDefinition, _ text: JSONText, hash: String) throws {
        try connection.execute(
            """
            UPDATE catalogue_entries SET definition = \(text), raw_hash = \(hash), effective_to = \(definition.effectiveTo.sqlValue)
            WHERE code = \(definition.code) AND source = 'pack' AND version = \(definition.version)
            """)
    }

    func keep(_ words: SearchWords) throws {
        try connection.execute(
            """
            INSERT INTO catalogue_words (id, words) VALUES (1, \(JSONText(encoding: words)))
            ON CONFLICT (id) DO UPDATE SET words = excluded.words
            """)
    }

    /// The everyday words of the province; none before a pack was installed.
    func searchWords() throws -> SearchWords {
        try connection.value("SELECT words FROM catalogue_words WHERE id = 1", as: JSONText.self)?.decoded() ?? SearchWords()
    }
}
