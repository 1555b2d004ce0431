// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Organisation

/// Who stands in for whom, where, and from when to when.
package struct Absence: Hashable, Sendable {
    package let id: Identifier
    package let absentID: Identifier
    package let absentName: String
    package let substituteID: Identifier
    package let substituteName: String
    package let unit: String
    package let from: LocalDate
    package let to: LocalDate
    package let namedBy: String

    package func isRunning(on day: LocalDate) -> Bool { from <= day && day <= to }
}

/// What a person holds in the place of a colleague who is away today.
package struct Cover: Hashable, Sendable {
    package let absentID: Identifier
    package let absentName: String
    package let posts: [Post]

    package init(absentID: Identifier, absentName: String, posts: [Post]) {
        (self.absentID, self.absentName, self.posts) = (absentID, absentName, posts)
    }
}

extension Person {
    /// The posts of their own, without those they only hold in somebody's place.
    package var ownPosts: [Post] {
        let lent = Set(covers.flatMap(\.posts))
        return posts.filter { !lent.contains($0) }
    }
}
