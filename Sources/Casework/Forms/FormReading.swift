// SPDX-License-Identifier: Apache-2.0

extension FormDefinition {
    /// Gathers answers out of the flat fields of a page. A field of a repeated section is named by its path,
    /// `members[0].full_name`; rows are read up to the section's maximum, then one more so that `check` can complain.
    package func answers(reading field: (String) -> [String]) -> Answers {
        var answers: Answers = [:]
        for section in sections {
            guard let repetition = section.repeats else {
                section.collect(into: &answers, path: "", field)
                continue
            }
            var rows = (0...max(0, repetition.maximum)).map { index in
                var row: Answers = [:]
                section.collect(into: &row, path: "\(section.id)[\(index)].", field)
                return row
            }
            while rows.last?.isEmpty == true { rows.removeLast() }
            if !rows.isEmpty { answers[section.id] = .group(rows) }
        }
        return answers
    }
}

extension FormSection {
    fileprivate func collect(into answers: inout Answers, path: String, _ field: (String) -> [String]) {
        for question in questions {
            for key in question.keys {
                let values = field(path + key)
                if question.kind == .multipleChoice {
                    if !values.isEmpty { answers[key] = .list(values) }
                } else if let first = values.first {
                    answers[key] = .text(first)
                }
            }
        }
    }
}
