// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct SessionTests {
    private func rows(_ site: TestSite) async throws -> Int {
        try await site.database.read { connection in try connection.value("SELECT count(*) FROM sessions", as: Int.self) ?? 0 }
    }

    @Test func signingInRotatesTheTokenAndSigningOutEndsIt() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        _ = try await browser.post("/sign-in", [])
        let first = try #require(browser.cookies["session"])
        #expect(try await browser.get("/mine").text == "Nguyễn Thị Đào")
        #expect(try await browser.get("/mine").headers[.setCookie] == nil)
        _ = try await browser.post("/sign-in", [])
        #expect(browser.cookies["session"] != first)
        #expect(try await rows(site) == 1)

        let stolen = Browser(site)
        stolen.cookies["session"] = browser.cookies["session"]
        #expect(try await stolen.get("/mine").status == 200)
        _ = try await browser.post("/sign-out", [])
        #expect(browser.cookies["session"] == nil)
        #expect(try await stolen.get("/mine").status == 303)
        #expect(stolen.cookies["session"] == nil)
        #expect(try await rows(site) == 0)
    }

    @Test func theTokenItselfIsNotStored() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        _ = try await browser.post("/sign-in", [])
        let stored = try await site.database.read { connection in try connection.value("SELECT token_hash FROM sessions", as: String.self) }
        #expect(stored == tokenHash(try #require(browser.cookies["session"])))
    }

    @Test func sessionsEndByIdlenessAndByAge() async throws {
        let site = try await TestSite {
            $0.session.idleSeconds = 3600
            $0.session.absoluteSeconds = 10_000
        }
        let browser = Browser(site)
        _ = try await browser.post("/sign-in", [])
        for _ in 0..<4 {
            site.clock.advance(seconds: 2400)
            #expect(try await browser.get("/mine").status == 200)
        }
        site.clock.advance(seconds: 2400)
        #expect(try await browser.get("/mine").status == 303)

        _ = try await browser.post("/sign-in", [])
        site.clock.advance(seconds: 3600)
        #expect(try await browser.get("/mine").status == 303)
        #expect(try await site.server.sweep() >= 1)
        #expect(try await rows(site) == 0)
    }

    @Test func lastSeenIsWrittenAtMostEveryTenMinutes() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        _ = try await browser.post("/sign-in", [])
        let begin = site.clock.now
        site.clock.advance(seconds: 500)
        _ = try await browser.get("/mine")
        let seen = { try await site.database.read { connection in try connection.value("SELECT last_seen_at FROM sessions", as: Instant.self) } }
        #expect(try await seen() == begin)
        site.clock.advance(seconds: 200)
        _ = try await browser.get("/mine")
        #expect(try await seen() == begin.adding(seconds: 700))
    }

    @Test func everySessionOfAnAccountCanBeEnded() async throws {
        let site = try await TestSite()
        let (one, two) = (Browser(site), Browser(site))
        for browser in [one, two] {
            _ = try await browser.post("/sign-in", [])
            #expect(try await browser.get("/mine").status == 200)
        }
        try await site.server.sessions.endAll(of: TestSite.account)
        for browser in [one, two] { #expect(try await browser.get("/mine").status == 303) }
    }

    @Test func aVisitorIsLedToSignInAndBack() async throws {
        let browser = Browser(try await TestSite())
        let answer = try await browser.get("/mine?a=1&b=2")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/sign-in?next=%2Fmine%3Fa%3D1%26b%3D2")
        #expect(try await browser.post("/sign-in", [("next", "/mine?a=1")]).headers[.location] == "/mine?a=1")
        #expect(try await browser.post("/sign-in", [("next", "//elsewhere")]).headers[.location] == "/")
    }

    @Test func aFormPostedAfterTheSessionEndedIsHeldUntilSignIn() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        let refused = try await browser.post("/mine", [("note", "một\r\nhai <b>"), ("list", "1"), ("list", "2")])
        #expect(refused.status == 401)
        let key = try #require(refused.text.range(of: "held=").map { String(refused.text[$0.upperBound...].prefix(64)) })

        let landing = try await browser.post("/sign-in", [("held", key)]).headers[.location]
        #expect(landing == "/held/\(key)")
        let offered = try await browser.get("/held/\(key)")
        #expect(offered.status == 200)
        #expect(offered.hidden("note") == "một\r\nhai &lt;b&gt;")
        #expect(offered.text.contains("action=\"/mine\""))
        let token = try #require(offered.hidden("_token"))
        #expect(try await browser.post("/mine", [("note", "một"), ("_token", token)], headers: [:]).text == "Nguyễn Thị Đào:một:")
    }

    @Test func aHeldFormOpensOnlyInItsBrowserAndForADay() async throws {
        let site = try await TestSite()
        let browser = Browser(site)
        let refused = try await browser.post("/mine", [("note", "riêng tư")])
        let key = try #require(refused.text.range(of: "held=").map { String(refused.text[$0.upperBound...].prefix(64)) })
        let other = Browser(site)
        _ = try await other.get("/form")
        #expect(try await other.get("/held/\(key)").status == 404)
        #expect(try await browser.get("/held/\(key)").status == 200)
        let sealed = try await site.database.read { connection in try connection.value("SELECT sealed FROM held_forms", as: [UInt8].self) ?? [] }
        #expect(!String(decoding: sealed, as: UTF8.self).contains("riêng"))
        site.clock.advance(seconds: 24 * 3600)
        #expect(try await browser.get("/held/\(key)").status == 404)
        #expect(try await site.server.sweep() == 1)
    }

    @Test func aTokenFromBeforeTheSessionEndedStillCounts() async throws {
        let site = try await TestSite { $0.session.idleSeconds = 100 }
        let browser = Browser(site)
        let token = try #require(try await browser.get("/form").hidden("_token"))
        _ = try await browser.post("/sign-in", [])
        #expect(try await browser.post("/form", [("a", "1"), ("_token", token)], headers: [:]).status == 200)
        site.clock.advance(seconds: 200)
        #expect(try await browser.post("/form", [("a", "1"), ("_token", token)], headers: [:]).status == 200)
    }
}
