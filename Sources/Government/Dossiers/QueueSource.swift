// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
package import Process

/// One indexed list of dossiers; a queue is one or several of them.
enum QueueSource: Sendable, Hashable {
    struct Task: Sendable, Hashable {
        let unit: String
        let role: String
    }

    /// Open dossiers whose current step is for this post, narrowed to when they become late.
    case tasks(Task, Range<Instant>?)
    /// Dossiers at a desk in one of the states: new ones, waiting ones, results to hand out.
    case desk(String, DossierStatus)
    case assigned(String)
    /// Those an officer of the unit asks its head to decide on.
    case proposals(String)
}

/// What a queue is narrowed to.
package struct QueueFilter: Sendable, Hashable {
    package var procedure: String?
    /// Counts only together with a procedure.
    package var step: Int?
    /// Only what is given to oneself.
    package var isOnlyMine: Bool
    package var channel: SubmissionChannel?

    package init(procedure: String? = nil, step: Int? = nil, isOnlyMine: Bool = false, channel: SubmissionChannel? = nil) {
        (self.procedure, self.step, self.isOnlyMine, self.channel) = (procedure, step, isOnlyMine, channel)
    }

    package static let none = QueueFilter()
}
