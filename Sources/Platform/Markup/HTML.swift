// SPDX-License-Identifier: Apache-2.0

/// A piece of HTML, written as a literal: `"<p class=\"note\">\(text)</p>"`. Everything interpolated is escaped by its
/// type; only `HTML` itself goes in as it is.
package struct HTML: Hashable, Sendable {
    /// The piece in UTF-8.
    package private(set) var bytes: [UInt8]

    /// The ugly door: `markup` is taken as it is, nothing is escaped.
    package init(unsafeRaw markup: String) {
        bytes = Array(markup.utf8)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static let empty = HTML(bytes: [])

    package var isEmpty: Bool { bytes.isEmpty }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral markup: String) {
        bytes = Array(markup.utf8)
    }

    package init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    package typealias StringInterpolation = Interpolation
}

extension [HTML] {
    /// All pieces in order, `separator` between two.
    package func joined(separator: HTML = .empty) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
        for (index, piece) in enumerated() {
            if index > 0 { bytes.append(contentsOf: separator.bytes) }
            bytes.append(contentsOf: piece.bytes)
        }
        return HTML(bytes: bytes)
    }
}
