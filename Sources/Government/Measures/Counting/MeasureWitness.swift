// SPDX-License-Identifier: Apache-2.0

package import Database
package import Dossiers

/// Sees what happens to dossiers and says what is to be counted: one statement beside the events, in the same transaction, on
/// rows nobody else writes. `FoldMeasures` counts them.
package struct MeasureWitness: DossierWitness {
    package init() {}

    package func saw(_ steps: [DossierStep], on connection: any Connection) throws {
        let events = steps.flatMap { MeasuredEvent.among($0.events, of: $0.dossier) }
        if !events.isEmpty { try MeasureStore(connection).note(events) }
    }
}
