// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Identity
import Kernel
import Organisation

/// Which side of the counter somebody is on, and what they may do with the messages of a dossier.
package enum Correspondent: Sendable, Hashable {
    case applicant
    /// An officer whose post takes part in handling dossiers, of a unit this dossier passed through.
    case office
    /// Sees the dossier, but has no part in it: leaders, auditors, heads looking down.
    case onlooker

    init(_ person: Person, _ dossier: Dossier, _ connection: any Connection) throws {
        guard person.isOfficer else {
            self = dossier.state.submission.applicant.account == person.accountID.description ? .applicant : .onlooker
            return
        }
        let units = person.posts.filter { $0.role.stepRole != nil }.map(\.unit)
        let takesPart = try DossierStore(connection).find(code: dossier.state.publicCode, visibleTo: .units(units)) != nil
        self = takesPart ? .office : .onlooker
    }
}
