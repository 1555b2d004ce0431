// SPDX-License-Identifier: Apache-2.0

/// Why a letter was not taken.
package struct MailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// How far the conversation had come.
    package enum Stage: String, Sendable {
        case connect, greeting, hello, tls, authentication, sender, recipient, content
    }

    package let stage: Stage
    /// Whether the same letter will be refused again.
    package let isPermanent: Bool
    package let detail: String

    package init(_ stage: Stage, isPermanent: Bool = false, _ detail: String) {
        (self.stage, self.isPermanent, self.detail) = (stage, isPermanent, detail)
    }

    /// A 5xx about the letter is final. One about ourselves (who we are, our password) is not: the operator can mend it,
    /// and letters must not be lost meanwhile.
    init(_ stage: Stage, _ reply: SMTPReply) {
        let isAboutUs =
            switch stage {
            case .connect, .greeting, .hello, .tls, .authentication: true
            case .sender, .recipient, .content: [530, 534, 535, 538].contains(reply.code)
            }
        self.init(stage, isPermanent: reply.isPermanentFailure && !isAboutUs, reply.spoken)
    }

    package var description: String { "\(stage.rawValue): \(detail)" }
}
