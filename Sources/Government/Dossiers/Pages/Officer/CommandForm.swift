// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Web

/// A posted action read as the same command body the API takes; its fields are named `<type>.<field>`.
struct CommandForm {
    let kind: CommandKind
    let form: FormData

    private func field(_ name: String) -> String? {
        form["\(kind.rawValue).\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }

    var body: CommandBody {
        CommandBody(
            type: kind.rawValue, seen: form["seen"].flatMap(Int.init), note: field("note"), reason: field("reason"),
            legalGround: field("legal_ground"), items: field("items")?.split(separator: "\n").map(String.init), override: field("override"),
            answers: nil, files: nil, account: field("account"), unit: field("unit"), question: field("question"), deadline: field("deadline"),
            consultation: field("consultation").flatMap(Int.init), answer: field("answer"), amount: field("amount").flatMap(Self.amount),
            purpose: field("purpose"), reference: field("reference"), due: field("due"), documentNumber: field("document_number"), result: nil,
            delivery: field("delivery").flatMap(ResultDelivery.init(rawValue:)), receivedBy: field("received_by"),
            score: nil, comment: nil, forward: field("forward") == "yes")
    }

    /// `8.000` and `8 000` as people write them.
    private static func amount(_ text: String) -> Int64? {
        Int64(text.filter { $0 != "." && $0 != " " && $0 != "," })
    }

    /// The field a refusal is about, so that the error leads to it.
    func field(for refusal: Refusal) -> String {
        let name: String? =
            switch refusal {
            case .reasonRequired:
                kind == .consult ? "question" : kind == .answerConsultation ? "answer" : kind == .requestPayment ? "purpose" : "reason"
            case .legalGroundRequired: "legal_ground"
            case .itemsRequired: "items"
            case .secondSupplementNeedsHead, .supplementWindowClosed: "items"
            case .documentNumberRequired: "document_number"
            case .resultFileMissing: "file.result"
            case .receiverRequired: "received_by"
            case .paymentAmountInvalid, .paymentAmountDiffers: "amount"
            case .extensionNotLater: "due"
            case .deadlineInThePast: "deadline"
            default: nil
            }
        return name.map { "\(kind.rawValue).\($0)" } ?? ""
    }
}
