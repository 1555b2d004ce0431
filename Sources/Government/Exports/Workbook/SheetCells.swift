// SPDX-License-Identifier: Apache-2.0

/// Rows of a worksheet (ECMA-376 Part 1, 18.3.1.73): texts stand in their cells, moments are serial numbers with a date style.
struct SheetCells: CellWriter {
    private(set) var bytes: [UInt8] = []
    private var row = 0
    private let letters: [[UInt8]]
    private let style: [UInt8]

    private static let none = Array(" t=\"inlineStr\"".utf8)
    private static let head = Array(" s=\"2\" t=\"inlineStr\"".utf8)
    private static let date = Array("\" s=\"1\"><v>".utf8)
    private static let open = Array("<c r=\"".utf8)
    /// What a cell of a spreadsheet holds at most, in units of UTF-16.
    private static let mostCharacters = 32_767

    init(_ columns: [ExportColumn], isHead: Bool = false) {
        var letters = Array(repeating: [UInt8](), count: ExportColumn.allCases.count)
        for (index, column) in columns.enumerated() { letters[column.rawValue] = [UInt8(65 + index)] }
        self.letters = letters
        style = isHead ? Self.head : Self.none
    }

    func starting(at place: SheetPlace, rows: Int) -> SheetCells {
        var writer = self
        writer.row = place.rows + 1
        writer.bytes = []
        writer.bytes.reserveCapacity(rows * 1500)
        return writer
    }

    mutating func beginRow() {
        row += 1
        bytes.append(contentsOf: "<row r=\"".utf8)
        bytes.append(decimal: row)
        bytes.append(contentsOf: "\">".utf8)
    }

    mutating func text(_ column: ExportColumn, _ text: String) {
        guard !text.isEmpty else { return }
        reference(column)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: style)
        var text = text.utf8.count > Self.mostCharacters ? Self.shortened(text) : text
        text.withUTF8 { text in
            let keepsSpace = text.first.map { $0 <= 0x20 } ?? false || text.last.map { $0 <= 0x20 } ?? false
            bytes.append(contentsOf: (keepsSpace ? "><is><t xml:space=\"preserve\">" : "><is><t>").utf8)
            XMLText.append(text, to: &bytes)
        }
        bytes.append(contentsOf: "</t></is></c>".utf8)
    }

    mutating func word(_ column: ExportColumn, _ word: ExportWord?) {
        if let word { text(column, word.text) }
    }

    mutating func moment(_ column: ExportColumn, _ moment: LocalMoment?) {
        guard let moment else { return }
        reference(column)
        bytes.append(contentsOf: Self.date)
        // Day 1 of a spreadsheet is 1900-01-01, and it believes in a 29 February of that year.
        bytes.append(decimal: moment.day + 25_569)
        bytes.append(UInt8(ascii: "."))
        // Rounded up: a spreadsheet that cuts off must not show the minute before.
        let fraction = (moment.secondOfDay * 1_000_000_000_000 + 86_399) / 86_400
        for power in [10_000_000_000, 100_000_000, 1_000_000, 10_000, 100, 1] { bytes.append(two: fraction / power % 100) }
        bytes.append(contentsOf: "</v></c>".utf8)
    }

    mutating func endRow() {
        bytes.append(contentsOf: "</row>".utf8)
    }

    private mutating func reference(_ column: ExportColumn) {
        bytes.append(contentsOf: Self.open)
        bytes.append(contentsOf: letters[column.rawValue])
        bytes.append(decimal: row)
    }

    private static func shortened(_ text: String) -> String {
        String(decoding: Array(text.utf16.prefix(mostCharacters)), as: UTF16.self)
    }
}
