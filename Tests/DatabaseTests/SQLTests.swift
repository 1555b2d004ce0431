// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Database

@Suite struct SQLTests {
    @Test func aValueBecomesAParameterAndNeverText() {
        let name = "'; DROP TABLE people; --"
        let sql: SQL = "SELECT id FROM people WHERE name = \(name) AND age > \(18)"
        #expect(sql.text == "SELECT id FROM people WHERE name = $1 AND age > $2")
        #expect(sql.values == [.text(name), .integer(18)])
    }

    @Test func aNestedFragmentIsRenumbered() {
        let inner: SQL = "b = \(2) AND c IN \(list: [3, 4])"
        let sql: SQL = "a = \(1) AND (\(inner)) AND d = \(sql: "\(5)") AND e = \(6)"
        #expect(sql.text == "a = $1 AND (b = $2 AND c IN ($3, $4)) AND d = $5 AND e = $6")
        #expect(sql.values == [1, 2, 3, 4, 5, 6].map(SQLValue.integer))
    }

    @Test func aDollarInQuotedTextIsNotAParameter() {
        let inner: SQL = "price = '$1' AND \"odd $2\" = \(7)"
        let sql: SQL = "a = \(1) AND \(inner)"
        #expect(sql.text == "a = $1 AND price = '$1' AND \"odd $2\" = $2")
    }

    @Test func anAbsentValueIsNull() {
        let (name, age): (String?, Int?) = (nil, 7)
        let sql: SQL = "name = \(name), age = \(age)"
        #expect(sql.text == "name = $1, age = $2")
        #expect(sql.values == [.null, .integer(7)])
    }

    @Test func anEmptyListMatchesNothing() {
        let sql: SQL = "id IN \(list: [String]())"
        #expect(sql.text == "id IN (NULL)")
        #expect(sql.values.isEmpty)
    }

    @Test func fragmentsJoin() {
        let joined = ["a = \(1)", "b = \(2)", SQL.empty].joined(separator: " AND ")
        #expect(joined.text == "a = $1 AND b = $2 AND ")
        #expect([SQL]().joined(separator: ", ") == .empty)
    }

    @Test func moreThanNineParametersAreNumberedRightWhenNested() {
        let inner: SQL = "\(list: Array(1...12))"
        let sql: SQL = "\(0), \(inner)"
        #expect(sql.text == "$1, ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
        #expect(sql.values.count == 13)
    }

    @Test func wordsOfTheDialectAreReplacedAndOthersKept() {
        let text = "CREATE TABLE t (at {instant} NOT NULL, body {json}, raw {bytes} DEFAULT '{}') {strict}"
        #expect(Dialect.sqlite.rendering(text) == "CREATE TABLE t (at INTEGER NOT NULL, body TEXT, raw BLOB DEFAULT '{}') STRICT")
        #expect(Dialect.postgres.rendering(text) == "CREATE TABLE t (at TIMESTAMPTZ NOT NULL, body JSONB, raw BYTEA DEFAULT '{}') ")
    }
}
