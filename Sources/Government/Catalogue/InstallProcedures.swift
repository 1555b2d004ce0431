// SPDX-License-Identifier: Apache-2.0

import Crypto
package import Database
package import Kernel

/// Brings the province's own procedures and its everyday words into the database. What was installed stays as it is: a
/// dossier filed under a version must find that version again. Only an end may be given to a version later.
package struct InstallProcedures: Sendable {
    private let database: any Database
    private let now: Instant

    package init(database: any Database, now: Instant) {
        (self.database, self.now) = (database, now)
    }

    package struct Outcome: Hashable, Sendable {
        package var added = 0
        package var ended = 0
        package var unchanged = 0
    }

    /// Installs all or nothing.
    package func callAsFunction(_ definitions: [ProcedureDefinition], words: SearchWords = SearchWords()) async throws -> Outcome {
        let now = now
        return try await database.write { connection in
            let store = CatalogueStore(connection: connection)
            var outcome = Outcome()
            var changed: [InstallProceduresError.Version] = []
            for definition in definitions.sorted(by: { ($0.code, $0.version) < ($1.code, $1.version) }) {
                if try !Self.install(definition, store, &outcome, at: now) {
                    changed.append(InstallProceduresError.Version(code: definition.code, version: definition.version))
                }
            }
            guard changed.isEmpty else { throw InstallProceduresError(changed: changed) }
            try store.keep(words)
            try connection.notify(ProcedureDirectory.channel, "installed")
            return outcome
        }
    }

    /// False when another definition stands under the same version.
    private static func install(
        _ definition: ProcedureDefinition, _ store: CatalogueStore, _ outcome: inout Outcome, at now: Instant
    ) throws -> Bool {
        let text = try JSONText(encoding: definition)
        guard let stored = try store.packDefinition(definition.code, version: definition.version) else {
            try store.addPack(definition, text, hash: SHA256.hash(data: Array(text.text.utf8)).hex, at: now)
            outcome.added += 1
            return true
        }
        let installed = try stored.decoded(as: ProcedureDefinition.self)
        if installed == definition {
            outcome.unchanged += 1
            return true
        }
        guard installed.effectiveTo == nil, definition.effectiveTo != nil, try isSame(installed, definition, but: "effectiveTo") else { return false }
        try store.end(definition, text, hash: SHA256.hash(data: Array(text.text.utf8)).hex)
        outcome.ended += 1
        return true
    }

    private static func isSame(_ left: ProcedureDefinition, _ right: ProcedureDefinition, but key: String) throws -> Bool {
        let values = try [left, right].map { definition -> JSONValue in
            let value = try JSONReader.value(of: Array(JSONText(encoding: definition).text.utf8)[...])
            guard case .object(var members) = value else { return value }
            members[key] = nil
            return .object(members)
        }
        return values[0] == values[1]
    }
}

/// Definitions that were changed without a new version number.
package struct InstallProceduresError: Error, Hashable, Sendable, CustomStringConvertible {
    package struct Version: Hashable, Sendable {
        package let code: String
        package let version: Int
    }

    package let changed: [Version]

    package var phrase: Phrase {
        let list = changed.map { "\($0.code) (\($0.version))" }.joined(separator: ", ")
        return Phrase(
            vi: "Thủ tục đã được cài đặt với nội dung khác: {list}. Hãy tăng số phiên bản (version) và đặt ngày hết hiệu lực cho phiên bản cũ.",
            en: "These procedures are installed with other content: {list}. Raise their version and give the old version an end."
        ).with(["list": list])
    }

    package var description: String { phrase.en }
}
