// SPDX-License-Identifier: Apache-2.0

import Database
import Dossiers
import Exports
import Kernel
import NIOCore
import TestDatabases

/// A database with nothing but rows of dossiers, written straight into the table.
struct ExportFixture {
    static let first = LocalDateTime(iso: "2026-01-05T08:00").map { $0.instant() } ?? Instant(milliseconds: 0)
    let database: any Database

    init() async throws {
        database = try temporaryDatabase()
        _ = try await Migrator(DossierMigrations.all + ExportMigrations.all).migrate(database)
    }

    struct Line: Sendable {
        var desk = "H55.1"
        var resolving = "H55.2"
        var name = "Nông Thị Hạnh"
        var procedureName = "Đăng ký khai sinh"
        var status = 4
        var submitted = ExportFixture.first
        var accepted: Instant?
        var due: Instant?
        var resolved: Instant?
        var units: [String] = []
    }

    /// Adds the lines, numbered from `number` on.
    func add(_ lines: [Line], from number: Int = 1) async throws {
        try await database.write { connection in
            for (index, line) in lines.enumerated() {
                let id = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 + UInt64(number + index))
                let code = "\(line.desk)-260105-\(padded(number + index, 4))"
                try connection.execute(
                    """
                    INSERT INTO dossiers (
                        id, code, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final,
                        receiving_unit, resolving_unit, unit, steps, applicant_name, applicant_folded, channel, delivery,
                        submitted_at, accepted_at, due_at, danger_at, resolved_at, sequence, head_hash, submission, state)
                    VALUES (\(id), \(code), \("DK-" + code), \("1.001193"), \(1), \("1"), \(line.procedureName), \(line.status), \(false),
                        \(line.desk), \(line.resolving), \(line.resolving), \(3), \(line.name), \(folded(line.name)), \(2), \("desk"),
                        \(line.submitted), \(line.accepted), \(line.due), \(line.submitted), \(line.resolved), \(1), \(""),
                        \(JSONText("{}")), \(JSONText("{}")))
                    """)
                for unit in Set([line.desk, line.resolving] + line.units) {
                    try connection.execute("INSERT INTO dossier_units (dossier_id, unit) VALUES (\(id), \(unit))")
                }
            }
        }
    }

    static let units = ["H55.1": "Phường Một", "H55.2": "Sở, Hai"]

    func order(
        _ format: ExportFormat, _ filter: ExportFilter = ExportFilter(), access: DossierAccess = .everything, names: Bool = true,
        account: String = "a"
    ) -> ExportOrder {
        ExportOrder(
            format, filter, access: access, includesNames: names, language: .en, door: .page, account: account, name: "Officer")
    }

    func begin(_ order: ExportOrder) async throws -> RunningExport {
        try await ExportDossiers(database: database, now: { Self.first.adding(days: 30) })
            .begin(order, words: ExportWords(order.language, units: Self.units))
    }

    func bytes(_ order: ExportOrder) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await begin(order).write { bytes += $0.readableBytesView }
        return bytes
    }

    func text(_ order: ExportOrder) async throws -> String {
        String(decoding: try await bytes(order), as: UTF8.self)
    }

    /// The codes of an export in their order.
    func codes(_ filter: ExportFilter, access: DossierAccess = .everything) async throws -> [String] {
        let text = try await text(order(.jsonl, filter, access: access))
        return text.split(separator: "\n").map { line in String(line.split(separator: "\"")[3]) }
    }
}
