// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A workbook (ECMA-376, Office Open XML) written from front to back: sheets as they come, what names them at the end.
struct WorkbookFile: ExportFile {
    private var zip: ZipStream
    private var sheet = 0
    private let head: [UInt8]
    private let columns: [ExportColumn]
    private let title: String

    init(_ columns: [ExportColumn], _ language: Language, at moment: LocalDateTime) throws {
        zip = try ZipStream(at: moment)
        self.columns = columns
        title = Phrase(vi: "Hồ sơ", en: "Dossiers")[language]
        var cells = SheetCells(columns, isHead: true)
        cells.beginRow()
        for column in columns { cells.text(column, column.heading[language]) }
        cells.endRow()
        head = cells.bytes
    }

    mutating func begin() throws -> [UInt8] {
        var output: [UInt8] = []
        try zip.add("[Content_Types].xml", WorkbookParts.contentTypes, to: &output)
        try zip.add("_rels/.rels", WorkbookParts.relations, to: &output)
        try zip.add("xl/styles.xml", WorkbookParts.styles, to: &output)
        openSheet(to: &output)
        return output
    }

    mutating func add(_ rows: [UInt8], sheet: Int) throws -> [UInt8] {
        var output: [UInt8] = []
        while self.sheet < sheet {
            try closeSheet(to: &output)
            self.sheet += 1
            openSheet(to: &output)
        }
        zip.write(rows, to: &output)
        return output
    }

    mutating func end() throws -> [UInt8] {
        var output: [UInt8] = []
        try closeSheet(to: &output)
        let names = (1...sheet + 1).map { $0 == 1 ? title : "\(title) \($0)" }
        try zip.add("xl/workbook.xml", WorkbookParts.workbook(names), to: &output)
        try zip.add("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelations(names.count), to: &output)
        zip.finish(to: &output)
        return output
    }

    private mutating func openSheet(to output: inout [UInt8]) {
        zip.open("xl/worksheets/sheet\(sheet + 1).xml", to: &output)
        zip.write(WorkbookParts.sheetBeginning(columns.map(\.width), isFirst: sheet == 0) + head, to: &output)
    }

    private mutating func closeSheet(to output: inout [UInt8]) throws {
        zip.write(WorkbookParts.sheetEnd, to: &output)
        try zip.close(to: &output)
    }
}
