// SPDX-License-Identifier: Apache-2.0

import CPostgres

/// What a connection has prepared, by text and the types of the parameters.
struct PostgresStatements {
    struct Prepared {
        let name: String
        let types: [Oid]
    }

    static let limit = 500
    private var known: [String: [Prepared]] = [:]
    private var made = 0
    private(set) var count = 0

    var isFull: Bool { count >= Self.limit }

    func statement(for text: String, _ parameters: PostgresParameters) -> Prepared? {
        known[text]?.first { parameters.fit($0.types) }
    }

    /// A name for a statement that is about to be prepared.
    mutating func add(_ text: String, _ parameters: PostgresParameters) -> Prepared {
        made += 1
        count += 1
        let prepared = Prepared(name: "s\(made)", types: parameters.types)
        known[text, default: []].append(prepared)
        return prepared
    }

    /// After a preparation that the server refused.
    mutating func forget(_ text: String, named name: String) {
        guard let index = known[text]?.firstIndex(where: { $0.name == name }) else { return }
        known[text]?.remove(at: index)
        count -= 1
    }

    mutating func forgetAll() {
        known = [:]
        count = 0
    }
}
