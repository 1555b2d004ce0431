// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import WorkingTime

/// What `motcua due` writes.
struct DueReport: Encodable {
    let start: String
    let due: String
    let explanation: [String]

    init(_ due: DueDate, _ language: Language) {
        start = due.start.iso
        self.due = due.due.iso
        explanation = due.explanation.map { $0[language] }
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The due minute first, so that a script can cut it off; the reasons below.
    var text: String {
        ([due] + explanation.map { "- \($0)" }).joined(separator: "\n")
    }
}
