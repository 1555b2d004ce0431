// SPDX-License-Identifier: Apache-2.0

/// A mailbox, with the name people know it by. It cannot hold anything that would end a header or a command.
package struct MailAddress: Hashable, Sendable {
    package let address: String
    package let name: String

    /// Nil for what is no address. A name loses its control characters.
    package init?(_ address: String, name: String = "") {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, (1...64).contains(parts[0].utf8.count), parts[1].utf8.count >= 1,
            address.unicodeScalars.allSatisfy(Self.isAllowed), !parts[1].hasPrefix("."), !parts[1].hasPrefix("-")
        else { return nil }
        self.address = address
        self.name = oneLine(name)
    }

    /// Reads `motcua@example.vn` or `Một cửa <motcua@example.vn>`.
    package init?(parsing text: String) {
        guard let open = text.lastIndex(of: "<") else {
            self.init(trimmed(text[...]))
            return
        }
        let rest = text[text.index(after: open)...]
        guard rest.hasSuffix(">") else { return nil }
        self.init(String(rest.dropLast()), name: trimmed(text[..<open]).filter { $0 != "\"" })
    }

    /// Only such an address can be given to every server; others need SMTPUTF8.
    package var isASCII: Bool { address.utf8.allSatisfy { $0 < 0x80 } }

    package var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "(", ")", "[", "]", "\"", "\\", ",", ";", ":": false
        default: scalar.value > 0x20 && !isLineBreaking(scalar)
        }
    }
}

/// A text that stays on its line: everything that could end or hide part of a header is a space.
func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        if scalar == " " || isLineBreaking(scalar) {
            pendingSpace = !scalars.isEmpty
        } else {
            if pendingSpace { scalars.append(" ") }
            pendingSpace = false
            scalars.append(scalar)
        }
    }
    return String(scalars)
}

private func isLineBreaking(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
}

private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
}
