// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird

/// The names our cookies have. `__Host-` makes the browser refuse a cookie set by a neighbouring host.
struct CookieNames: Sendable {
    let session, visitor, language: String

    init(isSecure: Bool) {
        let prefix = isSecure ? "__Host-" : ""
        (session, visitor, language) = (prefix + "session", prefix + "visitor", prefix + "language")
    }
}

/// A cookie to be set by the answer.
package struct SetCookie: Sendable, Hashable {
    package let name: String
    package let value: String
    /// Seconds to keep it; nil: until the browser closes; 0: remove.
    package let maximumAge: Int64?

    package init(name: String, value: String, maximumAge: Int64?) {
        (self.name, self.value, self.maximumAge) = (name, value, maximumAge)
    }

    func field(isSecure: Bool) -> String {
        let age = maximumAge.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/\(age)\(isSecure ? "; Secure" : ""); HttpOnly; SameSite=Lax"
    }
}

extension Request {
    /// The value of a cookie, the first when several share the name.
    func cookie(_ name: String) -> String? {
        for field in headers where field.name == .cookie {
            for pair in field.value.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard pair.starts(with: name.utf8) else { continue }
                let rest = pair.dropFirst(name.utf8.count)
                if rest.first == UInt8(ascii: "=") { return String(Substring(rest.dropFirst())) }
            }
        }
        return nil
    }
}

extension WebContext {
    /// Sets a cookie with the answer; a later one of the same name replaces it.
    package func setCookie(_ cookie: SetCookie) {
        visit.with { state in
            state.cookies.removeAll { $0.name == cookie.name }
            state.cookies.append(cookie)
        }
    }
}
