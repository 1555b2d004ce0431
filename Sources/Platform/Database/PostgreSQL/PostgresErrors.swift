// SPDX-License-Identifier: Apache-2.0

import CPostgres

extension DatabaseError {
    /// What a result says went wrong, without the values it may repeat.
    static func postgres(_ result: OpaquePointer, sql: String?) -> DatabaseError {
        let state = cpostgres_sqlstate(result).map { String(cString: $0) } ?? ""
        let message = cpostgres_primary(result).map { String(cString: $0) } ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
        return DatabaseError(kind(state, result), "\(withoutValues(message, state)) (\(state))", sql: sql)
    }

    private static func kind(_ state: String, _ result: OpaquePointer) -> Kind {
        switch state {
        case "23505": .uniqueViolation(constraint: violated(result))
        case "23514": .checkViolation
        case "23503": .foreignKeyViolation
        case "23502": .notNullViolation
        // 0A000 comes for a prepared statement whose tables have changed since; a new preparation puts it right.
        case "40001", "40P01", "0A000": .conflict
        case "55P03", "53300", "53400": .busy
        case "57014": .cancelled
        case "22021", "22P05": .invalidText
        // The server goes down, comes up, or is a standby that takes no writes: another one will be found.
        case "57P01", "57P02", "57P03", "25006": .unavailable
        case "": .unavailable
        case let state where state.hasPrefix("08"): .unavailable
        default: .sqlState(state)
        }
    }

    /// `table.column, table.column` as SQLite names it, from the detail `Key (column, column)=(…)`; the index's name where the key
    /// is an expression.
    private static func violated(_ result: OpaquePointer) -> String {
        let constraint = cpostgres_constraint(result).map { String(cString: $0) } ?? "?"
        guard let table = cpostgres_table(result).map({ String(cString: $0) }), let detail = cpostgres_detail(result).map({ String(cString: $0) }),
            let open = detail.firstIndex(of: "("), let end = detail.range(of: ")=(", in: open)
        else { return constraint }
        let columns = detail[detail.index(after: open)..<end].split(separator: ",").map { $0.drop { $0 == " " } }
        guard columns.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }) else { return constraint }
        return columns.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// Messages about malformed input repeat it; such a message is replaced by what it says.
    private static func withoutValues(_ message: String, _ state: String) -> String {
        state.hasPrefix("22") ? "a value does not fit its column" : message
    }
}

extension String {
    /// Where a piece of text begins after a position.
    fileprivate func range(of piece: String, in start: Index) -> Index? {
        var position = start
        while position < endIndex {
            if self[position...].hasPrefix(piece) { return position }
            position = index(after: position)
        }
        return nil
    }
}
