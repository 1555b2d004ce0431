// SPDX-License-Identifier: Apache-2.0

package import WorkingTime

/// The working rules a province chooses where the law leaves a choice. A procedure may say otherwise for itself.
package struct ProvinceSettings: Codable, Hashable, Sendable {
    /// What a supplement does to the clock: the applicant's time is not counted, or the whole limit runs anew.
    package enum SupplementClock: String, Codable, CaseIterable, Sendable {
        case shift, restart
    }

    /// Where people file: on this portal, or only on the National Public Service Portal.
    package enum Submission: String, Codable, CaseIterable, Sendable {
        case local, national
    }

    package let deadlinePolicy: DeadlinePolicy
    package let supplementClock: SupplementClock
    /// How long an applicant has to supplement before the dossier is stopped.
    package let supplementDeadline: TimeLimit
    /// `15:00`: what a desk received later goes to the resolving unit at the start of the next working day.
    package let forwardCutoff: String
    /// In which time an online dossier must be received, sent back or refused.
    package let onlineReceptionLimit: TimeLimit
    /// With this much or less left, a queue calls a dossier soon due.
    package let warning: TimeLimit
    package let submission: Submission

    package init(
        deadlinePolicy: DeadlinePolicy, supplementClock: SupplementClock, supplementDeadline: TimeLimit, forwardCutoff: String,
        onlineReceptionLimit: TimeLimit, warning: TimeLimit, submission: Submission
    ) {
        (self.deadlinePolicy, self.supplementClock, self.supplementDeadline) = (deadlinePolicy, supplementClock, supplementDeadline)
        (self.forwardCutoff, self.onlineReceptionLimit, self.warning) = (forwardCutoff, onlineReceptionLimit, warning)
        self.submission = submission
    }

    /// The same settings with another way of filing (`motcua serve --submission`).
    package func filing(_ submission: Submission) -> ProvinceSettings {
        ProvinceSettings(
            deadlinePolicy: deadlinePolicy, supplementClock: supplementClock, supplementDeadline: supplementDeadline,
            forwardCutoff: forwardCutoff, onlineReceptionLimit: onlineReceptionLimit, warning: warning, submission: submission)
    }
}
