// SPDX-License-Identifier: Apache-2.0

import Database
package import Identity
package import Kernel

/// Finds a dossier for somebody and, when an officer reads personal data, leaves a line for its owner.
package struct OpenDossier: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Throws: `UserError` 404 both for what does not exist and for what may not be seen.
    package func callAsFunction(_ typed: String, for person: Person, noteRead: Bool = true) async throws -> Dossier {
        guard let code = DossierCode.normalised(typed) else { throw UserError.dossierNotFound }
        let access = DossierAccess(person, directory: house.organisation)
        guard let dossier = try await house.database.read({ try DossierStore($0).find(code: code, visibleTo: access) }) else {
            throw UserError.dossierNotFound
        }
        if noteRead, person.isOfficer {
            let now = house.now()
            try await house.database.write(.readCommitted) { connection in
                try DossierQueueStore(connection).noteRead(
                    of: dossier.id, by: person.accountID.description, name: person.displayName, at: now)
            }
        }
        return dossier
    }
}

extension UserError {
    package static let dossierNotFound = UserError(
        code: "dossiers.not_found", status: 404,
        title: Phrase(vi: "Không tìm thấy hồ sơ này", en: "This dossier was not found"),
        advice: Phrase(
            vi: "Kiểm tra lại mã hồ sơ trên giấy tiếp nhận, ví dụ H55.242-261121-0001.",
            en: "Check the dossier code on the receipt, for example H55.242-261121-0001."))

    static let keyMissing = UserError(
        code: "dossiers.idempotency_key_missing", status: 400,
        title: Phrase(vi: "Thiếu Idempotency-Key hoặc khóa không hợp lệ", en: "Idempotency-Key is missing or not valid"),
        advice: Phrase(
            vi: "Gửi kèm một khóa riêng cho mỗi lần nộp (tối đa 128 chữ cái, chữ số và _.:-) để nộp lại không tạo hồ sơ trùng.",
            en: "Send a key of your own for each filing (128 letters, digits and _.:- at most), so that sending again makes no second dossier."))

    static let tooManyFiles = UserError(
        code: "dossiers.too_many_files", status: 422,
        title: Phrase(vi: "Quá nhiều tệp", en: "Too many files"),
        fields: [
            FieldError(
                field: "files", message: Phrase(vi: "Tối đa \(FilingCheck.maximumFiles) tệp.", en: "\(FilingCheck.maximumFiles) files at most."))
        ])

    package static let keyReused = UserError(
        code: "dossiers.idempotency_key_reused", status: 409,
        title: Phrase(vi: "Idempotency-Key này đã dùng cho một hồ sơ khác", en: "This Idempotency-Key was used for a different filing"))

    static func wrongReference(_ field: String) -> UserError {
        UserError(
            code: "dossiers.wrong_reference", status: 422,
            title: Phrase(vi: "Tham chiếu tệp không đúng", en: "The file reference is not valid"),
            fields: [FieldError(field: field, message: Phrase(vi: "Hãy tải tệp lên lại", en: "Upload the file again"))])
    }

    static func contentMissing(_ field: String) -> UserError {
        UserError(
            code: "dossiers.content_missing", status: 422,
            title: Phrase(vi: "Tệp không có nội dung", en: "The file has no content"),
            fields: [
                FieldError(
                    field: field, message: Phrase(vi: "Gửi reference, hoặc content ở dạng base64", en: "Send a reference, or content in base64"))
            ])
    }
}
