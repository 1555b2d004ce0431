// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Organisation
import Web

/// What a form, a link or a program asks for, understood; every mistake with its field.
struct ReadExportFilter {
    let directory: OrganisationDirectory
    let values: FormData
    private(set) var errors: [FieldError] = []

    init(_ query: QueryItems, _ directory: OrganisationDirectory) {
        self.directory = directory
        values = FormData(query.items.map { (name: $0.name, value: $0.value) })
    }

    mutating func callAsFunction() -> ExportFilter {
        var filter = ExportFilter()
        if let text = text("kind") { filter.moment = known(ExportMoment(rawValue: text), "kind", Words.kind) ?? .submitted }
        filter.from = day("from")
        filter.to = day("to")
        if let from = filter.from, let to = filter.to, to < from { refuse("to", Words.order) }
        if let code = text("unit") { filter.unit = known(directory.unit(code)?.code, "unit", Words.unit) }
        if let code = text("procedure") { filter.procedure = known(code.utf8.count <= 64 ? code : nil, "procedure", Words.procedure) }
        filter.statuses = values.all("status").filter { !$0.isEmpty }.compactMap { text in
            known(Int(text).flatMap(DossierStatus.init(rawValue:)), "status", Words.status)
        }
        return filter
    }

    private func text(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Three boxes of the form, or `2026-11-20`.
    private mutating func day(_ name: String) -> LocalDate? {
        guard let text = values.date(name) ?? text(name) else { return nil }
        return known(LocalDate(iso: text), name, Words.day)
    }

    private mutating func known<Value>(_ value: Value?, _ field: String, _ message: Phrase) -> Value? {
        if value == nil { refuse(field, message) }
        return value
    }

    private mutating func refuse(_ field: String, _ message: Phrase) {
        errors.append(FieldError(field: field, message: message))
    }

    private enum Words {
        static let kind = Phrase(vi: "Chọn một trong các loại kỳ", en: "Choose one of the kinds: submitted, accepted, resolved")
        static let day = Phrase(vi: "Ngày này không có", en: "There is no such day")
        static let order = Phrase(vi: "Ngày cuối đứng trước ngày đầu", en: "The last day is before the first")
        static let unit = Phrase(vi: "Không có đơn vị này", en: "There is no such unit")
        static let procedure = Phrase(vi: "Mã thủ tục quá dài", en: "The procedure code is too long")
        static let status = Phrase(vi: "Không có trạng thái này", en: "There is no such status; they are numbered 1 to 10")
    }
}
