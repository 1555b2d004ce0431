// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Logging
import ServiceLifecycle
import Testing

@testable import Jobs

@Suite struct ChoreTests {
    private let nodes = (0..<3).map { Identifier.new(at: Instant(milliseconds: 1_795_000_000_000 + $0)) }
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func chore(_ queue: QueueFixture, _ node: Identifier, _ work: @escaping @Sendable () async throws -> Void) -> Chore {
        Chore("sweep", node: node, database: queue.database, now: { queue.clock.now }, logger: logger, work)
    }

    @Test func oneOfManyProcessesDoesItWhenItIsDue() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            let chores = nodes.map { node in chore(queue, node) { diary.write("\(node)") } }
            for round in 1...3 {
                await withDiscardingTaskGroup { group in
                    for chore in chores { group.addTask { await chore.doIfDue() } }
                }
                #expect(diary.lines.count == round)
                queue.clock.advance(seconds: 3600)
            }
        }
    }

    @Test func whatFailedIsDueAgain() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            await chore(queue, nodes[0]) { throw PartnerIsDown() }.doIfDue()
            queue.clock.advance(seconds: 1)
            await chore(queue, nodes[1]) { diary.write("done") }.doIfDue()
            #expect(diary.lines == ["done"])
        }
    }

    @Test func whoStopsLeavesItToTheNext() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            let stopping = chore(queue, nodes[0]) { diary.write("first") }
            let group = ServiceGroup(services: [stopping], logger: logger)
            async let running: Void = group.run()
            while diary.lines.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            await group.triggerGracefulShutdown()
            try await running
            await chore(queue, nodes[1]) { diary.write("second") }.doIfDue()
            #expect(diary.lines == ["first", "second"])
        }
    }

    @Test func aProcessIsSeenWhileItServesAndNotAMinuteLater() async throws {
        try await QueueFixture.with { queue in
            let node = Node(id: nodes[0], name: "a:8080", release: "1", fingerprint: "f")
            let now = queue.clock.now
            try await queue.database.write { try NodeStore($0).note(node, at: now) }
            try await queue.database.write { try NodeStore($0).note(node, at: now.adding(seconds: 15)) }
            #expect(try await queue.database.read { try NodeStore($0).serving(at: now.adding(seconds: 60)) } == [node])
            #expect(try await queue.database.read { try NodeStore($0).serving(at: now.adding(seconds: 80)) } == [])
            try await queue.database.write { try NodeStore($0).remove(node.id) }
            #expect(try await queue.database.read { try NodeStore($0).serving(at: now.adding(seconds: 20)) } == [])
        }
    }
}
