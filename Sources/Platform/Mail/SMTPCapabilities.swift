// SPDX-License-Identifier: Apache-2.0

/// What a server says it can do, in its answer to EHLO.
struct SMTPCapabilities: Sendable, Hashable {
    private(set) var startsTLS = false
    private(set) var takesUTF8Addresses = false
    private(set) var mechanisms: Set<String> = []
    /// The largest message it takes, nil where it does not say.
    private(set) var maximumSize: Int?

    init() {}

    init(_ reply: SMTPReply) {
        for line in reply.lines.dropFirst() {
            // Old servers write AUTH=LOGIN.
            let words = line.uppercased().split { $0 == " " || $0 == "=" }.map(String.init)
            switch words.first {
            case "STARTTLS": startsTLS = true
            case "SMTPUTF8": takesUTF8Addresses = true
            case "AUTH": mechanisms.formUnion(words.dropFirst())
            case "SIZE": maximumSize = words.dropFirst().first.flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
            default: break
            }
        }
    }
}
