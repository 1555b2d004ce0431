// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Web

/// The form of one command: its fields carry the names the API uses, so pages and programs say the same.
struct ActionForm {
    let kind: CommandKind
    let desk: DeskDossier
    /// Comes along, so that one returns to the same place of the same queue.
    var place: DeskPlace?
    let view: FormView

    private var dossier: Dossier { desk.dossier }
    private var colleagues: [Person] { desk.colleagues }

    /// The usual way on first; what ends or delays a dossier last.
    static let order: [CommandKind] = [
        .accept, .advance, .handOff, .approve, .sign, .number, .returnResult, .confirmPayment, .answerConsultation, .resume, .supplement, .assign,
        .requestSupplement, .consult, .requestPayment, .sendBack, .extend, .stop, .refuse, .reject, .withdraw,
    ]

    static let itemsLabel = Words.items
    static let itemsHint = Words.itemsHint
    static let reasonLabel = Words.reason

    func html(_ context: WebContext, isPrimary: Bool) -> HTML {
        let isGrave = [.reject, .refuse, .stop, .withdraw].contains(kind)
        let button = Component.button(kind.name[context.language], kind: isGrave ? .danger : isPrimary ? .primary : .secondary)
        let content: HTML = """
            <input type="hidden" name="type" value="\(kind.rawValue)"><input type="hidden" name="seen" value="\(dossier.state.sequence)">
            \(place.map { "<input type=\"hidden\" name=\"place\" value=\"\($0.query)\">" as HTML })\(fields)\(button)
            """
        let form = view.form(to: desk.base + "/commands", context, takesFiles: takesFiles, id: "form-\(kind.rawValue)", content)
        return "<div class=\"action\">\(form)</div>"
    }

    private var takesFiles: Bool { [.advance, .number, .supplement].contains(kind) }

    /// Several forms share the page, so every field's id carries the command's name; the name sent does not.
    private var fields: HTML {
        switch kind {
        case .accept:
            "\(checkbox("forward", Words.forward))\(text("note", Words.note, required: false))"
        case .reject, .refuse: "\(area("reason", Words.reason))\(legalGround)"
        case .requestSupplement:
            """
            \(area("items", Words.items, hint: Words.itemsHint, required: false, value: desk.proposal?.items.joined(separator: "\n")))\
            \(text("reason", Words.reason, value: desk.proposal?.reason))\(desk.needsHead ? text("override", Words.override) : .empty)
            """
        case .supplement: "\(file("file.supplement", Words.papers))\(area("note", Words.note, required: false))"
        case .assign: view.select(id("account"), Words.colleague, colleagues.map { FieldOption($0.username, Phrase($0.displayName)) })
        case .advance: "\(area("note", Words.note, required: false))\(file("file.result", Words.draftResult))"
        case .handOff: area("note", Words.note, required: false)
        case .consult:
            "\(text("unit", Words.unit, hint: Words.unitHint))\(area("question", Words.question))\(text("deadline", Words.deadline, hint: Words.timeHint))"
        case .answerConsultation: "\(hidden("consultation", openConsultation))\(area("answer", Words.answer))"
        case .requestPayment: "\(text("amount", Words.amount, kind: .digits))\(text("purpose", Words.purpose))"
        case .confirmPayment:
            """
            \(text("amount", Words.amount, kind: .digits, value: dossier.state.payment.map { String($0.amount.dong) }))\
            \(text("reference", Words.paymentReference))
            """
        case .stop, .resume, .sendBack, .withdraw: area("reason", Words.reason)
        case .extend: "\(text("due", Words.newDue, hint: Words.timeHint))\(area("reason", Words.apology))"
        case .approve, .sign: text("note", Words.note, required: false)
        case .number: "\(text("document_number", Words.documentNumber))\(file("file.result", Words.result))"
        case .returnResult:
            """
            \(view.select(id("delivery"), Words.delivery, ResultDelivery.allCases.map { FieldOption($0.rawValue, $0.name) }, value: "desk"))\
            \(text("received_by", Words.receivedBy))
            """
        case .submit, .rate, .expire: .empty
        }
    }

    private func id(_ name: String) -> String { "\(kind.rawValue).\(name)" }

    private func text(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, kind: FieldKind = .text, required: Bool = true, value: String? = nil
    ) -> HTML {
        view.field(id(name), label, hint: hint, kind: kind, isRequired: required, value: value, maximumLength: 500)
    }

    private func area(_ name: String, _ label: Phrase, hint: Phrase? = nil, required: Bool = true, value: String? = nil) -> HTML {
        view.textArea(id(name), label, hint: hint, isRequired: required, value: value, rows: 2, maximumLength: 2000)
    }

    /// Typed, or chosen from the acts the procedure rests on.
    private var legalGround: HTML {
        let bases = (desk.definition?.legalBases ?? []).map { "<option value=\"\($0.code)\">\($0.name[view.language])</option>" as HTML }
        return """
            \(view.field(id("legal_ground"), Words.legalGround, hint: Words.legalGroundHint, maximumLength: 500, list: id("bases")))\
            <datalist id="\(id("bases"))">\(bases)</datalist>
            """
    }

    private func file(_ name: String, _ label: Phrase) -> HTML {
        view.fileField(id(name), label, isRequired: false, accepts: ".pdf,.jpg,.jpeg,.png,.docx,.odt")
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(id(name))\" value=\"\(value)\">"
    }

    private func checkbox(_ name: String, _ label: Phrase) -> HTML {
        """
        <div class="choice"><input type="checkbox" id="\(id(name))" name="\(id(name))" value="yes" checked>\
        <label for="\(id(name))">\(label[view.language])</label></div>
        """
    }

    private var openConsultation: String {
        dossier.state.consultations.first { $0.answer == nil }.map { String($0.number) } ?? ""
    }

    private enum Words {
        static let forward = Phrase(vi: "Chuyển ngay cho bước tiếp theo", en: "Send on to the next step at once")
        static let note = Phrase(vi: "Ghi chú", en: "Note")
        static let reason = Phrase(vi: "Lý do", en: "Reason")
        static let legalGround = Phrase(vi: "Căn cứ pháp lý", en: "Legal ground")
        static let legalGroundHint = Phrase(
            vi: "Chọn văn bản của thủ tục rồi ghi thêm điều, khoản.", en: "Choose an act of the procedure, then add article and clause.")
        static let items = Phrase(vi: "Cần bổ sung", en: "What must be added")
        static let itemsHint = Phrase(
            vi: "Giấy tờ đánh dấu “Thiếu”, “Không hợp lệ” tự được ghi vào. Ghi thêm điều khác ở đây, mỗi dòng một điều, đủ trong một lần.",
            en: "Papers marked missing or not valid are listed by themselves. Add other points here, one a line, all at once.")
        static let override = Phrase(vi: "Lý do yêu cầu bổ sung lần nữa (lãnh đạo)", en: "Why ask again (head of unit)")
        static let papers = Phrase(vi: "Giấy tờ bổ sung", en: "Papers added")
        static let colleague = Phrase(vi: "Người xử lý", en: "Colleague")
        static let draftResult = Phrase(vi: "Dự thảo kết quả", en: "Draft of the result")
        static let unit = Phrase(vi: "Cơ quan được lấy ý kiến", en: "Agency consulted")
        static let unitHint = Phrase(vi: "Mã cơ quan, ví dụ H55.16.", en: "Agency code, for example H55.16.")
        static let question = Phrase(vi: "Nội dung lấy ý kiến", en: "Question")
        static let deadline = Phrase(vi: "Hạn trả lời", en: "Deadline")
        static let timeHint = Phrase(vi: "Dạng 2026-11-26T09:00.", en: "Like 2026-11-26T09:00.")
        static let answer = Phrase(vi: "Ý kiến trả lời", en: "Answer")
        static let amount = Phrase(vi: "Số tiền (đồng)", en: "Amount (đồng)")
        static let purpose = Phrase(vi: "Khoản nộp", en: "Purpose")
        static let paymentReference = Phrase(vi: "Số biên lai hoặc mã giao dịch", en: "Receipt or transaction number")
        static let newDue = Phrase(vi: "Ngày hẹn mới", en: "New date")
        static let apology = Phrase(vi: "Lý do chậm, gửi kèm lời xin lỗi", en: "Reason for the delay, sent with the apology")
        static let documentNumber = Phrase(vi: "Số, ký hiệu văn bản", en: "Number and symbol")
        static let result = Phrase(vi: "Tệp kết quả", en: "Result file")
        static let delivery = Phrase(vi: "Cách trả", en: "Way of returning")
        static let receivedBy = Phrase(vi: "Người nhận", en: "Received by")
    }
}
