// SPDX-License-Identifier: Apache-2.0

import Cases
import Crypto
import Forms
import Kernel
import Process

/// What tells two filings apart, for requests repeated under the same key: a hash over every field, each with its length.
struct FilingFingerprint {
    private var hasher = SHA256()

    init(_ filing: Filing) {
        let applicant = filing.applicant
        for text in [
            filing.procedure, filing.caseCode ?? "", filing.unit, filing.resolvingUnit ?? "", filing.channel.rawValue, filing.delivery.rawValue,
            applicant.name, applicant.personalID, applicant.phone, applicant.email, applicant.address, applicant.account ?? "",
            filing.returningUnit ?? "",
        ] { add(text) }
        add(filing.answers)
        for file in filing.files {
            for text in [file.component, file.name, file.sha256] { add(text) }
        }
    }

    var text: String { hasher.finalize().hex }

    private mutating func add(_ answers: Answers) {
        for (question, value) in answers.sorted(by: { $0.key < $1.key }) {
            add(question)
            switch value {
            case .text(let text): add(text)
            case .list(let list):
                add("list \(list.count)")
                for text in list { add(text) }
            case .group(let rows):
                add("group \(rows.map(\.count))")
                for row in rows { add(row) }
            }
        }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            withUnsafeBytes(of: bytes.count) { hasher.update(bufferPointer: $0) }
            hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }
}
