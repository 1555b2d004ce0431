// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// The row a query stands on; it cannot be kept beyond the closure that was given it.
package struct Row: ~Copyable {
    private enum Engine {
        case sqlite(SQLiteRow)
        case postgres(PostgresRow)
    }

    private let engine: Engine

    init(_ row: SQLiteRow) {
        engine = .sqlite(row)
    }

    init(_ row: PostgresRow) {
        engine = .postgres(row)
    }

    /// The value of a column, counted from 0.
    package borrowing func get<T: SQLDecodable>(_ column: Int, as type: T.Type = T.self) throws -> T {
        try T.decode(self, column)
    }

    package var count: Int {
        switch engine {
        case .sqlite(let row): row.count
        case .postgres(let row): row.count
        }
    }

    package borrowing func isNull(_ column: Int) -> Bool {
        switch engine {
        case .sqlite(let row): row.isNull(column)
        case .postgres(let row): row.isNull(column)
        }
    }

    package borrowing func integer(_ column: Int) throws -> Int64 {
        let value =
            switch engine {
            case .sqlite(let row): row.integer(column)
            case .postgres(let row): row.integer(column)
            }
        guard let value else { throw mismatch(column, "an integer") }
        return value
    }

    package borrowing func real(_ column: Int) throws -> Double {
        let value =
            switch engine {
            case .sqlite(let row): row.real(column)
            case .postgres(let row): row.real(column)
            }
        guard let value else { throw mismatch(column, "a number") }
        return value
    }

    package borrowing func boolean(_ column: Int) throws -> Bool {
        let value =
            switch engine {
            case .sqlite(let row): row.boolean(column)
            case .postgres(let row): row.boolean(column)
            }
        guard let value else { throw mismatch(column, "true or false") }
        return value
    }

    package borrowing func instant(_ column: Int) throws -> Instant {
        let value =
            switch engine {
            case .sqlite(let row): row.instant(column)
            case .postgres(let row): row.instant(column)
            }
        guard let value else { throw mismatch(column, "an instant") }
        return value
    }

    package borrowing func text(_ column: Int) throws -> String {
        let value =
            switch engine {
            case .sqlite(let row): row.text(column)
            case .postgres(let row): row.text(column)
            }
        guard let value else { throw mismatch(column, "text in UTF-8") }
        return value
    }

    package borrowing func bytes(_ column: Int) throws -> [UInt8] {
        let value =
            switch engine {
            case .sqlite(let row): row.blob(column)
            case .postgres(let row): row.blob(column)
            }
        guard let value else { throw mismatch(column, "bytes") }
        return value
    }

    /// The error for a column that does not hold what was asked of it; values are not repeated in it.
    package borrowing func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
        switch engine {
        case .sqlite(let row): row.mismatch(column, wanted)
        case .postgres(let row): row.mismatch(column, wanted)
        }
    }
}
