// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension WebContext {
    /// Begins a session of the account in this browser, under a new token; the answer carries the cookie.
    package func signIn(_ account: Identifier) async throws {
        guard let store = parts.sessions else { return }
        let old = session.isAnonymous ? nil : session.id
        let (token, session) = try await store.begin(account: account, language: language, replacing: old, now: now)
        setCookie(SetCookie(name: parts.names.session, value: token, maximumAge: parts.configuration.session.absoluteSeconds))
        visit.with { state in
            state.session = session
            state.sessionHasEnded = false
        }
    }

    /// Ends this browser's session.
    package func signOut() async throws {
        if let store = parts.sessions, !session.isAnonymous { try await store.end(tokenHash: session.id) }
        setCookie(SetCookie(name: parts.names.session, value: "", maximumAge: 0))
        visit.with { state in
            state.session = .anonymous
            state.principal = nil
        }
    }

    /// Ends every other session of the account that is signed in here.
    package func signOutElsewhere() async throws {
        guard let store = parts.sessions, let account = session.accountID else { return }
        try await store.endAll(of: account, sparing: session.id)
    }

    /// Where to go after signing in: the form that waits (`held`), the page that was asked for (`next`), or `fallback`.
    package func landing(held: String?, next: String?, fallback: String) -> String {
        if let held, isHeldKey(held) { return heldPath(held) }
        if let next, isLocalPath(next) { return next }
        return fallback
    }
}
