// SPDX-License-Identifier: Apache-2.0

package import Dossiers
package import Identity
package import Kernel
package import Organisation

/// Who wants which rows as what.
package struct ExportOrder: Sendable {
    /// Through which door it was asked for.
    package enum Door: String, Codable, Sendable {
        case page, api, command
    }

    package let format: ExportFormat
    package let filter: ExportFilter
    package let access: DossierAccess
    /// Whether the names of applicants go along.
    package let includesNames: Bool
    package let language: Language
    package let door: Door
    /// Empty for somebody at the machine itself.
    package let account: String
    package let name: String

    package init(
        _ format: ExportFormat, _ filter: ExportFilter, access: DossierAccess, includesNames: Bool, language: Language, door: Door, account: String,
        name: String
    ) {
        (self.format, self.filter, self.access, self.includesNames) = (format, filter, access, includesNames)
        (self.language, self.door, self.account, self.name) = (language, door, account, name)
    }

    /// What an officer may take along.
    package init(
        _ format: ExportFormat, _ filter: ExportFilter, by person: Person, directory: OrganisationDirectory, wantsNames: Bool, language: Language,
        door: Door
    ) {
        self.init(
            format, filter, access: DossierAccess(person, directory: directory), includesNames: wantsNames && person.mayExportNames,
            language: language, door: door, account: person.accountID.description, name: person.displayName)
    }
}

extension Person {
    /// Names of applicants leave the house in bulk only with those who work on the dossiers, and with auditors. A leader reads
    /// figures, and a single dossier where there is a reason, which is noted.
    package var mayExportNames: Bool {
        holds(.auditor) || (!seesWholeProvince && posts.contains { $0.role.stepRole != nil })
    }
}
