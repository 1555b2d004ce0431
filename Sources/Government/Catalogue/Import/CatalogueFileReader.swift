// SPDX-License-Identifier: Apache-2.0

import Crypto
package import Kernel

/// One line of a file of procedures, understood as far as it can be.
enum CatalogueLine: Sendable {
    case record(CatalogueRecord)
    case unreadable(number: Int, reason: UnreadableReason)
    /// Nothing but spaces.
    case blank
}

/// A record with its flags and the hash of the bytes it was read from.
struct CatalogueRecord: Sendable {
    let procedure: NationalProcedure
    var flags: [CatalogueFlag]
    let hash: String
    let line: Int
}

/// Why a line could not be taken.
package enum UnreadableReason: Hashable, Sendable {
    case brokenJSON(at: Int)
    case notUTF8
    case tooDeep
    case tooLong(bytes: Int)
    /// Readable JSON, but no object with a code.
    case noCode

    package var phrase: Phrase {
        switch self {
        case .brokenJSON(let position):
            Phrase(vi: "JSON hỏng ở byte {at}", en: "broken JSON at byte {at}").with(["at": String(position)])
        case .notUTF8: Phrase(vi: "không phải UTF-8", en: "not UTF-8")
        case .tooDeep: Phrase(vi: "JSON lồng quá sâu", en: "JSON nested too deep")
        case .tooLong(let bytes): Phrase(vi: "dòng quá dài ({n} byte)", en: "line too long ({n} bytes)").with(["n": grouped(bytes)])
        case .noCode: Phrase(vi: "không có mã thủ tục", en: "no procedure code")
        }
    }
}

/// Reads a file of one JSON object a line.
struct CatalogueFileReader {
    private var lines: LineReader

    init(path: String) throws {
        lines = try LineReader(path: path)
    }

    mutating func next() throws -> CatalogueLine? {
        switch try lines.next() {
        case nil: nil
        case .tooLong(let bytes): .unreadable(number: lines.number, reason: .tooLong(bytes: bytes))
        case .text(let bytes): Self.read(bytes, number: lines.number)
        }
    }

    static func read(_ bytes: ArraySlice<UInt8>, number: Int) -> CatalogueLine {
        guard !bytes.isEmpty else { return .blank }
        do throws(JSONReader.Problem) {
            let value = try JSONReader.value(of: bytes)
            guard let (procedure, flags) = RecordParser.parse(value) else { return .unreadable(number: number, reason: .noCode) }
            let hash = SHA256.hash(data: bytes).hex
            return .record(CatalogueRecord(procedure: procedure, flags: flags, hash: hash, line: number))
        } catch {
            switch error {
            case .notUTF8: return .unreadable(number: number, reason: .notUTF8)
            case .tooDeep: return .unreadable(number: number, reason: .tooDeep)
            case .broken(let position): return .unreadable(number: number, reason: .brokenJSON(at: position))
            }
        }
    }
}
