// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
import Kernel
import Process
import Testing

@testable import Cases

/// The texts written by hand are compared with what Foundation's encoder makes of many values put together by chance.
@Suite struct CanonicalSubmissionTests {
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var mixed = state
            mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
            return mixed ^ mixed >> 33
        }
    }

    private static let pieces = [
        "", "a", "Nguyễn Thị Thu Hà", "\"", "\\", "/", "\u{0}", "\u{8}\u{C}\n\r\t", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}\u{2029}", "é", "e\u{301}",
        "😀", "đ", "01840", "{", "[", ",", ":", "\u{FEFF}", "</script>",
    ]

    private func text(_ chance: inout Chance) -> String {
        (0..<Int.random(in: 0...3, using: &chance)).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }.joined()
    }

    private func perhaps(_ chance: inout Chance) -> String? { Bool.random(using: &chance) ? text(&chance) : nil }

    private func answers(_ chance: inout Chance, depth: Int = 0) -> Answers {
        var answers: Answers = [:]
        for _ in 0..<Int.random(in: 0...6, using: &chance) {
            let question = text(&chance)
            switch Int.random(in: 0...(depth < 2 ? 3 : 1), using: &chance) {
            case 0: answers[question] = .text(text(&chance))
            case 1: answers[question] = .list((0..<Int.random(in: 0...3, using: &chance)).map { _ in text(&chance) })
            default: answers[question] = .group((0..<Int.random(in: 1...3, using: &chance)).map { _ in self.answers(&chance, depth: depth + 1) })
            }
        }
        return answers
    }

    private func submission(_ chance: inout Chance) -> Submission {
        Submission(
            procedure: text(&chance), version: Int.random(in: -3...3000, using: &chance), caseCode: text(&chance), receivingUnit: text(&chance),
            resolvingUnit: text(&chance), channel: SubmissionChannel.allCases.randomElement(using: &chance) ?? .online,
            applicant: Applicant(
                name: text(&chance), personalID: text(&chance), phone: text(&chance), email: text(&chance), address: text(&chance),
                account: perhaps(&chance)),
            answers: answers(&chance),
            files: (0..<Int.random(in: 0...3, using: &chance)).map { _ in
                AttachedFile(
                    component: text(&chance), name: text(&chance), sha256: text(&chance), size: Int.random(in: 0...Int.max, using: &chance),
                    mediaType: text(&chance), pages: Bool.random(using: &chance) ? Int.random(in: 0...99, using: &chance) : nil)
            }, delivery: ResultDelivery.allCases.randomElement(using: &chance) ?? .desk, returningUnit: perhaps(&chance),
            provisionalCode: text(&chance))
    }

    private func reference(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func aFilingIsWrittenAsAnEncoderWritesIt() throws {
        var chance = Chance(state: 11)
        for _ in 0..<3000 {
            let submission = submission(&chance)
            #expect(try submission.canonicalText == reference(submission))
            #expect(try CaseEvent.submitted(submission).json() == reference(submission))
        }
    }

    @Test func aStateIsWrittenAsAnEncoderWritesIt() throws {
        var chance = Chance(state: 12)
        let moment = Instant(milliseconds: 1_795_140_000_000)
        for _ in 0..<300 {
            let filed = RecordedEvent(
                sequence: 1, at: moment.adding(seconds: Int64.random(in: 0...100_000_000, using: &chance)),
                actor: Assignee(account: text(&chance), name: text(&chance)), event: .submitted(submission(&chance)))
            let state = try #require(evolve(nil, filed))
            #expect(try state.canonicalText() == reference(state))
            let withdrawn = RecordedEvent(
                sequence: 2, at: filed.at, actor: filed.actor, event: .withdrawn(.init(reason: text(&chance), legalGround: text(&chance))))
            let later = try #require(evolve(state, withdrawn))
            #expect(try later.canonicalText() == reference(later))
        }
    }
}
