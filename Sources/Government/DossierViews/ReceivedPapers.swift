// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Kernel
package import Web

/// The papers of one posted form: new uploads go into the vault at once, so that a form that must be corrected does not
/// lose them; they come back as signed references.
package struct ReceivedPapers {
    let house: DossierHouse
    let form: FormData
    /// What stands before `file.<component>` in the fields' names.
    let prefix: String
    package private(set) var files: [AttachedFile] = []
    package private(set) var errors: [FieldError] = []
    private var references: [(name: String, value: String)] = []

    package init(house: DossierHouse, form: FormData, prefix: String = "") {
        (self.house, self.form, self.prefix) = (house, form, prefix)
    }

    /// Takes the files of the fields `file.<component>`, and those kept from an earlier round.
    package mutating func keep(_ components: [String]) async throws {
        for component in components {
            let field = "\(prefix)file.\(component)"
            for reference in form.keptFiles(field) {
                if let file = house.references.file(reference, component: component) { files.append(file) }
            }
            for upload in form.files(field) where upload.size > 0 || !upload.filename.isEmpty {
                try await keep(upload, component: component, field: field)
            }
        }
    }

    private mutating func keep(_ upload: UploadedFile, component: String, field: String) async throws {
        do {
            let file = try await KeepFile(house: house)(at: upload.path, name: upload.filename, component: component, field: field)
            files.append(file)
            let reference = try house.references.reference(file)
            references.append((name: keptFieldName(field), value: reference))
        } catch let error as UserError where !error.fields.isEmpty {
            errors += error.fields
        }
    }

    /// Everything typed, with the uploads as references.
    package var formWithReferences: FormData {
        FormData(form.entries.map { (name: $0.name, value: $0.value) } + references)
    }
}
