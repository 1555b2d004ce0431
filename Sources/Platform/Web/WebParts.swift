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
    let rates: RateStore?
    let loaders: Loaders
    let tokens: ForgeryTokens
    let names: CookieNames
    /// The site's shell made ready; nil where nothing is configured.
    let shells: Shells?

    init(
        configuration: WebConfiguration, site: Site, clock: @escaping @Sendable () -> Instant, logger: Logger,
        sessions: SessionStore?, heldForms: HeldFormStore?, rates: RateStore?, loaders: Loaders,
        shells: Shells?
    ) {
        self.configuration = configuration
        self.site = site
        self.clock = clock
        self.logger = logger
        self.sessions = sessions
        self.heldForms = heldForms
        self.rates = rates
        self.loaders = loaders
        self.shells = shells
        tokens = ForgeryTokens(key: configuration.key)
        names = CookieNames(isSecure: configuration.isSecure)
    }

    /// Stands in until the first middleware has run; nothing is configured.
    static let none = WebParts(
        configuration: WebConfiguration(key: Secret([])), site: Site(name: Phrase("")), clock: { systemNow() },
        logger: Logger(label: "web"), sessions: nil, heldForms: nil, rates: nil, loaders: Loaders(), shells: nil)
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
