// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Reads what a form sent by GET, a link or a program asks for: empty fields are no fields, and every mistake is kept with its
/// field.
package struct QueryReading: Sendable {
    package let values: FormData
    package private(set) var errors: [FieldError] = []

    package init(_ query: QueryItems) {
        values = FormData(query.items.map { (name: $0.name, value: $0.value) })
    }

    package func text(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Three boxes of a form, or `2026-11-20`.
    package mutating func day(_ name: String) -> LocalDate? {
        guard let text = values.date(name) ?? text(name) else { return nil }
        return known(LocalDate(iso: text), name, Words.day)
    }

    /// Notes a mistake where there is no value.
    package mutating func known<Value>(_ value: Value?, _ field: String, _ message: Phrase) -> Value? {
        if value == nil { refuse(FieldError(field: field, message: message)) }
        return value
    }

    package mutating func refuse(_ error: FieldError) {
        errors.append(error)
    }

    private enum Words {
        static let day = Phrase(vi: "Ngày này không có; viết như 2026-11-20", en: "There is no such day; write it like 2026-11-20")
    }
}
