// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Chance that can be repeated: the same seed and stream always give the same draws (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, _ streams: Int...) {
        state = streams.reduce(Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)) { Self.mixed($0 ^ UInt64(truncatingIfNeeded: $1) &* 0xD134_2543_DE82_EF95) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// 0 up to, but not including, 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

    /// 0 up to, but not including, `bound`; 0 where there is nothing to choose from.
    mutating func below(_ bound: Int) -> Int {
        bound > 1 ? Int(((next() >> 32) &* UInt64(bound)) >> 32) : 0
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    mutating func within(_ range: ClosedRange<Double>) -> Double { range.lowerBound + fraction() * (range.upperBound - range.lowerBound) }

    /// Small values often, large ones rarely; never four times the mean.
    mutating func waiting(mean: Double) -> Double {
        var sum = 0.0
        // The sum of a few evenly drawn numbers, squared: no logarithm whose last digit depends on a library.
        for _ in 0..<3 { sum += fraction() }
        let bell = sum / 3
        return mean * bell * bell * 3.6
    }

    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }
}

/// Things that are drawn more or less often.
struct Weighted<Element: Sendable>: Sendable {
    let elements: [Element]
    private let sums: [Double]

    init(_ pairs: [(Element, Double)]) {
        let present = pairs.filter { $0.1 > 0 }
        elements = present.map(\.0)
        var sum = 0.0
        sums = present.map { pair in
            sum += pair.1
            return sum
        }
    }

    var total: Double { sums.last ?? 0 }

    func draw(_ chance: inout Chance) -> Element? {
        guard let total = sums.last else { return nil }
        let target = chance.fraction() * total
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}
