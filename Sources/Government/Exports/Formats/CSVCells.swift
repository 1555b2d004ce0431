// SPDX-License-Identifier: Apache-2.0

import Kernel
import Web

/// Rows of RFC 4180.
struct CSVCells: CellWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// The mark of UTF-8 and the headings.
    static func beginning(_ columns: [ExportColumn], _ language: Language) -> [UInt8] {
        var cells = CSVCells()
        cells.beginRow()
        for column in columns { cells.text(column, column.heading[language]) }
        cells.endRow()
        return CSVCell.byteOrderMark + cells.bytes
    }

    func starting(at place: SheetPlace, rows: Int) -> CSVCells {
        var writer = CSVCells()
        writer.bytes.reserveCapacity(rows * 320)
        return writer
    }

    mutating func beginRow() {
        isFirst = true
    }

    mutating func text(_ column: ExportColumn, _ text: String) {
        separate()
        CSVCell.append(text, to: &bytes)
    }

    mutating func word(_ column: ExportColumn, _ word: ExportWord?) {
        separate()
        if let word { CSVCell.append(word.text, to: &bytes) }
    }

    /// `2026-11-20 09:05`, which spreadsheets read as a moment whatever their language.
    mutating func moment(_ column: ExportColumn, _ moment: LocalMoment?) {
        separate()
        guard let moment else { return }
        bytes.append(day: moment.day)
        bytes.append(UInt8(ascii: " "))
        bytes.append(clock: moment.secondOfDay)
    }

    mutating func endRow() {
        bytes.append(13)
        bytes.append(10)
    }

    private mutating func separate() {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
    }
}
