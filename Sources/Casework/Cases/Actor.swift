// SPDX-License-Identifier: Apache-2.0

package import Process

/// Who gives a command, as far as the engine must know: not a person's data, only what they may do.
package struct Actor: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case applicant, officer, system
    }

    /// A function somebody holds at a unit.
    package struct Post: Hashable, Sendable, Codable {
        package let unit: String
        package let role: StepRole

        package init(unit: String, role: StepRole) {
            (self.unit, self.role) = (unit, role)
        }
    }

    /// The posts of a colleague who is away, lent to whoever stands in.
    package struct Cover: Hashable, Sendable, Codable {
        package let absent: Assignee
        package let posts: Set<Post>

        package init(absent: Assignee, posts: Set<Post>) {
            (self.absent, self.posts) = (absent, posts)
        }
    }

    package let account: String
    package let name: String
    package let kind: Kind
    package let posts: Set<Post>
    /// For whom this actor may stand in today.
    package let covers: [Cover]
    /// In whose place the actor acts now; nil as themself.
    package let standsInFor: Assignee?

    package init(
        account: String, name: String, kind: Kind, posts: Set<Post> = [], covers: [Cover] = [], standsInFor: Assignee? = nil
    ) {
        (self.account, self.name, self.kind, self.posts) = (account, name, kind, posts)
        (self.covers, self.standsInFor) = (covers, standsInFor)
    }

    /// As whom the actor may act: as themself, then in the place of each colleague who is away.
    package var capacities: [Actor] {
        guard !covers.isEmpty else { return [self] }
        let own = Actor(account: account, name: name, kind: kind, posts: posts)
        return [own]
            + covers.map { cover in
                Actor(account: account, name: name, kind: kind, posts: posts.union(cover.posts), standsInFor: cover.absent)
            }
    }

    /// Whether a task given to this account is the actor's to do.
    package func answers(for assignee: Assignee) -> Bool {
        assignee.account == account || assignee.account == standsInFor?.account
    }

    /// Jobs that act when a deadline passes, and confirmed messages of other systems.
    package static let system = Actor(account: "system", name: "MotCua", kind: .system)

    package func holds(_ role: StepRole, at unit: String) -> Bool {
        posts.contains(Post(unit: unit, role: role))
    }

    package func belongs(to unit: String) -> Bool {
        posts.contains { $0.unit == unit }
    }
}

/// The person a task is given to.
package struct Assignee: Hashable, Sendable, Codable {
    package let account: String
    package let name: String

    package init(account: String, name: String) {
        (self.account, self.name) = (account, name)
    }
}
