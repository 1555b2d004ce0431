// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What can stand in an interpolation of an `SQL` literal. An enum with a raw value only declares the conformance.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    package var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLBindable {
    package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
}

extension Bool: SQLBindable {
    package var sqlValue: SQLValue { .boolean(self) }
}

extension [UInt8]: SQLBindable {
    package var sqlValue: SQLValue { .bytes(self) }
}

extension Instant: SQLBindable {
    package var sqlValue: SQLValue { .instant(self) }
}

extension LocalDate: SQLBindable {
    package var sqlValue: SQLValue { .text(iso) }
}

extension Identifier: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}

extension Money: SQLBindable {
    package var sqlValue: SQLValue { .integer(dong) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    package var sqlValue: SQLValue { rawValue.sqlValue }
}
