// SPDX-License-Identifier: Apache-2.0

import CPostgres

/// The values of a statement as libpq takes them: numbers, instants and bytes in the binary form of a named type; text without
/// a type, so that the server takes it as whatever stands on the other side (a uuid, a date, jsonb).
struct PostgresParameters {
    private(set) var types: [Oid] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var bytes: [UInt8] = []
    /// Where a value begins in `bytes`; -1 for NULL.
    private var starts: [Int] = []

    init(_ sql: SQL) throws {
        types.reserveCapacity(sql.values.count)
        for value in sql.values { try append(value, of: sql) }
    }

    var count: Int { types.count }

    func isNull(_ index: Int) -> Bool { starts[index] < 0 }

    /// True when a statement prepared for these types takes these values; NULL fits everywhere.
    func fit(_ prepared: [Oid]) -> Bool {
        for index in types.indices where types[index] != prepared[index] && starts[index] >= 0 { return false }
        return true
    }

    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start < 0 ? nil : base.map { $0 + start } }
            return pointers.withUnsafeBufferPointer { values in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in body(values.baseAddress, lengths.baseAddress, formats.baseAddress) }
                }
            }
        }
    }

    private mutating func append(_ value: SQLValue, of sql: SQL) throws {
        switch value {
        case .null:
            types.append(0)
            starts.append(-1)
            lengths.append(0)
            formats.append(0)
        case .integer(let number): appendBinary(.int8, bigEndian(UInt64(bitPattern: number)))
        case .real(let number): appendBinary(.float8, bigEndian(number.bitPattern))
        case .boolean(let flag): appendBinary(.bool, [flag ? 1 : 0])
        case .instant(let instant): appendBinary(.timestamptz, bigEndian(UInt64(bitPattern: PostgresMoment.encoded(instant))))
        case .bytes(let content): appendBinary(.bytea, content)
        case .text(let text): try appendText(text, 0, of: sql)
        case .json(let text): try appendText(text, .jsonb, of: sql)
        }
    }

    private mutating func appendBinary(_ type: Oid, _ content: some Collection<UInt8>) {
        types.append(type)
        starts.append(bytes.count)
        lengths.append(Int32(content.count))
        formats.append(1)
        bytes += content
        // Even an empty value needs an address.
        bytes.append(0)
    }

    private mutating func appendText(_ text: String, _ type: Oid, of sql: SQL) throws {
        let start = bytes.count
        bytes += text.utf8
        guard !bytes[start...].contains(0) else {
            throw DatabaseError(.invalidText, "parameter $\(count + 1) holds a NUL character", sql: sql.text)
        }
        types.append(type)
        starts.append(start)
        lengths.append(Int32(bytes.count - start))
        formats.append(0)
        bytes.append(0)
    }

    private func bigEndian(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
