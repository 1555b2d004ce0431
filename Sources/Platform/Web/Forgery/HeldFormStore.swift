// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Foundation
import Kernel

/// Forms waiting for their author. The key that opens a row is only in the author's link; the table alone tells nothing.
struct HeldFormStore: Sendable {
    let database: any Database
    let seconds: Int64

    /// Keeps the form for `browser`; gives the key.
    func hold(_ form: HeldForm, browser: String, now: Instant) async throws -> String {
        let key = randomToken()
        guard let sealed = try AES.GCM.seal(JSONEncoder().encode(form), using: Self.opening(key)).combined.map(Array.init) else {
            throw SystemError(number: 0, doing: "seal")
        }
        try await database.write(.readCommitted) { [seconds] connection in
            _ = try connection.execute(
                """
                INSERT INTO held_forms (key_hash, browser_hash, sealed, created_at, expires_at)
                VALUES (\(tokenHash(key)), \(tokenHash(browser)), \(sealed), \(now), \(now.adding(seconds: seconds)))
                """)
        }
        return key
    }

    /// The form behind a key, for the browser that sent it.
    func form(_ key: String, browser: String, now: Instant) async throws -> HeldForm? {
        let sealed = try await database.read { connection in
            try connection.value(
                """
                SELECT sealed FROM held_forms
                WHERE key_hash = \(tokenHash(key)) AND browser_hash = \(tokenHash(browser)) AND expires_at > \(now)
                """, as: [UInt8].self)
        }
        guard let sealed else { return nil }
        return try JSONDecoder().decode(HeldForm.self, from: AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: Self.opening(key)))
    }

    func sweep(now: Instant) async throws -> Int {
        try await database.write(.readCommitted) { connection in try connection.execute("DELETE FROM held_forms WHERE expires_at <= \(now)") }
    }

    private static func opening(_ key: String) -> SymmetricKey {
        SymmetricKey(data: SHA256.hash(data: Array("held:\(key)".utf8)))
    }
}
