// SPDX-License-Identifier: Apache-2.0

import CPostgres

struct PostgresFailure: Error {
    let message: String
}

/// One connection of libpq, used by one thread.
final class PostgresHandle {
    private let connection: OpaquePointer
    private var prepared: Set<String> = []
    private var pending = 0

    init(address: String) throws {
        guard let connection = PQconnectdb(address) else { throw PostgresFailure(message: "no memory") }
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else { throw failure() }
    }

    deinit { PQfinish(connection) }

    func enterPipeline() { PQenterPipelineMode(connection) }

    /// The first row as texts; not in a pipeline.
    func first(_ sql: String, _ parameters: [String]) throws -> [String]? {
        let result = withPointers(parameters) { PQexecParams(connection, sql, Int32(parameters.count), nil, $0, nil, nil, 0) }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw failure() }
        return rows(result).first
    }

    /// Sends a statement, prepared when it is new; its answer is read by `answers`.
    func send(_ name: String, _ sql: @autoclosure () -> String, _ parameters: [String?] = []) throws {
        if prepared.insert(name).inserted {
            guard PQsendPrepare(connection, name, sql(), 0, nil) == 1 else { throw failure() }
            pending += 1
        }
        let isSent = withPointers(parameters) { PQsendQueryPrepared(connection, name, Int32(parameters.count), $0, nil, nil, 0) }
        guard isSent == 1 else { throw failure() }
        pending += 1
    }

    /// Reads the answers to everything sent; the rows of each statement.
    func answers() throws -> [[[String]]] {
        guard PQpipelineSync(connection) == 1 else { throw failure() }
        var answers: [[[String]]] = []
        var message: String?
        for _ in 0..<pending {
            guard let result = PQgetResult(connection) else { throw failure() }
            let status = PQresultStatus(result)
            if status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK {
                message = message ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? "a statement failed"
            }
            answers.append(rows(result))
            PQclear(result)
            PQclear(PQgetResult(connection))
        }
        pending = 0
        // The end of the pipeline.
        PQclear(PQgetResult(connection))
        if let message { throw PostgresFailure(message: message) }
        return answers
    }

    private func rows(_ result: OpaquePointer?) -> [[String]] {
        (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }
        }
    }

    private func failure() -> PostgresFailure {
        PostgresFailure(message: PQerrorMessage(connection).map { String(cString: $0) } ?? "no connection")
    }

    /// All parameters in one buffer.
    private func withPointers<Result>(_ parameters: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        var bytes: [CChar] = []
        var starts: [Int?] = []
        for parameter in parameters {
            starts.append(parameter == nil ? nil : bytes.count)
            guard let parameter else { continue }
            bytes.append(contentsOf: parameter.utf8.lazy.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in start.flatMap { start in buffer.baseAddress.map { $0 + start } } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
