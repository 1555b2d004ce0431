// SPDX-License-Identifier: Apache-2.0

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
        hub.publish(note(["unit:a", "dossier:1"], "both"))
        hub.publish(note(["unit:b"], "other"))
        hub.publish(note(["unit:a"], "one"))
        hub.close()
        #expect(await subjects(listener) == ["both", "one"])
    }

    @Test func whatCameBetweenThePageAndTheListeningIsHeard() async {
        let hub = LiveHub()
        hub.publish(note(["unit:a"], "before"))
        let mark = hub.mark
        hub.publish(note(["unit:a"], "between"))
        hub.publish(note(["unit:b"], "elsewhere"))
        let listener = hub.subscribe(to: ["unit:a"], session: "s", after: LiveMark(mark.text))
        hub.publish(note(["unit:a"], "after"))
        hub.close()
        #expect(await subjects(listener) == ["between", "after"])
    }

    @Test func aMarkTooOldOrOfAnotherProcessMeansAGap() async {
        let hub = LiveHub(remembered: 2)
        let old = hub.mark
        for number in 0..<20 { hub.publish(note(["unit:a"], "\(number)")) }
        let late = hub.subscribe(to: ["unit:a"], session: "s", after: old)
        let foreign = hub.subscribe(to: ["unit:a"], session: "s", after: LiveHub().mark)
        hub.close()
        #expect(await subjects(late) == ["gap"])
        #expect(await subjects(foreign) == ["gap"])
    }

    @Test func aSessionHasThreeLinesAndTheOldestMakesRoom() async {
        let hub = LiveHub()
        let lines = (0..<5).map { _ in hub.subscribe(to: ["unit:a"], session: "s", after: nil) }
        let other = hub.subscribe(to: ["unit:a"], session: "t", after: nil)
        #expect(hub.listenerCount == 4)
        hub.publish(note(["unit:a"]))
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

    @Test(arguments: ["", "a", "a.b", "a.-1", "a.1.2", String(repeating: "x", count: 60) + ".1"])
    func whatIsNoMarkIsIgnored(text: String) {
        #expect(LiveMark(text) == nil)
    }
}
