// SPDX-License-Identifier: Apache-2.0

package enum Language: String, CaseIterable, Sendable, Codable {
    case vi, en
}

/// A sentence in both languages of the house. A phrase cannot exist half translated; `{name}` marks a parameter.
package struct Phrase: Hashable, Sendable, Codable {
    package let vi: String
    package let en: String

    package init(vi: String, en: String) {
        (self.vi, self.en) = (vi, en)
    }

    /// The same words in both languages: proper names, codes.
    package init(_ text: String) {
        self.init(vi: text, en: text)
    }

    package subscript(_ language: Language) -> String {
        language == .vi ? vi : en
    }

    /// The phrase with its `{name}` marks filled in.
    package func callAsFunction(_ language: Language, _ parameters: [String: String] = [:]) -> String {
        fill(self[language], parameters)
    }

    /// Both languages filled in with the same parameters.
    package func with(_ parameters: [String: String]) -> Phrase {
        Phrase(vi: fill(vi, parameters), en: fill(en, parameters))
    }

    /// The names between braces, in one language; both languages must use the same set.
    package func parameters(in language: Language) -> Set<String> {
        let pieces = self[language].split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return Set(pieces.compactMap { piece in piece.firstIndex(of: "}").map { String(piece[..<$0]) } })
    }

    private func fill(_ text: String, _ parameters: [String: String]) -> String {
        guard !parameters.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")), let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) {
            result += Substring(rest[..<open])
            let name = String(Substring(rest[rest.index(after: open)..<close]))
            result += parameters[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + Substring(rest)
    }
}
