// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Identity
package import Kernel
import Organisation
import Process
import WorkingTime

/// The lists an officer chooses from.
package enum QueueView: String, CaseIterable, Sendable {
    case mine
    case unit
    case new
    case waiting
    case toReturn = "to_return"
    case dueSoon = "due_soon"
    case overdue

    package var name: Phrase {
        switch self {
        case .mine: Phrase(vi: "Việc của tôi", en: "My tasks")
        case .unit: Phrase(vi: "Việc của đơn vị", en: "Tasks of my unit")
        case .new: Phrase(vi: "Mới nộp, chờ tiếp nhận", en: "New, to be received")
        case .waiting: Phrase(vi: "Chờ người nộp", en: "Waiting for the applicant")
        case .toReturn: Phrase(vi: "Chờ trả kết quả", en: "Results to return")
        case .dueSoon: Phrase(vi: "Sắp đến hạn", en: "Due soon")
        case .overdue: Phrase(vi: "Quá hạn", en: "Overdue")
        }
    }
}

package struct QueuePage: Sendable {
    package let rows: [DossierSummary]
    package let next: DossierQueueStore.Position?
}

/// A queue: most endangered first, page by page; a page costs the same however many dossiers there are.
package struct WorkQueue: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ view: QueueView, for person: Person, after: DossierQueueStore.Position? = nil, limit: Int) async throws -> QueuePage
    {
        let tasks = person.posts.compactMap { post in post.role.stepRole.map { (unit: post.unit, role: $0.rawValue) } }
        let desks = person.units(as: .oneStopOfficer)
        let now = house.now()
        let calendar = house.organisation.calendar
        let soon = calendar.due(received: LocalDateTime(now), limit: house.organisation.province.settings.warning, policy: .clock).due.instant()
        let account = person.accountID.description
        let rows = try await house.database.read { connection in
            let store = DossierQueueStore(connection)
            let endOfTime = Instant(milliseconds: .max)
            switch view {
            case .mine: return try store.assigned(to: account, after: after, limit: limit + 1)
            case .unit: return try tasks.flatMap { try store.tasks(unit: $0.unit, role: $0.role, after: after, limit: limit + 1) }
            case .dueSoon:
                return try tasks.flatMap {
                    try store.tasks(unit: $0.unit, role: $0.role, danger: now..<max(soon, now), after: after, limit: limit + 1)
                }
            case .overdue:
                let past = Instant(milliseconds: 0)..<min(now, endOfTime)
                return try tasks.flatMap { try store.tasks(unit: $0.unit, role: $0.role, danger: past, after: after, limit: limit + 1) }
            case .new: return try desks.flatMap { try store.atDesk($0, status: .submitted, after: after, limit: limit + 1) }
            case .toReturn: return try desks.flatMap { try store.atDesk($0, status: .resolved, after: after, limit: limit + 1) }
            case .waiting:
                let paused: [DossierStatus] = [.supplementRequested, .paymentRequired, .stopped]
                return try desks.flatMap { desk in
                    try paused.flatMap { try store.atDesk(desk, status: $0, after: after, limit: limit + 1) }.filter { !$0.isFinal }
                }
            }
        }
        let sorted = rows.sorted { ($0.danger, $0.id) < ($1.danger, $1.id) }
        let page = Array(sorted.prefix(limit))
        let next = sorted.count > limit ? page.last.map { DossierQueueStore.Position(danger: $0.danger, id: $0.id) } : nil
        return QueuePage(rows: page, next: next)
    }
}

extension DossierQueueStore.Position {
    /// The position as a link carries it.
    package var text: String { "\(danger.milliseconds)_\(id)" }

    package init?(_ text: String) {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = Identifier(parts[1]) else { return nil }
        self.init(danger: Instant(milliseconds: milliseconds), id: id)
    }
}
