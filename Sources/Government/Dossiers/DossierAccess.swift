// SPDX-License-Identifier: Apache-2.0

package import Database
package import Identity
import Kernel
package import Organisation

/// Which dossiers somebody may see. One value gives the condition of every query, so that lists, counts, exports and single
/// pages cannot disagree.
package enum DossierAccess: Sendable, Hashable {
    case everything
    /// Those that passed through these units.
    case units([String])
    /// Those somebody filed or that were filed for them.
    case owner(String)

    package init(_ person: Person, directory: OrganisationDirectory) {
        if person.seesWholeProvince {
            self = .everything
        } else if person.isOfficer {
            let below = person.units(as: .head, below: directory)
            self = .units(Array(Set(person.units + below)).sorted())
        } else {
            self = .owner(person.accountID.description)
        }
    }

    /// A condition on a row of `dossiers`.
    package var predicate: SQL {
        switch self {
        case .everything: "1 = 1"
        case .units(let units):
            // A look-up for each row that is read; an EXISTS might be turned into a join with everything a unit has ever seen.
            "(SELECT p.unit FROM dossier_units p WHERE p.dossier_id = dossiers.id AND p.unit IN \(list: units) LIMIT 1) IS NOT NULL"
        case .owner(let account): "applicant_account = \(account)"
        }
    }
}
