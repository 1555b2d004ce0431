// SPDX-License-Identifier: Apache-2.0

/// Many rows or keys in one statement, in few sizes: a statement is prepared for each size, and stays so.
extension Array {
    /// Cut into pieces of 16, 4 and 1, for `SQL.rows`.
    package var inStatements: [ArraySlice<Element>] {
        var pieces: [ArraySlice<Element>] = []
        var start = startIndex
        while start < endIndex {
            let size = [16, 4, 1].first { $0 <= endIndex - start } ?? 1
            pieces.append(self[start..<(start + size)])
            start += size
        }
        return pieces
    }

    /// Filled up with its last element to 1, 4, 16 or 64 of them, for `IN \(list: …)`; more than that stay as many as they are.
    package var filledForList: [Element] {
        guard let last, let size = [1, 4, 16, 64].first(where: { $0 >= count }) else { return self }
        return self + repeatElement(last, count: size - count)
    }
}

extension SQL {
    /// `($1, $2), ($3, $4)`: what follows VALUES.
    package static func rows<Row>(_ rows: ArraySlice<Row>, _ values: (Row) -> [SQLValue]) -> SQL {
        var sql = SQL.Interpolation(literalCapacity: 2 * rows.count, interpolationCount: 0)
        for (index, row) in rows.enumerated() {
            if index > 0 { sql.appendLiteral(", ") }
            sql.appendInterpolation(list: values(row))
        }
        return SQL(stringInterpolation: sql)
    }
}
