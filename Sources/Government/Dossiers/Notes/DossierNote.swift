// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What an officer wrote on a dossier for colleagues; the applicant does not see it.
package struct DossierNote: Sendable, Hashable {
    package let at: Instant
    package let authorName: String
    package let text: String
}

/// A further supplement request that only the head of the unit may make, put before them.
package struct SupplementProposal: Sendable, Hashable {
    package let unit: String
    package let at: Instant
    package let authorName: String
    package let items: [String]
    package let reason: String
}

/// A result while it is being written.
package struct ResultDraft: Sendable, Hashable {
    package let template: String
    package let fields: [String: String]
    package let at: Instant
    package let authorName: String
}
