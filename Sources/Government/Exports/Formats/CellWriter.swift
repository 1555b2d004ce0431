// SPDX-License-Identifier: Apache-2.0

/// Turns the cells of rows into bytes. A copy is made for each read, so that a read may be run again.
protocol CellWriter: Sendable {
    var bytes: [UInt8] { get }

    mutating func beginRow()
    mutating func text(_ column: ExportColumn, _ text: String)
    mutating func word(_ column: ExportColumn, _ word: ExportWord?)
    mutating func moment(_ column: ExportColumn, _ moment: LocalMoment?)
    mutating func endRow()

    /// An empty writer for the rows that follow `place`.
    func starting(at place: SheetPlace, rows: Int) -> Self
}

/// Puts what a format has around its rows; called one after the other, in the order of the file.
protocol ExportFile {
    mutating func begin() throws -> [UInt8]
    mutating func add(_ rows: [UInt8], sheet: Int) throws -> [UInt8]
    mutating func end() throws -> [UInt8]
}

/// A file that is nothing but its rows, after a beginning.
struct PlainFile: ExportFile {
    let beginning: [UInt8]

    mutating func begin() -> [UInt8] { beginning }
    mutating func add(_ rows: [UInt8], sheet: Int) -> [UInt8] { rows }
    mutating func end() -> [UInt8] { [] }
}
