// SPDX-License-Identifier: Apache-2.0

import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Synchronization

/// Who shows a token: found by its hash, and remembered.
final class Bearers: Sendable {
    struct Account: Sendable {
        let id: String
        let name: String
    }

    private let database: Database
    private let known = Mutex<[String: Account]>([:])

    init(database: Database) {
        self.database = database
    }

    func account(_ request: Request) throws -> Account {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { throw HTTPError(.unauthorized) }
        return try account(token: header.dropFirst(7))
    }

    func account(token: some StringProtocol) throws -> Account {
        let hash = hexadecimal(SHA256.hash(data: Data(token.utf8)))
        if let account = known.withLock({ $0[hash] }) { return account }
        guard let account = try lookUp(hash) else { throw HTTPError(.unauthorized) }
        known.withLock { $0[hash] = account }
        return account
    }

    private func lookUp(_ hash: String) throws -> Account? {
        let row = try database.first(
            """
            SELECT CAST(a.id AS TEXT), a.display_name FROM api_tokens t JOIN accounts a ON a.id = t.account_id
            WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND a.disabled_at IS NULL
            """, [hash])
        return row.map { Account(id: $0[0], name: $0[1]) }
    }
}

private let digits = Array("0123456789abcdef".utf8)

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 0xF)])
    }
    return String(decoding: text, as: UTF8.self)
}
