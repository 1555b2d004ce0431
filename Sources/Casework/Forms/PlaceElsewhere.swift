// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A commune outside the province, as the answer of an address: `elsewhere:Phường Ba Đình, Thành phố Hà Nội`.
package struct PlaceElsewhere: Hashable, Sendable {
    private static let prefix = "elsewhere:"
    private static let longest = 200
    /// What was typed, without what marks the answer.
    package let text: String

    package init(typed text: String) {
        self.text = text
    }

    /// Nil where the answer is not marked as a place elsewhere.
    package init?(answer: String) {
        guard answer.hasPrefix(Self.prefix) else { return nil }
        text = normalised(String(answer.dropFirst(Self.prefix.count)))
    }

    package var answer: String { Self.prefix + text }

    /// Whether it names at least a commune and, after a comma, one of the provinces of today.
    package var isComplete: Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let commune = parts.first, let province = parts.last else { return false }
        return !folded(commune).isEmpty && ProvinceNames.today(province) != nil && text.count <= Self.longest
    }
}
