// SPDX-License-Identifier: Apache-2.0

/// A value that never prints itself; `reveal()` is easy to find by search.
package struct Secret<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package func reveal() -> Value { value }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
}

/// `019******123`: enough to recognise a number one knows, not enough to learn it (RULES §1.2).
package func masked(_ number: String) -> String {
    let characters = Array(number)
    guard characters.count > 6 else { return String(repeating: "*", count: characters.count) }
    return String(characters.prefix(3)) + String(repeating: "*", count: characters.count - 6) + String(characters.suffix(3))
}
