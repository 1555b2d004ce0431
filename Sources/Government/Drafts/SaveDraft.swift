// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Begins a draft.
package struct BeginDraft: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant
    /// More than anybody has in hand at a time; the oldest must be filed or thrown away first.
    package static let maximumOpen = 50

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    package func callAsFunction(
        account: String, procedure: String, version: Int, caseCode: String, unit: String, entries: [FilingDraft.Entry]
    ) async throws -> FilingDraft {
        let at = now()
        let draft = FilingDraft(
            id: Identifier.new(at: at), account: account, procedure: procedure, version: version, caseCode: caseCode, unit: unit,
            entries: entries, sequence: 1, createdAt: at, savedAt: at)
        return try await database.write(.readCommitted) { connection in
            let store = DraftStore(connection)
            guard try store.open(of: account, limit: Self.maximumOpen).count < Self.maximumOpen else { throw UserError.tooManyDrafts }
            try store.insert(draft)
            return draft
        }
    }
}

/// Keeps what one step says. Other steps are left as they are, and of this one only what its sender changed is written, so
/// that two devices lose nothing of each other; of two who change the same answer the later counts, and hears of the other.
package struct SaveDraft: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    package struct Saved: Sendable {
        package let draft: FilingDraft
        /// As it was stored until now.
        package let before: FilingDraft
    }

    /// - Parameters:
    ///   - fields: which names belong to the step.
    ///   - merge: from what is stored of them, what is to be stored.
    /// - Throws: `UserError` 404 when it is not there, 409 when it is filed.
    package func callAsFunction(
        _ id: Identifier, of account: String, fields: @escaping @Sendable (String) -> Bool,
        merge: @escaping @Sendable ([FilingDraft.Entry]) -> [FilingDraft.Entry]
    ) async throws -> Saved {
        let at = now()
        return try await database.write(.readCommitted) { connection in
            let store = DraftStore(connection)
            guard let draft = try store.claim(id, of: account) else { throw UserError.draftNotFound }
            guard draft.filedAs == nil else { throw UserError.draftFiled }
            let merged = draft.replacing(fields, by: merge(draft.entries.filter { fields($0.name) }))
            guard merged != draft.entries else { return Saved(draft: draft, before: draft) }
            guard try store.save(merged, in: id, at: at), let saved = try store.find(id, of: account) else { throw UserError.draftFiled }
            return Saved(draft: saved, before: draft)
        }
    }
}

/// Throws a draft away.
package struct DiscardDraft: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction(_ id: Identifier, of account: String) async throws {
        guard try await database.write(.readCommitted, { try DraftStore($0).delete(id, of: account) }) else { throw UserError.draftNotFound }
    }
}

extension UserError {
    package static let draftNotFound = UserError(
        code: "drafts.not_found", status: 404,
        title: Phrase(vi: "Không tìm thấy bản nháp này", en: "This draft was not found"),
        advice: Phrase(vi: "Xem các bản nháp ở “Hồ sơ của tôi”.", en: "See your drafts under “My dossiers”."))

    package static let draftFiled = UserError(
        code: "drafts.filed", status: 409,
        title: Phrase(vi: "Hồ sơ này đã nộp rồi", en: "This dossier has been filed already"),
        advice: Phrase(vi: "Xem hồ sơ ở “Hồ sơ của tôi”.", en: "See it under “My dossiers”."))

    static let tooManyDrafts = UserError(
        code: "drafts.too_many", status: 409,
        title: Phrase(vi: "Bạn đang có quá nhiều bản nháp", en: "You have too many drafts"),
        advice: Phrase(
            vi: "Nộp hoặc xóa bớt bản nháp ở “Hồ sơ của tôi” rồi thử lại.", en: "File or delete some under “My dossiers”, then try again."))
}
