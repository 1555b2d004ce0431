// SPDX-License-Identifier: Apache-2.0

import Cases
package import Dossiers
package import Hummingbird
import Kernel
import Vault
import Web

/// Sends the papers of a dossier to somebody who may see it.
package struct DossierFiles: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func paper(of dossier: Dossier, index: String) async throws -> Response {
        let files = dossier.state.submission.files
        guard let index = Int(index), files.indices.contains(index) else { throw UserError.notFound }
        return try await send(files[index])
    }

    package func result(of dossier: Dossier) async throws -> Response {
        guard let file = dossier.state.result else { throw UserError.notFound }
        return try await send(file)
    }

    private func send(_ file: AttachedFile) async throws -> Response {
        let chunks = try await house.vault.chunks(of: file.sha256)
        return Reply.download(chunks, count: chunks.count, type: file.mediaType, filename: file.name, isInline: true)
    }
}
