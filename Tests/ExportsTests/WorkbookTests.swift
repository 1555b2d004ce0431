// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import NIOCore
import Testing

@testable import Exports

@Suite struct WorkbookTests {
    typealias Line = ExportFixture.Line

    @Test func aWorkbookHoldsTextsAsTheyAreAndMomentsAsNumbers() async throws {
        let fixture = try await ExportFixture()
        let name = " <b>&\"'\r\n_x000D_\u{1}\u{FFFE} =1+1 "
        try await fixture.add([Line(name: name)])
        let files = try Unzipped(try await fixture.bytes(fixture.order(.xlsx)))
        #expect(
            Set(files.byName.keys) == [
                "[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
            ])
        let sheet = try #require(files.byName["xl/worksheets/sheet1.xml"])
        #expect(
            sheet.contains(
                "<c r=\"D2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> &lt;b&gt;&amp;\"'&#13;\n_x005F_x000D__x0001__xFFFE_ =1+1 </t></is></c>"))
        // 2026-01-05 08:00 is day 46,027 and a third.
        #expect(sheet.contains("<c r=\"L2\" s=\"1\"><v>46027.333333333334</v></c>"))
        #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<c r=\"A1\" s=\"2\" t=\"inlineStr\"><is><t>Code</t></is></c>"))
        #expect(sheet.hasSuffix("</row></sheetData></worksheet>"))
    }

    @Test(arguments: [(3, 1), (4, 1), (5, 2), (8, 2), (9, 3)]) func aFullSheetIsFollowedByAnother(rows: Int, sheets: Int) async throws {
        let fixture = try await ExportFixture()
        try await fixture.add((1...rows).map { _ in Line() })
        var export = try await fixture.begin(fixture.order(.xlsx))
        export.firstPlace = SheetPlace(mostRows: 4)
        var bytes: [UInt8] = []
        try await export.write { bytes += $0.readableBytesView }
        let files = try Unzipped(bytes)
        let found = files.byName.filter { $0.key.hasPrefix("xl/worksheets/") }
        #expect(found.count == sheets)
        #expect(found.values.reduce(0) { $0 + $1.components(separatedBy: "<row ").count - 2 } == rows)
        #expect(files.byName["xl/workbook.xml"]?.contains("<sheet name=\"Dossiers\" sheetId=\"1\" r:id=\"rId2\"/>") ?? false)
        #expect(files.byName["xl/_rels/workbook.xml.rels"]?.contains("worksheets/sheet\(sheets).xml") ?? false)
    }

    @Test func aSheetEndsBeforeItsBytesNeedMoreThan32Bits() {
        var place = SheetPlace(mostRows: 100, mostBytes: 1000)
        place.advance(rows: 10, bytes: 999)
        #expect(place.sheet == 0 && place.room == 90)
        place.advance(rows: 10, bytes: 1)
        #expect(place.sheet == 1 && place.rows == 0 && place.room == 100)
    }

    @Test func anArchivePastFourGigabytesHasTheRecordsOfZIP64() throws {
        let moment = try #require(LocalDateTime(iso: "2026-01-05T08:00"))
        var zip = try ZipStream(at: moment, offset: 5_000_000_000)
        var bytes: [UInt8] = []
        try zip.add("a.txt", Array("xin chào".utf8), to: &bytes)
        let directory = bytes.count
        zip.finish(to: &bytes)
        // The entry's place, in the directory, is said with 64 bits.
        #expect(Array(bytes[directory + 42..<directory + 46]) == [255, 255, 255, 255])
        #expect(little(bytes[(directory + 46 + 5 + 4)...], 8) == 5_000_000_000)
        let end = bytes.count - 22
        #expect(little(bytes[end...], 4) == 0x0605_4B50 && little(bytes[(end + 16)...], 4) == 0xFFFF_FFFF)
        #expect(little(bytes[(end - 20)...], 4) == 0x0706_4B50)
        let record = Int(little(bytes[(end - 20 + 8)...], 8)) - 5_000_000_000
        #expect(little(bytes[record...], 4) == 0x0606_4B50)
        #expect(little(bytes[(record + 48)...], 8) == 5_000_000_000 + UInt64(directory))
    }
}
