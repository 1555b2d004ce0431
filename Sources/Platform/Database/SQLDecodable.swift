// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What a column can be read as. An enum with a raw value only declares the conformance.
package protocol SQLDecodable {
    static func decode(_ row: borrowing Row, _ column: Int) throws -> Self
}

extension Int: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Int { Int(try row.integer(column)) }
}

extension Int64: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Int64 { try row.integer(column) }
}

extension Double: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Double { try row.real(column) }
}

extension String: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> String { try row.text(column) }
}

extension [UInt8]: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> [UInt8] { try row.bytes(column) }
}

extension Bool: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Bool { try row.boolean(column) }
}

extension Instant: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Instant { try row.instant(column) }
}

extension Money: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Money { Money(dong: try row.integer(column)) }
}

extension LocalDate: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> LocalDate {
        guard let date = LocalDate(iso: try row.text(column)) else { throw row.mismatch(column, "a date like 2026-11-20") }
        return date
    }
}

extension Identifier: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Identifier {
        guard let identifier = Identifier(try row.text(column)) else { throw row.mismatch(column, "a UUID") }
        return identifier
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Wrapped? {
        guard column < row.count else { throw row.mismatch(column, "a value or NULL") }
        return row.isNull(column) ? nil : try Wrapped.decode(row, column)
    }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
    package static func decode(_ row: borrowing Row, _ column: Int) throws -> Self {
        guard let value = Self(rawValue: try RawValue.decode(row, column)) else { throw row.mismatch(column, "a known \(Self.self)") }
        return value
    }
}
