// SPDX-License-Identifier: Apache-2.0

package import Jobs
package import Kernel
package import Mail

/// What letters need to leave the house. Without it none leaves, and nothing fails.
package struct LetterOffice: Sendable {
    let postman: Postman
    let from: MailAddress

    package init(server: MailServer, from: MailAddress) {
        (postman, self.from) = (Postman(server: server), from)
    }
}

/// Hands a waiting letter to the mail server. What the server says becomes the job's last answer.
package struct SendLetter: Sendable {
    /// Over a working day: a mail server may be down for a night, a letter that is older helps nobody.
    package static let retry = RetryPolicy(attempts: 12, firstSeconds: 5, longestSeconds: 2 * 3600)

    let office: LetterOffice?
    let publicURL: String
    let site: Phrase
    let proofs: AddressProofs

    package init(office: LetterOffice?, publicURL: String, site: Phrase, proofs: AddressProofs) {
        (self.office, self.publicURL, self.site, self.proofs) = (office, publicURL, site, proofs)
    }

    package func callAsFunction(_ job: JobContext) async throws -> String {
        guard let office else { return "not sent: no mail server is set up" }
        let letter = try job.decoded(as: Letter.self)
        guard let to = MailAddress(letter.to, name: letter.name ?? "") else { throw PermanentFailure("not sent: this is no address") }
        let stopLink = "\(publicURL)/mail/stop?token=\(proofs.stopToken(for: letter.to))"
        let text = LetterText(letter: letter, publicURL: publicURL, site: site, stopLink: stopLink)
        let message = MailMessage(
            id: job.id, from: office.from, to: to, subject: text.subject, text: text.plain, html: text.html, date: job.createdAt,
            unsubscribe: stopLink)
        do {
            return try await office.postman.send(message)
        } catch let failure as MailFailure where failure.isPermanent {
            throw PermanentFailure(failure.description)
        }
    }
}
