// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Jobs

/// Closes a dossier whose applicant did not supplement or pay in time. Queued when the wait begins; harmless when the
/// applicant was in time.
package struct ExpireWaiting: Sendable {
    package static let topic = "dossier_waiting_over"

    struct Payload: Codable {
        let provisionalCode: String
        /// The event that began the wait: a later wait has its own job.
        let sequence: Int
    }

    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ job: JobContext) async throws -> String {
        let payload = try job.decoded(as: Payload.self)
        switch try await ActOnDossier(house: house)(.expire, on: payload.provisionalCode, by: .system, seen: payload.sequence) {
        case .done: return "closed"
        case .refused(let refusal): return "nothing to do: \(refusal.code)"
        case .unknownDossier: throw PermanentFailure("no dossier \(payload.provisionalCode)")
        }
    }
}
