// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Notices

/// Reminds of drafts that lie there: after three days, and two days before they are thrown away after thirty.
package struct RemindDrafts: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant
    private static let batch = 200
    package static let keptDays = 30

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    /// How many were reminded of, and how many thrown away.
    @discardableResult
    package func callAsFunction() async throws -> (reminded: Int, discarded: Int) {
        let at = now()
        return try await database.write { connection in
            let store = DraftStore(connection)
            var reminded = 0
            for (reminders, days) in [(0, 3), (1, Self.keptDays - 2)] {
                for draft in try store.waiting(reminders: reminders, since: at.adding(days: -days), limit: Self.batch) {
                    try SendNotice(connection)(notice(draft, isLast: reminders == 1), at: at)
                    try store.countReminder(draft.id)
                    reminded += 1
                }
            }
            return (reminded, try store.deleteUntouched(since: at.adding(days: -Self.keptDays)))
        }
    }

    private func notice(_ draft: FilingDraft, isLast: Bool) -> Notice {
        Notice(
            account: draft.account, title: Phrase(vi: "Hồ sơ của bạn CHƯA NỘP", en: "Your dossier is NOT FILED yet"),
            body: isLast
                ? Phrase(vi: "Bản nháp sẽ bị xóa sau 2 ngày nếu không làm tiếp.", en: "The draft is deleted in 2 days unless you go on.")
                : Phrase(vi: "Bản nháp vẫn còn. Mở ra để xem còn thiếu gì rồi nộp.", en: "The draft is still here. Open it to see what is missing."),
            link: "/drafts/\(draft.id)/review")
    }
}
