// SPDX-License-Identifier: Apache-2.0

import Foundation

/// JSON as it is stored: text in a `{json}` column.
package struct JSONText: Sendable, Hashable, SQLBindable, SQLDecodable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Encodes with sorted keys and unescaped slashes, so that the same value is always the same text.
    package init(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    package func decoded<T: Decodable>(as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    package var sqlValue: SQLValue { .json(text) }

    package static func decode(_ row: borrowing Row, _ column: Int) throws -> JSONText {
        JSONText(try String.decode(row, column))
    }
}
