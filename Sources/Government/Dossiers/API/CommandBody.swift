// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Forms
import Kernel

/// The body of `POST /api/v1/dossiers/{code}/commands`: a type, and the fields that type needs.
package struct CommandBody: Decodable, Sendable {
    package let type: String
    package let seen: Int?
    package var note: String?
    package var reason: String?
    package var legalGround: String?
    package var items: [String]?
    package var override: String?
    package var answers: Answers?
    package var files: [FileBody]?
    package var account: String?
    package var unit: String?
    package var question: String?
    package var deadline: String?
    package var consultation: Int?
    package var answer: String?
    package var amount: Int64?
    package var purpose: String?
    package var reference: String?
    package var due: String?
    package var documentNumber: String?
    package var result: FileBody?
    package var delivery: ResultDelivery?
    package var receivedBy: String?
    package var score: Int?
    package var comment: String?
    package var forward: Bool?

    /// An empty command of a type; its fields are set one by one.
    package init(type: String, seen: Int?) {
        (self.type, self.seen) = (type, seen)
    }

    enum CodingKeys: String, CodingKey {
        case type, seen, note, reason, items, override, answers, files, account, unit, question, deadline, consultation, answer, amount, purpose
        case reference, due, result, delivery, score, comment, forward
        case legalGround = "legal_ground"
        case documentNumber = "document_number"
        case receivedBy = "received_by"
    }
}

/// A file inside a JSON body: content sent before and named by its reference, or small content in base64.
package struct FileBody: Codable, Sendable, Hashable {
    let component: String?
    let name: String?
    let reference: String?
    let content: String?
}

/// Collects what is missing or wrong in a command's fields, so that all of it is told at once.
private struct FieldReader {
    var errors: [FieldError] = []

    mutating func need<Value>(_ value: Value?, _ field: String) -> Value? {
        if value == nil { errors.append(FieldError(field: field, message: Phrase(vi: "Thiếu giá trị này", en: "This value is missing"))) }
        return value
    }

    mutating func time(_ text: String?, _ field: String) -> LocalDateTime? {
        guard let text = need(text, field) else { return nil }
        if let time = LocalDateTime(iso: text) ?? Instant(rfc3339: text).map({ LocalDateTime($0) }) { return time }
        errors.append(
            FieldError(
                field: field,
                message: Phrase(vi: "Hãy ghi ngày giờ dạng 2026-11-26T09:00", en: "Write date and time like 2026-11-26T09:00")))
        return nil
    }
}

extension CommandBody {
    /// The command, with its files already in the vault.
    /// - Throws: `UserError` 422 naming every field that is missing.
    package func command(files: [AttachedFile], result: AttachedFile?, assignee: Actor?) throws -> CaseCommand {
        guard let kind = CommandKind(rawValue: type), kind != .submit, kind != .expire else { throw Self.unknown(type) }
        var reader = FieldReader()
        let command = build(kind, &reader, files: files, result: result, assignee: assignee)
        guard let command, reader.errors.isEmpty else { throw Self.incomplete(reader.errors) }
        return command
    }

    private func build(
        _ kind: CommandKind, _ reader: inout FieldReader, files: [AttachedFile], result: AttachedFile?, assignee: Actor?
    ) -> CaseCommand? {
        switch kind {
        case .submit, .expire: return nil
        case .accept: return .accept(code: "", note: note ?? "", forward: forward ?? false)
        case .reject: return .reject(reason: reason ?? "", legalGround: legalGround ?? "")
        case .requestSupplement: return .requestSupplement(items: items ?? [], reason: reason ?? "", override: override)
        case .supplement: return .supplement(answers: answers, files: files, note: note ?? "")
        case .assign:
            return reader.need(assignee, "account").map { .assign($0) }
        case .advance: return .advance(note: note ?? "", result: result)
        case .handOff: return .handOff(note: note ?? "")
        case .consult:
            let unit = reader.need(unit, "unit")
            let deadline = reader.time(deadline, "deadline")
            guard let unit, let deadline else { return nil }
            return .consult(unit: unit, question: question ?? "", deadline: deadline)
        case .answerConsultation:
            return reader.need(consultation, "consultation").map { .answerConsultation(number: $0, answer: answer ?? "") }
        case .requestPayment:
            return reader.need(amount, "amount").map { .requestPayment(amount: Money(dong: $0), purpose: purpose ?? "") }
        case .confirmPayment:
            return reader.need(amount, "amount").map { .confirmPayment(amount: Money(dong: $0), reference: reference ?? "") }
        case .stop: return .stop(reason: reason ?? "")
        case .resume: return .resume(reason: reason ?? "")
        case .extend: return reader.time(due, "due").map { .extend(due: $0, reason: reason ?? "") }
        case .approve: return .approve(note: note ?? "")
        case .sendBack: return .sendBack(reason: reason ?? "")
        case .refuse: return .refuse(reason: reason ?? "", legalGround: legalGround ?? "")
        case .sign: return .sign(note: note ?? "")
        case .number: return .number(documentNumber: documentNumber ?? "", result: result)
        case .returnResult: return .returnResult(delivery ?? .desk, receivedBy: receivedBy ?? "")
        case .withdraw: return .withdraw(reason: reason ?? "")
        case .rate: return reader.need(score, "score").map { .rate(score: $0, comment: comment ?? "") }
        }
    }

    private static func unknown(_ type: String) -> UserError {
        UserError(
            code: "dossiers.unknown_command", status: 422,
            title: Phrase(vi: "Không có lệnh này", en: "There is no such command"),
            fields: [FieldError(field: "type", message: Phrase(vi: "Lệnh không tồn tại", en: "Unknown command"))])
    }

    private static func incomplete(_ errors: [FieldError]) -> UserError {
        UserError(
            code: "dossiers.incomplete_command", status: 422,
            title: Phrase(vi: "Lệnh còn thiếu thông tin", en: "The command lacks information"), fields: errors)
    }
}
