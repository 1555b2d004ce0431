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

    package let account: String
    package let name: String
    package let kind: Kind
    package let posts: Set<Post>

    package init(account: String, name: String, kind: Kind, posts: Set<Post> = []) {
        (self.account, self.name, self.kind, self.posts) = (account, name, kind, posts)
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
