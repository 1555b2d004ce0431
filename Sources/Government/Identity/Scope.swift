// SPDX-License-Identifier: Apache-2.0

/// What a session or an API token may be used for. A scope only narrows: the posts of the person decide on top of it.
package enum Scope: String, Codable, CaseIterable, Hashable, Sendable {
    /// Look, change nothing.
    case read
    /// File and follow one's own dossiers.
    case citizen
    /// Work on the dossiers of one's units.
    case officer
    /// Publish procedures.
    case catalogue
    /// Operate the installation.
    case admin

    /// The widest scopes an account of a kind can have; a session has them all.
    package static func all(for kind: AccountKind) -> Set<Scope> {
        switch kind {
        case .citizen: [.read, .citizen]
        case .officer: [.read, .officer, .catalogue, .admin]
        case .system: Set(allCases)
        }
    }

    /// `read officer`, in a fixed order.
    package static func list(_ scopes: Set<Scope>) -> String {
        allCases.filter(scopes.contains).map(\.rawValue).joined(separator: " ")
    }

    /// Reads a list separated by spaces or commas; the first word that is no scope is handed back.
    package static func parse(_ text: String) -> Result<Set<Scope>, UnknownScope> {
        var scopes: Set<Scope> = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let scope = Scope(rawValue: String(word)) else { return .failure(UnknownScope(word: String(word))) }
            scopes.insert(scope)
        }
        return .success(scopes)
    }

    package struct UnknownScope: Error, Hashable {
        package let word: String
    }
}
