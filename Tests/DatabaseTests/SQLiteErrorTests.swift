// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Database

@Suite struct SQLiteErrorTests {
    private func kind(of statement: SQL) async throws -> DatabaseError.Kind? {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute(
                    """
                    CREATE TABLE accounts (
                        id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, unit TEXT, number INTEGER CHECK (number > 0),
                        parent INTEGER REFERENCES accounts (id), note TEXT, UNIQUE (unit, number)
                    ) STRICT
                    """)
                try connection.execute("CREATE UNIQUE INDEX accounts_folded ON accounts (lower(note))")
                try connection.execute("INSERT INTO accounts (id, username, unit, number, note) VALUES (1, 'lan', 'H55', 7, 'a')")
            }
            do {
                try await database.write { try $0.execute(statement) }
                return nil
            } catch let error as DatabaseError {
                return error.kind
            }
        }
    }

    @Test func theColumnsOfAUniqueViolationAreNamed() async throws {
        #expect(try await kind(of: "INSERT INTO accounts (username) VALUES ('lan')") == .uniqueViolation(constraint: "accounts.username"))
        #expect(try await kind(of: "INSERT INTO accounts (id, username) VALUES (1, 'x')") == .uniqueViolation(constraint: "accounts.id"))
        #expect(
            try await kind(of: "INSERT INTO accounts (username, unit, number) VALUES ('x', 'H55', 7)")
                == .uniqueViolation(constraint: "accounts.unit, accounts.number"))
        #expect(try await kind(of: "INSERT INTO accounts (username, note) VALUES ('x', 'A')") == .uniqueViolation(constraint: "accounts_folded"))
    }

    @Test func otherRefusalsAreToldApart() async throws {
        #expect(try await kind(of: "INSERT INTO accounts (username, number) VALUES ('x', 0)") == .checkViolation)
        #expect(try await kind(of: "INSERT INTO accounts (username) VALUES (NULL)") == .notNullViolation)
        #expect(try await kind(of: "INSERT INTO accounts (username, parent) VALUES ('x', 99)") == .foreignKeyViolation)
    }

    @Test func aStrictTableRefusesAValueOfAnotherType() async throws {
        // SQLITE_CONSTRAINT_DATATYPE
        #expect(try await kind(of: "INSERT INTO accounts (username, number) VALUES ('x', 'seven')") == .other(code: 3091))
    }

    @Test func aMisspelledColumnInDoubleQuotesIsAnError() async throws {
        #expect(try await kind(of: "UPDATE accounts SET unit = \"H55\"") == .other(code: 1))
    }

    @Test func twoStatementsInOneAreRefused() async throws {
        #expect(try await kind(of: "DELETE FROM accounts; DELETE FROM accounts") == .other(code: 21))
        #expect(try await kind(of: "  ") == .other(code: 21))
        #expect(try await kind(of: "DELETE FROM accounts ;\n ") == nil)
    }

    @Test func theErrorShowsTheStatementButNoValue() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id TEXT PRIMARY KEY) STRICT") }
            try await database.write { try $0.execute("INSERT INTO t VALUES (\("019123456789"))") }
            await #expect { try await database.write { try $0.execute("INSERT INTO t VALUES (\("019123456789"))") } } throws: { error in
                "\(error)".contains("VALUES ($1)") && !"\(error)".contains("019123456789")
                    && (error as? DatabaseError)?.violatesUnique("t.id") == true
            }
        }
    }
}
