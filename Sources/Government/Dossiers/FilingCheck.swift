// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Forms
import Kernel

/// What a filing says beside its form: who applies, and which papers come with it. Everything wrong at once.
enum FilingCheck {
    static let maximumFiles = 50
    static let maximumLength = 500

    static func errors(_ filing: Filing, _ chosen: ProcedureCase, today: LocalDate) -> [FieldError] {
        applicantErrors(filing.applicant, today) + fileErrors(filing.files, chosen)
    }

    private static func applicantErrors(_ applicant: Applicant, _ today: LocalDate) -> [FieldError] {
        var errors: [FieldError] = []
        if normalised(applicant.name).isEmpty { errors.append(FieldError(field: "applicant.name", message: Words.nameMissing)) }
        for (field, text) in [
            ("name", applicant.name), ("personal_id", applicant.personalID), ("phone", applicant.phone), ("email", applicant.email),
            ("address", applicant.address),
        ] where text.count > maximumLength { errors.append(FieldError(field: "applicant.\(field)", message: Words.tooLong)) }
        // A person has a personal number, an organisation a tax code; `TaxCode` reads both.
        let verdicts: [(String, String, Verdict)] = [
            ("personal_id", applicant.personalID, TaxCode.read(applicant.personalID, today: today)),
            ("phone", applicant.phone, PhoneNumber.read(applicant.phone)), ("email", applicant.email, EmailAddress.read(applicant.email)),
        ]
        for (field, text, verdict) in verdicts where !text.isEmpty && text.count <= maximumLength {
            if case .wrong(let message) = verdict { errors.append(FieldError(field: "applicant.\(field)", message: message)) }
        }
        return errors
    }

    private static func fileErrors(_ files: [AttachedFile], _ chosen: ProcedureCase) -> [FieldError] {
        guard files.count <= maximumFiles else { return [FieldError(field: "files", message: Words.tooManyFiles)] }
        let known = Set(chosen.components.map(\.code))
        return files.enumerated().filter { !known.contains($0.element.component) }.map { index, _ in
            FieldError(field: "files[\(index)].component", message: Words.unknownComponent)
        }
    }

    private enum Words {
        static let nameMissing = Phrase(vi: "Hãy ghi họ, chữ đệm, tên của người nộp.", en: "Give the applicant's full name.")
        static let tooLong = Phrase(vi: "Quá dài: tối đa \(maximumLength) ký tự.", en: "Too long: \(maximumLength) characters at most.")
        static let tooManyFiles = Phrase(vi: "Quá nhiều tệp: tối đa \(maximumFiles).", en: "Too many files: \(maximumFiles) at most.")
        static let unknownComponent = Phrase(
            vi: "Thủ tục không có thành phần hồ sơ này.", en: "The procedure has no such component.")
    }
}
