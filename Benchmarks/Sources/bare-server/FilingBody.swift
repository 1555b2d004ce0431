// SPDX-License-Identifier: Apache-2.0

/// The body of `POST /api/v1/dossiers`.
struct FilingBody: Decodable, Sendable {
    struct Applicant: Decodable, Sendable {
        let name: String
        let personal_id: String?
        let phone: String?
        let email: String?
        let address: String?
    }

    struct File: Decodable, Sendable {
        let component: String
        let reference: String
    }

    let procedure: String
    let `case`: String
    let unit: String
    let resolving_unit: String?
    let applicant: Applicant
    let answers: [String: Answer]
    let files: [File]
    let delivery: String
}

/// A text, a list of texts or a list of objects.
enum Answer: Codable, Sendable {
    case text(String)
    case list([String])
    case group([[String: Answer]])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let group = try? container.decode([[String: Answer]].self) {
            self = .group(group)
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .group(let group): try container.encode(group)
        }
    }
}

/// What is stored of a filing, as the event and the state hold it.
struct StoredSubmission: Encodable, Sendable {
    struct Applicant: Encodable, Sendable {
        let account: String
        let address: String
        let email: String
        let name: String
        let personalID: String
        let phone: String
    }

    struct File: Encodable, Sendable {
        let component: String
        let mediaType: String
        let name: String
        let pages: Int?
        let sha256: String
        let size: Int
    }

    let answers: [String: Answer]
    let applicant: Applicant
    let caseCode: String
    let channel = "online"
    let delivery: String
    let files: [File]
    let procedure: String
    let provisionalCode = ""
    let receivingUnit: String
    let resolvingUnit: String
    let version: Int
}

/// The answer to a filing.
struct FiledAnswer: Encodable, Sendable {
    struct State: Encodable, Sendable {
        let code = "submitted"
        let name = "Mới đăng ký"
        let number = 1
    }

    struct File: Encodable, Sendable {
        let component: String
        let media_type: String
        let name: String
        let sha256: String
        let size: Int
    }

    struct Manifest: Encodable, Sendable {
        let answers: [String: Answer]
        let `case`: String
        let files: [File]
        let procedure: String
        let sha256: String
        let version: Int
    }

    let filed_at: String
    let id: String
    let manifest: Manifest
    let provisional_code: String
    let state = State()
}
