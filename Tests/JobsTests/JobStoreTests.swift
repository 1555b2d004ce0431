// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import TestDatabases
import Testing

@testable import Jobs

@Suite struct JobStoreTests {
    @Test func aKeyIsQueuedOnce() async throws {
        try await QueueFixture.with { queue in
            let first = try await queue.enqueue(key: "receipt-1")
            let again = try await queue.enqueue(key: "receipt-1")
            #expect(first != nil && again == nil)
            #expect(try await queue.enqueue(key: "receipt-2") != nil)
            #expect(try await queue.enqueue() != nil)
            #expect(try await queue.enqueue() != nil)
            #expect(try await queue.jobs(.waiting).count == 4)
        }
    }

    /// A job that has failed.
    private func fail(_ queue: QueueFixture, _ topic: String = "work") async throws {
        try await queue.enqueue(topic)
        let now = queue.clock.now
        try await queue.database.write { connection in
            for job in try JobClaimStore.claim(connection, [topic], limit: 1, at: now, until: now.adding(seconds: 60)) {
                try JobClaimStore.finish(connection, job, .failed(answer: "no"), at: now)
            }
        }
    }

    @Test func aFailedJobCanBeReplayedAndOthersNot() async throws {
        try await QueueFixture.with { queue in
            try await fail(queue)
            let now = queue.clock.now
            let job = try #require(try await queue.jobs(.failed).first)
            #expect(try await queue.database.write { try JobStore.replay($0, job.id, at: now) })
            #expect(try await queue.database.write { try JobStore.replay($0, job.id, at: now) } == false)
            let replayed = try #require(try await queue.jobs(.waiting).first)
            #expect(replayed.attempts == 0 && replayed.lastAnswer == "no" && replayed.finishedAt == nil)
            var handlers = JobHandlers()
            handlers.on("work") { _ in "ok" }
            try await queue.work(handlers) { try await !queue.jobs(.done).isEmpty }
            #expect(try await queue.jobs(.done).map(\.id) == [job.id])
        }
    }

    @Test func allFailedJobsOfATopicCanBeReplayed() async throws {
        try await QueueFixture.with { queue in
            for topic in ["sms", "sms", "portal"] { try await fail(queue, topic) }
            let now = queue.clock.now
            #expect(try await queue.database.write { try JobStore.replayAll($0, topic: "sms", at: now) } == 2)
            let counts = try await queue.database.read { try JobStore.counts($0) }
            #expect(counts == [JobCount(topic: "portal", state: .failed, count: 1), JobCount(topic: "sms", state: .waiting, count: 2)])
        }
    }

    @Test func theListGoesOnBelowItsLastJob() async throws {
        try await QueueFixture.with { queue in
            for number in 0..<5 { try await queue.enqueue("work", "[\(number)]", in: Int64(number % 2)) }
            let pages = try await queue.database.read { connection in
                let first = try JobStore.list(connection, .waiting, limit: 3)
                let second = try JobStore.list(connection, .waiting, topic: "work", after: first.last, limit: 3)
                return first + second
            }
            #expect(pages.count == 5)
            #expect(Set(pages.map(\.id)).count == 5)
            #expect(pages.map(\.runAt) == pages.map(\.runAt).sorted(by: >))
        }
    }

    @Test func finishedJobsAreForgottenInTimeAndFailedOnesKept() async throws {
        try await QueueFixture.with { queue in
            try await fail(queue)
            try await queue.enqueue(key: "k")
            var handlers = JobHandlers()
            handlers.on("work") { _ in "ok" }
            try await queue.work(handlers) { try await !queue.jobs(.done).isEmpty }
            let limit = queue.clock.now.adding(seconds: 1)
            #expect(try await queue.database.write { try JobStore.removeDone($0, before: limit) } == 1)
            #expect(try await queue.jobs(.failed).count == 1)
            #expect(try await queue.enqueue(key: "k") != nil)
        }
    }

    @Test func finishedJobsAreSweptAfterAMonthHoweverManyThereAre() async throws {
        try await QueueFixture.with { queue in
            let now = queue.clock.now
            try await queue.database.write { connection in
                for number in 0..<1500 {
                    try Outbox.enqueue(connection, topic: "work", payload: [number], at: now)
                }
                for job in try JobClaimStore.claim(connection, ["work"], limit: 1500, at: now, until: now.adding(seconds: 60)) {
                    try JobClaimStore.finish(connection, job, .done(answer: "ok"), at: now)
                }
            }
            let removal = DoneJobsRemoval(database: queue.database, now: { queue.clock.now })
            queue.clock.advance(seconds: 29 * 24 * 3600)
            try await removal()
            #expect(try await queue.database.read { try JobStore.counts($0) }.first?.count == 1500)
            queue.clock.advance(seconds: 2 * 24 * 3600)
            try await removal()
            #expect(try await queue.database.read { try JobStore.counts($0) }.isEmpty)
        }
    }

    @Test func theDelayDoublesUpToItsBound() {
        let policy = RetryPolicy(attempts: 10, firstSeconds: 10, longestSeconds: 60)
        #expect((1...5).map { policy.milliseconds(after: $0, jitter: 1) } == [10_000, 20_000, 40_000, 60_000, 60_000])
        #expect(policy.milliseconds(after: 1, jitter: 0) == 5000)
        #expect(policy.milliseconds(after: 1000, jitter: 0.5) == 45_000)
        #expect(RetryPolicy.once.milliseconds(after: 1, jitter: 1) == 0)
    }

    @Test(
        .enabled(if: (try? testServer()) == nil),
        arguments: [
            "SELECT run_at FROM jobs WHERE state = 'waiting' AND topic IN ('a', 'b') ORDER BY run_at, id LIMIT 1",
            "SELECT lease_until FROM jobs WHERE state = 'running' AND topic IN ('a', 'b') ORDER BY lease_until, id LIMIT 1",
            "SELECT id FROM jobs WHERE state = 'waiting' AND topic IN ('a', 'b') AND run_at <= 5 ORDER BY run_at, id LIMIT 4",
            "SELECT topic, count(*) FROM jobs WHERE state = 'done' GROUP BY topic",
        ])
    func hotQueriesReadOnlyAnIndex(query: String) async throws {
        try await QueueFixture.with { queue in
            let plan = try await queue.database.read { try $0.all(SQL(unsafe: "EXPLAIN QUERY PLAN " + query)) { try $0.get(3, as: String.self) } }
            #expect(plan.first?.contains("COVERING INDEX jobs_") == true)
            #expect(!plan.contains { $0.contains("FOR ORDER BY") })
        }
    }
}
