// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Process

/// The state of one import: what is known, what was seen, what waits to be written, what will be reported.
struct CatalogueImportRun {
    private var known: [CatalogueStore.Key: CatalogueStore.Versions]
    private var seen: Set<CatalogueStore.Key> = []
    private let now: Instant
    var waiting: [CatalogueStore.NewVersion] = []
    private(set) var report = CatalogueImportReport()

    init(known: [CatalogueStore.Key: CatalogueStore.Versions], now: Instant) {
        (self.known, self.now) = (known, now)
    }

    mutating func take(_ line: CatalogueLine, of file: String) throws {
        switch line {
        case .blank: report.blank += 1
        case .unreadable(let number, let reason):
            report.read += 1
            report.unreadable.append(CatalogueImportReport.UnreadableLine(file: file, line: number, reason: reason))
        case .record(let record):
            report.read += 1
            try take(record)
        }
    }

    private mutating func take(_ record: CatalogueRecord) throws {
        var record = record
        let key = CatalogueStore.Key(code: record.procedure.code, source: record.procedure.isDetail ? .nationalDetail : .nationalList)
        let isRepeated = !seen.insert(key).inserted
        if isRepeated { record.flags.append(CatalogueFlag(.duplicateCode, "code", found: "\(record.procedure.code) (\(record.line))")) }
        report.count(record.flags, code: record.procedure.code)
        var versions = known[key] ?? CatalogueStore.Versions()
        if versions.hashInForce == record.hash || (isRepeated && versions.hashes.contains(record.hash)) {
            report.unchanged += 1
            return
        }
        if versions.newest == 0 { report.added += 1 } else { report.changed += 1 }
        versions.newest += 1
        versions.hashes.insert(record.hash)
        if !isRepeated { versions.hashInForce = record.hash }
        known[key] = versions
        waiting.append(try version(versions.newest, of: record, key: key, isInForce: !isRepeated))
    }

    private func version(_ number: Int, of record: CatalogueRecord, key: CatalogueStore.Key, isInForce: Bool) throws -> CatalogueStore.NewVersion {
        let procedure = record.procedure
        let head = CatalogueStore.Head(
            name: procedure.name, searchText: folded(procedure.results.map(\.name).joined(separator: " ")), field: procedure.field,
            fieldCode: procedure.fieldCode, levels: procedure.levels, onlineLevel: procedure.onlineLevel, kind: procedure.type,
            announcedBy: procedure.announcedBy)
        return CatalogueStore.NewVersion(
            key: key, version: number, head: head, definition: try JSONText(encoding: procedure), hash: record.hash, flags: record.flags,
            isInForce: isInForce,
            effective: CatalogueStore.Effective(), at: now)
    }

    /// Adds what only both sources together show.
    mutating func countCross(_ flags: [CatalogueFlag]) {
        for flag in flags { report.add(flag, code: flag.place, isNewRecord: true) }
    }
}

extension NationalProcedure {
    /// How far the national portal carries it; a bare list does not say.
    package var onlineLevel: OnlineLevel? {
        guard isDetail else { return nil }
        if isFullyOnline { return .full }
        return channels.contains { $0.channel == .online } ? .partial : .info
    }
}
