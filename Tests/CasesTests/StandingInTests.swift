// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Process
import Testing

/// Whoever stands in for a colleague may do what that colleague may, and the history knows in whose place.
@Suite struct StandingInTests {
    typealias Fixture = CaseFixture

    private let substitute = Actor(
        account: "specialist2", name: "Chuyên viên hai", kind: .officer, posts: [.init(unit: Fixture.commune, role: .specialist)],
        covers: [.init(absent: Assignee(account: "head", name: "Lãnh đạo"), posts: [.init(unit: Fixture.commune, role: .head)])])

    @Test func aSubstituteActsInThePlaceOfTheAbsent() throws {
        let fixture = Fixture.processing(at: .approve)
        let state = try #require(fixture.state)
        let (decision, context) = decideInAnyCapacity(state, .approve(note: ""), in: fixture.context(substitute))
        guard case .events = decision else {
            Issue.record("\(decision)")
            return
        }
        #expect(context.actor.standsInFor?.name == "Lãnh đạo")
        #expect(availableCommands(state, in: fixture.context(substitute)).contains(.approve))
    }

    @Test func whatIsTheirOwnTheyDoAsThemselves() throws {
        let fixture = Fixture.processing(at: .examine)
        let (decision, context) = decideInAnyCapacity(fixture.state, .advance(note: "", result: nil), in: fixture.context(substitute))
        guard case .events = decision else {
            Issue.record("\(decision)")
            return
        }
        #expect(context.actor.standsInFor == nil)
    }

    @Test func aTaskGivenToTheAbsentIsTheSubstitutes() throws {
        var fixture = Fixture.processing(at: .approve)
        fixture.give(.assign(Fixture.head), by: Fixture.head)
        let stranger = Fixture.officer("other-head", .head)
        #expect(fixture.decision(.approve(note: ""), by: stranger) == .refused(.assignedToAnother("head")))
        guard case .events = decideInAnyCapacity(fixture.state, .approve(note: ""), in: fixture.context(substitute)).decision else {
            Issue.record("refused")
            return
        }
    }

    @Test func theRefusalToldIsThatOfWhoeverHasThePost() {
        let fixture = Fixture.processing(at: .approve)
        let (decision, _) = decideInAnyCapacity(fixture.state, .sendBack(reason: ""), in: fixture.context(substitute))
        #expect(decision == .refused(.reasonRequired))
    }

    @Test func withoutAPostAnywhereNothingIsLent() {
        let other = Actor(
            account: "x", name: "X", kind: .officer, posts: [],
            covers: [.init(absent: Assignee(account: "y", name: "Y"), posts: [.init(unit: "H55.201", role: .head)])])
        let fixture = Fixture.processing(at: .approve)
        #expect(decideInAnyCapacity(fixture.state, .approve(note: ""), in: fixture.context(other)).decision == .refused(.notYourRole))
    }
}
