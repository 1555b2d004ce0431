// SPDX-License-Identifier: Apache-2.0

import Database
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

    /// By hand, because one is written with every filing: what an encoder would write.
    var json: JSONText {
        var text = CanonicalText(capacity: 512)
        text.beginObject()
        text.member("language", language?.rawValue)
        text.member("link", link)
        text.member("name", name)
        text.key("paragraphs")
        text.beginList()
        for paragraph in paragraphs {
            text.separate()
            text.value(paragraph)
        }
        text.endList()
        text.member("subject", subject)
        text.member("to", to)
        text.endObject()
        return JSONText(text.text)
    }
}
