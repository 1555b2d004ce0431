// SPDX-License-Identifier: Apache-2.0

package import Database
import Kernel
package import WorkingTime

/// The province, its units and its calendars in the database.
package struct OrganisationStore {
    private let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    package func province() throws -> Province? {
        try connection.first("SELECT definition FROM provinces") { row in try row.get(0, as: JSONText.self).decoded() }
    }

    func save(_ province: Province, at now: Instant) throws {
        let definition = try JSONText(encoding: province)
        try connection.execute("DELETE FROM provinces WHERE agency_code <> \(province.agencyCode)")
        try connection.execute(
            """
            INSERT INTO provinces (agency_code, definition, installed_at) VALUES (\(province.agencyCode), \(definition), \(now))
            ON CONFLICT (agency_code) DO UPDATE SET definition = excluded.definition, installed_at = excluded.installed_at
            """)
    }

    /// Units in use, in pack order.
    package func units() throws -> [Unit] {
        try connection.all("SELECT \(Self.columns) FROM units WHERE closed_at IS NULL ORDER BY position") { try Self.unit($0) }
    }

    /// Units that older dossiers may still name.
    package func closedUnits() throws -> [Unit] {
        try connection.all("SELECT \(Self.columns) FROM units WHERE closed_at IS NOT NULL ORDER BY code") { try Self.unit($0) }
    }

    func positions() throws -> [String: Int] {
        let pairs = try connection.all("SELECT code, position FROM units WHERE closed_at IS NULL") { row in
            (try row.get(0, as: String.self), try row.get(1, as: Int.self))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    func close(_ code: String, at now: Instant) throws {
        try connection.execute("UPDATE units SET closed_at = \(now), updated_at = \(now) WHERE code = \(code)")
    }

    /// Frees the statistical code before a renumbering hands it to another unit.
    func releaseStatisticalCode(of code: String) throws {
        try connection.execute("UPDATE units SET statistical_code = NULL WHERE code = \(code)")
    }

    func save(_ unit: Unit, position: Int, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO units (
              code, position, name_vi, name_en, kind, level, parent_code, statistical_code, place_vi, place_en, address,
              is_one_stop, desk_vi, desk_en, is_confirmed, closed_at, updated_at)
            VALUES (
              \(unit.code), \(position), \(unit.name.vi), \(unit.name.en), \(unit.kind), \(unit.level), \(unit.parent.sqlValue),
              \(unit.statisticalCode.sqlValue), \((unit.place?.vi).sqlValue), \((unit.place?.en).sqlValue), \(unit.address.sqlValue), \(unit.isOneStop), \((unit.deskName?.vi).sqlValue),
              \((unit.deskName?.en).sqlValue), \(unit.isConfirmed), NULL, \(now))
            ON CONFLICT (code) DO UPDATE SET
              position = excluded.position, name_vi = excluded.name_vi, name_en = excluded.name_en, kind = excluded.kind,
              level = excluded.level, parent_code = excluded.parent_code, statistical_code = excluded.statistical_code,
              place_vi = excluded.place_vi, place_en = excluded.place_en, address = excluded.address,
              is_one_stop = excluded.is_one_stop, desk_vi = excluded.desk_vi, desk_en = excluded.desk_en,
              is_confirmed = excluded.is_confirmed, closed_at = NULL, updated_at = excluded.updated_at
            """)
    }
}

extension OrganisationStore {
    private static let columns: SQL =
        """
        code, name_vi, name_en, kind, level, parent_code, statistical_code, place_vi, place_en, address,
        is_one_stop, desk_vi, desk_en, is_confirmed
        """

    private static func unit(_ row: borrowing Row) throws -> Unit {
        Unit(
            code: try row.get(0), name: Phrase(vi: try row.get(1), en: try row.get(2)),
            kind: try row.get(3), level: try row.get(4),
            parent: try row.get(5), statisticalCode: try row.get(6), place: phrase(try row.get(7), try row.get(8)), address: try row.get(9),
            isOneStop: try row.get(10), deskName: phrase(try row.get(11), try row.get(12)), isConfirmed: try row.get(13))
    }

    private static func phrase(_ vi: String?, _ en: String?) -> Phrase? {
        vi.map { Phrase(vi: $0, en: en ?? $0) }
    }
}

extension OrganisationStore {
    /// All calendar versions, the newest range first.
    package func calendars() throws -> [WorkingCalendar] {
        try connection.all("SELECT definition FROM calendars ORDER BY effective_from DESC NULLS LAST, version DESC") { row in
            try row.get(0, as: JSONText.self).decoded()
        }
    }

    package func calendar(version: String) throws -> WorkingCalendar? {
        try connection.first("SELECT definition FROM calendars WHERE version = \(version)") { row in
            try row.get(0, as: JSONText.self).decoded()
        }
    }

    /// The calendar installed last: the one new due dates are counted by.
    package func currentCalendar() throws -> WorkingCalendar? {
        try connection.first("SELECT definition FROM calendars ORDER BY installed_at DESC, version DESC LIMIT 1") { row in
            try row.get(0, as: JSONText.self).decoded()
        }
    }

    func save(_ calendar: WorkingCalendar, at now: Instant) throws {
        let definition = try JSONText(encoding: calendar)
        try connection.execute(
            """
            INSERT INTO calendars (version, effective_from, effective_to, definition, installed_at)
            VALUES (\(calendar.version), \(calendar.effectiveFrom.sqlValue), \(calendar.effectiveTo.sqlValue), \(definition), \(now))
            """)
    }
}
