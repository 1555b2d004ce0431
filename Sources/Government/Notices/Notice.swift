// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A message (thông báo) to somebody with an account, in both languages; it names what happened, not personal data.
package struct Notice: Hashable, Sendable, Codable {
    /// The outbox topic its deliveries travel under.
    package static let topic = "notice"

    package let account: String
    package let title: Phrase
    package let body: Phrase
    /// A local path that opens what the notice is about.
    package let link: String

    package init(account: String, title: Phrase, body: Phrase, link: String) {
        (self.account, self.title, self.body, self.link) = (account, title, body, link)
    }
}

/// A notice in somebody's list.
package struct ReceivedNotice: Sendable {
    package let id: Identifier
    package let notice: Notice
    package let at: Instant
    package let isRead: Bool
}
