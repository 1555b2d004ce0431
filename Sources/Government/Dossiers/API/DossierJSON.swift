// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Kernel
import WorkingTime

/// A national status as machines and people read it.
struct StatusJSON: Encodable {
    let number: Int
    let code: String
    let name: String

    init(_ status: DossierStatus, _ language: Language) {
        number = status.rawValue
        code = "\(status)"
        name = status.name[language]
    }
}

struct DueJSON: Encodable {
    let start: Instant
    let due: Instant
    let explanation: [String]

    init(_ due: DueDate, _ language: Language) {
        start = due.start.instant()
        self.due = due.due.instant()
        explanation = due.explanation.map { $0[language] }
    }
}

struct FileJSON: Encodable {
    let component: String
    let name: String
    let sha256: String
    let size: Int
    let mediaType: String

    enum CodingKeys: String, CodingKey {
        case component, name, sha256, size
        case mediaType = "media_type"
    }

    init(_ file: AttachedFile) {
        (component, name, sha256, size, mediaType) = (file.component, file.name, file.sha256, file.size, file.mediaType)
    }
}

/// One dossier as somebody with access sees it.
struct DossierJSON: Encodable {
    struct ApplicantJSON: Encodable {
        let name: String
        let personalID: String
        let phone: String
        let email: String
        let address: String

        enum CodingKeys: String, CodingKey {
            case name, phone, email, address
            case personalID = "personal_id"
        }
    }

    struct StepJSON: Encodable {
        let index: Int
        let unit: String
        let due: Instant?
        let assignee: String?
    }

    let id: Identifier
    let code: String?
    let provisionalCode: String
    let procedure: String
    let version: Int
    let `case`: String
    let procedureName: String
    let state: StatusJSON
    let isFinal: Bool
    let sequence: Int
    let receivingUnit: String
    let resolvingUnit: String
    let returningUnit: String
    let delivery: ResultDelivery
    let applicant: ApplicantJSON
    let answers: Answers
    let files: [FileJSON]
    let submittedAt: Instant
    let acceptedAt: Instant?
    let due: DueJSON?
    let step: StepJSON?
    let documentNumber: String?
    let result: FileJSON?
    let timeliness: String?
    let rating: Int?

    enum CodingKeys: String, CodingKey {
        case id, code, procedure, version, `case`, state, sequence, delivery, applicant, answers, files, due, step, result, timeliness, rating
        case provisionalCode = "provisional_code"
        case procedureName = "procedure_name"
        case isFinal = "is_final"
        case receivingUnit = "receiving_unit"
        case resolvingUnit = "resolving_unit"
        case returningUnit = "returning_unit"
        case submittedAt = "submitted_at"
        case acceptedAt = "accepted_at"
        case documentNumber = "document_number"
    }

    init(_ dossier: Dossier, _ language: Language) {
        let state = dossier.state
        let submission = state.submission
        id = dossier.id
        code = state.code
        provisionalCode = submission.provisionalCode
        (procedure, version, self.case) = (submission.procedure, submission.version, submission.caseCode)
        procedureName = dossier.procedureName
        self.state = StatusJSON(state.status, language)
        (isFinal, sequence) = (state.isFinal, state.sequence)
        returningUnit = submission.returnsAt
        (receivingUnit, resolvingUnit, delivery) = (submission.receivingUnit, submission.resolvingUnit, submission.delivery)
        let person = submission.applicant
        applicant = ApplicantJSON(name: person.name, personalID: person.personalID, phone: person.phone, email: person.email, address: person.address)
        answers = submission.answers
        files = submission.files.map(FileJSON.init)
        submittedAt = state.submittedAt.instant()
        acceptedAt = state.acceptedAt?.instant()
        due = state.due.map { DueJSON($0, language) }
        step = state.step.map { StepJSON(index: $0, unit: state.unit, due: state.stepDue?.instant(), assignee: state.assignee?.name) }
        documentNumber = state.documentNumber
        result = state.result.map(FileJSON.init)
        timeliness = state.timeliness?.rawValue
        rating = state.rating
    }
}

struct SummaryJSON: Encodable {
    let code: String
    let procedure: String
    let procedureName: String
    let applicantName: String
    let state: StatusJSON
    let unit: String
    let assignee: String?
    let submittedAt: Instant
    let due: Instant?
    let danger: Instant

    enum CodingKeys: String, CodingKey {
        case code, procedure, state, unit, assignee, due, danger
        case procedureName = "procedure_name"
        case applicantName = "applicant_name"
        case submittedAt = "submitted_at"
    }

    init(_ row: DossierSummary, _ language: Language) {
        (code, procedure, procedureName, applicantName) = (row.code, row.procedureCode, row.procedureName, row.applicantName)
        (state, unit, assignee) = (StatusJSON(row.status, language), row.unit, row.assigneeName)
        (submittedAt, due, danger) = (row.submittedAt, row.due, row.danger)
    }
}

/// A page of a list; `next` goes into `after` of the following request.
struct PageJSON<Item: Encodable>: Encodable {
    let items: [Item]
    let next: String?
}

struct TrackedJSON: Encodable {
    let code: String
    let state: StatusJSON
    let submittedAt: Instant
    let acceptedAt: Instant?
    let due: Instant?
    let resolvedAt: Instant?
    let completion: Int

    enum CodingKeys: String, CodingKey {
        case code, state, due, completion
        case submittedAt = "submitted_at"
        case acceptedAt = "accepted_at"
        case resolvedAt = "resolved_at"
    }

    init(_ tracked: TrackedDossier, _ language: Language) {
        code = tracked.code
        state = StatusJSON(tracked.status, language)
        (submittedAt, acceptedAt, due, resolvedAt) = (tracked.submittedAt, tracked.acceptedAt, tracked.due, tracked.resolvedAt)
        completion = tracked.completion
    }
}

struct EventJSON: Encodable {
    let sequence: Int
    let name: String
    let at: Instant
    let actor: String
    let content: String
    let previousHash: String
    let hash: String

    enum CodingKeys: String, CodingKey {
        case sequence, name, at, actor, content, hash
        case previousHash = "previous_hash"
    }

    init(_ event: StoredEvent) {
        (sequence, name, at, actor) = (event.sequence, event.name, event.at, event.actor.name)
        (content, previousHash, hash) = (event.content, event.previousHash, event.hash)
    }
}
