// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A share in hundredths of a percent, rounded down, so that 100% means all of them: `99,68%`.
func percent(_ share: Double, _ language: Language) -> String {
    // The small step makes up for fractions that binary numbers fall just short of.
    let hundredths = Int(share * 10_000 + 1e-7)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(whole)%" }
    return "\(whole)\(language == .vi ? "," : ".")\(padded(rest, 2))%"
}
