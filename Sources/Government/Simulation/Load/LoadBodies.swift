// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Kernel

/// The bodies of the API as a program sends them.
struct FilingRequest: Encodable {
    struct ApplicantBody: Encodable {
        let name: String
        let personalID: String
        let phone: String
        let address: String

        enum CodingKeys: String, CodingKey {
            case name, phone, address
            case personalID = "personal_id"
        }
    }

    struct FileBody: Encodable {
        let component: String
        let reference: String
    }

    let procedure: String
    let `case`: String
    let unit: String
    let applicant: ApplicantBody
    let answers: Answers
    let files: [FileBody]
    let delivery: ResultDelivery
}

struct CommandRequest: Encodable {
    let type: CommandKind
    var forward: Bool?
    var note: String?
    var documentNumber: String?
    var result: FilingRequest.FileBody?
    var delivery: ResultDelivery?
    var receivedBy: String?

    enum CodingKeys: String, CodingKey {
        case type, forward, note, result, delivery
        case documentNumber = "document_number"
        case receivedBy = "received_by"
    }

    init(_ type: CommandKind) {
        self.type = type
    }
}

struct FiledAnswer: Decodable {
    let provisionalCode: String

    enum CodingKeys: String, CodingKey {
        case provisionalCode = "provisional_code"
    }
}

struct DossierAnswer: Decodable {
    struct StepAnswer: Decodable {
        let index: Int
        let unit: String
    }

    struct StatusAnswer: Decodable {
        let number: Int
    }

    let step: StepAnswer?
    let state: StatusAnswer
    let code: String?
}

struct FileAnswer: Decodable {
    let reference: String
}
