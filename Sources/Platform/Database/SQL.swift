// SPDX-License-Identifier: Apache-2.0

/// One statement. An interpolated value becomes a bound parameter (`$1`, `$2`, …), never text of the statement.
package struct SQL: ExpressibleByStringInterpolation, Sendable, Hashable {
    package let text: String
    package let values: [SQLValue]

    private init(text: String, values: [SQLValue]) {
        (self.text, self.values) = (text, values)
    }

    /// Takes text that no value from outside may be part of.
    package init(unsafe text: String) {
        self.init(text: text, values: [])
    }

    package init(stringLiteral text: String) {
        self.init(text: text, values: [])
    }

    package init(stringInterpolation: Interpolation) {
        self.init(text: stringInterpolation.text, values: stringInterpolation.values)
    }

    /// Renders nothing; useful where a condition may be absent.
    package static let empty: SQL = ""

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) {
            append(value.sqlValue)
        }

        /// The same for a value that may be absent. (Said apart, or the compiler warns of each optional interpolated.)
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            append(value.sqlValue)
        }

        /// Nests another statement or fragment; its parameters are numbered after those already here.
        package mutating func appendInterpolation(sql: SQL) {
            text += sql.values.isEmpty || values.isEmpty ? sql.text : renumbered(sql.text, by: values.count)
            values += sql.values
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            appendInterpolation(sql: sql)
        }

        /// `($1, $2)` for `IN`. An empty list is `(NULL)`: nothing is in it, and `NOT IN` it is never true either.
        package mutating func appendInterpolation(list: [any SQLBindable]) {
            appendList(list.map(\.sqlValue))
        }

        package mutating func appendInterpolation(list: [some SQLBindable]) {
            appendList(list.map(\.sqlValue))
        }

        /// Text that no value from outside may be part of.
        package mutating func appendInterpolation(unsafe: String) {
            text += unsafe
        }

        private mutating func appendList(_ list: [SQLValue]) {
            guard !list.isEmpty else { return text += "(NULL)" }
            for (index, value) in list.enumerated() {
                text += index == 0 ? "(" : ", "
                append(value)
            }
            text += ")"
        }

        private mutating func append(_ value: SQLValue) {
            values.append(value)
            text += "$"
            text += String(values.count)
        }
    }
}

extension [SQL] {
    /// Fragments side by side, their parameters renumbered.
    package func joined(separator: String) -> SQL {
        var result = SQL.Interpolation(literalCapacity: 0, interpolationCount: 0)
        for (index, fragment) in enumerated() {
            if index > 0 { result.appendLiteral(separator) }
            result.appendInterpolation(sql: fragment)
        }
        return SQL(stringInterpolation: result)
    }
}

/// Adds an offset to each `$n` outside quoted text.
private func renumbered(_ text: String, by offset: Int) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 8)
    var quote: UInt8?
    var number: Int?
    for byte in text.utf8 {
        if let digits = number {
            if (48...57).contains(byte) {
                number = digits * 10 + Int(byte - 48)
                continue
            }
            result += String(digits + offset).utf8
            number = nil
        }
        result.append(byte)
        if let open = quote {
            if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            quote = byte
        } else if byte == UInt8(ascii: "$") {
            number = 0
        }
    }
    if let number { result += String(number + offset).utf8 }
    return String(decoding: result, as: UTF8.self)
}
