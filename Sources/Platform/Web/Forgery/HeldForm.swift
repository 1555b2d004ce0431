// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A form that could not be taken yet, with everything its author typed.
struct HeldForm: Codable, Sendable, Hashable {
    /// Where it was sent.
    let path: String
    var fields: [Field]
    /// Fields whose files could not be kept.
    var lostFiles: [String]

    struct Field: Codable, Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Takes over what may be held: no tokens, no passwords. Files become signed references in `kept_<field>`.
    init(path: String, form: FormData, fileKeeper: (@Sendable (UploadedFile) async throws -> String)?) async throws {
        self.path = path
        fields = form.entries.filter { Self.mayBeHeld($0.name) }.map { Field(name: $0.name, value: $0.value) }
        lostFiles = []
        for file in form.files {
            if let fileKeeper {
                fields.append(Field(name: keptFieldName(file.field), value: try await fileKeeper(file)))
            } else {
                lostFiles.append(file.field)
            }
        }
    }

    private static func mayBeHeld(_ name: String) -> Bool {
        name != forgeryFieldName && !name.lowercased().contains("password")
    }
}

/// The field that carries the reference to a file sent before.
package func keptFieldName(_ field: String) -> String { "kept_" + field }

extension FormData {
    /// References to files of this field that were sent before and kept.
    package func keptFiles(_ field: String) -> [String] { all(keptFieldName(field)) }
}

/// Whether the text has the form of a key; it says nothing about what is stored.
func isHeldKey(_ key: String) -> Bool {
    key.utf8.count == 64 && key.utf8.allSatisfy { hexadecimal($0) != nil }
}

/// The page that offers a held form again.
func heldPath(_ key: String) -> String { "/held/\(key)" }
