// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// One part of a summary: a section, or one repetition of it.
package struct SummarySection: Hashable, Sendable {
    /// The section's id, with the row for a repeated one: `members[1]`.
    package let id: String
    package let title: String
    package let lines: [SummaryLine]
}

/// A question and the answer to it, in words.
package struct SummaryLine: Hashable, Sendable {
    /// The path an error on this answer would carry, `members[1].full_name`.
    package let field: String
    package let label: String
    package let value: String
}

extension FormDefinition {
    /// The answers in words, for review pages and receipts: what was asked, in order; a question left open shows a dash.
    /// `communeName` turns the code of a commune into its name; `masking` hides the middle of personal numbers.
    package func lines(
        _ answers: Answers, _ language: Language, masking: Bool = false, communeName: (String) -> String? = { _ in nil }
    ) -> [SummarySection] {
        sections.filter { $0.isAsked(answers) }.flatMap { section -> [SummarySection] in
            guard section.repeats != nil else {
                let lines = section.lines(answers, row: answers, path: "", language, masking, communeName)
                return [SummarySection(id: section.id, title: section.title[language], lines: lines)]
            }
            guard case .group(let rows) = answers[section.id] else { return [] }
            return rows.enumerated().map { index, row in
                let id = "\(section.id)[\(index)]"
                let lines = section.lines(answers, row: row, path: id + ".", language, masking, communeName)
                return SummarySection(id: id, title: "\(section.title[language]) \(index + 1)", lines: lines)
            }
        }
    }
}

extension FormSection {
    fileprivate func lines(
        _ answers: Answers, row: Answers, path: String, _ language: Language, _ masking: Bool, _ communeName: (String) -> String?
    ) -> [SummaryLine] {
        questions.filter { $0.isAsked(answers, row: row) }.map { question in
            let value = question.spoken(row, language, masking, communeName) ?? "–"
            return SummaryLine(field: path + question.id, label: question.label[language], value: value)
        }
    }
}

extension Question {
    /// The answer in words; nil when there is none.
    fileprivate func spoken(_ row: Answers, _ language: Language, _ masking: Bool, _ communeName: (String) -> String?) -> String? {
        if case .list(let values) = row[id] {
            return values.isEmpty ? nil : values.map { choiceLabel($0, language) }.joined(separator: "; ")
        }
        guard let text = row[id]?.text, !text.isEmpty else { return nil }
        switch kind {
        case .choice, .multipleChoice: return choiceLabel(text, language)
        case .yesNo: return (text == "yes" ? Phrase(vi: "Có", en: "Yes") : Phrase(vi: "Không", en: "No"))[language]
        case .number: return Double(text).map(spokenNumber) ?? text
        case .money: return Int64(text).map { Money(dong: $0).spoken } ?? text
        case .date, .partialDate: return text.split(separator: "-").reversed().joined(separator: "/")
        case .personalID: return masking ? masked(text) : text
        case .taxCode: return masking && text.utf8.count == 12 ? masked(text) : text
        case .address:
            let commune = row[communeKey]?.text.map { PlaceElsewhere(answer: $0)?.text ?? communeName($0) ?? $0 }
            return [text, commune].compactMap(\.self).joined(separator: ", ")
        case .shortText, .longText, .phone, .email: return text
        }
    }

    private func choiceLabel(_ value: String, _ language: Language) -> String {
        choices.first { $0.value == value }?.label[language] ?? value
    }
}
