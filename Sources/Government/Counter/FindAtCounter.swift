// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
package import Identity
import Kernel
import Organisation

/// Finds who stands at the counter by the QR code of the identity card, a personal number, a telephone or a name.
package struct FindAtCounter: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// Best first, nobody twice; only people the officer may know of: by their card, their account's number, or a dossier at
    /// this officer's units.
    package func callAsFunction(_ typed: String, for officer: Person) async throws -> [CounterPerson] {
        let card = IdentityCardText(typed)
        let number = card?.personalID ?? digits(typed)
        let known = number.utf8.count == 12 ? try await accountHolder(number) : nil
        let earlier = try await applicants(card == nil ? typed : number, for: officer)
        if let card {
            return [CounterPerson(card).completed(by: known).completed(by: earlier.first { $0.personalID == number })]
        }
        guard let known else { return earlier }
        return [known.completed(by: earlier.first { $0.personalID == number })] + earlier.filter { $0.personalID != number }
    }

    private func accountHolder(_ number: String) async throws -> CounterPerson? {
        guard let person = try await FindPerson(database: house.database)(personalID: number, at: house.now()) else { return nil }
        var found = CounterPerson(name: person.displayName, source: .account)
        (found.personalID, found.phone, found.email) = (number, person.phone ?? "", person.email ?? "")
        found.account = person.accountID.description
        return found
    }

    private func applicants(_ typed: String, for officer: Person) async throws -> [CounterPerson] {
        let found = try await FindDossiers(house: house)(typed, for: officer, limit: 10)
        let ids = found.rows.map(\.id)
        let dossiers = try await house.database.read { connection in try ids.compactMap { try DossierStore(connection).find(id: $0) } }
        var seen: Set<String> = []
        return dossiers.map { CounterPerson($0.state.submission.applicant) }
            .filter { seen.insert($0.personalID.isEmpty ? folded($0.name) + $0.phone : $0.personalID).inserted }
    }

    private func digits(_ text: String) -> String {
        String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
    }
}
