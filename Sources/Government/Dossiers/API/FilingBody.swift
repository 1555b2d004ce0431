// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Identity
import Kernel
import Process

/// The body of `POST /api/v1/dossiers`.
struct FilingBody: Decodable, Sendable {
    struct ApplicantBody: Decodable, Sendable {
        let name: String?
        let personalID: String?
        let phone: String?
        let email: String?
        let address: String?

        enum CodingKeys: String, CodingKey {
            case name, phone, email, address
            case personalID = "personal_id"
        }
    }

    enum Channel: String, Decodable, Sendable {
        case inPerson = "in_person"
        case online, postal

        var filing: SubmissionChannel {
            switch self {
            case .inPerson: .inPerson
            case .online: .online
            case .postal: .postal
            }
        }
    }

    let procedure: String
    let `case`: String?
    let unit: String
    let resolvingUnit: String?
    let returningUnit: String?
    let channel: Channel?
    let applicant: ApplicantBody
    let answers: Answers
    let files: [FileBody]?
    let delivery: ResultDelivery

    enum CodingKeys: String, CodingKey {
        case procedure, `case`, unit, channel, applicant, answers, files, delivery
        case resolvingUnit = "resolving_unit"
        case returningUnit = "returning_unit"
    }

    /// A citizen files online and for himself; an officer files what was handed in.
    func filing(by person: Person, files: [AttachedFile]) -> Filing {
        let isCitizen = person.isCitizen
        return Filing(
            procedure: procedure, caseCode: self.case, unit: unit, resolvingUnit: resolvingUnit, returningUnit: returningUnit,
            channel: isCitizen ? .online : (channel?.filing ?? .inPerson),
            applicant: Applicant(
                name: normalised(applicant.name ?? (isCitizen ? person.displayName : "")),
                personalID: normalised(applicant.personalID ?? (isCitizen ? person.personalIDNumber ?? "" : "")),
                phone: normalised(applicant.phone ?? ""), email: normalised(applicant.email ?? ""), address: normalised(applicant.address ?? ""),
                account: isCitizen ? person.accountID.description : nil),
            answers: answers, files: files, delivery: delivery)
    }
}

// MARK: The usual body, read without Foundation's decoder

extension FilingBody {
    /// Nil for a body that is not plain; the decoder reads it then.
    init?(plain bytes: [UInt8]) {
        var draft = Draft()
        let isPlain = PlainJSON.read(bytes) { reader in reader.object { key, reader in draft.take(key, &reader) } ? true : nil } ?? false
        let texts = draft.texts
        guard isPlain, let procedure = texts["procedure"], let unit = texts["unit"], let applicant = draft.applicant, let answers = draft.answers,
            let delivery = texts["delivery"].flatMap(ResultDelivery.init)
        else { return nil }
        let channel = texts["channel"].flatMap(Channel.init)
        // A channel there is not is the decoder's to refuse.
        guard channel != nil || texts["channel"] == nil else { return nil }
        (self.procedure, self.unit, self.applicant, self.answers, self.delivery) = (procedure, unit, applicant, answers, delivery)
        (self.case, resolvingUnit, returningUnit) = (texts["case"], texts["resolving_unit"], texts["returning_unit"])
        (self.channel, files) = (channel, draft.files)
    }

    /// What has been read of it.
    private struct Draft {
        var texts: [String: String] = [:]
        var applicant: ApplicantBody?
        var answers: Answers?
        var files: [FileBody]?

        /// False for what is unknown, not plain, or there twice.
        mutating func take(_ key: String, _ reader: inout PlainJSON) -> Bool {
            switch key {
            case "procedure", "case", "unit", "resolving_unit", "returning_unit", "channel", "delivery":
                return reader.text().map { texts.updateValue($0, forKey: key) == nil } ?? false
            case "applicant":
                guard applicant == nil else { return false }
                applicant = reader.texts(["name", "personal_id", "phone", "email", "address"]).map { texts in
                    ApplicantBody(
                        name: texts["name"], personalID: texts["personal_id"], phone: texts["phone"], email: texts["email"],
                        address: texts["address"])
                }
                return applicant != nil
            case "answers":
                guard answers == nil else { return false }
                answers = reader.answers()
                return answers != nil
            case "files":
                guard files == nil else { return false }
                files = reader.files()
                return files != nil
            default: return false
            }
        }
    }
}

extension PlainJSON {
    /// An object of texts under some of these keys.
    fileprivate mutating func texts(_ keys: Set<String>) -> [String: String]? {
        var texts: [String: String] = [:]
        let isPlain = object { key, reader in
            guard keys.contains(key), let text = reader.text() else { return false }
            return texts.updateValue(text, forKey: key) == nil
        }
        return isPlain ? texts : nil
    }

    fileprivate mutating func files() -> [FileBody]? {
        var files: [FileBody] = []
        let isPlain = list { reader in
            guard let texts = reader.texts(["component", "name", "reference", "content"]) else { return false }
            files.append(
                FileBody(component: texts["component"], name: texts["name"], reference: texts["reference"], content: texts["content"]))
            return true
        }
        return isPlain ? files : nil
    }
}
