// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Kernel

/// The mail server letters are handed to, as an operator names it: `smtp://user@mail.example.vn:587`.
package struct MailServer: Sendable {
    package enum Encryption: String, Sendable {
        /// From the first byte, `smtps://`.
        case implicit
        /// STARTTLS, or no letter at all.
        case required
        /// STARTTLS where the server offers it.
        case offered
        /// Never: a server on this machine.
        case off
    }

    package let host: String
    package let port: Int
    package let encryption: Encryption
    package let user: String?
    package let password: Secret<String>?
    /// A file of certificates (PEM) to trust instead of the machine's own.
    package let trustedCertificates: String?
    package var terms = MailTerms()

    /// - Throws: `WrongMailServer` with a sentence for the operator.
    package init(url text: String, password: Secret<String>? = nil, trustedCertificates: String? = nil) throws {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), ["smtp", "smtps"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.path.isEmpty || parts.path == "/"
        else { throw WrongMailServer("“\(text)” does not name a mail server. Write smtp://user@host:port or smtps://user@host.") }
        guard parts.password == nil else {
            throw WrongMailServer("The password does not belong into the address. Put it in MOTCUA_SMTP_PASSWORD or MOTCUA_SMTP_PASSWORD_FILE.")
        }
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        guard (user == nil) == (password == nil) else {
            throw WrongMailServer(
                user == nil ? "There is a password for the mail server, but no user in its address." : "The password for the mail server is missing.")
        }
        let asked = parts.queryItems?.first { $0.name == "tls" }?.value
        encryption = try Self.encryption(scheme: scheme, asked: asked, hasUser: user != nil)
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        port = parts.port ?? (scheme == "smtps" ? 465 : user == nil ? 25 : 587)
        (self.password, self.trustedCertificates) = (password, trustedCertificates)
    }

    private static func encryption(scheme: String, asked: String?, hasUser: Bool) throws -> Encryption {
        if scheme == "smtps" { return .implicit }
        switch asked {
        case nil: return hasUser ? .required : .offered
        case "required": return .required
        case "offered" where !hasUser: return .offered
        case "off" where !hasUser: return .off
        case "offered", "off": throw WrongMailServer("A password is only sent over TLS. Leave ?tls=… out of the mail server's address.")
        default: throw WrongMailServer("?tls= of the mail server is required, offered or off.")
        }
    }
}

/// How long each part of a delivery may take, and how connections are used.
package struct MailTerms: Sendable {
    package var connectSeconds: Int64 = 15
    package var replySeconds: Int64 = 60
    /// After the last byte the server may scan the message; giving up too early makes duplicates.
    package var acceptanceSeconds: Int64 = 180
    /// How long a connection is kept for the next letter.
    package var idleSeconds: Int64 = 5
    package var lettersPerConnection = 100

    package init() {}
}

/// A sentence for the operator who set up the mail server.
package struct WrongMailServer: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
