// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import WorkingTime

/// Adds a working calendar; from then on new due dates are counted by it. Dossiers name the version they were counted
/// by, so a version never changes its content.
package struct InstallCalendar: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// False when the same calendar is there already.
    package func callAsFunction(_ calendar: WorkingCalendar, at now: Instant) async throws -> Bool {
        try await database.write { connection in
            try Self.install(calendar, in: OrganisationStore(connection), at: now)
        }
    }

    static func install(_ calendar: WorkingCalendar, in store: OrganisationStore, at now: Instant) throws -> Bool {
        guard let present = try store.calendar(version: calendar.version) else {
            try store.save(calendar, at: now)
            return true
        }
        guard present == calendar else {
            throw UserError(
                code: "organisation.calendar_version_reused", status: 409,
                title: Phrase(
                    vi: "Lịch làm việc phiên bản \(calendar.version) đã được dùng với nội dung khác",
                    en: "Working calendar version \(calendar.version) is already in use with other content"),
                advice: Phrase(vi: "Đặt số phiên bản mới cho lịch rồi nạp lại.", en: "Give the calendar a new version, then load it again."))
        }
        return false
    }
}
