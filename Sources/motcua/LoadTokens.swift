// SPDX-License-Identifier: Apache-2.0

import Database
import Identity
import Kernel
import Organisation
import Simulation

/// Tokens of the demonstration accounts for a load run; as any token they can be revoked, and are named so that one can.
struct LoadTokens {
    let database: any Database

    func accounts(at now: Instant) async throws -> LoadAccounts {
        let demo = try await DemoAccounts(database: database, passwords: PasswordHasher()).list(at: now)
        var (citizens, officers): ([String], [LoadAccounts.Officer]) = ([], [])
        for account in demo {
            let posts = account.posts.compactMap { post in post.role.stepRole.map { (unit: post.unit, role: $0) } }
            guard account.kind == .citizen || !posts.isEmpty else { continue }
            let token = try await CreateToken(database: database)(username: account.username, label: "simulate --against", at: now).text.reveal()
            if account.kind == .citizen { citizens.append(token) }
            officers += posts.map { LoadAccounts.Officer(token: token, unit: $0.unit, role: $0.role) }
        }
        return LoadAccounts(citizens: citizens, officers: officers)
    }
}
