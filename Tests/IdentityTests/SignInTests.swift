// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Testing

@testable import Identity

@Suite struct SignInTests {
    private let password = "giữ kín nhé 2026"

    @Test(arguments: ["congdan", "CongDan", "  congdan ", "công dân"].map { $0 })
    func theRightPasswordOpensTheDoor(name: String) async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(name.contains(" d") ? "cong dan" : "congdan", in: database)
        let outcome = try await SignIn(database: database, passwords: quickHasher)(name: name, password: password, at: t0)
        #expect(outcome.person?.accountID == id)
        #expect(outcome.person?.kind == .citizen)
        #expect(outcome.person?.homePath == "/me")
    }

    @Test func aPersonalNumberNamesTheAccountToo() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let outcome = try await SignIn(database: database, passwords: quickHasher)(name: "019190000000", password: password, at: t0)
        #expect(outcome.person?.accountID == id)
    }

    @Test(arguments: [
        ("congdan", "sai mật khẩu"), ("khongco", "giữ kín nhé 2026"), ("", ""), ("congdan", ""), ("congdan", String(repeating: "x", count: 5000)),
    ])
    func anythingElseIsRefusedInTheSameWay(name: String, password: String) async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let outcome = try await SignIn(database: database, passwords: quickHasher)(name: name, password: password, at: t0)
        #expect(outcome.isRefused)
    }

    @Test func aClosedAccountIsRefused() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        #expect(try await CloseAccount(database: database)(id, at: t0))
        #expect(try await !CloseAccount(database: database)(id, at: t0))
        #expect(try await SignIn(database: database, passwords: quickHasher)(name: "congdan", password: password, at: t0).isRefused)
    }

    @Test(arguments: ["congdan", "nobody.here"])
    func fiveFailuresMakeAPauseForKnownAndUnknownNamesAlike(name: String) async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let signIn = SignIn(database: database, passwords: quickHasher)
        for second in 0..<5 {
            #expect(try await signIn(name: name, password: "sai mật khẩu", at: t0.adding(seconds: Int64(second))).isRefused)
        }
        let last = t0.adding(seconds: 4)
        let blocked = try await signIn(name: name, password: password, at: t0.adding(seconds: 60))
        #expect(blocked.blockedUntil == last.adding(seconds: SignIn.pauseSeconds))
    }

    @Test func thePauseEndsByItselfAndTriesWithinItDoNotLengthenIt() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let signIn = SignIn(database: database, passwords: quickHasher)
        for _ in 0..<5 { _ = try await signIn(name: "congdan", password: "sai mật khẩu", at: t0) }
        #expect(try await signIn(name: "congdan", password: password, at: t0.adding(seconds: 890)).blockedUntil != nil)
        #expect(try await signIn(name: "congdan", password: password, at: t0.adding(seconds: 900)).person != nil)
    }

    @Test func theUsernameAndThePersonalNumberShareOneCount() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let signIn = SignIn(database: database, passwords: quickHasher)
        for name in ["congdan", "019190000000", "congdan", "019190000000", "congdan"] { _ = try await signIn(name: name, password: "sai", at: t0) }
        #expect(try await signIn(name: "019190000000", password: password, at: t0).blockedUntil != nil)
    }

    @Test func successForgetsEarlierFailures() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let signIn = SignIn(database: database, passwords: quickHasher)
        for _ in 0..<3 {
            for _ in 0..<4 { _ = try await signIn(name: "congdan", password: "sai mật khẩu", at: t0) }
            #expect(try await signIn(name: "congdan", password: password, at: t0).person != nil)
        }
    }

    @Test func manyGuessesAtOnceAreNoMoreThanFive() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let signIn = SignIn(database: database, passwords: quickHasher)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 { group.addTask { try await signIn(name: "congdan", password: "đoán mò thôi", at: t0).isRefused } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refused == SignIn.allowedFailures)
    }

    @Test func aCheaplyMadeHashIsReplacedAtTheNextSignIn() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let dearer = PasswordHasher(cost: ScryptCost(logarithm: 5, blockSize: 1, parallelism: 1))
        #expect(try await SignIn(database: database, passwords: dearer)(name: "congdan", password: password, at: t0).person != nil)
        let hash = try await database.read { try AccountStore($0).credentials(account: id)?.passwordHash }
        #expect(hash?.hasPrefix("$scrypt$ln=5,") == true)
        #expect(try await SignIn(database: database, passwords: dearer)(name: "congdan", password: password, at: t0).person != nil)
    }

    @Test func aPasswordIsChangedByWhoKnowsTheOldOne() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let change = ChangePassword(database: database, passwords: quickHasher)
        guard case .invalid(let wrong) = try await change(id, old: "không phải", new: "mật khẩu mới 2027") else { return #expect(Bool(false)) }
        #expect(wrong.map(\.field) == ["old_password"])
        guard case .invalid(let weak) = try await change(id, old: password, new: "ngắn") else { return #expect(Bool(false)) }
        #expect(weak.map(\.field) == ["new_password"])
        guard case .changed = try await change(id, old: password, new: "mật khẩu mới 2027") else { return #expect(Bool(false)) }
        #expect(try await SignIn(database: database, passwords: quickHasher)(name: "congdan", password: "mật khẩu mới 2027", at: t0).person != nil)
    }
}

extension SignInOutcome {
    var person: Person? { if case .signedIn(let person) = self { person } else { nil } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var blockedUntil: Instant? { if case .blocked(let until) = self { until } else { nil } }
}
