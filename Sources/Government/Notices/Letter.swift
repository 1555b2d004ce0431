// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A letter (e-mail) that waits in the outbox: words and an address, nothing else about anybody.
package struct Letter: Hashable, Sendable, Codable {
    package static let topic = "mail"

    package let to: String
    /// How the receiver is greeted; nil where the address is not known to be theirs.
    package let name: String?
    /// Nil for both, Vietnamese first.
    package let language: Language?
    package let subject: Phrase
    package let paragraphs: [Phrase]
    /// A local path.
    package let link: String

    package init(to: String, name: String?, language: Language?, subject: Phrase, paragraphs: [Phrase], link: String) {
        (self.to, self.name, self.language, self.subject) = (to, name, language, subject)
        (self.paragraphs, self.link) = (paragraphs, link)
    }
}
