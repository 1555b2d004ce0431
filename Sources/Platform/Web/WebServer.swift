// SPDX-License-Identifier: Apache-2.0

package import Database
package import Hummingbird
package import Kernel
package import Logging
package import NIOCore

/// The web floor put together: the reception every request walks through, the shell's own routes, then whatever the contexts mount.
package struct WebServer: Sendable {
    package let parts: WebParts
    package let sessions: SessionStore
    package let responder: RouterResponder<WebContext>
    private let heldForms: HeldFormStore
    private let rates: RateStore

    package init(
        configuration: WebConfiguration, site: Site, database: any Database, loaders: Loaders = Loaders(), logger: Logger,
        clock: @escaping @Sendable () -> Instant = { systemNow() }, mount: (Router<WebContext>) -> Void
    ) {
        precondition(configuration.key.reveal().count >= 32, "WebConfiguration.key needs at least 32 random bytes")
        sessions = SessionStore(database: database, terms: configuration.session)
        heldForms = HeldFormStore(database: database, seconds: configuration.heldFormSeconds)
        rates = RateStore(database: database)
        parts = WebParts(
            configuration: configuration, site: site, clock: clock, logger: logger, sessions: sessions, heldForms: heldForms, rates: rates,
            loaders: loaders, shells: Shells(site, isSecure: configuration.isSecure))
        responder = Self.router(parts, mount: mount).buildResponder()
    }

    /// Middleware applies only to routes added after it, so it stands first.
    private static func router(_ parts: WebParts, mount: (Router<WebContext>) -> Void) -> Router<WebContext> {
        let configuration = parts.configuration
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Reception(parts: parts))
        AssetRoutes.add(parts.site.assets, gzipLevel: configuration.gzipLevel, to: router)
        HeldFormRoutes.add(to: router)
        mount(router)
        router.addMethodNotAllowed()
        return router
    }

    /// A service for the caller's group, which sets how long a shutdown may take. `onRunning` hears of the bound port.
    package func application(onRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }) -> Application<RouterResponder<WebContext>> {
        let configuration = parts.configuration
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(configuration.idleTimeoutSeconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: configuration.maximumHeaderBytes, maxHeaderListSize: configuration.maximumHeaderBytes,
                        maxHeaderFieldCount: configuration.maximumHeaderCount))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: configuration.serverName,
                backlog: configuration.backlog,
                availableConnectionsDelegate: .maximum(configuration.maximumConnections, logger: parts.logger)),
            onServerRunning: onRunning, logger: parts.logger)
    }

    /// Deletes expired sessions, held forms and limits; gives how many.
    package func sweep() async throws -> Int {
        let now = parts.clock()
        return try await sessions.sweep(now: now) + heldForms.sweep(now: now) + rates.sweep(now: now)
    }
}
