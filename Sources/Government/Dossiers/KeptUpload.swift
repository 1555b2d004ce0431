// SPDX-License-Identifier: Apache-2.0

import Cases
package import Web

/// Keeps an upload of a form that could not be taken (signed out meanwhile, stale page), as a signed reference.
package struct KeptUpload: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ upload: UploadedFile) async throws -> String {
        let file = try await KeepFile(house: house)(at: upload.path, name: upload.filename, component: "", field: upload.field)
        return try house.references.reference(file)
    }
}
