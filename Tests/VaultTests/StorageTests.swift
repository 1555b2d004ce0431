// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Kernel
import Testing

@testable import Vault

@Suite struct StorageTests {
    private func put(_ text: String, as name: String, in storage: any FileStorage) async throws {
        try await storage.put(.bytes(Array(text.utf8)), sha256: SHA256.hash(data: Data(text.utf8)).hex, as: name)
    }

    private func whole(_ name: String, in storage: any FileStorage) async throws -> String? {
        try await storage.part(of: name, from: 0, count: 1 << 20).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: StorageKind.allCases)
    func whatIsPutIsThereUnderItsName(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            try await put("0123456789", as: "ab/abc", in: storage)
            #expect(try await storage.size(of: "ab/abc") == 10)
            #expect(try await storage.part(of: "ab/abc", from: 2, count: 3) == StoredPart(bytes: Array("234".utf8), total: 10))
            #expect(try await storage.part(of: "ab/abc", from: 8, count: 99) == StoredPart(bytes: Array("89".utf8), total: 10))
            #expect(try await storage.part(of: "ab/abc", from: 10, count: 5) == StoredPart(bytes: [], total: 10))
        }
    }

    @Test(arguments: StorageKind.allCases)
    func whatIsNotThereIsNil(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            #expect(try await storage.size(of: "ab/abc") == nil)
            #expect(try await storage.part(of: "ab/abc", from: 0, count: 5) == nil)
            try await storage.remove("ab/abc")
        }
    }

    @Test(arguments: StorageKind.allCases)
    func nothingIsContentToo(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            try await put("", as: "empty", in: storage)
            #expect(try await storage.size(of: "empty") == 0)
            #expect(try await storage.part(of: "empty", from: 0, count: 5) == StoredPart(bytes: [], total: 0))
        }
    }

    @Test(arguments: StorageKind.allCases)
    func aFileAndASpooledFileAreTakenWhole(kind: StorageKind) async throws {
        try await kind.run { storage, folder in
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
            let hash = SHA256.hash(data: bytes).hex
            let path = folder + "/file"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            try await storage.put(.file(path: path, size: bytes.count), sha256: hash, as: "a")
            #expect(FileManager.default.fileExists(atPath: path))
            let spooled = try await storage.spool.file()
            try await spooled.append(bytes)
            try await storage.put(.spooled(spooled, size: bytes.count), sha256: hash, as: "b")
            for name in ["a", "b"] { #expect(try await storage.part(of: name, from: 0, count: 1 << 20)?.bytes == bytes) }
        }
    }

    @Test(arguments: StorageKind.allCases)
    func aSpooledFileGoesWithItsHolder(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            let spool = storage.spool.directory
            for isKept in [true, false] {
                let spooled = try await storage.spool.file()
                try await spooled.append([1])
                if isKept { try await storage.put(.spooled(spooled, size: 1), sha256: SHA256.hash(data: Data([1])).hex, as: "kept") }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: spool) == [])
            #expect(try await storage.size(of: "kept") == 1)
        }
    }

    @Test(arguments: StorageKind.allCases)
    func theListIsInOrderAndWhole(kind: StorageKind) async throws {
        try await kind.run { storage, _ in
            for name in ["b", "aa/2", "aa/1", "c", "aa/3"] { try await put(name, as: name, in: storage) }
            try await storage.remove("c")
            var (names, sizes) = ([String](), [Int]())
            try await storage.list {
                names.append($0.name)
                sizes.append($0.size)
            }
            #expect(names == ["aa/1", "aa/2", "aa/3", "b"] && sizes == [4, 4, 4, 1])
        }
    }

    @Test(arguments: StorageKind.allCases)
    func manyWhoPutTheSameDisturbNobody(kind: StorageKind) async throws {
        try await kind.run { storage, folder in
            let text = String(repeating: "x", count: 100_000)
            // As another process on the same disk.
            let other = kind == .folder ? try FolderStorage(directory: folder + "/storage") : storage
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<20 { group.addTask { try await put(text, as: "ab/same", in: index.isMultiple(of: 2) ? storage : other) } }
                try await group.waitForAll()
            }
            #expect(try await whole("ab/same", in: storage) == text)
            #expect(try FileManager.default.contentsOfDirectory(atPath: storage.spool.directory) == [])
        }
    }

    @Test func aHalfWrittenFileOfLongAgoIsClearedAtTheStart() async throws {
        try await withFolder { folder in
            _ = try FolderStorage(directory: folder)
            let (old, young) = (folder + "/incoming/old", folder + "/incoming/young")
            for path in [old, young] { try Data([1]).write(to: URL(fileURLWithPath: path)) }
            try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -200_000)], ofItemAtPath: old)
            _ = try FolderStorage(directory: folder)
            #expect(!FileManager.default.fileExists(atPath: old))
            #expect(FileManager.default.fileExists(atPath: young))
        }
    }

    @Test func nobodyElseCanReadTheFolder() async throws {
        try await withFolder { folder in
            let storage = try FolderStorage(directory: folder + "/new")
            try await put("x", as: "ab/x", in: storage)
            let modes = try ["/new", "/new/ab", "/new/ab/x"].map {
                try FileManager.default.attributesOfItem(atPath: folder + $0)[.posixPermissions] as? Int
            }
            #expect(modes == [0o700, 0o700, 0o600])
        }
    }
}
