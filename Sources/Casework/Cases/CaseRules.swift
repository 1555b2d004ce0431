// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Process
package import WorkingTime

/// What happens to the clock while the applicant completes the dossier.
package enum SupplementClock: String, Codable, Sendable, Hashable {
    /// The whole limit runs anew from the completed dossier (NĐ 61/2018 Đ19.4).
    case restart
    /// The due date moves by the time waited (NĐ 301/2026; default under NĐ 118 and 309).
    case shift
}

/// A paper the engine must see before it takes a filing.
package struct RequiredComponent: Hashable, Sendable {
    package let code: String
    package let name: Phrase
    package let visibleWhen: Condition?

    package init(code: String, name: Phrase, visibleWhen: Condition?) {
        (self.code, self.name, self.visibleWhen) = (code, name, visibleWhen)
    }
}

/// The law of one procedure case, as versioned data; a dossier keeps the rules it was filed under.
package struct CaseRules: Sendable {
    package let process: ProcessDefinition
    package let form: FormDefinition
    package let requiredComponents: [RequiredComponent]
    package let limit: TimeLimit
    /// "Ngay trong ngày": received before its cut-off, due the same day; nil for ordinary limits.
    package let sameDay: SameDayRule?
    package let policy: DeadlinePolicy
    package let supplementClock: SupplementClock
    /// How long the applicant has to complete the dossier; afterwards it is closed.
    package let supplementLimit: TimeLimit
    /// Officers of the resolving agency may ask for papers only this many working days after acceptance (NĐ 61 Đ19.4: 3).
    package let supplementWindowDays: Int

    package init(
        process: ProcessDefinition, form: FormDefinition, requiredComponents: [RequiredComponent], limit: TimeLimit, sameDay: SameDayRule?,
        policy: DeadlinePolicy, supplementClock: SupplementClock, supplementLimit: TimeLimit, supplementWindowDays: Int = 3
    ) {
        (self.process, self.form, self.requiredComponents) = (process, form, requiredComponents)
        (self.limit, self.sameDay, self.policy) = (limit, sameDay, policy)
        (self.supplementClock, self.supplementLimit, self.supplementWindowDays) = (supplementClock, supplementLimit, supplementWindowDays)
    }
}

/// What the engine needs to know about the world to decide: nothing else may influence it.
package struct CaseContext: Sendable {
    package let now: Instant
    package let actor: Actor
    package let rules: CaseRules
    package let calendar: WorkingCalendar
    /// Statistical codes of the communes an address may name; nil where they are not known.
    package let communes: Set<String>?
    /// The event number the actor saw last; nil when the actor did not say.
    package let expectedSequence: Int?

    package init(now: Instant, actor: Actor, rules: CaseRules, calendar: WorkingCalendar, communes: Set<String>? = nil, expectedSequence: Int? = nil)
    {
        (self.now, self.actor, self.rules, self.calendar) = (now, actor, rules, calendar)
        (self.communes, self.expectedSequence) = (communes, expectedSequence)
    }

    var localNow: LocalDateTime { LocalDateTime(now) }

    /// The same world with somebody else, or the same person in another capacity, acting.
    package func acting(as actor: Actor) -> CaseContext {
        CaseContext(now: now, actor: actor, rules: rules, calendar: calendar, communes: communes, expectedSequence: expectedSequence)
    }
}
