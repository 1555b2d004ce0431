// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import Uploads

@Suite struct UploadProtocolTests {
    private func site(as person: UInt64 = 1) async throws -> UploadSite {
        let site = try await UploadSite()
        try await site.signIn(person)
        return site
    }

    private func begun(_ site: UploadSite, _ length: Int) async throws -> String {
        let answer = try await site.begin(length)
        #expect(answer.status == 201)
        return try #require(answer.headers[.location])
    }

    @Test func aFileInThreePiecesIsKeptWhole() async throws {
        let site = try await site()
        let path = try await begun(site, 10)
        #expect(try await site.patch(path, at: 0, "0123").offset == "4")
        #expect(try await site.patch(path, at: 4, "567").status == 204)
        let head = try await site.send(.head, path)
        #expect(head.status == 200 && head.offset == "7" && head.headers[.uploadLength] == "10" && head.headers[.tusResumable] == "1.0.0")
        let last = try await site.patch(path, at: 7, "890", [.accept: "application/json"])
        #expect(last.status == 200 && last.offset == "10")
        #expect(last.kept?.reference == "ref-ảnh 1.txt" && last.kept?.size == 10)
        #expect(last.kept?.sha256 == SHA256.hash(data: Array("0123567890".utf8)).hex)
        #expect(site.partialFiles.isEmpty)
        #expect(try await site.send(.get, path).kept == last.kept)
        #expect(try await site.send(.head, path).offset == "10")
    }

    @Test func aProgramThatKnowsOnlyTheProtocolGetsAnEmptyAnswer() async throws {
        let site = try await site()
        let path = try await begun(site, 3)
        let last = try await site.patch(path, at: 0, "abc")
        #expect(last.status == 204 && last.offset == "3" && last.bytes.isEmpty)
    }

    @Test func aPieceThatDoesNotFollowIsRefusedWithTheRightOffset() async throws {
        let site = try await site()
        let path = try await begun(site, 10)
        _ = try await site.patch(path, at: 0, "0123")
        for offset in [0, 3, 5, 99] {
            let answer = try await site.patch(path, at: offset, "x")
            #expect((answer.status == 409 && answer.offset == "4") || (offset == 99 && answer.status == 413))
        }
        #expect(try await site.send(.head, path).offset == "4")
    }

    @Test func moreThanAnnouncedIsRefusedAndChangesNothing() async throws {
        let site = try await site()
        let path = try await begun(site, 4)
        #expect(try await site.patch(path, at: 0, "01234").status == 413)
        #expect(try await site.patchBroken(path, at: 0, "01234567").status == 413)
        #expect(try await site.send(.head, path).offset == "0")
        #expect(try await site.patch(path, at: 0, "0123").status == 204)
    }

    @Test func aFileBeyondTheLimitIsRefusedBeforeAByteIsSent() async throws {
        let site = try await site()
        let answer = try await site.begin(1001)
        #expect(answer.status == 413 && answer.text.contains("uploads.too_large"))
        #expect(try await site.begin(0).status == 422)
        #expect(try await site.send(.post, "/uploads", [.uploadLength: "-1"]).status == 400)
        #expect(site.partialFiles.isEmpty)
    }

    @Test func unfinishedFilesOfOneAccountHaveALimitTogether() async throws {
        let site = try await site()
        let first = try await begun(site, 1000)
        _ = try await begun(site, 1000)
        #expect(try await site.begin(1000).status == 429)
        _ = try await site.patch(first, at: 0, "abc")
        #expect(site.partialFiles.count == 1)
        #expect(try await site.send(.delete, first).status == 204)
        #expect(site.partialFiles.isEmpty)
        _ = try await begun(site, 1000)
        try await site.signIn(2)
        _ = try await begun(site, 1000)
    }

    @Test func whatArrivedOfABrokenPieceIsKept() async throws {
        let site = try await site()
        let path = try await begun(site, 10)
        #expect(try await site.patchBroken(path, at: 0, "01234").status == 400)
        #expect(try await site.send(.head, path).offset == "5")
        let rest = try await site.patch(path, at: 5, "56789", [.accept: "application/json"])
        #expect(rest.kept?.sha256 == SHA256.hash(data: Array("0123456789".utf8)).hex)
    }

    @Test func aCheckedPieceCountsOnlyWhenItIsAsMeant() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        let meant = { (text: String) in "sha256 " + Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString() }
        #expect(try await site.patch(path, at: 0, "abd", [.uploadChecksum: meant("abc")]).status == 460)
        #expect(try await site.patchBroken(path, at: 0, "ab", [.uploadChecksum: meant("abc")]).status == 400)
        #expect(try await site.send(.head, path).offset == "0")
        #expect(try await site.patch(path, at: 0, "abc", [.uploadChecksum: meant("abc")]).offset == "3")
        let sha1 = "sha1 " + Data(Insecure.SHA1.hash(data: Array("def".utf8))).base64EncodedString()
        #expect(try await site.patch(path, at: 3, "def", [.uploadChecksum: sha1]).status == 204)
        #expect(try await site.patch(path, at: 6, "", [.uploadChecksum: "md5 AAAA"]).status == 400)
    }

    @Test func theUploadOfSomebodyElseDoesNotExist() async throws {
        let site = try await site()
        let path = try await begun(site, 5)
        _ = try await site.patch(path, at: 0, "a")
        try await site.signIn(2)
        #expect(try await site.send(.head, path).status == 404)
        #expect(try await site.send(.get, path).status == 404)
        #expect(try await site.patch(path, at: 0, "x").status == 404)
        #expect(try await site.send(.delete, path).status == 404)
        #expect(try await site.send(.head, "/uploads/nothing").status == 404)
        #expect(site.partialFiles.count == 1)
    }

    @Test func aVisitorIsAskedToSignIn() async throws {
        let site = try await UploadSite()
        let answer = try await site.begin(5)
        #expect(answer.status == 401 && answer.headers[.contentType] == "application/problem+json")
    }

    @Test func anUploadOfYesterdayIsGoneAndSweptAway() async throws {
        let site = try await site()
        let path = try await begun(site, 5)
        _ = try await site.patch(path, at: 0, "abc")
        #expect(try await site.uploads.sweep() == 0)
        site.clock.advance(hours: 25)
        try await site.signIn(1)
        #expect(try await site.send(.head, path).status == 410)
        #expect(try await site.patch(path, at: 3, "de").status == 410)
        #expect(try await site.uploads.sweep() == 1)
        #expect(site.partialFiles.isEmpty)
        #expect(try await site.send(.head, path).status == 404)
    }

    @Test func contentThatIsNotAcceptedIsRefusedWithItsReasonAndForgotten() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        let answer = try await site.patch(path, at: 0, "bad123")
        #expect(answer.status == 422 && answer.text.contains("bad file"))
        #expect(try await site.send(.head, path).status == 404)
        #expect(site.partialFiles.isEmpty)
    }

    @Test func aWholeFileWhoseKeepingWasCutOffIsKeptWhenAskedFor() async throws {
        let site = try await site()
        let path = try await begun(site, 3)
        let id = try #require(Identifier(String(path.dropFirst("/uploads/".count))))
        // As after a crash between the last byte and the keeping; and as before pieces were told apart.
        try Data("abc and more".utf8).write(to: URL(fileURLWithPath: site.folder + "/uploads/\(id)"))
        try await site.database.write { try $0.execute("UPDATE uploads SET received = 3 WHERE id = \(id)") }
        #expect(try await site.send(.get, path).kept?.sha256 == SHA256.hash(data: Array("abc".utf8)).hex)
        #expect(site.partialFiles.isEmpty)
    }

    @Test func oneNodeContinuesWhatAnotherBegan() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        #expect(try await site.patch(path, at: 0, "abc", node: 1).offset == "3")
        #expect(try await site.send(.head, path).offset == "3")
        let last = try await site.patch(path, at: 3, "def", [.accept: "application/json"])
        #expect(last.kept?.sha256 == SHA256.hash(data: Array("abcdef".utf8)).hex)
        #expect(try await site.send(.get, path, node: 1).kept == last.kept)
        #expect(site.partialFiles.isEmpty)
    }

    @Test func ofTwoWhoContinueAtTheSamePlaceOneWins() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        let late = try await site.patch(path, at: 0, "xyz") {
            let first = try await site.patch(path, at: 0, "abcd", node: 1)
            #expect(first.offset == "4")
        }
        #expect(late.status == 409 && late.offset == "4")
        #expect(site.partialFiles.count == 1)
        let last = try await site.patch(path, at: 4, "ef", [.accept: "application/json"])
        #expect(last.kept?.sha256 == SHA256.hash(data: Array("abcdef".utf8)).hex)
    }

    @Test func twoWhoFinishAtOnceAreToldTheSame() async throws {
        let site = try await site()
        let path = try await begun(site, 3)
        _ = try await site.patch(path, at: 0, "abc")
        try await site.database.write { try $0.execute("/* by hand */ UPDATE uploads SET kept = NULL") }
        let id = try #require(Identifier(String(path.dropFirst("/uploads/".count))))
        try Data("abc".utf8).write(to: URL(fileURLWithPath: site.folder + "/uploads/\(id)"))
        try await site.database.write { try $0.execute("/* by hand */ UPDATE uploads SET pieces = NULL") }
        async let first = site.send(.get, path)
        async let second = site.send(.get, path, node: 1)
        let kept = try await [first.kept, second.kept]
        #expect(kept[0] != nil && kept[0] == kept[1])
    }

    @Test func aFileInTooManyPiecesBeginsAgain() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        for offset in 0..<4 { #expect(try await site.patch(path, at: offset, "x").status == 204) }
        #expect(try await site.patch(path, at: 4, "x").status == 413)
        #expect(try await site.send(.delete, path).status == 204)
        #expect(site.partialFiles.isEmpty)
    }

    @Test func anEmptyPieceIsNoPiece() async throws {
        let site = try await site()
        let path = try await begun(site, 6)
        #expect(try await site.patch(path, at: 0, "").offset == "0")
        #expect(site.partialFiles.isEmpty)
    }

    @Test func anotherVersionOrTypeIsToldApart() async throws {
        let site = try await site()
        let path = try await begun(site, 5)
        let old = try await site.send(.head, path, [:], nil, tus: false)
        #expect(old.status == 412 && old.headers[.tusVersion] == "1.0.0")
        #expect(try await site.patch(path, at: 0, "x", [.contentType: "text/plain"]).status == 415)
        let options = try await site.send(.options, "/uploads", [:], nil, tus: false)
        #expect(options.status == 204 && options.headers[.tusExtension] == "creation,checksum,termination" && options.headers[.tusMaximum] == "1000")
    }

    @Test func anotherSiteCannotStartAnUpload() async throws {
        let site = try await site()
        let elsewhere = try #require(HTTPField.Name("Sec-Fetch-Site"))
        #expect(try await site.send(.post, "/uploads", [.uploadLength: "5", elsewhere: "cross-site"]).status == 403)
    }
}
