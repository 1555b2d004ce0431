// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Vault

@Suite struct VaultTests {
    private func withVault(_ body: (Vault, String) async throws -> Void) async throws {
        try await withFolder { folder in try await body(try Vault(directory: folder), folder) }
    }

    private func files(_ directory: String) -> [String] {
        (FileManager.default.enumerator(atPath: directory)?.allObjects as? [String] ?? []).filter { $0.utf8.count > 60 }
    }

    @Test func aFileIsKeptUnderItsHash() async throws {
        try await withVault { vault, directory in
            let file = try await vault.store(Array("abc".utf8))
            #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(file.size == 3 && file.kind == .text)
            #expect(try await vault.read(file.sha256) == Array("abc".utf8))
            #expect(files(directory) == ["ba/" + file.sha256])
        }
    }

    @Test func theSameContentIsKeptOnceEvenWhenManySendIt() async throws {
        try await withVault { vault, directory in
            let hashes = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<40 { group.addTask { try await vault.store(Samples.pdf).sha256 } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(hashes.count == 1)
            #expect(files(directory).count == 1)
        }
    }

    @Test func aRefusedFileLeavesNothingBehind() async throws {
        try await withVault { vault, directory in
            #expect(try await vault.receive(Samples.program, named: "a.pdf") == .refused(.canRun(.executable)))
            let path = directory + "/upload"
            try Data(count: (10 << 20) + 1).write(to: URL(fileURLWithPath: path))
            #expect(try await vault.receive(fileAt: path, named: "a.pdf") == .refused(.tooLarge(limit: 10 << 20)))
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(try await vault.receive(fileAt: path, named: "a.pdf") == .refused(.empty))
            #expect(files(directory) == [])
        }
    }

    @Test func anUploadedFileIsTakenWithItsFacts() async throws {
        try await withVault { vault, directory in
            let path = directory + "/upload"
            try Data(PDFSamples.restricted).write(to: URL(fileURLWithPath: path))
            guard case .stored(let file) = try await vault.receive(fileAt: path, named: "a.pdf") else {
                Issue.record("the file was refused")
                return
            }
            #expect(file.kind == .pdf && file.isEncrypted && file.size == PDFSamples.restricted.count && file.pages == 2)
            #expect(file.mediaType == "application/pdf")
        }
    }

    @Test func aLockedOrBrokenPDFIsNotTaken() async throws {
        try await withVault { vault, directory in
            let (locked, broken) = (PDFSamples.locked, Array("%PDF-1.7\nnothing".utf8))
            let first = try await vault.receive(locked, named: "a.pdf")
            let second = try await vault.receive(broken, named: "a.pdf")
            #expect(first == .refused(.locked) && second == .refused(.unreadable))
            #expect(files(directory) == [])
        }
    }

    @Test func aPartCanBeRead() async throws {
        try await withVault { vault, _ in
            let hash = try await vault.store(Array(0..<200)).sha256
            #expect(try await vault.read(hash, range: 10..<13) == [10, 11, 12])
            #expect(try await vault.read(hash, range: 198..<900) == [198, 199])
            #expect(try await vault.read(hash, range: 300..<900) == [])
        }
    }

    @Test(arguments: StorageKind.allCases)
    func aLargeFileComesInPieces(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            let vault = Vault(storage: storage)
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
            let hash = try await vault.store(bytes).sha256
            for range in [5..<299_999, 0..<300_000] {
                let chunks = try await vault.chunks(of: hash, range: range, size: 64 << 10)
                #expect(chunks.count == range.count)
                var (read, pieces) = ([UInt8](), 0)
                for try await chunk in chunks {
                    read += chunk
                    pieces += 1
                }
                #expect(pieces == 5)
                #expect(read == Array(bytes[range]))
            }
        }
    }

    @Test func aDamagedFileIsNotHandedOutWhole() async throws {
        try await withVault { vault, directory in
            let hash = try await vault.store(Array(repeating: 7, count: 300_000)).sha256
            try Data(Array(repeating: 7, count: 299_999) + [8]).write(to: URL(fileURLWithPath: "\(directory)/\(Vault.place(hash))"))
            var read = 0
            await #expect(throws: VaultError.damaged(hash)) {
                for try await chunk in try await vault.chunks(of: hash, size: 64 << 10) { read += chunk.count }
            }
            #expect(read == 4 * (64 << 10))
            await #expect(throws: VaultError.damaged(hash)) { try await vault.read(hash) }
            #expect(try await vault.read(hash, range: 0..<3) == [7, 7, 7])
        }
    }

    @Test func filesMoveFromOneVaultToAnotherOnce() async throws {
        try await withVault { vault, _ in
            for text in ["a", "b", "c"] { _ = try await vault.store(Array(text.utf8)) }
            try await StorageKind.bucket.run { storage, _ in
                let other = Vault(storage: storage)
                var copied: [Bool] = []
                for _ in 0..<2 {
                    try await vault.forEach { copied.append(try await other.take($0, size: $1, from: vault)) }
                }
                #expect(copied == [true, true, true, false, false, false])
                try await vault.forEach { hash, _ in try await other.verify(hash) }
            }
        }
    }

    @Test(arguments: ["", "../../etc/passwd", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", String(repeating: "0", count: 64)])
    func whatIsNoKnownHashIsMissing(hash: String) async throws {
        try await withVault { vault, _ in
            await #expect(throws: VaultError.missing(hash)) { try await vault.read(hash) }
            let size = try await vault.size(of: hash)
            #expect(size == nil)
        }
    }

    @Test func damageIsNoticedAndHealedByStoringAgain() async throws {
        try await withVault { vault, directory in
            let hash = try await vault.store(Samples.pdf).sha256
            try await vault.verify(hash)
            let path = "\(directory)/\(Vault.place(hash))"
            try Data(Samples.pdf.dropLast()).write(to: URL(fileURLWithPath: path))
            await #expect(throws: VaultError.damaged(hash)) { try await vault.verify(hash) }
            _ = try await vault.store(Samples.pdf)
            try await vault.verify(hash)
        }
    }

    @Test(arguments: StorageKind.allCases)
    func removalIsForGood(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            let vault = Vault(storage: storage)
            let hash = try await vault.store(Samples.png).sha256
            var all: [String] = []
            try await vault.forEach { hash, _ in all.append(hash) }
            #expect(all == [hash])
            try await vault.remove(hash)
            try await vault.remove(hash)
            try await vault.forEach { hash, _ in Issue.record("\(hash) is still there") }
            await #expect(throws: VaultError.missing(hash)) { try await vault.read(hash) }
        }
    }
}
