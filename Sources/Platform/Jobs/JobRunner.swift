// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Logging
import ServiceLifecycle
import Synchronization

/// Does the queued work of this process. Several runners, in one process or many, may share a queue.
/// While nothing is due it makes one indexed read every few seconds.
package final class JobRunner: Service {
    package struct Settings: Sendable {
        /// How many jobs are in hand at once.
        package var concurrency = 4
        /// How soon work is found that another process queued.
        package var pollSeconds: Double = 5
        /// After how long a worker that is not heard of counts as dead. It is heard of every third of this.
        package var leaseSeconds: Double = 60
        /// How long jobs in hand may go on when the process is asked to stop.
        package var drainSeconds: Double = 20

        package init() {}
    }

    private struct State {
        var inHand: [Job] = []
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
        bell.hang()
        defer { bell.takeDown() }
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
            while !isStopping {
                let pause = await startDue(&group)
                if pause > .zero { await bell.wait(atMost: pause) }
            }
            await drain()
            group.cancelAll()
        }
    }

    /// Begins what is due and returns how long there will be nothing more to begin.
    private func startDue(_ group: inout DiscardingTaskGroup) async -> Duration {
        let poll = Duration.seconds(settings.pollSeconds)
        let free = settings.concurrency - jobsInHand.count
        // The end of a job rings the bell.
        guard free > 0 else { return poll }
        do {
            let (moment, topics) = (now(), handlers.topics)
            guard let next = try await database.read({ try JobClaimStore.nextMoment($0, topics) }) else { return poll }
            guard next <= moment else { return min(poll, .milliseconds(next.milliseconds - moment.milliseconds)) }
            let jobs = try await claim(free, at: moment)
            for job in jobs {
                state.withLock { $0.inHand.append(job) }
                group.addTask { [self] in await perform(job) }
            }
            // Nothing to claim although something is due: another runner was quicker.
            return jobs.isEmpty ? min(poll, .milliseconds(50)) : .zero
        } catch {
            logger.error("the job queue cannot be read", metadata: ["error": "\(error)"])
            return poll
        }
    }

    private func claim(_ limit: Int, at moment: Instant) async throws -> [Job] {
        let (handlers, lease) = (handlers, lease(from: moment))
        return try await database.write { connection in
            for job in try JobClaimStore.abandoned(connection, handlers.topics, at: moment) {
                let answer = "attempt \(job.attempts) was begun, but its worker was not heard of again"
                let isLast = job.attempts >= handlers.entries[job.topic]?.retry.attempts ?? 1
                try JobClaimStore.finish(connection, job, isLast ? .failed(answer: answer) : .retry(at: moment, answer: answer), at: moment)
            }
            return try JobClaimStore.claim(connection, handlers.topics, limit: limit, at: moment, until: lease)
        }
    }

    private func perform(_ job: Job) async {
        let outcome = await outcome(of: job)
        let moment = now()
        do {
            let isOurs = try await database.write { try JobClaimStore.finish($0, job, outcome, at: moment) }
            if !isOurs { logger.warning("a job took longer than its lease and was begun again elsewhere", metadata: ["job": "\(job.id)"]) }
        } catch {
            // The lease runs out, and the job is begun again.
            logger.error("the end of a job could not be noted", metadata: ["job": "\(job.id)", "topic": "\(job.topic)", "error": "\(error)"])
        }
        // By attempt: the same job may be in hand a second time if its lease ran out here.
        state.withLock { $0.inHand.removeAll { $0.id == job.id && $0.attempts == job.attempts } }
        bell.ring()
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
                try await database.write { try JobClaimStore.renew($0, jobs, until: lease) }
            } catch {
                logger.error("leases could not be renewed", metadata: ["error": "\(error)"])
            }
        }
    }

    private func drain() async {
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
