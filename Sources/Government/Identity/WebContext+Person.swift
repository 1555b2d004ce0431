// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Organisation
package import Web

extension WebContext {
    /// Who is signed in; nil for a visitor.
    package var person: Person? { principal as? Person }

    /// Whoever is signed in; a visitor is asked to sign in first.
    package func signedIn(for scope: Scope = .read) throws -> Person {
        let person = try requirePrincipal(as: Person.self)
        guard person.allows(scope) else { throw UserError.scopeMissing(scope) }
        return person
    }

    /// A citizen or business who may file.
    package func citizen() throws -> Person {
        let person = try signedIn(for: .citizen)
        guard person.isCitizen else { throw UserError.forbidden }
        return person
    }

    /// An officer with at least one post today.
    package func officer() throws -> Person {
        let person = try signedIn(for: .officer)
        guard person.isOfficer, !person.posts.isEmpty else { throw UserError.forbidden }
        return person
    }

    /// An officer who holds one of these roles somewhere.
    package func officer(_ roles: PostRole..., for scope: Scope = .officer) throws -> Person {
        let person = try signedIn(for: scope)
        guard person.isOfficer, roles.contains(where: { person.holds($0) }) else { throw UserError.forbidden }
        return person
    }
}

extension UserError {
    /// The token is good, but not for this.
    package static func scopeMissing(_ scope: Scope) -> UserError {
        UserError(
            code: "scope_missing", status: 403,
            title: Phrase(
                vi: "Mã truy cập này không có phạm vi “\(scope.rawValue)”", en: "This access token lacks the scope “\(scope.rawValue)”"),
            advice: Phrase(vi: "Dùng mã truy cập có phạm vi đó.", en: "Use a token that has it."))
    }
}
