// SPDX-License-Identifier: Apache-2.0

/// The small parts of a workbook, as ECMA-376 names them.
enum WorkbookParts {
    private static let prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let packaged = "http://schemas.openxmlformats.org/package/2006/"
    private static let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// A part is a worksheet unless it is named here: it stands first, when nobody knows yet how many there will be.
    static let contentTypes = bytes(
        """
        <Types xmlns="\(packaged)content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="\(type).worksheet+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/></Types>
        """)

    static let relations = bytes(
        """
        <Relationships xmlns="\(packaged)relationships">\
        <Relationship Id="rId1" Type="\(related)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """)

    /// Three formats of cells: plain, a moment, the head.
    static let styles = bytes(
        """
        <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>\
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """)

    /// The head stays in sight.
    static func sheetBeginning(_ widths: [Int], isFirst: Bool) -> [UInt8] {
        let columns = widths.enumerated().map { "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"\($1)\" customWidth=\"1\"/>" }.joined()
        return bytes(
            """
            <worksheet xmlns="\(main)"><sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <cols>\(columns)</cols><sheetData>
            """)
    }

    static let sheetEnd = Array("</sheetData></worksheet>".utf8)

    static func workbook(_ names: [String]) -> [UInt8] {
        let sheets = names.enumerated().map { "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 2)\"/>" }.joined()
        return bytes("<workbook xmlns=\"\(main)\" xmlns:r=\"\(related)\"><sheets>\(sheets)</sheets></workbook>")
    }

    static func workbookRelations(_ sheets: Int) -> [UInt8] {
        let relations = (1...sheets).map { number in
            "<Relationship Id=\"rId\(number + 1)\" Type=\"\(related)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
        }
        return bytes(
            """
            <Relationships xmlns="\(packaged)relationships"><Relationship Id="rId1" Type="\(related)/styles" Target="styles.xml"/>\
            \(relations.joined())</Relationships>
            """)
    }

    private static func bytes(_ xml: String) -> [UInt8] { Array((prologue + xml).utf8) }
}
