// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Logging
import ServiceLifecycle
import Synchronization

/// Does queued work. Several runners, in one process or many, may share a queue: each hears of new jobs, whoever locks a row
/// first has it, and the jobs of a process that dies are begun again by another when their lease is over.
/// While nothing is due it makes one indexed read every few seconds.
package final class JobRunner: Service {
    package struct Settings: Sendable {
        /// How many jobs are worked at once.
        package var concurrency = 4
        /// How many more are claimed with them, so that short ones are taken and noted many to a unit of work.
        package var ahead = 28
        /// How soon work is found that was planned for a moment, or whose notification was lost with a process.
        package var pollSeconds: Double = 5
        /// After how long a worker that is not heard of counts as dead. It is heard of every third of this.
        package var leaseSeconds: Double = 60
        /// How long jobs in hand may go on when the process is asked to stop.
        package var drainSeconds: Double = 20

        package init() {}
    }

    private struct State {
        /// Claimed, and their end not noted yet.
        var inHand: [Job] = []
        /// Of these, those no worker has begun, the next one last.
        var waiting: [Job] = []
        var workers = 0
        var ended: [(job: Job, outcome: JobClaimStore.Outcome)] = []
        var isNoting = false
        var isStopping = false
    }

    let bell = Bell()
    private let database: any Database
    private let handlers: JobHandlers
    private let settings: Settings
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let state = Mutex(State())

    package init(
        database: any Database, handlers: JobHandlers, settings: Settings = Settings(), now: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        (self.database, self.handlers, self.settings, self.now, self.logger) = (database, handlers, settings, now, logger)
    }

    /// Works until asked to stop.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await work()
            } onCancel: {
                stop()
            }
        } onGracefulShutdown: { [self] in
            stop()
        }
    }

    /// Takes no more jobs; `run` returns when those in hand have ended.
    package func stop() {
        state.withLock { $0.isStopping = true }
        bell.ring()
    }

    var isStopping: Bool { state.withLock(\.isStopping) }
    private var jobsInHand: [Job] { state.withLock(\.inHand) }

    private func work() async {
        await withDiscardingTaskGroup { group in
            group.addTask { [self] in await renewLeases() }
            let queued = database.notifications(Outbox.channel)
            group.addTask { [self] in await listen(queued) }
            while !isStopping {
                let pause = await startDue(&group)
                if pause > .zero { await bell.wait(atMost: pause) }
            }
            await drain()
            group.cancelAll()
        }
    }

    /// An empty word may stand for any topic.
    private func listen(_ queued: AsyncStream<String>) async {
        for await topic in queued where topic.isEmpty || handlers.entries[topic] != nil { bell.ring() }
    }

    /// Begins what is due and returns how long there will be nothing more to begin.
    private func startDue(_ group: inout DiscardingTaskGroup) async -> Duration {
        let poll = Duration.seconds(settings.pollSeconds)
        let (most, inHand) = (settings.concurrency + settings.ahead, jobsInHand.count)
        // The end of jobs rings the bell.
        guard inHand <= most / 2 else { return poll }
        do {
            let (moment, topics) = (now(), handlers.topics)
            guard let next = try await database.read({ try JobClaimStore.nextMoment($0, topics) }) else { return poll }
            guard next <= moment else { return min(poll, .milliseconds(next.milliseconds - moment.milliseconds)) }
            let jobs = try await claim(most - inHand, at: moment)
            for _ in 0..<workersToStart(for: jobs) { group.addTask { [self] in await workOff() } }
            // Nothing to claim although something is due: another runner was quicker.
            return jobs.isEmpty ? min(poll, .milliseconds(50)) : .zero
        } catch {
            logger.error("the job queue cannot be read", metadata: ["error": "\(error)"])
            return poll
        }
    }

    private func claim(_ limit: Int, at moment: Instant) async throws -> [Job] {
        let (handlers, lease) = (handlers, lease(from: moment))
        return try await database.write(.readCommitted) { connection in
            for job in try JobClaimStore.abandoned(connection, handlers.topics, at: moment) {
                let answer = "attempt \(job.attempts) was begun, but its worker was not heard of again"
                let isLast = job.attempts >= handlers.entries[job.topic]?.retry.attempts ?? 1
                try JobClaimStore.finish(connection, job, isLast ? .failed(answer: answer) : .retry(at: moment, answer: answer), at: moment)
            }
            return try JobClaimStore.claim(connection, handlers.topics, limit: limit, at: moment, until: lease)
        }
    }

    private func workersToStart(for jobs: [Job]) -> Int {
        state.withLock { state in
            state.inHand += jobs
            state.waiting.insert(contentsOf: jobs.reversed(), at: 0)
            let started = min(settings.concurrency - state.workers, state.waiting.count)
            state.workers += max(0, started)
            return max(0, started)
        }
    }

    private func workOff() async {
        while let job = next() { await note(job, await outcome(of: job)) }
    }

    private func next() -> Job? {
        state.withLock { state in
            if !state.isStopping, let job = state.waiting.popLast() { return job }
            state.workers -= 1
            return nil
        }
    }

    /// Whoever comes while nobody notes, notes for all that come meanwhile.
    private func note(_ job: Job, _ outcome: JobClaimStore.Outcome) async {
        let isFirst = state.withLock { state in
            state.ended.append((job, outcome))
            defer { state.isNoting = true }
            return !state.isNoting
        }
        guard isFirst else { return }
        while let ended = endedJobs() {
            await note(ended)
            // By attempt: the same job may be in hand a second time if its lease ran out here.
            let noted = Set(ended.map { Attempt($0.job) })
            state.withLock { $0.inHand.removeAll { noted.contains(Attempt($0)) } }
            bell.ring()
        }
    }

    private struct Attempt: Hashable {
        let id: Identifier
        let number: Int

        init(_ job: Job) { (id, number) = (job.id, job.attempts) }
    }

    private func endedJobs() -> [(job: Job, outcome: JobClaimStore.Outcome)]? {
        state.withLock { state in
            defer { state.ended = [] }
            state.isNoting = !state.ended.isEmpty
            return state.ended.isEmpty ? nil : state.ended
        }
    }

    private func note(_ ended: [(job: Job, outcome: JobClaimStore.Outcome)]) async {
        let moment = now()
        do {
            let ours = try await database.write(.readCommitted) { try JobClaimStore.finish($0, ended, at: moment) }
            for (job, _) in ended where !ours.contains(job.id) {
                logger.warning("a job took longer than its lease and was begun again elsewhere", metadata: ["job": "\(job.id)"])
            }
        } catch {
            // Their leases run out, and they are begun again.
            let jobs = ended.map { "\($0.job.topic) \($0.job.id)" }.joined(separator: ", ")
            logger.error("the end of jobs could not be noted", metadata: ["jobs": "\(jobs)", "error": "\(error)"])
        }
    }

    private func outcome(of job: Job) async -> JobClaimStore.Outcome {
        guard let entry = handlers.entries[job.topic] else { return .returned }
        do {
            let context = JobContext(id: job.id, topic: job.topic, payload: job.payload, attempt: job.attempts, createdAt: job.createdAt)
            return .done(answer: shortened(try await entry.handle(context)))
        } catch let failure as PermanentFailure {
            return .failed(answer: shortened(failure.description))
        } catch {
            if Task.isCancelled { return .returned }
            logger.warning(
                "a job failed", metadata: ["job": "\(job.id)", "topic": "\(job.topic)", "attempt": "\(job.attempts)", "error": "\(error)"])
            guard job.attempts < entry.retry.attempts else { return .failed(answer: shortened("\(error)")) }
            let delay = entry.retry.milliseconds(after: job.attempts, jitter: Double.random(in: 0...1))
            return .retry(at: Instant(milliseconds: now().milliseconds + delay), answer: shortened("\(error)"))
        }
    }

    private func renewLeases() async {
        while (try? await Task.sleep(for: .seconds(settings.leaseSeconds / 3))) != nil {
            let (jobs, lease) = (jobsInHand, lease(from: now()))
            guard !jobs.isEmpty else { continue }
            do {
                try await database.write(.readCommitted) { try JobClaimStore.renew($0, jobs, until: lease) }
            } catch {
                logger.error("leases could not be renewed", metadata: ["error": "\(error)"])
            }
        }
    }

    private func drain() async {
        let unbegun = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for job in unbegun { await note(job, .returned) }
        let end = ContinuousClock.now + .seconds(settings.drainSeconds)
        while !jobsInHand.isEmpty, !Task.isCancelled, ContinuousClock.now < end {
            await bell.wait(atMost: end - ContinuousClock.now)
        }
    }

    private func lease(from moment: Instant) -> Instant {
        Instant(milliseconds: moment.milliseconds + Int64(settings.leaseSeconds * 1000))
    }

    private func shortened(_ answer: String) -> String {
        String(answer.prefix(1000).filter { $0 != "\0" })
    }
}
