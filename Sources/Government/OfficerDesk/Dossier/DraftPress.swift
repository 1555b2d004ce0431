// SPDX-License-Identifier: Apache-2.0

package import Dossiers
package import Kernel

/// The press as the desk needs it for drafts of results: which templates there are, and a draft set as PDF.
package struct DraftPress: Sendable {
    package struct Template: Sendable {
        package let id: String
        package let name: Phrase

        package init(id: String, name: Phrase) {
            (self.id, self.name) = (id, name)
        }
    }

    package typealias Fields = [String: String]

    let templates: [Template]
    /// The template that fits what the dossier's procedure ends in.
    let suggested: @Sendable (Dossier) -> String
    let press: @Sendable (Dossier, String, Fields) async throws -> [UInt8]

    package init(
        templates: [Template], suggested: @escaping @Sendable (Dossier) -> String,
        press: @escaping @Sendable (Dossier, String, Fields) async throws -> [UInt8]
    ) {
        (self.templates, self.suggested, self.press) = (templates, suggested, press)
    }
}
