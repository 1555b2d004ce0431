// SPDX-License-Identifier: Apache-2.0

/// Comma separated values with a header line (RFC 4180): fields may be quoted, a doubled quote stands for one.
package struct CommaSeparatedTable: Sendable {
    package let columns: [String]
    /// Each row with the line it begins on, so a mistake can be named.
    package let rows: [Row]

    package struct Row: Sendable {
        package let line: Int
        let fields: [String: String]

        /// The field of a column; nil where it is empty or missing.
        package subscript(_ column: String) -> String? {
            guard let value = fields[column], !value.isEmpty else { return nil }
            return value
        }
    }

    package init(_ text: String) {
        var records = Self.records(text)
        columns = records.isEmpty ? [] : records.removeFirst().fields
        let header = columns
        rows = records.map { record in
            Row(line: record.line, fields: Dictionary(zip(header, record.fields), uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func records(_ text: String) -> [(line: Int, fields: [String])] {
        var reader = Reader()
        let isMarked = text.unicodeScalars.first == "\u{FEFF}"
        for byte in text.utf8.dropFirst(isMarked ? 3 : 0) where byte != UInt8(ascii: "\r") { reader.take(byte) }
        reader.endRecord()
        return reader.records
    }

    private struct Reader {
        var records: [(line: Int, fields: [String])] = []
        private var fields: [String] = []
        private var field: [UInt8] = []
        private var isQuoted = false
        private var wasQuote = false
        private var line = 1
        private var firstLine = 1

        mutating func take(_ byte: UInt8) {
            if byte == UInt8(ascii: "\n") { line += 1 }
            switch byte {
            case UInt8(ascii: "\""):
                if isQuoted {
                    (isQuoted, wasQuote) = (false, true)
                } else if wasQuote {
                    field.append(byte)
                    (isQuoted, wasQuote) = (true, false)
                } else {
                    isQuoted = true
                }
            case UInt8(ascii: ",") where !isQuoted: endField()
            case UInt8(ascii: "\n") where !isQuoted: endRecord()
            default: field.append(byte)
            }
        }

        mutating func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            wasQuote = false
        }

        mutating func endRecord() {
            if !fields.isEmpty || !field.isEmpty {
                endField()
                records.append((firstLine, fields))
            }
            fields.removeAll()
            firstLine = line
        }
    }
}
