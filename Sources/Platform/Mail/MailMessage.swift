// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A letter written by the program: the same words as plain text and as simple HTML.
package struct MailMessage: Sendable, Hashable {
    /// The same at every attempt to deliver it, so that a receiver who gets it twice can tell.
    package let id: Identifier
    package let from: MailAddress
    package let to: MailAddress
    package let subject: String
    package let text: String
    package let html: String
    package let date: Instant
    /// Where the receiver can stop such letters with one request.
    package let unsubscribe: String?

    package init(
        id: Identifier, from: MailAddress, to: MailAddress, subject: String, text: String, html: String, date: Instant, unsubscribe: String? = nil
    ) {
        (self.id, self.from, self.to, self.subject) = (id, from, to, subject)
        (self.text, self.html, self.date, self.unsubscribe) = (text, html, date, unsubscribe)
    }

    /// The letter as it goes over the wire (RFC 5322), CRLF at the end of every line; nothing is above seven bits but an
    /// address that is.
    package var bytes: [UInt8] {
        // Quoted-printable never has `=_`, so the boundary cannot occur in a part.
        let boundary = "=_\(id)"
        var output = Array(headers(boundary: boundary).utf8)
        for (type, content) in [("plain", text), ("html", html)] {
            output += "\r\n--\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            output += quotedPrintable(content)
        }
        output += "\r\n--\(boundary)--\r\n".utf8
        return output
    }

    private func headers(boundary: String) -> String {
        var lines = [
            "Date: \(date.mailDate)",
            "From: \(headerMailbox(from, after: 6))",
            "To: \(headerMailbox(to, after: 4))",
            "Subject: \(headerText(subject, after: 9))",
            "Message-ID: <\(id)@\(from.domain)>",
            // Nobody's absence note answers it (RFC 3834).
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
        ]
        if let unsubscribe, unsubscribe.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !unsubscribe.contains(">") {
            lines += ["List-Unsubscribe: <\(unsubscribe)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
        }
        lines += ["MIME-Version: 1.0", "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\""]
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}

extension Instant {
    /// `Fri, 20 Nov 2026 09:00:00 +0700`.
    var mailDate: String {
        let local = LocalDateTime(self)
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // 1 January 1970, day 0, was a Thursday.
        let day = days[((local.date.dayNumber % 7) + 7) % 7]
        let second = Int(((milliseconds / 1000) % 60 + 60) % 60)
        return "\(day), \(local.date.day) \(months[local.date.month - 1]) \(local.date.year) \(local.time):\(padded(second, 2)) +0700"
    }
}
