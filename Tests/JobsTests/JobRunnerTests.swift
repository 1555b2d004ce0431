// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Logging
import ServiceLifecycle
import Testing

@testable import Jobs

@Suite struct JobRunnerTests {
    private func handlers(_ retry: RetryPolicy = .standard, _ handle: @escaping JobHandlers.Handler) -> JobHandlers {
        var handlers = JobHandlers()
        handlers.on("work", retry: retry, handle)
        return handlers
    }

    @Test func aQueuedJobIsDoneAndItsAnswerKept() async throws {
        try await QueueFixture.with { queue in
            let id = try await queue.enqueue("work", #"{"dossier":"H55.242-261120-0001"}"#)
            try await queue.work(handlers { job in "sent \(try job.decoded(as: [String: String].self)["dossier"] ?? "") as \(job.id)" }) {
                try await !queue.jobs(.done).isEmpty
            }
            let job = try #require(try await queue.jobs(.done).first)
            #expect(job.id == id && job.attempts == 1 && job.leaseUntil == nil && job.finishedAt == queue.clock.now)
            #expect(job.lastAnswer == "sent H55.242-261120-0001 as \(job.id)")
        }
    }

    @Test func aJobQueuedInARolledBackUnitNeverRuns() async throws {
        try await QueueFixture.with { queue in
            let now = queue.clock.now
            await #expect(throws: PartnerIsDown.self) {
                try await queue.database.write { connection in
                    try Outbox.enqueue(connection, topic: "work", payload: ["a": 1], at: now)
                    throw PartnerIsDown()
                }
            }
            let counts = try await queue.database.read { try JobStore.counts($0) }
            #expect(counts.isEmpty)
        }
    }

    /// Were it not woken, the runner would sleep for a day, and the test with it.
    @Test(.timeLimit(.minutes(10))) func theRunnerHearsOfAJobAtOnceWithoutPolling() async throws {
        try await QueueFixture.with { queue in
            async let queued: Identifier? = {
                // By now the runner has found nothing and sleeps for a day.
                try await Task.sleep(for: .milliseconds(200))
                return try await queue.enqueue()
            }()
            try await queue.work(handlers { _ in "ok" }, poll: 86_400) { try await !queue.jobs(.done).isEmpty }
            #expect(try await queued != nil)
            #expect(try await queue.jobs(.done).count == 1)
        }
    }

    @Test func aFailureIsTriedAgainLaterAndLater() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue()
            let diary = Diary()
            let retry = RetryPolicy(attempts: 3, firstSeconds: 10, longestSeconds: 1000)
            let failing = handlers(retry) { job in
                diary.write("attempt \(job.attempt)")
                throw PartnerIsDown()
            }
            for attempt in 1...2 {
                try await queue.work(failing) { try await queue.jobs(.waiting).first?.attempts == attempt }
                let job = try #require(try await queue.jobs(.waiting).first)
                let wait = job.runAt.milliseconds - queue.clock.now.milliseconds
                #expect((Int64(5000 * attempt)...Int64(10_000 * attempt)).contains(wait))
                #expect(job.lastAnswer == "PartnerIsDown()")
                queue.clock.advance(seconds: 20)
            }
            try await queue.work(failing) { try await !queue.jobs(.failed).isEmpty }
            #expect(try await queue.jobs(.failed).first?.attempts == 3)
            #expect(diary.lines == ["attempt 1", "attempt 2", "attempt 3"])
        }
    }

    @Test func aPermanentFailureIsNotTriedAgain() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue()
            try await queue.work(handlers { _ in throw PermanentFailure("no such subscriber") }) { try await !queue.jobs(.failed).isEmpty }
            let job = try #require(try await queue.jobs(.failed).first)
            #expect(job.attempts == 1 && job.lastAnswer == "no such subscriber")
        }
    }

    @Test func jobsBeginInTheOrderOfTheirTime() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            for (name, seconds) in [("third", 3), ("first", 1), ("second", 2), ("later", 900)] {
                try await queue.enqueue("work", #"["\#(name)"]"#, in: Int64(seconds))
            }
            queue.clock.advance(seconds: 10)
            try await queue.work(
                handlers { job in
                    diary.write(try job.decoded(as: [String].self)[0])
                    return "ok"
                }, concurrency: 1
            ) { diary.lines.count >= 3 }
            #expect(diary.lines == ["first", "second", "third"])
            #expect(try await queue.jobs(.waiting).count == 1)
        }
    }

    @Test func aJobOfADeadWorkerIsBegunAgainAfterItsLease() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue()
            let now = queue.clock.now
            // A worker claims the job and is never heard of again.
            let lost = try await queue.database.write {
                try JobClaimStore.claim($0, ["work"], limit: 1, at: now, until: now.adding(seconds: 60))
            }
            try await queue.work(handlers { _ in "too early" }) {
                try await Task.sleep(for: .milliseconds(100))
                return true
            }
            #expect(try await queue.jobs(.running).count == 1)
            queue.clock.advance(seconds: 61)
            try await queue.work(handlers { job in "attempt \(job.attempt)" }) { try await !queue.jobs(.done).isEmpty }
            #expect(try await queue.jobs(.done).first?.lastAnswer == "attempt 2")
            // The dead worker wakes up and is not believed.
            let late = queue.clock.now
            let isBelieved = try await queue.database.write { try JobClaimStore.finish($0, lost[0], .done(answer: "late"), at: late) }
            #expect(!isBelieved)
            #expect(try await queue.jobs(.done).first?.lastAnswer == "attempt 2")
        }
    }

    @Test func aJobThatKillsItsWorkerEachTimeFailsInTheEnd() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue()
            let once = handlers(.once) { _ in "never" }
            let now = queue.clock.now
            _ = try await queue.database.write { try JobClaimStore.claim($0, ["work"], limit: 1, at: now, until: now.adding(seconds: 1)) }
            queue.clock.advance(seconds: 2)
            try await queue.work(once) { try await !queue.jobs(.failed).isEmpty }
            #expect(try await queue.jobs(.failed).first?.lastAnswer == "attempt 1 was begun, but its worker was not heard of again")
        }
    }

    @Test func stoppingGivesUnfinishedJobsBackUncounted() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue()
            let diary = Diary()
            let endless = handlers { _ in
                diary.write("begun")
                try await Task.sleep(for: .seconds(3600))
                return "never"
            }
            try await queue.work(endless) { !diary.lines.isEmpty }
            let job = try #require(try await queue.jobs(.waiting).first)
            #expect(job.attempts == 0 && job.leaseUntil == nil)
        }
    }

    @Test func aGracefulShutdownLetsTheJobInHandFinishAndBeginsNoOther() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            for number in 0..<3 { try await queue.enqueue("work", "[\(number)]") }
            var settings = JobRunner.Settings()
            settings.concurrency = 1
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let gate = Diary()
            let slow = handlers { _ in
                diary.write("begun")
                while gate.lines.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                return "ok"
            }
            let now = queue.clock.now
            let runner = JobRunner(database: queue.database, handlers: slow, settings: settings, now: { now }, logger: logger)
            let group = ServiceGroup(services: [runner], logger: logger)
            async let running: Void = group.run()
            while diary.lines.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            await group.triggerGracefulShutdown()
            while !runner.isStopping { try await Task.sleep(for: .milliseconds(5)) }
            gate.write("open")
            try await running
            #expect(try await queue.jobs(.done).count == 1)
            #expect(try await queue.jobs(.waiting).count == 2)
            #expect(diary.lines == ["begun"])
        }
    }

    @Test func aTopicWithoutAHandlerWaitsForAProgramThatHasOne() async throws {
        try await QueueFixture.with { queue in
            try await queue.enqueue("unknown")
            try await queue.enqueue("work")
            try await queue.work(handlers { _ in "ok" }) { try await !queue.jobs(.done).isEmpty }
            #expect(try await queue.jobs(.waiting).map(\.topic) == ["unknown"])
        }
    }

    @Test func twoRunnersShareTheWorkAndDoNothingTwice() async throws {
        try await QueueFixture.with { queue in
            let diary = Diary()
            for number in 0..<200 { try await queue.enqueue("work", "[\(number)]") }
            let shared = handlers { job in
                diary.write(job.payload.text)
                await Task.yield()
                return "ok"
            }
            async let one: Void = queue.work(shared) { diary.lines.count == 200 }
            async let two: Void = queue.work(shared) { diary.lines.count == 200 }
            _ = try await (one, two)
            #expect(diary.lines.count == 200)
            #expect(Set(diary.lines).count == 200)
        }
    }
}
