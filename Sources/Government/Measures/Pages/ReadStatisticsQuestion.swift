// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Web

/// What the form, a link or a program asks for, understood; every mistake with its field. Without a word it is this month, by unit.
struct ReadStatisticsQuestion {
    private var reading: QueryReading
    let from: LocalDate
    let to: LocalDate
    let by: StatisticsBy
    let unit: String?
    /// Nil where something is wrong.
    private(set) var question: StatisticsQuestion?

    init(_ query: QueryItems, _ directory: OrganisationDirectory, today: LocalDate) {
        var reading = QueryReading(query)
        from = reading.day("from") ?? Grain.month.start(of: today)
        to = reading.day("to") ?? today
        by = reading.text("by").flatMap { reading.known(StatisticsBy(rawValue: $0), "by", Words.by) } ?? .unit
        unit = reading.text("unit").flatMap { reading.known(directory.unit($0)?.code, "unit", Words.unit) }
        self.reading = reading
        guard errors.isEmpty else { return }
        do {
            question = try StatisticsQuestion(from: from, to: to, by: by, unit: unit)
        } catch {
            for field in error.fields { self.reading.refuse(field) }
        }
    }

    var values: FormData { reading.values }
    var errors: [FieldError] { reading.errors }

    private enum Words {
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
