// SPDX-License-Identifier: Apache-2.0

/// A value that never prints itself; `reveal()` is easy to find by search.
package struct Secret<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package func reveal() -> Value { value }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    /// Nothing to look into, so `dump` and string interpolation of a type that holds a secret stay silent too.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// `019******123`: enough to recognise a number one knows, not enough to learn it; a short one hides whole.
package func masked(_ number: String) -> String {
    let characters = Array(number)
    guard characters.count > 8 else { return String(repeating: "*", count: characters.count) }
    return String(characters.prefix(3)) + String(repeating: "*", count: characters.count - 6) + String(characters.suffix(3))
}
