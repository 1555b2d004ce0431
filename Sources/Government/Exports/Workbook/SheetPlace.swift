// SPDX-License-Identifier: Apache-2.0

/// Where the next row of a workbook goes.
struct SheetPlace: Sendable, Hashable {
    /// Counted from 0.
    private(set) var sheet = 0
    /// Rows already in the sheet, without its head.
    private(set) var rows = 0
    private var bytes = 0
    private let mostRows: Int
    private let mostBytes: Int

    /// A sheet has 1,048,576 rows (ECMA-376), one of them the head. A sheet that stays below 4 GiB needs no ZIP64 of its own, which
    /// spreadsheets take for damage.
    init(mostRows: Int = 1_048_575, mostBytes: Int = 3_900_000_000) {
        (self.mostRows, self.mostBytes) = (mostRows, mostBytes)
    }

    /// How many rows may follow in this sheet.
    var room: Int { mostRows - rows }

    mutating func advance(rows: Int, bytes: Int) {
        self.rows += rows
        self.bytes += bytes
        if self.rows >= mostRows || self.bytes >= mostBytes { (sheet, self.rows, self.bytes) = (sheet + 1, 0, 0) }
    }
}
