// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Web

/// How the web floor learns who is behind a session or a token.
package func identityLoaders(database: any Database, bearers: BearerTokens, clock: @escaping @Sendable () -> Instant) -> Loaders {
    let find = FindPerson(database: database)
    return Loaders(
        principal: { account in try await find(account, at: clock()) },
        bearer: { token in try await bearers.bearer(token, at: clock()) })
}
