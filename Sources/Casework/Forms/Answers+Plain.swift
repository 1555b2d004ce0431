// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension PlainJSON {
    /// Answers that are texts, lists of texts and lists of objects; nil where anything else, or a question twice, is among them.
    package mutating func answers() -> Answers? {
        var answers: Answers = [:]
        let isPlain = object { question, reader in
            guard let answer = reader.answer() else { return false }
            return answers.updateValue(answer, forKey: question) == nil
        }
        return isPlain ? answers : nil
    }

    private mutating func answer() -> AnswerValue? {
        switch kind() {
        case .text?: return text().map { .text($0) }
        case .list?: return items()
        case .object?, nil: return nil
        }
    }

    private mutating func items() -> AnswerValue? {
        var texts: [String] = []
        var rows: [Answers] = []
        let isPlain = list { reader in
            if case .object? = reader.kind() {
                guard let row = reader.answers() else { return false }
                rows.append(row)
            } else {
                guard let text = reader.text() else { return false }
                texts.append(text)
            }
            return texts.isEmpty || rows.isEmpty
        }
        guard isPlain else { return nil }
        return rows.isEmpty ? .list(texts) : .group(rows)
    }
}
