// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// What nodes remember about who may do what, and must forget as soon as it is no longer so. Told within the unit of work that
/// changes it; a node that does not hear of it forgets by itself within seconds.
package enum AccessChange: Hashable, Sendable {
    /// A session has ended; by the hash of its token.
    case session(String)
    /// Name, posts or rights of an account have changed.
    case account(Identifier)
    /// A bearer token is no longer in force.
    case token(Identifier)

    package static let channel = "access"

    package func tell(_ unit: any Connection) throws {
        try unit.notify(Self.channel, payload)
    }

    var payload: String {
        switch self {
        case .session(let hash): "session \(hash)"
        case .account(let id): "account \(id)"
        case .token(let id): "token \(id)"
        }
    }

    /// Nil for anything else, which may stand for any change.
    package init?(_ payload: String) {
        let words = payload.split(separator: " ").map(String.init)
        guard words.count == 2 else { return nil }
        switch (words[0], Identifier(words[1])) {
        case ("session", _): self = .session(words[1])
        case ("account", let id?): self = .account(id)
        case ("token", let id?): self = .token(id)
        default: return nil
        }
    }
}
