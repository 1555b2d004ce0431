// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension CanonicalText {
    package mutating func member(_ key: StaticString, _ answers: Answers) {
        self.key(key)
        value(answers)
    }

    package mutating func value(_ answers: Answers) {
        beginObject()
        for question in Array(answers.keys).inByteOrder {
            guard let answer = answers[question] else { continue }
            key(question)
            value(answer)
        }
        endObject()
    }

    private mutating func value(_ answer: AnswerValue) {
        switch answer {
        case .text(let text): value(text)
        case .list(let list):
            beginList()
            for text in list {
                separate()
                value(text)
            }
            endList()
        case .group(let rows):
            beginList()
            for row in rows {
                separate()
                value(row)
            }
            endList()
        }
    }
}
