// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Organisation
import Web

/// Somebody who is signed in, with what they may do today.
package struct Person: Principal, Hashable, Sendable {
    package let accountID: Identifier
    package let username: String
    package let displayName: String
    package let kind: AccountKind
    package let personalIDNumber: String?
    package let phone: String?
    package let email: String?
    package let language: Language
    /// Posts held today, those lent by colleagues who are away included; ended and future ones are not here.
    package let posts: [Post]
    /// In whose place the person stands today.
    package let covers: [Cover]
    package let scopes: Set<Scope>

    package init(
        accountID: Identifier, username: String, displayName: String, kind: AccountKind, personalIDNumber: String? = nil, phone: String? = nil,
        email: String? = nil, language: Language = .vi, posts: [Post] = [], covers: [Cover] = [], scopes: Set<Scope>? = nil
    ) {
        (self.accountID, self.username, self.displayName, self.kind) = (accountID, username, displayName, kind)
        (self.personalIDNumber, self.phone, self.email, self.language) = (personalIDNumber, phone, email, language)
        (self.posts, self.covers) = (posts, covers)
        self.scopes = scopes.map { $0.intersection(Scope.all(for: kind)) } ?? Scope.all(for: kind)
    }

    /// The same person with these posts, and those of the colleagues they stand in for.
    func holding(_ posts: [Post], covers: [Cover] = []) -> Person {
        let lent = covers.flatMap(\.posts).filter { post in !posts.contains { $0.unit == post.unit && $0.role == post.role } }
        return Person(
            accountID: accountID, username: username, displayName: displayName, kind: kind, personalIDNumber: personalIDNumber, phone: phone,
            email: email, language: language, posts: posts + lent, covers: covers, scopes: scopes)
    }

    /// The same person with less: what a token may be used for.
    package func narrowed(to scopes: Set<Scope>) -> Person {
        Person(
            accountID: accountID, username: username, displayName: displayName, kind: kind, personalIDNumber: personalIDNumber, phone: phone,
            email: email, language: language, posts: posts, covers: covers, scopes: scopes.intersection(self.scopes))
    }
}

extension Person {
    package var isCitizen: Bool { kind == .citizen }
    package var isOfficer: Bool { kind == .officer }

    package func holds(_ role: PostRole) -> Bool {
        posts.contains { $0.role == role }
    }

    package func holds(_ role: PostRole, at unit: String) -> Bool {
        posts.contains { $0.role == role && $0.unit == unit }
    }

    package func belongs(to unit: String) -> Bool {
        posts.contains { $0.unit == unit }
    }

    /// Every unit with a post, each once.
    package var units: [String] { unique(posts.map(\.unit)) }

    package func units(as role: PostRole) -> [String] {
        unique(posts.filter { $0.role == role }.map(\.unit))
    }

    /// The units of a role and everything below them: a head sees what the subordinate offices do.
    package func units(as role: PostRole, below directory: OrganisationDirectory) -> [String] {
        unique(units(as: role).flatMap { directory.subtree(of: $0).map(\.code) })
    }

    package func roles(at unit: String) -> Set<PostRole> {
        Set(posts.filter { $0.unit == unit }.map(\.role))
    }

    /// Whether the whole province lies open for reading: its leaders and its auditors.
    package var seesWholeProvince: Bool { holds(.leader) || holds(.auditor) }

    /// Any scope lets one read.
    package func allows(_ scope: Scope) -> Bool {
        scope == .read ? !scopes.isEmpty : scopes.contains(scope)
    }

    /// Where the person starts after signing in.
    package var homePath: String {
        switch kind {
        case .citizen, .system: "/me"
        case .officer: "/work"
        }
    }

    private func unique(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }
    }
}
