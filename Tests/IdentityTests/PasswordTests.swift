// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Identity

@Suite struct PasswordTests {
    @Test func aPasswordFitsItsOwnHashAndNoOther() async throws {
        let hash = try await quickHasher.hash("đất nước 1945")
        #expect(hash.hasPrefix("$scrypt$ln=4,r=1,p=1$"))
        #expect(try await quickHasher.verify("đất nước 1945", against: hash))
        #expect(try await !quickHasher.verify("đất nước 1946", against: hash))
        #expect(try await !quickHasher.verify("", against: hash))
    }

    @Test func twoHashesOfOnePasswordDiffer() async throws {
        #expect(try await quickHasher.hash("một mật khẩu") != quickHasher.hash("một mật khẩu"))
    }

    @Test func composedAndDecomposedTypingIsTheSamePassword() async throws {
        let composed = "Nguyễn Huệ 1788".precomposedStringWithCanonicalMapping
        let hash = try await quickHasher.hash(composed)
        #expect(try await quickHasher.verify(composed.decomposedStringWithCanonicalMapping, against: hash))
    }

    @Test func withoutAHashNothingFits() async throws {
        #expect(try await !quickHasher.verify("gì cũng được", against: nil))
    }

    @Test(arguments: [
        "", "plain", "$scrypt$ln=14,r=8,p=1$AAAA", "$scrypt$ln=99,r=8,p=1$AAAA$AAAA", "$bcrypt$ln=4,r=1,p=1$AAAA$AAAA",
        "$scrypt$r=8,ln=4,p=1$AAAA$AAAA",
    ])
    func brokenHashesAreNoHashes(text: String) async throws {
        #expect(PasswordHash(text) == nil)
        #expect(try await !quickHasher.verify("gì cũng được", against: text))
    }

    @Test func cheapHashesAreOutdated() async throws {
        let hash = try await quickHasher.hash("một mật khẩu")
        #expect(!quickHasher.isOutdated(hash))
        #expect(PasswordHasher().isOutdated(hash))
    }

    @Test func theUsualCostWorks() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("một mật khẩu")
        #expect(hash.hasPrefix("$scrypt$ln=14,r=8,p=1$"))
        #expect(try await hasher.verify("một mật khẩu", against: hash))
    }

    /// RFC 7914, section 12: N = 16, r = 1, p = 1 over empty texts.
    @Test func theKeyIsThatOfTheStandard() throws {
        let hash = try PasswordHash(password: [], salt: [], cost: ScryptCost(logarithm: 4, blockSize: 1, parallelism: 1))
        #expect(hash.key.prefix(8) == [0x77, 0xd6, 0x57, 0x62, 0x38, 0x65, 0x7b, 0x20])
    }

    @Test(arguments: [([1, 2], [1, 2], true), ([1, 2], [1, 3], false), ([], [], true), ([1], [1, 2], false)] as [([UInt8], [UInt8], Bool)])
    func bytesAreComparedWhole(left: [UInt8], right: [UInt8], isSame: Bool) {
        #expect(isSameInConstantTime(left, right) == isSame)
    }

    @Test(arguments: [("ngắn", false), ("aaaaaaaaaaaaaa", false), ("mười ký tự đủ", true), (String(repeating: "abcd", count: 200), false)])
    func aPasswordMustBeHardToGuess(password: String, isGood: Bool) {
        #expect((PasswordRule.problem(password) == nil) == isGood)
    }
}
