// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
import Kernel
import Web

/// Issues the content receipts of a dossier: one for the filing, one for each supplement.
package struct IssueReceipt: Sendable {
    let house: DossierHouse
    let key: ReceiptKey

    package init(house: DossierHouse, key: ReceiptKey) {
        (self.house, self.key) = (house, key)
    }

    /// - Parameter sequence: the event the receipt is for; the filing by default.
    /// - Throws: `UserError` 404 where that event received nothing from the applicant.
    package func callAsFunction(for dossier: Dossier, sequence: Int = 1) async throws -> (receipt: ContentReceipt, received: ReceivedItems) {
        let events = try await house.database.read { try DossierStore($0).events(of: dossier.id) }
        guard let event = events.first(where: { $0.sequence == sequence }), let received = try ReceivedItems(event) else {
            throw UserError.notFound
        }
        return (try ContentReceipt(event, of: dossier.state.submission.provisionalCode, signedBy: key), received)
    }
}
