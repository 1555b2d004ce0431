// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct ForgeryTests {
    @Test func aPlainPageSetsNoCookieAndAFormPageSetsOne() async throws {
        let browser = Browser(try await TestSite())
        #expect(try await browser.get("/").headers[values: .setCookie].isEmpty)
        let cookie = try await browser.get("/form").headers[.setCookie] ?? ""
        #expect(cookie.hasPrefix("visitor=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
        #expect(try await browser.get("/form").headers[.setCookie] == nil)
    }

    @Test func secureCookiesHaveTheHostPrefix() async throws {
        let browser = Browser(try await TestSite { $0.isSecure = true })
        let answer = try await browser.get("/form")
        #expect(answer.headers[.setCookie]?.hasPrefix("__Host-visitor=") == true)
        #expect(answer.headers[.setCookie]?.contains("; Secure") == true)
        #expect(answer.headers[.strictTransportSecurity] != nil)
    }

    @Test(arguments: ["same-origin", "none"])
    func ownPagesPassByWhatTheBrowserSays(site: String) async throws {
        #expect(try await Browser(TestSite()).post("/form", [("a", "1")], headers: [.secFetchSite: site]).text == "a=1")
        #expect(try await Browser(TestSite()).post("/form", [("a", "1")], headers: [.origin: "http://site.test"]).text == "a=1")
    }

    @Test func theTokenIsEnoughForOldBrowsers() async throws {
        let browser = Browser(try await TestSite())
        let token = try #require(try await browser.get("/form").hidden("_token"))
        let second = try #require(try await browser.get("/form").hidden("_token"))
        #expect(token != second)
        for token in [token, second] { #expect(try await browser.post("/form", [("a", "1"), ("_token", token)], headers: [:]).status == 200) }
    }

    @Test(arguments: ["", "abc", String(repeating: "0", count: 64), "không"])
    func aWrongTokenOffersTheFormAgain(token: String) async throws {
        let browser = Browser(try await TestSite())
        _ = try await browser.get("/form")
        let typed = "Nguyễn \"Thị\" <Đào>\nhai dòng"
        let refused = try await browser.post(
            "/form", [("name", typed), ("list", "1"), ("list", "2"), ("_token", token), ("password", "bí mật")], headers: [:])
        #expect(refused.status == 403)
        #expect(refused.text.contains("name=\"name\" value=\"Nguyễn &quot;Thị&quot; &lt;Đào&gt;\nhai dòng\""))
        #expect(refused.text.contains("name=\"list\" value=\"1\"") && refused.text.contains("name=\"list\" value=\"2\""))
        #expect(!refused.text.contains("bí mật"))
        let fresh = try #require(refused.hidden("_token"))
        let again = try await browser.post("/form", [("name", typed), ("_token", fresh)], headers: [:])
        #expect(again.status == 200)
    }

    @Test func anotherBrowsersTokenIsNotTaken() async throws {
        let site = try await TestSite()
        let token = try #require(try await Browser(site).get("/form").hidden("_token"))
        let victim = Browser(site)
        _ = try await victim.get("/form")
        #expect(try await victim.post("/form", [("a", "1"), ("_token", token)], headers: [:]).status == 403)
    }

    @Test(arguments: [[.secFetchSite: "cross-site"], [.origin: "https://elsewhere.test"]] as [HTTPFields])
    func anotherSitesFormIsRefusedAndNotOfferedAgain(headers: HTTPFields) async throws {
        let answer = try await Browser(TestSite()).post("/form", [("a", "attack")], headers: headers)
        #expect(answer.status == 403)
        #expect(!answer.text.contains("attack"))
    }

    @Test func multipartFormsAreOfferedAgainWithTheirFilesKept() async throws {
        let site = try await TestSite(fileKeeper: { "ref-\($0.size)" })
        let body =
            "--XX\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"a.pdf\"\r\n\r\n12345\r\n--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--XX--"
        let answer = try await Browser(site).send(.post, "/form", headers: [.contentType: "multipart/form-data; boundary=XX"], body: Array(body.utf8))
        #expect(answer.status == 403)
        #expect(answer.hidden("kept_scan") == "ref-5" && answer.hidden("note") == "x")
    }

    @Test func machinesWithABearerTokenNeedNoFormToken() async throws {
        let browser = Browser(try await TestSite())
        let json: HTTPFields = [.contentType: "application/json", .authorization: "Bearer good", .secFetchSite: "cross-site"]
        #expect(
            try await browser.send(.post, "/api/v1/things", headers: json, body: Array("{\"name\":\"a\"}".utf8)).text
                == "{\"name\":\"a\",\"who\":\"machine\"}")
        let bad = try await browser.send(.get, "/api/v1/me", headers: [.authorization: "bearer bad"])
        #expect(bad.status == 401 && bad.headers[.wwwAuthenticate] == "Bearer")
        #expect(bad.headers[.contentType] == "application/problem+json")
    }

    @Test func aCookieReadsTheAPIButChangesNothingFromElsewhere() async throws {
        let browser = Browser(try await TestSite())
        _ = try await browser.post("/sign-in", [])
        #expect(try await browser.get("/api/v1/me").status == 200)
        let body = Array("{\"name\":\"a\"}".utf8)
        #expect(
            try await browser.send(.post, "/api/v1/things", headers: [.contentType: "application/json", .secFetchSite: "cross-site"], body: body)
                .status == 403)
        #expect(try await browser.send(.post, "/api/v1/things", headers: [.contentType: "application/json"], body: body).status == 403)
        #expect(
            try await browser.send(.post, "/api/v1/things", headers: [.contentType: "application/json", .secFetchSite: "same-origin"], body: body)
                .status == 200)
    }
}
