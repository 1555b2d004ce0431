// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Kernel

/// The query of a link, decoded once: `+` is a space, what is not UTF-8 is refused with 400.
package struct QueryItems: Sendable, Hashable {
    package let items: [Item]

    package struct Item: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package static let empty = QueryItems(items: [])

    private init(items: [Item]) {
        self.items = items
    }

    /// Reads the part after `?`.
    package init(_ query: String) throws(UserError) {
        items = try decodedPairs(query.utf8, limit: 1000).map { Item(name: $0.name, value: $0.value) }
    }

    /// The first value, composed (NFC) and without spaces at the ends; nil when the name is absent.
    package subscript(name: String) -> String? {
        items.first { $0.name == name }.map { normalised($0.value) }
    }

    /// Every value of the name in order.
    package func all(_ name: String) -> [String] {
        items.filter { $0.name == name }.map { normalised($0.value) }
    }

    /// The same query with `name` set to `value` (or removed), as it stands in a link, with its `?`.
    package func link(setting name: String, to value: String?) -> String {
        var pairs = items.filter { $0.name != name }.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        if let value { pairs.append("\(percentEncoded(name))=\(percentEncoded(value))") }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension Request {
    /// The decoded query; empty when there is none.
    package var query: QueryItems {
        get throws(UserError) { try QueryItems(uri.query ?? "") }
    }

    /// Path and query as they came, always a local link.
    package var localLink: String {
        let link = head.path ?? "/"
        return link.utf8.first == UInt8(ascii: "/") ? link : uri.path
    }
}

/// `name=value&…` decoded, without the empty pairs.
func decodedPairs(_ bytes: some BidirectionalCollection<UInt8>, limit: Int) throws(UserError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
        guard pairs.count < limit else { throw FormProblem.tooManyFields.userError }
        let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
        let name = try percentDecoded(piece[..<equals], plusIsSpace: true)
        let value = equals == piece.endIndex ? "" : try percentDecoded(piece[piece.index(after: equals)...], plusIsSpace: true)
        pairs.append((name, value))
    }
    return pairs
}
