// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Database

@Suite struct ValueTests {
    enum Colour: String, SQLBindable, SQLDecodable { case red, green }

    private func roundTrip<T: SQLBindable & SQLDecodable & Sendable>(_ value: T) async throws -> T {
        let result = try await withDatabase { database in
            try await database.read { try $0.value("SELECT \(value)", as: T.self) }
        }
        return try #require(result)
    }

    @Test func valuesComeBackAsTheyWent() async throws {
        #expect(try await roundTrip(Int.min) == Int.min)
        #expect(try await roundTrip(Int64.max) == Int64.max)
        #expect(try await roundTrip(0.1) == 0.1)
        #expect(try await roundTrip(true) == true)
        #expect(try await roundTrip("Đăng ký khai sinh") == "Đăng ký khai sinh")
        #expect(try await roundTrip("") == "")
        #expect(try await roundTrip([UInt8]()) == [])
        #expect(try await roundTrip([0, 255, 0] as [UInt8]) == [0, 255, 0])
        #expect(try await roundTrip(Instant(milliseconds: -1)) == Instant(milliseconds: -1))
        #expect(try await roundTrip(Money(dong: 8000)) == Money(dong: 8000))
        #expect(try await roundTrip(Colour.green) == .green)
        #expect(try await roundTrip(JSONText(#"{"a":1}"#)) == JSONText(#"{"a":1}"#))
        #expect(try await roundTrip(Int?.none) == nil)
        #expect(try await roundTrip(Int?.some(3)) == 3)
        let date = try #require(LocalDate(iso: "2026-11-20"))
        #expect(try await roundTrip(date) == date)
        let identifier = Identifier.new(at: Instant(milliseconds: 1_800_000_000_000))
        #expect(try await roundTrip(identifier) == identifier)
    }

    @Test func textKeepsItsBytesSoComposedAndDecomposedFormsDiffer() async throws {
        let count = try await withDatabase { database in
            try await database.read { try $0.value("SELECT \("e\u{301}") = \("é")", as: Int.self) }
        }
        #expect(count == 0)
    }

    @Test func textWithANulIsRefusedAsPostgreSQLWould() async throws {
        await #expect { try await roundTrip("a\0b") } throws: { ($0 as? DatabaseError)?.kind == .invalidText }
    }

    @Test func textThatIsNotUTF8IsADecodingErrorNotAnotherText() async throws {
        try await withDatabase { database in
            await #expect { try await database.read { try $0.value("SELECT CAST(x'ff41' AS TEXT)", as: String.self) } } throws: {
                ($0 as? DatabaseError)?.kind == .decoding
            }
        }
    }

    @Test(arguments: ["SELECT NULL", "SELECT 'word'", "SELECT x'00'", "SELECT 1.5"])
    func aColumnThatIsNoIntegerIsNotReadAsOne(text: String) async throws {
        try await withDatabase { database in
            await #expect { try await database.read { try $0.value(SQL(unsafe: text), as: Int.self) } } throws: {
                ($0 as? DatabaseError)?.kind == .decoding
            }
        }
    }

    @Test func aColumnThatIsNotThereIsNamedInTheError() async throws {
        try await withDatabase { database in
            await #expect { try await database.read { try $0.first("SELECT 1 AS one") { try $0.get(3, as: Int?.self) } } } throws: {
                "\($0)".contains("there are 1 columns")
            }
        }
    }

    @Test func aBigBlobComesBackWhole() async throws {
        let bytes = (0..<12_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE blobs (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
                try connection.execute("INSERT INTO blobs (id, body) VALUES (1, \(bytes))")
            }
            let read = try await database.read { try $0.value("SELECT body FROM blobs", as: [UInt8].self) }
            #expect(read == bytes)
        }
    }

    @Test func anUnknownCaseOfAnEnumIsADecodingError() async throws {
        try await withDatabase { database in
            await #expect { try await database.read { try $0.value("SELECT 'blue'", as: Colour.self) } } throws: {
                ($0 as? DatabaseError)?.kind == .decoding
            }
        }
    }
}
