// SPDX-License-Identifier: Apache-2.0

package import Markup

/// The field that carries the forgery token.
package let forgeryFieldName = "_token"

extension WebContext {
    /// A fresh token for a form. The first one an anonymous visitor is given sets their long-lived cookie.
    package var forgeryToken: String {
        let tokens = parts.tokens
        return tokens.token(tokens.secret(session: session) ?? tokens.secret(visitor: visitorOrNew()))
    }

    /// The hidden field every form that changes something carries.
    package var forgeryField: HTML {
        "<input type=\"hidden\" name=\"_token\" value=\"\(forgeryToken)\">"
    }

    /// Whether a token was made for this session, or for this browser before the session began or after it ended.
    func accepts(forgeryToken token: String) -> Bool {
        let tokens = parts.tokens
        if let secret = tokens.secret(session: session), tokens.matches(token, secret) { return true }
        guard let visitor = visit.with({ $0.visitor }) else { return false }
        return tokens.matches(token, tokens.secret(visitor: visitor))
    }

    /// The random name of this browser, made now when it has none.
    func visitorOrNew() -> String {
        let (visitor, isNew) = visit.with { state in
            if let visitor = state.visitor { return (visitor, false) }
            let visitor = randomToken(bytes: 16)
            state.visitor = visitor
            return (visitor, true)
        }
        if isNew { setCookie(SetCookie(name: parts.names.visitor, value: visitor, maximumAge: 400 * 24 * 3600)) }
        return visitor
    }
}
