// SPDX-License-Identifier: Apache-2.0

/// What a person answered, by question; a repeated section's id holds a group.
package typealias Answers = [String: AnswerValue]

/// One answer. In JSON a string, a list of strings or a list of objects; numbers and booleans are read as text
/// (`true` is `yes`), nothing as the empty text.
package enum AnswerValue: Hashable, Sendable {
    case text(String)
    case list([String])
    case group([[String: AnswerValue]])

    /// Nothing but spaces, or nothing at all.
    package var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .list(let list): list.isEmpty
        case .group(let rows): rows.isEmpty
        }
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension AnswerValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension AnswerValue: Codable {
    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let text = Self.scalar(container) {
            self = .text(text)
        } else if var items = try? decoder.unkeyedContainer() {
            self = try Self.items(&items)
        } else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an answer is a text, a list of texts or a list of objects"))
        }
    }

    private static func items(_ container: inout any UnkeyedDecodingContainer) throws -> AnswerValue {
        var list: [String] = []
        var rows: [[String: AnswerValue]] = []
        while !container.isAtEnd {
            if let row = try? container.decode([String: AnswerValue].self) {
                rows.append(row)
            } else if case .text(let text) = try container.decode(AnswerValue.self) {
                list.append(text)
            } else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "a list of lists is not an answer")
            }
        }
        guard list.isEmpty || rows.isEmpty else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "texts and objects cannot be mixed in one list")
        }
        return rows.isEmpty ? .list(list) : .group(rows)
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) -> String? {
        if container.decodeNil() { return "" }
        if let text = try? container.decode(String.self) { return text }
        if let flag = try? container.decode(Bool.self) { return flag ? "yes" : "no" }
        if let whole = try? container.decode(Int64.self) { return String(whole) }
        // A comma, because a dot before three digits separates thousands in Việt Nam.
        if let number = try? container.decode(Double.self) { return "\(number)".split(separator: ".").joined(separator: ",") }
        return nil
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .group(let rows): try container.encode(rows)
        }
    }
}
