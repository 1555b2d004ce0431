// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Crypto
import FoundationEssentials

/// References to uploaded files: the file's facts, a line each, in base64url and a code that proves who wrote them.
struct FileReferences: Sendable {
    private let key: SymmetricKey

    init(database: String) throws {
        let handle = try SQLiteHandle(path: database, writes: false)
        let statement = try handle.prepare("SELECT bytes FROM site_keys WHERE name = 'file references'")
        defer {
            sqlite3_finalize(statement)
            sqlite3_close_v2(handle.database)
        }
        guard sqlite3_step(statement) == SQLITE_ROW, let start = sqlite3_column_blob(statement, 0) else {
            throw SQLiteFailure(code: SQLITE_NOTFOUND, message: "no key of file references")
        }
        key = SymmetricKey(data: Data(bytes: start, count: Int(sqlite3_column_bytes(statement, 0))))
    }

    func file(_ file: FilingBody.File) -> StoredSubmission.File? {
        let parts = file.reference.utf8.split(separator: UInt8(ascii: "."))
        guard parts.count == 2, let content = decoded(parts[0]), let code = decoded(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key)
        else { return nil }
        let facts = String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
        guard facts.count == 4, let size = Int(facts[1]) else { return nil }
        return StoredSubmission.File(component: file.component, mediaType: facts[2], name: facts[3], sha256: facts[0], size: size)
    }

    private func decoded(_ text: Substring.UTF8View) -> Data? {
        var bytes = text.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(bytes))
    }
}
