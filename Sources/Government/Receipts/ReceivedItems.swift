// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Forms

/// What one event received from the applicant.
package struct ReceivedItems: Sendable, Hashable {
    package let answers: Answers?
    package let files: [AttachedFile]

    /// Nil for an event in which the applicant handed nothing in.
    package init?(_ event: StoredEvent) throws {
        switch try event.record().event {
        case .submitted(let submission): (answers, files) = (submission.answers, submission.files)
        case .supplemented(let content): (answers, files) = (content.answers, content.files)
        default: return nil
        }
    }
}
