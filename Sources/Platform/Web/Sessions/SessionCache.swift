// SPDX-License-Identifier: Apache-2.0

import Kernel
import Synchronization

/// What this node read about sessions in the last few seconds.
final class SessionCache: Sendable {
    struct Entry: Sendable {
        let session: Session
        let principal: (any Principal)?
        let until: Instant
    }

    private let seconds: Int64
    private let entries = Mutex<[String: Entry]>([:])
    private static let maximumCount = 50_000

    init(seconds: Int64) {
        self.seconds = seconds
    }

    func entry(_ tokenHash: String, now: Instant) -> Entry? {
        guard seconds > 0 else { return nil }
        return entries.withLock { entries in
            guard let entry = entries[tokenHash], entry.until > now else { return nil }
            return entry
        }
    }

    func remember(_ session: Session, principal: (any Principal)?, now: Instant) {
        guard seconds > 0 else { return }
        let entry = Entry(session: session, principal: principal, until: now.adding(seconds: seconds))
        entries.withLock { entries in
            if entries.count >= Self.maximumCount { entries.removeAll(keepingCapacity: true) }
            entries[session.id] = entry
        }
    }

    func forget(tokenHash: String) {
        entries.withLock { _ = $0.removeValue(forKey: tokenHash) }
    }

    func forget(account: Identifier) {
        entries.withLock { entries in entries = entries.filter { $0.value.session.accountID != account } }
    }

    func forgetAll() {
        entries.withLock { $0.removeAll() }
    }
}
