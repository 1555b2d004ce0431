// SPDX-License-Identifier: Apache-2.0

import Database
import Identity
import Kernel
import Organisation
import Testing

@Suite struct DemoAccountsTests {
    @Test func theAccountsAreMadeOnceAndShownAgain() async throws {
        let database = try await openProvince()
        let demo = DemoAccounts(database: database, passwords: quickHasher)
        #expect(try await demo.list(at: t0).isEmpty)
        let first = try await demo.create(from: packFolder, at: t0)
        #expect(try await demo.create(from: packFolder, at: t0.adding(seconds: 60)) == first)
        #expect(try await demo.list(at: t0) == first)
        #expect(Set(first.map(\.password)).count == first.count)
    }

    @Test func everyAccountOpensWithItsPassword() async throws {
        let database = try await openProvince()
        let signIn = SignIn(database: database, passwords: quickHasher)
        for account in try await DemoAccounts(database: database, passwords: quickHasher).create(from: packFolder, at: t0) {
            guard case .signedIn(let person) = try await signIn(name: account.username, password: account.password, at: t0) else {
                Issue.record("\(account.username) cannot sign in")
                continue
            }
            #expect(person.posts == account.posts && person.kind == account.kind)
        }
    }

    @Test func everyRoleThatTheNamedAccountsNeedIsThere() async throws {
        let database = try await openProvince()
        let accounts = try await DemoAccounts(database: database, passwords: quickHasher).create(from: packFolder, at: t0)
        let posts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.username, $0.posts.map { "\($0.unit) \($0.role)" }) })
        #expect(posts["congdan"] == [] && posts["congdan2"] == [])
        #expect(posts["motcua"] == ["H55.238 oneStopOfficer"])
        #expect(posts["chuyenvien"] == ["H55.238 specialist"])
        #expect(posts["lanhdao"] == ["H55.238 head"])
        #expect(posts["vanthu"] == ["H55.238 clerk"])
        for (name, role) in [("phapche", "legalOfficer"), ("tinh", "leader"), ("kiemtra", "auditor"), ("quantri", "operator")] {
            #expect(posts[name]?.count == 1 && posts[name]?.first?.hasSuffix(role) == true)
        }
        let held = Set(posts.values.joined())
        for post in [
            "H55.20 oneStopOfficer", "H55.20 clerk", "H55.06.01 specialist", "H55.06.01 head", "H55.06.01 clerk", "H55.06 head", "H55.16 specialist",
            "H55.16 head", "H55.242 oneStopOfficer", "H55.242 specialist", "H55.242 head", "H55.242 clerk",
        ] { #expect(held.contains(post), "\(post)") }
    }
}
