// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct ShellTests {
    @Test(arguments: [
        ("/", 200), ("/nowhere", 404), ("/mine/x/y", 404), ("/fault", 500), ("/http-error", 409), ("/query?q=%FF", 400), ("/named/%C3%28", 400),
    ])
    func everyAnswerCarriesTheHeaders(path: String, status: Int) async throws {
        let answer = try await Browser(TestSite()).get(path)
        #expect(answer.status == status)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.referrerPolicy] == "same-origin")
        #expect(answer.headers[.requestID] == "r-1")
        #expect(answer.text.contains("<html lang=\"vi\">") && answer.text.contains("<h1>") && answer.text.contains("class=\"skip\""))
        #expect(!answer.text.contains("<style") && !answer.text.contains(" style=") && !answer.text.contains("onclick"))
    }

    @Test func aFaultShowsItsNumberAndNothingElse() async throws {
        let answer = try await Browser(TestSite()).get("/fault")
        #expect(answer.text.contains("r-1"))
        #expect(!answer.text.contains("mật khẩu") && !answer.text.contains("Unexpected"))
    }

    @Test func aWrongMethodIs405WithAllow() async throws {
        let browser = Browser(try await TestSite())
        let answer = try await browser.send(.delete, "/form", headers: [.secFetchSite: "same-origin"])
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS, POST")
        #expect(answer.headers[.contentSecurityPolicy] != nil)
        #expect(try await browser.get("/sign-out").status == 405)
        let options = try await browser.send(.options, "/query")
        #expect(options.status == 204 && options.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func headAnswersLikeGetWithoutABody() async throws {
        let browser = Browser(try await TestSite())
        let full = try await browser.get("/")
        let head = try await browser.send(.head, "/")
        #expect(head.status == 200 && head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == full.headers[.contentLength])
        let missing = try await browser.send(.head, "/nowhere")
        #expect(missing.status == 404 && missing.bytes.isEmpty)
    }

    @Test func machinesGetProblems() async throws {
        let browser = Browser(try await TestSite())
        for (path, headers) in [("/api/v1/nothing", [:]), ("/nowhere", [.accept: "application/json"])] as [(String, HTTPFields)] {
            let answer = try await browser.get(path, headers: headers)
            #expect(answer.status == 404)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(
                answer.text.contains("\"code\":\"not_found\"") && answer.text.contains("\"status\":404")
                    && answer.text.contains("\"request_id\":\"r-1\""))
        }
        #expect(try await browser.get("/api/v1/me", headers: [.acceptLanguage: "en-GB,vi;q=0.5"]).text.contains("You need to sign in"))
    }

    @Test(arguments: [
        ("{", 400, "json.malformed", ""), ("{}", 422, "json.invalid_field", "\"field\":\"name\""),
        ("{\"name\":1}", 422, "json.invalid_field", "\"field\":\"name\""),
        ("{\"name\":\"a\",\"members\":[{\"age\":1},{\"age\":\"x\"}]}", 422, "json.invalid_field", "\"field\":\"members[1].age\""),
        ("{\"name\":\"\(String(repeating: "x", count: 2000))\"}", 413, "form.too_large", ""),
    ])
    func badJSONIsNamedByItsField(body: String, status: Int, code: String, part: String) async throws {
        let browser = Browser(try await TestSite { $0.maximumJSONBytes = 1000 })
        let answer = try await browser.send(.post, "/api/v1/things", headers: [.contentType: "application/json"], body: Array(body.utf8))
        #expect(answer.status == status)
        #expect(answer.text.contains("\"code\":\"\(code)\"") && (part.isEmpty || answer.text.contains(part)))
    }

    @Test func jsonOfAnotherTypeIs415() async throws {
        let browser = Browser(try await TestSite())
        #expect(try await browser.send(.post, "/api/v1/things", headers: [.contentType: "text/plain"], body: [123, 125]).status == 415)
    }

    @Test(arguments: [("khai+sinh", "khai sinh"), ("%C4%91", "đ"), ("a%2Bb", "a+b"), ("%2541", "%41"), ("e%CC%82", "ê"), ("+x+", "x")])
    func queriesAreDecodedOnce(raw: String, expected: String) async throws {
        #expect(try await Browser(TestSite()).get("/query?other=1&q=\(raw)&q=2").text == expected)
    }

    @Test func pathParametersAreDecodedOnce() async throws {
        let browser = Browser(try await TestSite())
        #expect(try await browser.get("/named/a+b%20%C4%91%2541").text == "a+b đ%41")
    }

    @Test func longTextIsCompressedForThoseWhoTakeIt() async throws {
        let browser = Browser(try await TestSite())
        let plain = try await browser.get("/long")
        #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
        for accepted in ["gzip", "deflate, gzip;q=0.5", "*"] {
            let answer = try await browser.get("/long", headers: [.acceptEncoding: accepted])
            #expect(answer.headers[.contentEncoding] == "gzip" && answer.bytes.prefix(2) == [0x1F, 0x8B])
            #expect(answer.bytes.count < plain.bytes.count / 4)
            #expect(answer.headers[.contentLength] == "\(answer.bytes.count)")
        }
        for refused in ["gzip;q=0", "br", "identity"] {
            #expect(try await browser.get("/long", headers: [.acceptEncoding: refused]).headers[.contentEncoding] == nil)
        }
        #expect(try await browser.get("/query?q=a", headers: [.acceptEncoding: "gzip"]).headers[.contentEncoding] == nil)
    }

    @Test func theStylesheetIsServedForEver() async throws {
        let browser = Browser(try await TestSite())
        #expect(try await browser.get("/").text.contains(Asset.stylesheet.link))
        let answer = try await browser.get(Asset.stylesheet.link, headers: [.acceptEncoding: "gzip"])
        #expect(answer.status == 200 && answer.headers[.contentEncoding] == "gzip")
        #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
        #expect(try await browser.get(Asset.stylesheet.link).bytes == Asset.stylesheet.bytes)
    }

    @Test func theChosenLanguageIsRemembered() async throws {
        let browser = Browser(try await TestSite())
        #expect(try await browser.get("/").text.contains("href=\"/?lang=en\""))
        #expect(try await browser.get("/?lang=en").text.contains("<html lang=\"en\">"))
        let later = try await browser.get("/query?q=1&x=2")
        #expect(later.status == 200)
        #expect(try await browser.get("/").text.contains("<title>Home – Test site</title>"))
        #expect(try await browser.get("/?x=1&lang=en").text.contains("href=\"/?x=1&amp;lang=vi\""))
        #expect(try await browser.get("/?lang=fr").text.contains("<html lang=\"en\">"))
    }

    @Test func tooManyRequestsAre429() async throws {
        let site = try await TestSite {
            $0.rateRules = [RateRule(name: "sign-in", pathPrefix: "/sign-in", onlyChanges: true, burst: 2, perMinute: 6)]
        }
        let browser = Browser(site)
        #expect(try await browser.post("/sign-in", []).status == 303)
        #expect(try await browser.post("/sign-in", []).status == 303)
        let refused = try await browser.post("/sign-in", [])
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "10")
        #expect(try await browser.get("/").status == 200)
        site.clock.advance(seconds: 10)
        #expect(try await browser.post("/sign-in", []).status == 303)
    }
}
