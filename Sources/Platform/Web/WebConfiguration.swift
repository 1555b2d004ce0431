// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Every knob of the web floor. Defaults suit one machine behind a proxy.
package struct WebConfiguration: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    /// The `Server` header; nothing is said by default.
    package var serverName: String?
    package var backlog = 1024
    package var maximumConnections = 10_000
    package var idleTimeoutSeconds = 60
    package var maximumHeaderBytes = 16 * 1024
    package var maximumHeaderCount = 100

    /// Whether people reach the site by https: cookies get `Secure` and the `__Host-` name, answers get HSTS.
    package var isSecure = false
    /// Where people reach the site, `https://…` without a slash at the end; nil where nobody said.
    package var publicURL: String?
    /// Proxies that are believed when they say for whom they ask (`X-Forwarded-For`, `X-Forwarded-Proto`).
    package var trustedProxies: [AddressRange] = []
    /// Key of the forgery tokens; at least 32 random bytes, the same on every node.
    package var key: Secret<[UInt8]>

    package var form = FormLimits()
    package var maximumJSONBytes = 1024 * 1024
    /// Where uploads rest while their request runs; nil means the system's temporary folder.
    package var uploadFolder: String?

    package var session = SessionTerms()
    /// How long a form that could not be taken is kept for its author.
    package var heldFormSeconds: Int64 = 24 * 3600
    /// The page that asks who one is; a GET without the needed account goes there with `?next=`.
    package var signInPath: String?
    package var defaultLanguage = Language.vi

    /// Paths under it answer in JSON only and take bearer tokens.
    package var apiPrefix = "/api"
    /// Paths that machines of other sites call; they must prove themselves another way.
    package var forgeryExemptPrefixes: [String] = []

    /// First matching rule wins; an empty list switches limiting off.
    package var rateRules: [RateRule] = RateRule.standard
    /// Level of gzip, 1…9; nil switches compression off.
    package var gzipLevel: Int? = 4
    /// Whether successful GETs are logged at `info` too; otherwise they are at `debug`.
    package var logsEveryRequest = false

    package init(key: Secret<[UInt8]>) {
        self.key = key
    }

    /// Whether the path belongs to the machine interface.
    func isAPI(_ path: String) -> Bool { isUnder(apiPrefix, path) }
}

/// How long a sign-in lasts.
package struct SessionTerms: Sendable {
    /// Seconds without a request after which it ends.
    package var idleSeconds: Int64 = 12 * 3600
    /// Seconds after which it ends whatever happens.
    package var absoluteSeconds: Int64 = 7 * 24 * 3600
    /// How long a node may trust what it read about a session; 0 reads every time.
    package var cacheSeconds: Int64 = 5

    package init() {}
}

/// Whether `path` is `prefix` or lies below it.
func isUnder(_ prefix: String, _ path: String) -> Bool {
    let (prefix, path) = (prefix.utf8, path.utf8)
    guard path.starts(with: prefix) else { return false }
    let next = path.dropFirst(prefix.count).first
    return next == nil || next == UInt8(ascii: "/") || prefix.last == UInt8(ascii: "/")
}
