// SPDX-License-Identifier: Apache-2.0

/// Which fields of a draft are of one step, and which of them answer one question: what two devices wrote is merged question by
/// question, so that no date, address or row is put together of halves.
package struct StepFields: Sendable {
    /// The question a field belongs to; nil when it is of another step.
    let question: @Sendable (FilingDraft.Entry) -> String?
    /// The same fields as a page shows them: what is typed in other words there is no change.
    let canonical: @Sendable ([FilingDraft.Entry]) -> [FilingDraft.Entry]

    package init(
        question: @escaping @Sendable (FilingDraft.Entry) -> String?,
        canonical: @escaping @Sendable ([FilingDraft.Entry]) -> [FilingDraft.Entry] = { $0 }
    ) {
        (self.question, self.canonical) = (question, canonical)
    }

    package func holds(_ entry: FilingDraft.Entry) -> Bool { question(entry) != nil }

    /// What stands in the fields of each question, in a form that can be compared; a question with nothing in it is left out.
    func contents(_ entries: [FilingDraft.Entry]) -> [String: Set<String>] {
        var contents: [String: Set<String>] = [:]
        for entry in canonical(entries) where !entry.value.isEmpty {
            guard let question = question(entry) else { continue }
            // Browsers end lines in two ways, depending on who sends the form.
            contents[question, default: []].insert("\(entry.name)=\(entry.value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))")
        }
        return contents
    }
}

/// What a page showed of each question when it was made: with it one can tell what was changed on the page from what was only
/// shown there. It travels in the page as short marks; they tell changes apart and guard nothing.
package struct SeenAnswers: Sendable, Hashable {
    private let marks: [UInt32: UInt32]

    package init(_ entries: [FilingDraft.Entry], _ fields: StepFields) {
        marks = Dictionary(
            fields.contents(entries).map { (Self.mark([$0]), Self.mark($1.sorted())) }, uniquingKeysWith: { first, _ in first })
    }

    package init?(_ text: String) {
        var marks: [UInt32: UInt32] = [:]
        for part in text.split(separator: " ") {
            guard part.utf8.count == 17, let question = UInt32(part.prefix(8), radix: 16), let content = UInt32(part.suffix(8), radix: 16) else {
                return nil
            }
            marks[question] = content
        }
        self.marks = marks
    }

    package var text: String {
        marks.sorted { $0.key < $1.key }.map { "\(Self.hexadecimal($0))-\(Self.hexadecimal($1))" }.joined(separator: " ")
    }

    /// Whether a question's content is another one than the page showed.
    func differs(_ question: String, _ content: Set<String>?) -> Bool {
        marks[Self.mark([question])] != content.map { Self.mark($0.sorted()) }
    }

    private static func hexadecimal(_ number: UInt32) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }

    /// FNV-1a.
    private static func mark(_ texts: [String]) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            hash = (hash ^ 0xFF) &* 0x0100_0193
        }
        return hash
    }
}
