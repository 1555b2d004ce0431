// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Synchronization

/// What one request gathers on its way, in one place for all copies of its context.
final class Visit: Sendable {
    struct State {
        var language = Language.vi
        /// Whether the visitor chose the language (by link or cookie) rather than got the default.
        var languageIsChosen = false
        var session = Session.anonymous
        /// A session cookie came, but its session has ended.
        var sessionHasEnded = false
        var principal: (any Principal)?
        /// Whether a bearer token proved who acts.
        var isBearer = false
        /// The long-lived random name of the browser, from its cookie or made just now.
        var visitor: String?
        var cookies: [SetCookie] = []
        var bodyIsRead = false
        /// Whether reading stopped before the end.
        var bodyWasCut = false
        var form: FormData?
        var temporaryFiles: [String] = []
    }

    private let state = Mutex(State())

    /// Reads or changes what was gathered so far.
    func with<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        state.withLock { body(&$0) }
    }

    deinit {
        removeTemporaryFiles()
    }

    /// Removes what is left of the uploads; files moved elsewhere are not touched.
    func removeTemporaryFiles() {
        let paths = with { state in
            defer { state.temporaryFiles = [] }
            return state.temporaryFiles
        }
        for path in paths { unlink(path) }
    }
}
