// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The walk through a form that `check` makes: later conditions see only what was accepted before them.
struct Examination {
    let communes: Set<String>?
    let today: LocalDate?
    private(set) var accepted: Answers = [:]
    private(set) var errors: [FieldError] = []

    init(communes: Set<String>?, today: LocalDate?) {
        (self.communes, self.today) = (communes, today)
    }

    mutating func examine(_ section: FormSection, _ answers: Answers) {
        if let repetition = section.repeats {
            examineRows(of: section, repetition, answers)
        } else {
            for question in section.questions where question.isAsked(accepted) {
                let values = take(question, answers, path: "")
                accepted.merge(values) { $1 }
            }
        }
    }

    /// Rows left wholly blank are dropped; errors name a row by its place among those given.
    private mutating func examineRows(of section: FormSection, _ repetition: Repetition, _ answers: Answers) {
        var rows: [(offset: Int, element: Answers)] = []
        if case .group(let given) = answers[section.id] {
            rows = given.enumerated().filter { row in row.element.values.contains { !$0.isEmpty } }
        }
        if rows.count < repetition.minimum {
            errors.append(FieldError(field: section.id, message: Sentence.tooFew(section.title, repetition.minimum, has: rows.count)))
        } else if rows.count > repetition.maximum {
            errors.append(FieldError(field: section.id, message: Sentence.tooMany(section.title, repetition.maximum, has: rows.count)))
        }
        var kept: [Answers] = []
        for (index, row) in rows.prefix(repetition.maximum) {
            var clean: Answers = [:]
            for question in section.questions where question.isAsked(accepted, row: clean) {
                clean.merge(take(question, row, path: "\(section.id)[\(index)].")) { $1 }
            }
            kept.append(clean)
        }
        if !kept.isEmpty { accepted[section.id] = .group(kept) }
    }

    /// Reads one answer, notes what is wrong with it and returns what to keep.
    private mutating func take(_ question: Question, _ answers: Answers, path: String) -> [String: AnswerValue] {
        let reading = QuestionRules(question: question, communes: communes, today: today).read(answers)
        errors += reading.errors.map { FieldError(field: path + $0.field, message: $0.message) }
        if reading.errors.isEmpty, reading.values.isEmpty, question.required {
            errors.append(FieldError(field: path + question.id, message: Sentence.missing(question)))
        }
        return reading.values
    }
}

/// What one question makes of the answers given: values to keep by key, or what is wrong with them.
struct Reading {
    var values: [String: AnswerValue] = [:]
    var errors: [FieldError] = []

    static let nothing = Reading()

    static func value(_ key: String, _ value: AnswerValue) -> Reading { Reading(values: [key: value]) }
    static func text(_ key: String, _ text: String) -> Reading { .value(key, .text(text)) }
    static func wrong(_ field: String, _ message: Phrase) -> Reading { Reading(errors: [FieldError(field: field, message: message)]) }
}
