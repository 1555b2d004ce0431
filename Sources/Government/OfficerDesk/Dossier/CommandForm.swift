// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Kernel
import Web

/// A posted action read as the same command body the API takes; its fields are named `<type>.<field>`.
struct CommandForm {
    let kind: CommandKind
    let form: FormData
    /// Those the ticks of the checklist are about, in its order.
    var components: [DossierComponent] = []

    private func field(_ name: String) -> String? {
        form["\(kind.rawValue).\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }

    var body: CommandBody {
        var body = CommandBody(type: kind.rawValue, seen: form["seen"].flatMap(Int.init))
        (body.note, body.reason, body.legalGround) = (field("note"), field("reason"), field("legal_ground"))
        (body.items, body.override) = (kind == .requestSupplement ? ticked + lines("items") : nil, field("override"))
        (body.account, body.unit, body.question) = (field("account"), field("unit"), field("question"))
        (body.deadline, body.due) = (field("deadline"), field("due"))
        (body.consultation, body.answer) = (field("consultation").flatMap(Int.init), field("answer"))
        (body.amount, body.purpose) = (field("amount").flatMap(Self.amount), field("purpose"))
        (body.reference, body.documentNumber) = (field("reference"), field("document_number"))
        (body.delivery, body.receivedBy) = (field("delivery").flatMap(ResultDelivery.init(rawValue:)), field("received_by"))
        body.forward = field("forward") == "yes"
        return body
    }

    private func lines(_ name: String) -> [String] {
        (field(name) ?? "").split(separator: "\n").map(String.init)
    }

    /// Everything marked as missing or not valid, in words, with what was noted beside it.
    private var ticked: [String] {
        components.enumerated().compactMap { index, component in
            let kind: String
            switch form["check.\(index)"] {
            case "missing": kind = "Thiếu"
            case "invalid": kind = "Không hợp lệ"
            default: return nil
            }
            let note = form["check.\(index).note"] ?? ""
            return "\(kind): \(component.name.vi)" + (note.isEmpty ? "" : " – \(note)")
        }
    }

    /// What is proposed to the head: the ticks, and the lines written beside them.
    var proposedItems: [String] { ticked + (form["propose.items"] ?? "").split(separator: "\n").map(String.init) }

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
            case .secondSupplementNeedsHead, .supplementWindowClosed: "override"
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
