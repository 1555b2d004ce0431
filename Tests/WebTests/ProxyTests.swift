// SPDX-License-Identifier: Apache-2.0

import Database
import HTTPTypes
import Kernel
import Testing

@testable import Web

/// Who asks through a proxy, and what many nodes allow together.
@Suite struct ProxyTests {
    private static let forwarded = HTTPField.Name("X-Forwarded-For")
    private static let scheme = HTTPField.Name("X-Forwarded-Proto")
    private let strict = [RateRule(name: "sign-in", pathPrefix: "/sign-in", onlyChanges: true, burst: 2, perMinute: 6, isShared: true)]

    private func headers(for address: String? = nil, scheme: String? = nil) throws -> HTTPFields {
        var headers: HTTPFields = [.secFetchSite: "same-origin"]
        headers[try #require(Self.forwarded)] = address
        headers[try #require(Self.scheme)] = scheme
        return headers
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
        ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.200", true), ("fd00::/8", "fd12::1", true),
        ("fd00::/8", "fe80::1", false),
        ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "fd00::1", false), ("127.0.0.1", "::ffff:127.0.0.1", true), ("::1", "::1", true),
    ])
    func aRangeHoldsTheAddressesThatBeginLikeIt(range: String, address: String, isInside: Bool) throws {
        let range = try #require(AddressRange(range))
        #expect(range.contains(address) == isInside)
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0/8", "a.example", "fd00::/129", "10.0.0.0/8/8", "10.0.0.1/-1"])
    func whatIsNoRangeIsRefused(text: String) {
        #expect(AddressRange(text) == nil)
        #expect(AddressRange.list("192.0.2.1,\(text)") == nil)
    }

    /// The test's visitors come from 192.0.2.1.
    @Test func visitorsBehindAKnownProxyDoNotShareOneLimit() async throws {
        let site = try await TestSite {
            $0.rateRules = strict
            $0.trustedProxies = AddressRange.list("192.0.2.0/24, 198.51.100.0/24") ?? []
        }
        let browser = Browser(site)
        for address in ["203.0.113.1", "203.0.113.2", "203.0.113.3, 198.51.100.9", "spoofed, 203.0.113.4"] {
            for _ in 0..<2 { #expect(try await browser.post("/sign-in", [], headers: headers(for: address)).status == 303) }
        }
        #expect(try await browser.post("/sign-in", [], headers: headers(for: "203.0.113.3")).status == 429)
        #expect(try await browser.post("/sign-in", [], headers: headers(for: "198.51.100.77, 203.0.113.4")).status == 429)
    }

    @Test func nobodyElseIsBelieved() async throws {
        let site = try await TestSite {
            $0.rateRules = strict
            $0.trustedProxies = AddressRange.list("198.51.100.0/24") ?? []
        }
        let browser = Browser(site)
        for number in 1...2 { #expect(try await browser.post("/sign-in", [], headers: headers(for: "203.0.113.\(number)")).status == 303) }
        #expect(try await browser.post("/sign-in", [], headers: headers(for: "203.0.113.3")).status == 429)
    }

    @Test func aVisitorByPlainHTTPIsSentToTheSecureAddress() async throws {
        let site = try await TestSite {
            $0.publicURL = "https://portal.example"
            $0.trustedProxies = AddressRange.list("192.0.2.1") ?? []
        }
        let browser = Browser(site)
        let answer = try await browser.get("/query?q=1", headers: headers(scheme: "http"))
        #expect(answer.status == 308 && answer.headers[.location] == "https://portal.example/query?q=1")
        #expect(try await browser.get("/query?q=1", headers: headers(scheme: "https")).status == 200)
        #expect(try await browser.get("/query?q=1").status == 200)
    }

    @Test func twoNodesCountSignInsTogether() async throws {
        let one = try await TestSite { $0.rateRules = strict }
        let store = RateStore(database: one.database)
        let rule = try #require(strict.first)
        let now = one.clock.now
        // What another node let through.
        #expect(try await store.take(rule, "192.0.2.1", now: now) == nil)
        #expect(try await store.take(rule, "192.0.2.1", now: now) == nil)
        #expect(try await store.take(rule, "192.0.2.1", now: now) == 10)
        #expect(try await store.take(rule, "192.0.2.2", now: now) == nil)
        let refused = try await Browser(one).post("/sign-in", [])
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "10")
        one.clock.advance(seconds: 10)
        #expect(try await Browser(one).post("/sign-in", []).status == 303)
        #expect(try await store.sweep(now: now.adding(seconds: 60)) == 2)
    }

    @Test func aSessionEndedOnAnotherNodeIsForgottenHere() async throws {
        let site = try await TestSite()
        let told = site.database.notifications(AccessChange.channel)
        let browser = Browser(site)
        _ = try await browser.post("/sign-in", [])
        #expect(try await browser.get("/mine").status == 200)
        // Another node has a store, and a cache, of its own.
        try await SessionStore(database: site.database, terms: SessionTerms()).endAll(of: TestSite.account)
        #expect(try await browser.get("/mine").status == 200)
        var messages = told.makeAsyncIterator()
        site.server.sessions.hear(try #require(await messages.next()))
        #expect(try await browser.get("/mine").status == 303)
    }
}
