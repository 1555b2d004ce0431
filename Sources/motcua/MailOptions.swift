// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Kernel
import Mail
import Notices

/// The mail server letters leave by; without one no letter is sent.
struct MailOptions: ParsableArguments {
    @Option(
        help:
            "Mail server, smtp://user@host:587 or smtps://user@host (or MOTCUA_SMTP_URL); the password in MOTCUA_SMTP_PASSWORD or a file named by MOTCUA_SMTP_PASSWORD_FILE."
    )
    var smtpURL: String?

    @Option(help: "Sender of letters, 'Một cửa <motcua@example.vn>' (or MOTCUA_MAIL_FROM).")
    var mailFrom: String?

    @Option(help: "File of certificates (PEM) the mail server's is checked against (or MOTCUA_SMTP_CA_FILE); the machine's own by default.")
    var smtpCAFile: String?

    func office() throws -> LetterOffice? {
        guard let url = environment(smtpURL, "SMTP_URL") else { return nil }
        guard let sender = environment(mailFrom, "MAIL_FROM"), let from = MailAddress(parsing: sender) else {
            throw ValidationError("Letters need a sender: --mail-from 'Name <name@example.vn>' or MOTCUA_MAIL_FROM.")
        }
        do {
            let server = try MailServer(url: url, password: try secret("SMTP_PASSWORD"), trustedCertificates: environment(smtpCAFile, "SMTP_CA_FILE"))
            return LetterOffice(server: server, from: from)
        } catch let error as WrongMailServer {
            throw ValidationError(error.description)
        }
    }
}

/// A secret of the environment: `MOTCUA_NAME`, or the first line of the file `MOTCUA_NAME_FILE` names.
func secret(_ name: String) throws -> Secret<String>? {
    if let value = environment(nil, name) { return Secret(value) }
    guard let path = environment(nil, name + "_FILE") else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw ValidationError("The file \(path) of MOTCUA_\(name)_FILE cannot be read.")
    }
    return Secret(String(text.prefix { !$0.isNewline }))
}
