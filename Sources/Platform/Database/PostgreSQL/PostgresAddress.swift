// SPDX-License-Identifier: Apache-2.0

import CPostgres

/// Where a PostgreSQL is, as libpq takes it: `postgres://user@a,b/name?target_session_attrs=read-write`. May hold a password, so
/// it is never written anywhere.
package struct PostgresAddress: Sendable, CustomStringConvertible {
    let url: String

    /// Nil for what is not an address libpq can read.
    package init?(_ url: String) {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else { return nil }
        guard let options = PQconninfoParse(url, nil) else { return nil }
        PQconninfoFree(options)
        self.url = url
    }

    /// Hosts and name of the database, without user and password.
    package var description: String {
        guard let options = PQconninfoParse(url, nil) else { return "PostgreSQL" }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let hosts = (values["host"] ?? "localhost").split(separator: ",")
        let ports = (values["port"] ?? "5432").split(separator: ",")
        let places = hosts.enumerated().map { index, host in "\(host):\(ports.count == 1 ? ports[0] : ports[min(index, ports.count - 1)])" }
        return "PostgreSQL \(places.joined(separator: ", ")) \(values["dbname"] ?? "")"
    }

    /// What the address may overrule: how soon a dead server is noticed, and that only one that takes writes will do.
    private static let defaults = [
        "application_name": "motcua", "connect_timeout": "3", "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3",
        "tcp_user_timeout": "10000", "target_session_attrs": "read-write", "client_encoding": "UTF8",
    ]

    /// A connection with the settings of this program, or why there is none. Blocks.
    func connect() throws -> OpaquePointer {
        let keywords = Self.defaults.keys.sorted() + ["dbname"]
        let values = Self.defaults.keys.sorted().compactMap { Self.defaults[$0] } + [url]
        let handle = withCStrings(keywords) { keywords in withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) } }
        guard let handle else { throw DatabaseError(.unavailable, "no memory for a connection") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
            throw DatabaseError(.unavailable, message.split(separator: "\n").joined(separator: "; "))
        }
        // Notices belong into no terminal; those that matter are received by the connection.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        do {
            try prepareSession(handle)
            return handle
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    private func prepareSession(_ handle: OpaquePointer) throws {
        guard PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            throw DatabaseError(.other(code: 0), "the database is not in UTF8: create it with ENCODING 'UTF8'")
        }
        // What was acknowledged must survive; and nobody waits for ever.
        let result = PQexec(
            handle,
            """
            SELECT set_config(name, value, false) FROM (VALUES
                ('synchronous_commit', 'on', 'off'), ('statement_timeout', '60s', '0'), ('lock_timeout', '20s', '0'),
                ('idle_in_transaction_session_timeout', '60s', '0')) AS wanted (name, value, instead_of)
            WHERE current_setting(name) = instead_of
            """)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw DatabaseError(.unavailable, PQerrorMessage(handle).map { String(cString: $0) } ?? "")
        }
    }
}

private func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for string in strings {
        starts.append(bytes.count)
        bytes += string.utf8CString
    }
    return bytes.withUnsafeBufferPointer { buffer in
        let pointers = starts.map { start in buffer.baseAddress.map { $0 + start } } + [nil]
        return pointers.withUnsafeBufferPointer { pointers in
            // SAFETY: the array is never empty, so it has an address.
            body(pointers.baseAddress.unsafelyUnwrapped)
        }
    }
}
