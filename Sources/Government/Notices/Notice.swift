// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A message (thông báo) to somebody, in both languages; it names what happened, not personal data.
package struct Notice: Hashable, Sendable, Codable {
    /// The outbox topic its deliveries travel under.
    package static let topic = "notice"

    /// Whose list it goes into; nil for somebody without an account, who hears by letter only.
    package let account: String?
    package let title: Phrase
    package let body: Phrase
    /// What to do now, said in the letter.
    package let advice: Phrase?
    /// A local path that opens what the notice is about.
    package let link: String
    /// The address given for this matter; it counts where the account has confirmed none.
    package let email: String?

    package init(account: String?, title: Phrase, body: Phrase, advice: Phrase? = nil, link: String, email: String? = nil) {
        (self.account, self.title, self.body, self.advice) = (account, title, body, advice)
        (self.link, self.email) = (link, email)
    }
}

/// A notice in somebody's list.
package struct ReceivedNotice: Sendable {
    package let id: Identifier
    package let notice: Notice
    package let at: Instant
    package let isRead: Bool
}
