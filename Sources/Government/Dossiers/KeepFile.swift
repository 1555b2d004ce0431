// SPDX-License-Identifier: Apache-2.0

package import Cases
import Kernel
import Vault

/// Takes content into the vault, after looking at what it really is.
package struct KeepFile: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Throws: `UserError` 422 for content that is not accepted, naming `field`.
    package func callAsFunction(_ bytes: [UInt8], name: String, component: String, field: String) async throws -> AttachedFile {
        try kept(try await house.vault.receive(bytes, named: name), name: name, component: component, field: field)
    }

    package func callAsFunction(at path: String, name: String, component: String, field: String) async throws -> AttachedFile {
        try kept(try await house.vault.receive(fileAt: path, named: name), name: name, component: component, field: field)
    }

    private func kept(_ reception: Vault.Reception, name: String, component: String, field: String) throws -> AttachedFile {
        switch reception {
        case .stored(let file):
            return AttachedFile(component: component, name: name, sha256: file.sha256, size: file.size, mediaType: file.mediaType, pages: file.pages)
        case .refused(let refusal):
            throw UserError(
                code: "dossiers.file_refused", status: 422,
                title: Phrase(vi: "Có tệp chưa nhận được", en: "A file was not accepted"), fields: [refusal.fieldError(field, named: name)])
        }
    }
}
