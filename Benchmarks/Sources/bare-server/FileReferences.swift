// SPDX-License-Identifier: Apache-2.0

import Crypto
import FoundationEssentials

/// References to uploaded files: the file's facts, a line each, in base64url and a code that proves who wrote them.
struct FileReferences: Sendable {
    private let key: SymmetricKey

    init(database: Database) throws {
        guard let row = try database.first("SELECT \(database.hexadecimal("bytes")) FROM site_keys WHERE name = 'file references'") else {
            throw NoKey()
        }
        let digits = Array(row[0].utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16) ?? 0 }
        key = SymmetricKey(data: Data(bytes))
    }

    private struct NoKey: Error {}

    func file(_ file: FilingBody.File) -> StoredSubmission.File? {
        let parts = file.reference.utf8.split(separator: UInt8(ascii: "."))
        guard parts.count == 2, let content = decoded(parts[0]), let code = decoded(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key)
        else { return nil }
        let facts = String(decoding: content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard facts.count == 5, let size = Int(facts[1]) else { return nil }
        return StoredSubmission.File(
            component: file.component, mediaType: facts[2], name: facts[4], pages: Int(facts[3]), sha256: facts[0], size: size)
    }

    private func decoded(_ text: Substring.UTF8View) -> Data? {
        var bytes = text.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(bytes))
    }
}
