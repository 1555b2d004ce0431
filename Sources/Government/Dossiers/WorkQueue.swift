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
    case proposals

    package var name: Phrase {
        switch self {
        case .mine: Phrase(vi: "Việc của tôi", en: "My tasks")
        case .unit: Phrase(vi: "Việc của đơn vị", en: "Tasks of my unit")
        case .new: Phrase(vi: "Mới nộp, chờ tiếp nhận", en: "New, to be received")
        case .waiting: Phrase(vi: "Chờ người nộp", en: "Waiting for the applicant")
        case .toReturn: Phrase(vi: "Chờ trả kết quả", en: "Results to return")
        case .dueSoon: Phrase(vi: "Sắp đến hạn", en: "Due soon")
        case .overdue: Phrase(vi: "Quá hạn", en: "Overdue")
        case .proposals: Phrase(vi: "Xin ý kiến lãnh đạo", en: "For the head to decide")
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

    package func callAsFunction(
        _ view: QueueView, for person: Person, filter: QueueFilter = .none, after: DossierQueueStore.Position? = nil, limit: Int
    ) async throws -> QueuePage {
        let sources = sources(of: view, for: person)
        let account = person.accountID.description
        return try await house.database.read { connection in
            let store = QueueSourceStore(connection)
            let condition = filter.condition(account: account)
            let rows = try sources.flatMap { try store.page($0, condition, after: after, limit: limit + 1) }
            let sorted = rows.sorted { ($0.danger, $0.id) < ($1.danger, $1.id) }
            let page = Array(sorted.prefix(limit))
            let next = sorted.count > limit ? page.last.map { DossierQueueStore.Position(danger: $0.danger, id: $0.id) } : nil
            return QueuePage(rows: page, next: next)
        }
    }

    /// The neighbours of a place in a queue, for going from one dossier to the next.
    package func neighbours(
        of position: DossierQueueStore.Position, in view: QueueView, for person: Person, filter: QueueFilter
    ) async throws -> (previous: DossierSummary?, next: DossierSummary?) {
        let sources = sources(of: view, for: person)
        let account = person.accountID.description
        return try await house.database.read { connection in
            let store = QueueSourceStore(connection)
            let condition = filter.condition(account: account)
            let after = try sources.flatMap { try store.page($0, condition, after: position, limit: 1) }
            let before = try sources.flatMap { try store.page($0, condition, before: position, limit: 1) }
            return (before.max { ($0.danger, $0.id) < ($1.danger, $1.id) }, after.min { ($0.danger, $0.id) < ($1.danger, $1.id) })
        }
    }

    /// What the tabs say: how many each queue holds, counted no further than to 100.
    package func counts(for person: Person) async throws -> [QueueView: Int] {
        let sources = QueueView.allCases.map { ($0, self.sources(of: $0, for: person)) }
        return try await house.database.read { connection in
            let store = QueueSourceStore(connection)
            return try Dictionary(
                uniqueKeysWithValues: sources.map { view, sources in
                    let count = try sources.reduce(0) { $0 >= Self.mostCounted ? $0 : $0 + (try store.count($1, upTo: Self.mostCounted - $0)) }
                    return (view, count)
                })
        }
    }

    package static let mostCounted = 100

    /// What can be filtered by: the procedures among the most endangered rows of the queue.
    package func procedures(in view: QueueView, for person: Person) async throws -> [(code: String, name: String)] {
        let sources = sources(of: view, for: person)
        return try await house.database.read { connection in
            let store = QueueSourceStore(connection)
            let all = try sources.flatMap { try store.procedures($0) }
            return Dictionary(all.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }).map { (code: $0.key, name: $0.value) }
                .sorted { $0.name < $1.name }
        }
    }

    /// Since when each waits for whoever has it now.
    package func waitingSince(_ rows: [DossierSummary]) async throws -> [Identifier: Instant] {
        let ids = rows.map(\.id)
        return try await house.database.read { try QueueSourceStore($0).waitingSince(ids) }
    }

    /// The indexed lists a queue is put together from.
    func sources(of view: QueueView, for person: Person) -> [QueueSource] {
        let now = house.now()
        let tasks = Set(person.posts.compactMap { post in post.role.stepRole.map { QueueSource.Task(unit: post.unit, role: $0.rawValue) } })
            .sorted { ($0.unit, $0.role) < ($1.unit, $1.role) }
        let desks = person.units(as: .oneStopOfficer)
        switch view {
        case .mine: return ([person.accountID] + person.covers.map(\.absentID)).map { .assigned($0.description) }
        case .unit: return tasks.map { .tasks($0, nil) }
        case .dueSoon:
            let warning = house.organisation.province.settings.warning
            let soon = house.organisation.calendar.due(received: LocalDateTime(now), limit: warning, policy: .clock).due.instant()
            return tasks.map { .tasks($0, now..<max(soon, now)) }
        case .overdue: return tasks.map { .tasks($0, Instant(milliseconds: 0)..<now) }
        case .new: return desks.map { .desk($0, .submitted) }
        case .toReturn: return desks.map { .desk($0, .resolved) }
        case .waiting:
            return desks.flatMap { desk in [.supplementRequested, .paymentRequired, .stopped].map { .desk(desk, $0) } }
        case .proposals: return person.units(as: .head).map { .proposals($0) }
        }
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
