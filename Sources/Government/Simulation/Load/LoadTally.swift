// SPDX-License-Identifier: Apache-2.0

import Kernel
import Synchronization

/// Counts what a load run sees, second by second.
final class LoadTally: Sendable {
    private struct Counts {
        var milliseconds: [LoadReport.Kind: [Double]] = [:]
        var problems: [String: Int] = [:]
        var seconds: [Int: LoadReport.Second] = [:]
        var dossiers = 0
    }

    private let begin: ContinuousClock.Instant
    private let counts = Mutex(Counts())

    init(begin: ContinuousClock.Instant) {
        self.begin = begin
    }

    func note(_ kind: LoadReport.Kind, from due: ContinuousClock.Instant, problem: String?) {
        let now = ContinuousClock.now
        let took = due.duration(to: now) / .milliseconds(1)
        let second = max(0, Int(begin.duration(to: due) / .seconds(1)))
        counts.withLock { counts in
            counts.milliseconds[kind, default: []].append(took)
            if let problem { counts.problems["\(kind.rawValue): \(problem)", default: 0] += 1 }
            counts.seconds[second, default: LoadReport.Second(second: second)].note(took, isError: problem != nil)
        }
    }

    func finishDossier() { counts.withLock { $0.dossiers += 1 } }

    func report(_ plan: LoadPlan, took: Duration) -> LoadReport {
        counts.withLock { counts in
            LoadReport(
                rate: plan.rate, seconds: took / .seconds(1), dossiers: counts.dossiers,
                requests: counts.milliseconds.values.reduce(0) { $0 + $1.count }, errors: counts.problems,
                latency: Dictionary(uniqueKeysWithValues: counts.milliseconds.map { ($0.key.rawValue, LoadReport.Latency($0.value)) }),
                timeline: counts.seconds.values.sorted { $0.second < $1.second })
        }
    }
}

/// What came of a load run; latencies in milliseconds, from the moment a request should have been sent.
package struct LoadReport: Encodable, Sendable {
    package enum Kind: String, Sendable {
        case upload, file, command, show, work, track
    }

    package struct Latency: Encodable, Sendable {
        let count: Int
        let p50: Double
        let p95: Double
        let p99: Double
        let max: Double

        init(_ values: [Double]) {
            let sorted = values.sorted()
            func at(_ part: Double) -> Double { sorted.isEmpty ? 0 : rounded(sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) }
            (count, p50, p95, p99, max) = (sorted.count, at(0.5), at(0.95), at(0.99), rounded(sorted.last ?? 0))
        }
    }

    /// The requests due in one second.
    package struct Second: Encodable, Sendable {
        let second: Int
        private(set) var requests = 0
        private(set) var errors = 0
        private var milliseconds: [Double] = []

        init(second: Int) {
            self.second = second
        }

        mutating func note(_ took: Double, isError: Bool) {
            requests += 1
            if isError { errors += 1 }
            milliseconds.append(took)
        }

        enum CodingKeys: String, CodingKey {
            case second, requests, errors, p50, p99
        }

        package func encode(to encoder: any Encoder) throws {
            let latency = Latency(milliseconds)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(second, forKey: .second)
            try container.encode(requests, forKey: .requests)
            try container.encode(errors, forKey: .errors)
            try container.encode(latency.p50, forKey: .p50)
            try container.encode(latency.p99, forKey: .p99)
        }
    }

    package let rate: Double
    package let seconds: Double
    package let dossiers: Int
    package let requests: Int
    package let errors: [String: Int]
    package let latency: [String: Latency]
    package let timeline: [Second]
}

private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
