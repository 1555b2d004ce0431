// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Crypto
import FoundationEssentials

/// References to uploaded files: the file's facts in base64url and a code that proves who wrote them.
struct FileReferences: Sendable {
    private struct Content: Decodable {
        let n: String
        let h: String
        let s: Int
        let t: String
    }

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
        let parts = file.reference.split(separator: ".")
        guard parts.count == 2, let content = decoded(parts[0]), let code = decoded(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key),
            let facts = try? JSONDecoder().decode(Content.self, from: content)
        else { return nil }
        return StoredSubmission.File(component: file.component, mediaType: facts.t, name: facts.n, sha256: facts.h, size: facts.s)
    }

    private func decoded(_ text: Substring) -> Data? {
        var bytes = text.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(bytes))
    }
}
