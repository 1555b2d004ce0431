// SPDX-License-Identifier: Apache-2.0

import Database
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Logging
import Organisation
import Testing
import Web

@Suite struct SignInPagesTests {
    private let password = "giữ kín nhé 2026"

    @Test(arguments: Language.allCases)
    func thePageAsksInBothLanguages(language: Language) async throws {
        let browser = try await Browser()
        let page = try await browser.get("/sign-in?lang=\(language.rawValue)")
        #expect(page.status == .ok)
        #expect(page.body.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.body.contains(language == .vi ? "<h1>Đăng nhập</h1>" : "<h1>Sign in</h1>"))
        #expect(page.body.components(of: "<h1>") == 1)
        #expect(page.body.contains("<label for=\"username\">") && page.body.contains("<label for=\"password\">"))
        #expect(page.body.contains("autocomplete=\"current-password\""))
    }

    @Test func aCitizenComesHomeAndGoesOutAgain() async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        let answer = try await browser.post("/sign-in", ["username": "congdan", "password": password])
        #expect(answer.status == .seeOther && answer.location == "/me")
        #expect(try await browser.get("/me").body == "Nguyễn Thị Thu Hà")
        #expect(try await browser.get("/sign-in").location == "/me")
        let out = try await browser.post("/sign-out", [:])
        #expect(out.status == .seeOther && out.location == "/")
        #expect(try await browser.get("/me").location == "/sign-in?next=%2Fme")
    }

    @Test func anOfficerComesToWork() async throws {
        let browser = try await Browser()
        _ = try await InstallProvince(database: browser.database)(try ProvincePack.load(packFolder), at: t0)
        let post = Post(unit: "H55.238", role: .oneStopOfficer, from: LocalDateTime(t0).date)
        let account = NewAccount(username: "motcua", displayName: "Trần Minh Châu", kind: .officer, password: Secret(password), posts: [post])
        _ = try await CreateAccount(database: browser.database, passwords: quickHasher)(account, at: t0)
        #expect(try await browser.post("/sign-in", ["username": "motcua", "password": password]).location == "/work")
    }

    @Test(arguments: [
        ("/dossiers/new?procedure=1.001193", "/dossiers/new?procedure=1.001193"), ("//evil.vn", "/me"), ("https://evil.vn/", "/me"),
        ("javascript:alert(1)", "/me"),
        ("/\\evil.vn", "/me"), ("", "/me"),
    ])
    func theWayOnStaysOnThisSite(next: String, landing: String) async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        let answer = try await browser.post("/sign-in", ["username": "congdan", "password": password, "next": next])
        #expect(answer.location == landing)
    }

    @Test func thePageRemembersTheWayOn() async throws {
        let browser = try await Browser()
        let page = try await browser.get("/sign-in?next=/me/dossiers&held=abc\"><script>")
        #expect(page.body.contains("name=\"next\" value=\"/me/dossiers\""))
        #expect(!page.body.contains("<script>"))
        #expect(try await !browser.get("/sign-in?next=https://evil.vn").body.contains("evil.vn\">"))
    }

    @Test func aWrongPasswordKeepsTheNameAndShowsNoPassword() async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        let known = try await browser.post("/sign-in", ["username": "congdan", "password": "sai hoàn toàn"])
        #expect(known.status == .unprocessableContent)
        #expect(known.body.contains("value=\"congdan\"") && !known.body.contains("sai hoàn toàn"))
        #expect(known.body.contains("href=\"#username\""))
        let unknown = try await browser.post("/sign-in", ["username": "khongco", "password": "sai hoàn toàn"])
        #expect(unknown.status == known.status)
    }

    @Test func aPauseSaysUntilWhen() async throws {
        let browser = try await Browser()
        for _ in 0..<5 { _ = try await browser.post("/sign-in", ["username": "congdan", "password": "sai"]) }
        let blocked = try await browser.post("/sign-in", ["username": "congdan", "password": "sai"])
        #expect(blocked.status == .tooManyRequests)
        #expect(blocked.headers[.retryAfter] == "900")
        #expect(blocked.body.contains("09:15"))
    }

    @Test func theSessionGetsANewNameAtSigningIn() async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        _ = try await browser.post("/sign-in", ["username": "congdan", "password": password])
        let first = await browser.cookie("session")
        _ = try await browser.post("/sign-in", ["username": "congdan", "password": password])
        let second = await browser.cookie("session")
        #expect(first != nil && second != nil && first != second)
        await browser.set("session", first)
        #expect(try await browser.get("/me").status == .seeOther)
    }

    @Test func thePasswordIsChangedByItsOwner() async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        #expect(try await browser.get("/account/password").location == "/sign-in?next=%2Faccount%2Fpassword")
        _ = try await browser.post("/sign-in", ["username": "congdan", "password": password])
        #expect(try await browser.get("/account/password").status == .ok)
        let new = "mật khẩu mới 2027"
        var form = ["old_password": password, "new_password": new, "new_password_again": "khác rồi"]
        #expect(try await browser.post("/account/password", form).status == .unprocessableContent)
        form["new_password_again"] = new
        #expect(try await browser.post("/account/password", form).status == .ok)
        _ = try await browser.post("/sign-out", [:])
        #expect(try await browser.post("/sign-in", ["username": "congdan", "password": password]).status == .unprocessableContent)
        #expect(try await browser.post("/sign-in", ["username": "congdan", "password": new]).location == "/me")
    }

    @Test func aTokenOpensTheMachineInterfaceOnly() async throws {
        let browser = try await Browser()
        _ = try await openCitizen(in: browser.database)
        let token = try await CreateToken(database: browser.database)(username: "congdan", scopes: [.read], at: t0).text.reveal()
        #expect(try await browser.get("/api/me", bearer: token).body == "congdan read")
        #expect(try await browser.get("/api/me", bearer: "mc_wrong").status == .unauthorized)
        #expect(try await browser.get("/me", bearer: token).status == .seeOther)
    }
}
