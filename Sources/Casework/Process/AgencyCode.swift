// SPDX-License-Identifier: Apache-2.0

/// The shape of an agency code (QĐ 20/2020): a letter and two digits, then groups of up to three digits.
package func isAgencyCode(_ code: String) -> Bool {
    let groups = code.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let head = groups.first, head.count == 3, (UInt8(ascii: "A")...UInt8(ascii: "Y")).contains(head[0]), groups.count <= 9 else {
        return false
    }
    return head.dropFirst().allSatisfy { digits.contains($0) }
        && groups.dropFirst().allSatisfy { (1...3).contains($0.count) && $0.allSatisfy { digits.contains($0) } }
}
