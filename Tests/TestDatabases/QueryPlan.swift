// SPDX-License-Identifier: Apache-2.0

package import Database

/// How an engine says it will run a statement.
package struct QueryPlan {
    package let lines: [String]
    private let text: String
    private let dialect: Dialect

    package init(of sql: SQL, _ connection: any Connection) throws {
        (text, dialect) = (sql.text, connection.dialect)
        lines =
            switch connection.dialect {
            case .sqlite: try connection.all("EXPLAIN QUERY PLAN \(sql)") { try $0.get(3) }
            case .postgres: try connection.all("EXPLAIN \(sql)") { try $0.get(0) }
            }
    }

    /// Tables that hold more every year, or as many rows as there are people.
    private static let growing: Set<String> = [
        "dossiers", "dossier_events", "dossier_units", "dossier_words", "dossier_reads", "dossier_notes", "dossier_messages", "result_drafts",
        "notices", "notice_codes", "notice_contacts", "jobs", "idempotency_keys", "filing_drafts", "uploads", "accounts", "posts", "absences",
        "api_tokens", "sessions", "held_forms", "exports", "number_series", "sign_in_failures", "rate_limits",
        "measures", "measured_events", "measure_deltas", "dossiers_without_measures",
    ]

    /// Why the statement would cost more every year; nil when it does not, or is named in `BoundedStatements`.
    package var fault: String? {
        if !BoundedStatements.maySort(text), readsGrowing, let line = lines.first(where: isSort) { return "sorts: \(line)" }
        guard !BoundedStatements.mayReadAll(text) else { return nil }
        return dialect == .sqlite ? scanOfSQLite : scanOfPostgres
    }

    private func isSort(_ line: String) -> Bool {
        switch dialect {
        case .sqlite: line.contains("TEMP B-TREE")
        case .postgres:
            (line.hasPrefix("Sort  (") || line.contains("-> ") && line.contains(" Sort  (")) && (rows(line) > Self.sortable || isForbidden(line))
        }
    }

    /// What the planner was told not to do and did all the same.
    private func isForbidden(_ line: String) -> Bool { line.contains("cost=10000000") }

    private var scanOfSQLite: String? {
        for line in lines where line.hasPrefix("SCAN ") {
            guard let table = line.split(separator: " ").dropFirst().first.map({ name(String($0)) }) else { continue }
            if Self.growing.contains(table) { return "reads all of \(table): \(line)" }
        }
        return nil
    }

    private var readsGrowing: Bool {
        text.split { !$0.isLetter && $0 != "_" }.contains { Self.growing.contains(String($0)) }
    }

    /// A plan names a table by its alias.
    private func name(_ alias: String) -> String {
        if Self.growing.contains(alias) { return alias }
        let words = text.split { !$0.isLetter && $0 != "_" && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() where word == alias && index > 0 && Self.growing.contains(words[index - 1]) {
            return words[index - 1]
        }
        return alias
    }

    private var scanOfPostgres: String? {
        for (index, line) in lines.enumerated() {
            guard let table = table(line), Self.growing.contains(table) else { continue }
            let details = lines[(index + 1)...].prefix { !$0.contains("(cost=") }
            if line.contains("Seq Scan on") {
                if cost(line) > Self.trifle { return "reads all of \(table): \(line)" }
                continue
            }
            let isNarrowed = details.contains { $0.contains("Index Cond") || $0.contains("Recheck Cond") }
            // The whole of an index in its order is fine as far as somebody stops after the first rows.
            if !isNarrowed, !text.contains("LIMIT") || details.contains(where: { $0.contains("Filter:") }) { return "reads all of \(table): \(line)" }
        }
        return nil
    }

    /// More rows than any page, batch or person has.
    private static let sortable = 1000

    /// What reading a table of a few pages costs.
    private static let trifle = 100.0

    private func cost(_ line: String) -> Double {
        guard let mark = line.firstRange(of: "..") else { return 0 }
        return Double(line[mark.upperBound...].prefix { $0.isNumber || $0 == "." }) ?? 0
    }

    private func table(_ line: String) -> String? {
        guard line.contains("Seq Scan on") || line.contains("Index Scan") || line.contains("Index Only Scan") || line.contains("Bitmap Heap Scan")
        else { return nil }
        guard let on = line.firstRange(of: " on ") else { return nil }
        return line[on.upperBound...].split(separator: " ").first.map(String.init)
    }

    private func rows(_ line: String) -> Int {
        guard let mark = line.firstRange(of: "rows=") else { return 0 }
        return Int(line[mark.upperBound...].prefix { $0.isNumber }) ?? 0
    }
}
