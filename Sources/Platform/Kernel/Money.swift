// SPDX-License-Identifier: Apache-2.0

/// Whole đồng; Vietnamese public money has no smaller unit.
package struct Money: Hashable, Comparable, Sendable {
    package let dong: Int64

    package init(dong: Int64) {
        self.dong = dong
    }

    package static let zero = Money(dong: 0)

    package static func < (left: Self, right: Self) -> Bool { left.dong < right.dong }

    package static func + (left: Self, right: Self) -> Money { Money(dong: left.dong + right.dong) }

    /// `8.000 đ`.
    package var spoken: String { "\(grouped(dong)) đ" }
}

extension Money: Codable {
    package init(from decoder: any Decoder) throws {
        dong = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(dong)
    }
}

/// A whole number with dots between thousands, `427.662`.
package func grouped(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { result.append(".") }
        result.append(digit)
    }
    return value < 0 ? "-" + result : result
}
