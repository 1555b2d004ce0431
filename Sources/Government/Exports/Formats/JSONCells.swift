// SPDX-License-Identifier: Apache-2.0

/// One JSON object a line.
struct JSONCells: CellWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    /// `"procedure_name":` by column.
    private static let keys = ExportColumn.allCases.map { Array("\"\($0.key)\":".utf8) }
    private static let null = Array("null".utf8)

    func starting(at place: SheetPlace, rows: Int) -> JSONCells {
        var writer = JSONCells()
        writer.bytes.reserveCapacity(rows * 720)
        return writer
    }

    mutating func beginRow() {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
    }

    mutating func text(_ column: ExportColumn, _ text: String) {
        key(column)
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            if text.contains(where: Self.needsEscape) { appendEscaped(text) } else { bytes.append(contentsOf: text) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func word(_ column: ExportColumn, _ word: ExportWord?) {
        key(column)
        bytes.append(contentsOf: word?.json ?? Self.null)
    }

    /// RFC 3339 with the offset of Việt Nam.
    mutating func moment(_ column: ExportColumn, _ moment: LocalMoment?) {
        key(column)
        guard let moment else { return bytes.append(contentsOf: Self.null) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(day: moment.day)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(clock: moment.secondOfDay)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(two: moment.secondOfDay % 60)
        bytes.append(contentsOf: "+07:00\"".utf8)
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(10)
    }

    private mutating func key(_ column: ExportColumn) {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
        bytes.append(contentsOf: Self.keys[column.rawValue])
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(UInt8(48 + byte / 16))
                bytes.append(byte % 16 < 10 ? 48 + byte % 16 : 87 + byte % 16)
            default: bytes.append(byte)
            }
        }
    }
}
