// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
import Foundation
package import Kernel

/// What checking a receipt comes to.
package enum ReceiptVerdict: Sendable, Hashable {
    /// Signed by this province, and the history still says the same.
    case genuine(ReceivedContent)
    /// Signed by this province, but the history says something else: this must be looked into.
    case historyDiffers
    /// Not signed by this province, or something in it was changed.
    case forged
}

/// What a receipt stands for; nothing of it is personal.
package struct ReceivedContent: Sendable, Hashable {
    package let code: String
    package let sequence: Int
    package let receivedAt: Instant
    /// SHA-256 of each file, in order.
    package let files: [String]
}

/// Checks a receipt: first its signature, then whether the dossier's history still holds exactly that.
package struct CheckReceipt: Sendable {
    let house: DossierHouse
    let key: ReceiptKey

    package init(house: DossierHouse, key: ReceiptKey) {
        (self.house, self.key) = (house, key)
    }

    package func callAsFunction(_ token: ReceiptToken) async throws -> ReceiptVerdict {
        let statement = ContentReceipt.statement(code: token.code, sequence: token.sequence, hash: token.hash)
        guard key.isValid(token.signature, of: statement) else { return .forged }
        let event = try await house.database.read { connection -> StoredEvent? in
            let store = DossierStore(connection)
            guard let dossier = try store.find(code: token.code) else { return nil }
            return try store.events(of: dossier.id).first { $0.sequence == token.sequence }
        }
        guard let event, EventChain.expectedHash(of: event) == event.hash,
            try ContentReceipt(event, of: token.code, signedBy: key).hash == token.hash, let received = try ReceivedItems(event)
        else { return .historyDiffers }
        return .genuine(
            ReceivedContent(code: token.code, sequence: token.sequence, receivedAt: event.at, files: received.files.map(\.sha256)))
    }
}
