// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Organisation
import Testing

@testable import Identity

@Suite struct AccountTests {
    @Test(arguments: [
        ("Mot Cua", "mot.cua"), ("MOT_CUA", "mot.cua"), ("một cửa", "mot.cua"), ("motcua.daiphuc", "motcua.daiphuc"), ("a@b.vn", "a.b.vn"),
    ])
    func namesThatReadAlikeAreOneName(typed: String, key: String) {
        #expect(usernameKey(typed) == key)
    }

    @Test func aNameOrANumberIsTakenOnce() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        #expect(try await fields(of: "Công-Dân".replacing("-", with: ""), number: nil, in: database) == ["username"])
        #expect(try await fields(of: "khac", number: "019190000000", in: database) == ["personal_id_number"])
        #expect(try await fields(of: "khac", number: nil, in: database) == [])
    }

    @Test(arguments: [("ab", nil), ("019190000000", nil), ("tên đúng", "01919")] as [(String, String?)])
    func wrongNamesAndNumbersAreNamed(username: String, number: String?) async throws {
        #expect(try await !fields(of: username, number: number, in: openDatabase()).isEmpty)
    }

    @Test func postsBeginAndEndByTheDay() async throws {
        let database = try await openProvince()
        let today = LocalDateTime(t0).date
        let account = NewAccount(
            username: "chuyenvien", displayName: "Lê Quang Dũng", kind: .officer, password: nil,
            posts: [Post(unit: "H55.238", role: .specialist, from: today), Post(unit: "H55.242", role: .specialist, from: today.adding(days: 7))])
        guard case .created(let id) = try await CreateAccount(database: database, passwords: quickHasher)(account, at: t0) else {
            return #expect(Bool(false))
        }
        let find = FindPerson(database: database)
        #expect(try await find(id, at: t0)?.units == ["H55.238"])
        #expect(try await find(id, at: t0.adding(seconds: 7 * 86_400))?.units == ["H55.238", "H55.242"])
        #expect(try await ChangePosts(database: database).end(.specialist, at: "H55.238", of: id, lastDay: today.adding(days: 1)))
        #expect(try await find(id, at: t0.adding(seconds: 86_400))?.units == ["H55.238"])
        #expect(try await find(id, at: t0.adding(seconds: 2 * 86_400))?.units == [])
        #expect(try await find.holders(of: .specialist, at: "H55.238", now: t0).map(\.username) == ["chuyenvien"])
        #expect(try await find.holders(of: .head, at: "H55.238", now: t0).isEmpty)
    }

    @Test func aPostNeedsAUnitThatExists() async throws {
        let database = try await openDatabase()
        let account = NewAccount(
            username: "lac.loai", displayName: "Lạc", kind: .officer, password: nil,
            posts: [Post(unit: "H99", role: .head, from: LocalDateTime(t0).date)])
        await #expect(throws: DatabaseError.self) { try await CreateAccount(database: database, passwords: quickHasher)(account, at: t0) }
        #expect(try await FindPerson(database: database)(username: "lac.loai", at: t0) == nil)
    }

    private func fields(of username: String, number: String?, in database: any Database) async throws -> [String] {
        let account = NewAccount(username: username, displayName: "Tên", kind: .citizen, password: nil, personalIDNumber: number)
        switch try await CreateAccount(database: database, passwords: quickHasher)(account, at: t0) {
        case .created: return []
        case .invalid(let problems): return problems.map(\.field)
        }
    }
}
