// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel

/// The words by which a dossier is found: each word of the applicant's name, folded, and the numbers they are known by.
enum DossierWords {
    private static let longest = 40
    private static let most = 16

    static func of(_ applicant: Applicant) -> [String] {
        let name = folded(applicant.name).split(separator: " ").prefix(most).map { String($0.prefix(longest)) }
        let numbers = [digits(applicant.personalID), phone(applicant.phone)].filter { $0.utf8.count >= 8 && $0.utf8.count <= longest }
        return Array(Set(name + numbers)).sorted()
    }

    /// The whole name as it stands beside each word.
    static func name(of applicant: Applicant) -> String { String(folded(applicant.name).prefix(200)) }

    static func digits(_ text: String) -> String {
        String(decoding: text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self)
    }

    /// `+84 912 345 678` and `0912345678` are one telephone.
    static func phone(_ text: String) -> String {
        let digits = digits(text)
        let isAbroad = digits.hasPrefix("84") && digits.utf8.count >= 11
        return isAbroad ? "0" + digits.dropFirst(2) : digits
    }
}
