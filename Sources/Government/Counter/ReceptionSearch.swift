// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Dossiers
import Identity
import Kernel
import Web

/// What was asked for at the counter, and what was found: who, and for which procedure.
struct ReceptionSearch {
    let who: String
    let words: String
    let people: [CounterPerson]
    let choices: [Choice]

    /// One case of one procedure, as a line to choose.
    struct Choice {
        let procedure: ProcedureDefinition
        let chosen: ProcedureCase

        var value: String { "\(procedure.code) \(chosen.code)" }
        var label: Phrase {
            procedure.cases.count == 1
                ? procedure.name
                : Phrase(vi: "\(procedure.name.vi) – \(chosen.name.vi)", en: "\(procedure.name.en) – \(chosen.name.en)")
        }
    }

    private static let maximumChoices = 12

    init(who: String, words: String, house: DossierHouse, officer: Person) async throws {
        (self.who, self.words) = (who, words)
        people = who.isEmpty ? [] : try await FindAtCounter(house: house)(who, for: officer)
        choices = words.isEmpty ? [] : Self.choices(words, house)
    }

    /// Only what can be filed here; the search may know more.
    private static func choices(_ words: String, _ house: DossierHouse) -> [Choice] {
        let today = LocalDateTime(house.now()).date
        let hits = house.procedures.snapshot.find(CatalogueQuestion(words: words, limit: 30)).hits
        let procedures = hits.compactMap { house.procedures.definition($0.entry.code, on: today) }
        return Array(procedures.flatMap { procedure in procedure.cases.map { Choice(procedure: procedure, chosen: $0) } }.prefix(maximumChoices))
    }
}
