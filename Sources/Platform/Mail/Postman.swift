// SPDX-License-Identifier: Apache-2.0

/// Hands letters to the mail server. Connections are kept for a moment, so that a burst does not greet, encrypt and sign in
/// for each letter.
package actor Postman {
    private struct Line {
        let conversation: MailConversation
        let letters: Int
        let parking: Int
    }

    private let server: MailServer
    private var free: [Line] = []
    private var parkings = 0

    package init(server: MailServer) {
        self.server = server
    }

    /// What the server answered to the letter it took.
    /// - Throws: `MailFailure`.
    package func send(_ message: MailMessage) async throws -> String {
        if let line = takeFree() {
            do {
                return try await deliver(message, over: line.conversation, letters: line.letters)
            } catch let failure as MailFailure where failure.stage == .sender && !failure.isPermanent && !line.conversation.isOpen {
                // The server had grown tired of the kept connection. Nothing of the letter has been said yet.
            }
        }
        return try await deliver(message, over: try await MailConversation.open(server), letters: 0)
    }

    private func deliver(_ message: MailMessage, over conversation: MailConversation, letters: Int) async throws -> String {
        do {
            let answer = try await conversation.deliver(message)
            keep(conversation, letters: letters + 1)
            return answer.spoken
        } catch {
            if conversation.isOpen, await conversation.reset() { keep(conversation, letters: letters + 1) } else { conversation.hangUp() }
            throw error
        }
    }

    private func takeFree() -> Line? {
        while let line = free.popLast() {
            if line.conversation.isOpen { return line }
        }
        return nil
    }

    private func keep(_ conversation: MailConversation, letters: Int) {
        guard letters < server.terms.lettersPerConnection, conversation.isOpen else { return conversation.quit() }
        parkings += 1
        let parking = parkings
        free.append(Line(conversation: conversation, letters: letters, parking: parking))
        Task { [idle = server.terms.idleSeconds] in
            try? await Task.sleep(for: .seconds(idle))
            self.release(parking)
        }
    }

    private func release(_ parking: Int) {
        guard let index = free.firstIndex(where: { $0.parking == parking }) else { return }
        free.remove(at: index).conversation.quit()
    }
}
