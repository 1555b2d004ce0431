// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Kernel
package import Logging
import NIOCore

/// What is known about one request beside the request itself. Copies share one `Visit`.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The visitor's address as a trusted proxy says it.
    var forwardedAddress: String?
    /// Stands for the address of a connection where there is none.
    private let detachedAddress: String
    package internal(set) var parts: WebParts
    let visit: Visit
    let channel: (any Channel)?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        detachedAddress = ""
        parts = .none
        visit = Visit()
        channel = source.channel
    }

    /// A context without a connection, for answering a request inside the process.
    package init(detached logger: Logger, remoteAddress: String = "") {
        coreContext = CoreRequestContextStorage(source: DetachedSource(logger: logger))
        detachedAddress = remoteAddress
        parts = .none
        visit = Visit()
        channel = nil
    }

    /// The visitor's address, "" when there is no connection.
    package var remoteAddress: String { forwardedAddress ?? peerAddress }

    /// The address at the other end of the connection. Written out only when it is asked for.
    var peerAddress: String { channel?.remoteAddress?.ipAddress ?? detachedAddress }

    /// Names this request in logs and on error pages.
    package var requestID: String { logger[metadataKey: "hb.request.id"]?.description ?? "" }

    package var now: Instant { parts.clock() }

    package var language: Language {
        get { visit.with { $0.language } }
        nonmutating set { visit.with { $0.language = newValue } }
    }

    package var session: Session {
        get { visit.with { $0.session } }
        nonmutating set { visit.with { $0.session = newValue } }
    }

    /// Who acts; nil for an anonymous visitor.
    package var principal: (any Principal)? {
        get { visit.with { $0.principal } }
        nonmutating set { visit.with { $0.principal = newValue } }
    }

    /// Who acts. A visitor without an account is asked to sign in, and nothing typed is lost.
    package func requirePrincipal() throws -> any Principal {
        guard let principal else { throw UserError.signInRequired }
        return principal
    }

    /// Who acts, as the type the application uses.
    package func requirePrincipal<P: Principal>(as type: P.Type) throws -> P {
        guard let principal = try requirePrincipal() as? P else { throw UserError.forbidden }
        return principal
    }

    /// A path parameter, percent-decoded once.
    package func path(_ name: String) throws -> String {
        guard let raw = coreContext.parameters.get(name) else { throw UserError.notFound }
        guard raw.utf8.contains(UInt8(ascii: "%")) else { return raw }
        return try percentDecoded(raw.utf8[...], plusIsSpace: false)
    }

    private struct DetachedSource: RequestContextSource {
        let logger: Logger
    }
}
