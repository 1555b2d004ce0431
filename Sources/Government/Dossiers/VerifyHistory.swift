// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
import Kernel
import Organisation
import Vault

/// Replays every dossier from its events, checks every hash, and compares rows, participants, numbers and papers with what
/// the history says.
package struct VerifyHistory: Sendable {
    let house: DossierHouse
    let batch = 400

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Verification {
        var result = Verification()
        var numbers = UsedNumbers()
        var papers: [String: String] = [:]
        var after: String?
        while true {
            let last = after
            let evidence = try await house.database.read { [batch] connection in
                let store = DossierAuditStore(connection)
                return try store.rows(after: last, limit: batch).map { row in
                    DossierEvidence(row: row, events: try store.events(of: row.id), participants: try store.participants(of: row.id))
                }
            }
            let audits = await examine(evidence)
            for audit in audits {
                result.dossiers += 1
                result.events += audit.events.count
                result.damage += audit.damage
                numbers.note(audit.row)
                for file in audit.papers { papers[file.sha256] = audit.row.code }
            }
            guard audits.count == batch, let next = audits.last?.row.id else { break }
            after = next
            progress(result.dossiers)
        }
        let (series, orphans) = try await house.database.read { connection in
            (try DossierAuditStore(connection).series(), try DossierAuditStore(connection).orphans(limit: 100))
        }
        result.damage += numbers.differences(from: series)
        result.damage += orphans.map { Damage(kind: .orphanedHistory, dossier: $0, sequence: nil, detail: "events without their dossier") }
        for (hash, code) in papers.sorted(by: { $0.value < $1.value }) {
            do {
                try await house.vault.verify(hash)
            } catch let error as VaultError where error.isLoss {
                result.damage.append(Damage(kind: .paperMissing, dossier: code, sequence: nil, detail: "paper \(hash) is lost or altered"))
            }
        }
        return result
    }

    /// Replaying is work for every core.
    private func examine(_ evidence: [DossierEvidence]) async -> [DossierAudit] {
        let share = max(10, evidence.count / 8)
        return await withTaskGroup(of: (Int, [DossierAudit]).self) { group in
            for start in stride(from: 0, to: evidence.count, by: share) {
                let part = evidence[start..<min(start + share, evidence.count)]
                group.addTask { [house] in (start, part.map { DossierAudit($0, house: house) }) }
            }
            var audits: [Int: [DossierAudit]] = [:]
            for await (start, part) in group { audits[start] = part }
            return audits.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}

/// What lies in the database about one dossier.
struct DossierEvidence: Sendable {
    let row: AuditedRow
    let events: [StoredEvent]
    let participants: Set<String>
}

/// One dossier examined.
struct DossierAudit: Sendable {
    let row: AuditedRow
    let events: [StoredEvent]
    private var units: Set<String> = []
    private(set) var damage: [Damage] = []
    private(set) var papers: [AttachedFile] = []

    init(_ evidence: DossierEvidence, house: DossierHouse) {
        (row, events) = (evidence.row, evidence.events)
        guard let id = Identifier(row.id), !events.isEmpty else {
            add(.noEvents, "no history")
            return
        }
        guard let state = replayChecked(from: EventChain.root(of: id)) else {
            add(.stateDiffers, "the history gives no state")
            return
        }
        papers = state.submission.files + [state.result].compactMap(\.self)
        compare(state, house)
        if evidence.participants != units { add(.participantsDiffer, "other units may see it than those it passed through") }
    }

    private mutating func add(_ kind: Damage.Kind, _ detail: String, sequence: Int? = nil) {
        damage.append(Damage(kind: kind, dossier: row.code, sequence: sequence, detail: detail))
    }

    private mutating func replayChecked(from root: String) -> CaseState? {
        var previous = root
        var state: CaseState?
        for (index, event) in events.enumerated() {
            if event.sequence != index + 1 { add(.sequenceGap, "expected event \(index + 1)", sequence: event.sequence) }
            if event.previousHash != previous { add(.chainBroken, "does not continue the event before", sequence: event.sequence) }
            if EventChain.expectedHash(of: event) != event.hash { add(.hashMismatch, "\(event.name) was altered", sequence: event.sequence) }
            previous = event.hash
            do {
                let record = try event.record()
                state = evolve(state, record)
                units.formUnion(record.event.units)
            } catch {
                add(.unreadableEvent, "\(event.name) cannot be read", sequence: event.sequence)
            }
        }
        if previous != row.headHash { add(.headDiffers, "the row points to another newest event") }
        return state
    }

    private mutating func compare(_ replayed: CaseState, _ house: DossierHouse) {
        if let stored = row.state {
            if stored != replayed { add(.stateDiffers, "row says \(stored.status), history says \(replayed.status)") }
        } else {
            add(.unreadableRow, "the state cannot be read")
        }
        let submission = replayed.submission
        guard let rules = try? house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode),
            let name = house.procedures.definition(submission.procedure, version: submission.version)?.name.vi
        else { return add(.rulesMissing, "no definition of \(submission.procedure), version \(submission.version)") }
        let placement = Placement(
            replayed, rules: rules, calendar: house.organisation.calendar, reception: house.organisation.province.settings.onlineReceptionLimit)
        for ((column, expected), value) in zip(AuditedRow.expected(replayed, placement, procedureName: name), row.columns) where value != expected {
            add(.columnDiffers, "\(column) is \(value), history says \(expected)")
        }
    }
}

/// Every number given is on a dossier, and no dossier has a number that was not given.
private struct UsedNumbers {
    private var used: [String: Set<Int>] = [:]

    mutating func note(_ row: AuditedRow) {
        for code in row.columns.prefix(2) {
            guard let dash = code.lastIndex(of: "-"), let number = Int(code[code.index(after: dash)...]) else { continue }
            used[String(code[..<dash]), default: []].insert(number)
        }
    }

    func differences(from series: [(name: String, day: String, last: Int)]) -> [Damage] {
        var given: [String: Int] = [:]
        for one in series { given["\(one.name)-\(LocalDate(iso: one.day)?.compact ?? one.day)"] = one.last }
        return Set(given.keys).union(used.keys).sorted().compactMap { name in
            let (last, numbers) = (given[name] ?? 0, used[name] ?? [])
            guard numbers.count != last || (numbers.max() ?? 0) != last else { return nil }
            let detail = "series stands at \(last), \(numbers.count) dossiers carry numbers up to \(numbers.max() ?? 0)"
            return Damage(kind: .seriesDiffers, dossier: name, sequence: nil, detail: detail)
        }
    }
}
