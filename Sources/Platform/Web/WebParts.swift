// SPDX-License-Identifier: Apache-2.0

import Dispatch
package import Kernel
package import Logging

/// What every request may need, put together once by the composition root.
package final class WebParts: Sendable {
    package let configuration: WebConfiguration
    package let site: Site
    package let clock: @Sendable () -> Instant
    package let logger: Logger
    let sessions: SessionStore?
    let heldForms: HeldFormStore?
    let loaders: Loaders
    let tokens: ForgeryTokens
    let names: CookieNames

    init(
        configuration: WebConfiguration, site: Site, clock: @escaping @Sendable () -> Instant, logger: Logger,
        sessions: SessionStore?, heldForms: HeldFormStore?, loaders: Loaders
    ) {
        self.configuration = configuration
        self.site = site
        self.clock = clock
        self.logger = logger
        self.sessions = sessions
        self.heldForms = heldForms
        self.loaders = loaders
        tokens = ForgeryTokens(key: configuration.key)
        names = CookieNames(isSecure: configuration.isSecure)
    }

    /// Stands in until the first middleware has run; nothing is configured.
    static let none = WebParts(
        configuration: WebConfiguration(key: Secret([])), site: Site(name: Phrase("")), clock: { systemNow() },
        logger: Logger(label: "web"), sessions: nil, heldForms: nil, loaders: Loaders())
}

/// The doors through which the web floor asks the floors above.
package struct Loaders: Sendable {
    /// Who an account is; nil when it may not act any more.
    package var principal: @Sendable (Identifier) async throws -> (any Principal)?
    /// Whom a bearer token speaks for; nil when it is not valid.
    package var bearer: @Sendable (String) async throws -> (any Principal)?
    /// Keeps an uploaded file of a form that could not be taken; gives a signed reference to it. Nil: files are not kept.
    package var fileKeeper: (@Sendable (UploadedFile) async throws -> String)?

    package init(
        principal: @escaping @Sendable (Identifier) async throws -> (any Principal)? = { _ in nil },
        bearer: @escaping @Sendable (String) async throws -> (any Principal)? = { _ in nil },
        fileKeeper: (@Sendable (UploadedFile) async throws -> String)? = nil
    ) {
        (self.principal, self.bearer, self.fileKeeper) = (principal, bearer, fileKeeper)
    }
}
