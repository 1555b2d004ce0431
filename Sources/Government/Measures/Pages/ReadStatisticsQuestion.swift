// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Web

/// What the form, a link or a program asks for, understood; every mistake with its field. Without a word it is this month, by unit.
struct ReadStatisticsQuestion {
    let values: FormData
    private(set) var errors: [FieldError] = []
    private(set) var from: LocalDate
    private(set) var to: LocalDate
    private(set) var by = StatisticsBy.unit
    private(set) var unit: String?
    /// Nil where something is wrong.
    private(set) var question: StatisticsQuestion?

    init(_ query: QueryItems, _ directory: OrganisationDirectory, today: LocalDate) {
        values = FormData(query.items.map { (name: $0.name, value: $0.value) })
        (from, to) = (Grain.month.start(of: today), today)
        from = day("from") ?? from
        to = day("to") ?? to
        if let text = text("by") { by = known(StatisticsBy(rawValue: text), "by", Words.by) ?? by }
        if let code = text("unit") { unit = known(directory.unit(code)?.code, "unit", Words.unit) }
        guard errors.isEmpty else { return }
        do {
            question = try StatisticsQuestion(from: from, to: to, by: by, unit: unit)
        } catch {
            errors = error.fields
        }
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
        if value == nil { errors.append(FieldError(field: field, message: message)) }
        return value
    }

    private enum Words {
        static let day = Phrase(vi: "Ngày này không có; viết như 2026-11-20", en: "There is no such day; write it like 2026-11-20")
        static let by = Phrase(vi: "Chọn đơn vị, thủ tục, kênh nộp hoặc ngày", en: "Choose unit, procedure, channel or day")
        static let unit = Phrase(vi: "Không có đơn vị này", en: "There is no such unit")
    }
}

extension UserError {
    static func badStatistics(_ fields: [FieldError]) -> UserError {
        UserError(
            code: "statistics.bad_question", status: 422, title: Phrase(vi: "Câu hỏi thống kê chưa đúng", en: "The question is not right"),
            fields: fields)
    }
}
