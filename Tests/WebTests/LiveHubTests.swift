// SPDX-License-Identifier: Apache-2.0

import Database
import TestDatabases
import Testing

@testable import Web

@Suite struct LiveHubTests {
    private func note(_ topics: Set<String>, _ subject: String = "1", by account: String = "a") -> LiveNote {
        LiveNote(topics: topics, subject: subject, by: "Ai đó", account: account)
    }

    /// What arrives until the subscription ends.
    private func subjects(_ subscription: LiveSubscription) async -> [String] {
        var heard: [String] = []
        for await signal in subscription.signals {
            switch signal {
            case .note(let note, _): heard.append(note.subject)
            case .gap: heard.append("gap")
            case .displaced: heard.append("displaced")
            case .beat: break
            }
        }
        return heard
    }

    @Test func aListenerHearsOfItsTopicsOnceEach() async {
        let hub = LiveHub()
        let listener = hub.subscribe(to: ["unit:a", "dossier:1"], session: "s", after: nil)
        hub.hear(note(["unit:a", "dossier:1"], "both"))
        hub.hear(note(["unit:b"], "other"))
        hub.hear(note(["unit:a"], "one"))
        hub.close()
        #expect(await subjects(listener) == ["both", "one"])
    }

    @Test func whatCameBetweenThePageAndTheListeningIsHeard() async {
        let hub = LiveHub()
        hub.hear(note(["unit:a"], "before"))
        let mark = hub.mark
        hub.hear(note(["unit:a"], "between"))
        hub.hear(note(["unit:b"], "elsewhere"))
        let listener = hub.subscribe(to: ["unit:a"], session: "s", after: LiveMark(mark.text))
        hub.hear(note(["unit:a"], "after"))
        hub.close()
        #expect(await subjects(listener) == ["between", "after"])
    }

    @Test func aMarkTooOldMeansAGap() async {
        let hub = LiveHub(remembered: 2)
        let old = hub.mark
        for number in 0..<20 { hub.hear(note(["unit:a"], "\(number)")) }
        let late = hub.subscribe(to: ["unit:a"], session: "s", after: old)
        hub.close()
        #expect(await subjects(late) == ["gap"])
    }

    @Test func aPageOfOneProcessMayListenToAnother() async {
        let clock = TestClock()
        let (one, other) = (LiveHub(now: { clock.now }), LiveHub(now: { clock.now }))
        clock.advance(seconds: 10)
        for hub in [one, other] { hub.hear(note(["unit:a"], "before")) }
        clock.advance(seconds: 10)
        let mark = one.mark
        clock.advance(seconds: 10)
        for hub in [one, other] { hub.hear(note(["unit:a"], "between")) }
        let listener = other.subscribe(to: ["unit:a"], session: "s", after: LiveMark(mark.text))
        other.close()
        #expect(await subjects(listener) == ["between"])
    }

    @Test func aProcessThatStartedAfterAPageOfAnotherCannotKnowWhatItMissed() async {
        let clock = TestClock()
        let mark = LiveHub(now: { clock.now }).mark
        clock.advance(seconds: 10)
        let other = LiveHub(now: { clock.now })
        let listener = other.subscribe(to: ["unit:a"], session: "s", after: mark)
        other.close()
        #expect(await subjects(listener) == ["gap"])
    }

    @Test func whatWasMissedOnTheWayIsAGapForEverybody() async {
        let hub = LiveHub()
        hub.hear(note(["unit:a"], "early"))
        let mark = hub.mark
        let line = hub.subscribe(to: ["unit:b"], session: "s", after: nil)
        hub.hear("")
        let late = hub.subscribe(to: ["unit:a"], session: "t", after: mark)
        hub.close()
        #expect(await subjects(line) == ["gap"])
        #expect(await subjects(late) == ["gap"])
    }

    @Test func aNoteTravelsAsOneMessageOfTheDatabase() async throws {
        let database = try temporaryDatabase()
        let (here, there) = (LiveHub(), LiveHub())
        let told = (database.notifications(LiveHub.channel), database.notifications(LiveHub.channel))
        let line = there.subscribe(to: ["unit:a"], session: "s", after: nil)
        let change = LiveNote(topics: ["unit:a", "dossier:1"], subject: "H55 1\nHồ sơ", by: "Ai đó", account: "a")
        try await database.write { try here.publish(change, in: $0) }
        for (hub, stream) in [(here, told.0), (there, told.1)] {
            var messages = stream.makeAsyncIterator()
            hub.hear(try #require(await messages.next()))
        }
        there.close()
        #expect(await subjects(line) == ["H55 1Hồ sơ"])
        #expect(here.mark.number == 1)
        await database.close()
    }

    @Test func aNoteTooLongForAMessageIsAGap() {
        #expect(LiveNote(topics: ["unit:a"], subject: String(repeating: "ạ", count: 3000), by: "", account: "").payload.isEmpty)
    }

    @Test func aSessionHasThreeLinesAndTheOldestMakesRoom() async {
        let hub = LiveHub()
        let lines = (0..<5).map { _ in hub.subscribe(to: ["unit:a"], session: "s", after: nil) }
        let other = hub.subscribe(to: ["unit:a"], session: "t", after: nil)
        #expect(hub.listenerCount == 4)
        hub.hear(note(["unit:a"]))
        hub.close()
        #expect(await subjects(lines[0]) == ["displaced"])
        #expect(await subjects(lines[1]) == ["displaced"])
        #expect(await subjects(lines[4]) == ["1"])
        #expect(await subjects(other) == ["1"])
    }

    @Test func afterTheEndNobodyListens() async {
        let hub = LiveHub()
        let line = hub.subscribe(to: ["unit:a"], session: "s", after: nil)
        line.end()
        #expect(hub.listenerCount == 0)
        hub.close()
        #expect(await subjects(hub.subscribe(to: ["unit:a"], session: "s", after: nil)) == [])
    }

    @Test(arguments: ["", "a", "a.1", "a.b.1", "a.-1.2", "a.1.-2", "a.1.2.3", String(repeating: "x", count: 60) + ".1.2"])
    func whatIsNoMarkIsIgnored(text: String) {
        #expect(LiveMark(text) == nil)
    }
}
