// SPDX-License-Identifier: Apache-2.0

/// When something is asked or needed: a small expression over earlier answers.
///
/// In files: `{question: x, equals: y}`, `{question: x, isOneOf: [a, b]}`, `{question: x, isAnswered: true}`,
/// `{not: …}`, `{all: […]}`, `{any: […]}`.
package indirect enum Condition: Hashable, Sendable {
    case equals(question: String, value: String)
    case isOneOf(question: String, values: [String])
    case isAnswered(question: String)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    /// Whether it holds for these answers. Inside a repeated section the answers of the same row are looked at first.
    /// A multiple choice equals each of the values ticked.
    package func holds(_ answers: Answers, row: Answers = [:]) -> Bool {
        switch self {
        case .equals(let question, let value):
            Self.texts(of: row[question] ?? answers[question]).contains(value)
        case .isOneOf(let question, let values):
            Self.texts(of: row[question] ?? answers[question]).contains { values.contains($0) }
        case .isAnswered(let question):
            (row[question] ?? answers[question])?.isEmpty == false
        case .not(let inner):
            !inner.holds(answers, row: row)
        case .all(let parts):
            parts.allSatisfy { $0.holds(answers, row: row) }
        case .any(let parts):
            parts.contains { $0.holds(answers, row: row) }
        }
    }

    /// The questions it looks at.
    package var questions: Set<String> {
        switch self {
        case .equals(let question, _), .isOneOf(let question, _), .isAnswered(let question): [question]
        case .not(let inner): inner.questions
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.questions) }
        }
    }

    /// The values it compares a question with.
    package var comparisons: [(question: String, value: String)] {
        switch self {
        case .equals(let question, let value): [(question, value)]
        case .isOneOf(let question, let values): values.map { (question, $0) }
        case .isAnswered: []
        case .not(let inner): inner.comparisons
        case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
        }
    }

    private static func texts(of value: AnswerValue?) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let list): list
        case .group, nil: []
        }
    }
}

extension Condition: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case question, equals, isOneOf, isAnswered, not, all, any
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let tests = CodingKeys.allCases.filter { $0 != .question && container.contains($0) }
        guard tests.count == 1, let test = tests.first else {
            throw Self.misshapen(container, "needs exactly one of equals, isOneOf, isAnswered, not, all, any")
        }
        let isAboutQuestion = test == .equals || test == .isOneOf || test == .isAnswered
        guard isAboutQuestion == container.contains(.question) else {
            throw Self.misshapen(container, isAboutQuestion ? "'\(test.rawValue)' needs 'question'" : "'\(test.rawValue)' takes no 'question'")
        }
        switch test {
        case .not: self = .not(try container.decode(Condition.self, forKey: .not))
        case .all: self = .all(try container.decode([Condition].self, forKey: .all))
        case .any: self = .any(try container.decode([Condition].self, forKey: .any))
        default: self = try Self.aboutQuestion(container, test)
        }
    }

    private static func aboutQuestion(_ container: KeyedDecodingContainer<CodingKeys>, _ test: CodingKeys) throws -> Condition {
        let question = try container.decode(String.self, forKey: .question)
        switch test {
        case .equals: return .equals(question: question, value: try container.decode(String.self, forKey: .equals))
        case .isOneOf: return .isOneOf(question: question, values: try container.decode([String].self, forKey: .isOneOf))
        default:
            guard try container.decode(Bool.self, forKey: .isAnswered) else {
                throw misshapen(container, "write {not: {question: \(question), isAnswered: true}} instead of isAnswered: false")
            }
            return .isAnswered(question: question)
        }
    }

    private static func misshapen(_ container: KeyedDecodingContainer<CodingKeys>, _ message: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "a condition " + message))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .equals(let question, let value):
            try container.encode(question, forKey: .question)
            try container.encode(value, forKey: .equals)
        case .isOneOf(let question, let values):
            try container.encode(question, forKey: .question)
            try container.encode(values, forKey: .isOneOf)
        case .isAnswered(let question):
            try container.encode(question, forKey: .question)
            try container.encode(true, forKey: .isAnswered)
        case .not(let inner): try container.encode(inner, forKey: .not)
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        }
    }
}
