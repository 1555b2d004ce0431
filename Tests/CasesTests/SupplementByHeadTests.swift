// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Process
import Testing

/// Asking again, and asking late: who may, and who may only propose it.
@Suite struct SupplementByHeadTests {
    typealias Fixture = CaseFixture

    struct Row: CustomTestStringConvertible, Sendable {
        let actor: Actor
        let status: DossierStatus
        let asksAgain: Bool
        let override: String?
        /// Nil: it is done.
        let refusal: Refusal?
        let mayPropose: Bool

        var testDescription: String { "\(actor.name) in \(status), again: \(asksAgain), override: \(override ?? "-")" }
    }

    static let rows = [
        Row(actor: Fixture.reception, status: .submitted, asksAgain: false, override: nil, refusal: nil, mayPropose: false),
        Row(actor: Fixture.reception, status: .submitted, asksAgain: true, override: nil, refusal: .secondSupplementNeedsHead, mayPropose: true),
        Row(actor: Fixture.reception, status: .submitted, asksAgain: true, override: "Cần", refusal: .secondSupplementNeedsHead, mayPropose: true),
        Row(actor: Fixture.head, status: .submitted, asksAgain: true, override: "Cần", refusal: nil, mayPropose: false),
        Row(actor: Fixture.head, status: .submitted, asksAgain: true, override: nil, refusal: .notYourRole, mayPropose: false),
        Row(actor: Fixture.head, status: .submitted, asksAgain: true, override: " ", refusal: .secondSupplementNeedsHead, mayPropose: false),
        Row(actor: Fixture.specialist, status: .submitted, asksAgain: true, override: "Cần", refusal: .notYourRole, mayPropose: false),
        Row(actor: Fixture.specialist, status: .processing, asksAgain: false, override: nil, refusal: nil, mayPropose: false),
        Row(actor: Fixture.specialist, status: .processing, asksAgain: true, override: nil, refusal: .secondSupplementNeedsHead, mayPropose: true),
        Row(actor: Fixture.head, status: .processing, asksAgain: true, override: "Cần", refusal: nil, mayPropose: false),
        Row(actor: Fixture.clerk, status: .processing, asksAgain: true, override: "Cần", refusal: .notYourRole, mayPropose: false),
    ]

    @Test(arguments: rows) func askingAgainIsTheHeads(row: Row) throws {
        var fixture = Fixture.dossier(in: row.status)
        if row.asksAgain {
            let first = row.status == .submitted ? Fixture.reception : Fixture.specialist
            fixture.give(.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: nil), by: first)
            fixture.give(.supplement(answers: nil, files: [], note: "Đã nộp"), by: Fixture.applicant)
        }
        let decision = fixture.decision(.requestSupplement(items: ["Ảnh"], reason: "Mờ", override: row.override), by: row.actor)
        if let refusal = row.refusal {
            #expect(decision == .refused(refusal))
        } else if case .refused(let refusal) = decision {
            Issue.record("\(refusal)")
        }
        let state = try #require(fixture.state)
        #expect(mayProposeSupplement(state, in: fixture.context(row.actor)) == row.mayPropose)
    }

    @Test func theHeadIsOfferedItWhenTheTimeForAskingIsOver() throws {
        var fixture = Fixture.processing(at: .examine)
        #expect(!availableCommands(try #require(fixture.state), in: fixture.context(Fixture.head)).contains(.requestSupplement))
        fixture.pass(days: 10)
        let state = try #require(fixture.state)
        #expect(supplementNeedsHead(state, in: fixture.context(Fixture.specialist)))
        #expect(availableCommands(state, in: fixture.context(Fixture.head)).contains(.requestSupplement))
        #expect(!availableCommands(state, in: fixture.context(Fixture.specialist)).contains(.requestSupplement))
        #expect(mayProposeSupplement(state, in: fixture.context(Fixture.specialist)))
    }
}
