// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Testing

@testable import Identity

@Suite struct TokenTests {
    @Test func aTokenSpeaksForItsAccountWithinItsScopes() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let token = try await CreateToken(database: database)(username: "congdan", scopes: [.read], at: t0)
        let person = try await BearerTokens(database: database).bearer(token.text.reveal(), at: t0)
        #expect(person?.accountID == id)
        #expect(person?.scopes == [.read])
        #expect(person?.allows(.read) == true)
        #expect(person?.allows(.citizen) == false)
    }

    @Test func aTokenIsFortySixCharactersThatNobodyWritesDown() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let token = try await CreateToken(database: database)(username: "congdan", at: t0)
        let text = token.text.reveal()
        #expect(text.hasPrefix("mc_") && text.utf8.count == 46)
        #expect(text.dropFirst(3).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect("\(token.text)" == "•••")
        #expect(token.scopes == [.read, .citizen])
        #expect(try await database.read { try $0.value("SELECT count(*) FROM api_tokens WHERE token_hash = \(text)", as: Int.self) } == 0)
    }

    @Test(arguments: ["", "mc_", "mc_short", "Bearer x", String(repeating: "a", count: 46), "mc_" + String(repeating: "A", count: 43)])
    func anythingElseSpeaksForNobody(text: String) async throws {
        let database = try await openDatabase()
        #expect(try await BearerTokens(database: database).bearer(text, at: t0) == nil)
    }

    @Test func noTokenIsWiderThanItsAccount() async throws {
        let database = try await openDatabase()
        _ = try await openCitizen(in: database)
        let create = CreateToken(database: database)
        await #expect { try await create(username: "congdan", scopes: [.officer], at: t0) } throws: {
            ($0 as? UserError)?.code == "identity.scope_not_allowed"
        }
        await #expect { try await create(username: "khongco", at: t0) } throws: { ($0 as? UserError)?.code == "identity.account_not_found" }
    }

    @Test func aRevokedTokenEndsAtOnce() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let bearers = BearerTokens(database: database)
        let revoke = RevokeToken(database: database, bearers: bearers)
        let token = try await CreateToken(database: database)(username: "congdan", label: "máy ở xã", at: t0)
        #expect(try await bearers.bearer(token.text.reveal(), at: t0) != nil)
        #expect(try await revoke.list(of: id).map(\.label) == ["máy ở xã"])
        #expect(try await !revoke(token.id, of: Identifier.new(at: t0), at: t0))
        #expect(try await revoke(token.id, of: id, at: t0))
        #expect(try await bearers.bearer(token.text.reveal(), at: t0) == nil)
        #expect(try await revoke.list(of: id).isEmpty)
    }

    @Test func tokensOfAClosedAccountEnd() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let bearers = BearerTokens(database: database)
        let token = try await CreateToken(database: database)(username: "congdan", at: t0)
        #expect(try await bearers.bearer(token.text.reveal(), at: t0) != nil)
        _ = try await CloseAccount(database: database)(id, at: t0)
        #expect(try await bearers.bearer(token.text.reveal(), at: t0.adding(seconds: 11)) == nil)
    }

    @Test func theLastUseIsWrittenDownNowAndThen() async throws {
        let database = try await openDatabase()
        let id = try await openCitizen(in: database)
        let bearers = BearerTokens(database: database)
        let token = try await CreateToken(database: database)(username: "congdan", at: t0)
        for seconds in [10, 60, 200, 309, 330, 400] as [Int64] { _ = try await bearers.bearer(token.text.reveal(), at: t0.adding(seconds: seconds)) }
        let used = try await database.read { try TokenStore($0).tokens(of: id).first?.lastUsedAt }
        #expect(used == t0.adding(seconds: 330))
    }

    @Test func scopesAreReadFromAList() throws {
        #expect(try Scope.parse("read, officer").get() == [.read, .officer])
        #expect(try Scope.parse("").get() == [])
        #expect(Scope.parse("read all") == .failure(Scope.UnknownScope(word: "all")))
        #expect(Scope.list([.officer, .read]) == "read officer")
    }
}
