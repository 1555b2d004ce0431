// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Foundation
import Kernel
import Testing

@testable import Exports

@Suite struct ExportDossiersTests {
    typealias Line = ExportFixture.Line

    @Test func aCSVSaysEverythingInWordsAndLocalTime() async throws {
        let fixture = try await ExportFixture()
        let at = ExportFixture.first
        try await fixture.add([
            Line(
                name: "=cmd|'x'", procedureName: "a,\"b\"", status: 9, accepted: at.adding(seconds: 60), due: at.adding(days: 3),
                resolved: at.adding(days: 1))
        ])
        let text = try await fixture.text(fixture.order(.csv))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines[0].hasPrefix("\u{FEFF}Code,Procedure code,Procedure,Applicant,Channel"))
        #expect(
            lines[1]
                == "H55.1-260105-0001,1.001193,\"a,\"\"b\"\"\",'=cmd|'x',Online,Collect at the one-stop desk,H55.1,Phường Một,H55.2,\"Sở, Hai\","
                + "Resolved,2026-01-05 08:00,2026-01-05 08:01,2026-01-08 08:00,2026-01-06 08:00,,early")
        #expect(lines.count == 3 && lines[2].isEmpty)
    }

    @Test func jsonLinesAreObjectsWithTheirNulls() async throws {
        let fixture = try await ExportFixture()
        let name = "Nông \"Hạnh\" \\ \u{1}\n\u{2028}"
        try await fixture.add([Line(name: name, due: ExportFixture.first.adding(days: 40))])
        let text = try await fixture.text(fixture.order(.jsonl))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["applicant_name"] as? String == name)
        #expect(object["submitted_at"] as? String == "2026-01-05T08:00:00+07:00")
        #expect(object["accepted_at"] is NSNull)
        #expect(object["timeliness"] as? String == "withinLimit")
        #expect((object["state"] as? [String: Any])?["code"] as? String == "processing")
        #expect(object["channel"] as? String == "online")
    }

    @Test(arguments: ExportFormat.allCases) func namesStayWhereTheyBelong(format: ExportFormat) async throws {
        let fixture = try await ExportFixture()
        try await fixture.add([Line(name: "Triệu Quý Tài")])
        let without = try await fixture.bytes(fixture.order(format, names: false))
        let text = format == .xlsx ? try Unzipped(without).all : String(decoding: without, as: UTF8.self)
        #expect(!text.contains("Triệu") && !text.contains("Applicant") && !text.contains("applicant_name"))
        #expect(text.contains("H55.1-260105-0001"))
    }

    @Test(arguments: ExportMoment.allCases) func everyRowComesOnceAndInOrderAcrossPieces(moment: ExportMoment) async throws {
        let fixture = try await ExportFixture()
        // Many rows of the same moment, so that pieces end between them.
        let lines = (0..<9_001).map { index in
            let at = ExportFixture.first.adding(seconds: Int64(index / 700) * 60)
            return Line(desk: "H55.\(index % 3)", submitted: at, accepted: at, resolved: at)
        }
        try await fixture.add(lines)
        let codes = try await fixture.codes(ExportFilter(moment))
        #expect(codes.count == 9_001 && Set(codes).count == 9_001)
        if moment != .accepted { #expect(codes.prefix(3).map { $0.suffix(4) } == ["0001", "0002", "0003"]) }
    }

    @Test func onlyWhatMayBeSeenIsTaken() async throws {
        let fixture = try await ExportFixture()
        try await fixture.add([
            Line(desk: "H55.1"), Line(desk: "H55.3"), Line(desk: "H55.3", units: ["H55.9"]), Line(desk: "H55.3", resolving: "H55.3"),
        ])
        let filter = ExportFilter()
        #expect(try await fixture.codes(filter, access: .units(["H55.9"])).map { $0.suffix(1) } == ["3"])
        #expect(try await fixture.codes(filter, access: .units(["H55.2"])).map { $0.suffix(1) } == ["1", "2", "3"])
        #expect(try await fixture.codes(filter, access: .units([])).isEmpty)
        #expect(try await fixture.codes(filter, access: .owner("somebody")).isEmpty)
        #expect(try await fixture.codes(filter).count == 4)
    }

    @Test func aFilterTakesWholeDaysOfItsMoment() async throws {
        let fixture = try await ExportFixture()
        let midnight = try #require(LocalDateTime(iso: "2026-01-06T00:00")?.instant())
        let before = Instant(milliseconds: midnight.milliseconds - 1)
        try await fixture.add([
            Line(status: 9, submitted: before, resolved: midnight.adding(days: 1)), Line(submitted: midnight),
            Line(submitted: midnight.adding(days: 1)),
        ])
        let day = try #require(LocalDate(iso: "2026-01-06"))
        #expect(try await fixture.codes(ExportFilter(from: day, to: day)).map { $0.suffix(1) } == ["2"])
        #expect(try await fixture.codes(ExportFilter(to: day)).map { $0.suffix(1) } == ["1", "2"])
        #expect(try await fixture.codes(ExportFilter(.resolved, from: day)).map { $0.suffix(1) } == ["1"])
        #expect(try await fixture.codes(ExportFilter(.accepted)).isEmpty)
        #expect(try await fixture.codes(ExportFilter(statuses: [.processing])).map { $0.suffix(1) } == ["2", "3"])
        #expect(try await fixture.codes(ExportFilter(unit: "H55.2", procedure: "1.001193")).count == 3)
        #expect(try await fixture.codes(ExportFilter(unit: "H55.3")).isEmpty)
    }

    @Test func aNarrowExportLooksAtOneWindowARead() async throws {
        let fixture = try await ExportFixture()
        try await fixture.add((1...50).map { Line(desk: $0 == 47 ? "H55.7" : "H55.1") })
        let selection = ExportSelection(fixture.order(.csv, access: .units(["H55.7"])), desks: nil)
        var (reads, found) = (0, 0)
        var place: ExportPlace? = ExportPlace()
        while let here = place {
            let piece = try await fixture.database.read { connection in
                try ExportStore(connection, window: 10).read(selection, from: here, limit: 100) { _ in }
            }
            reads += 1
            found += piece.rows
            place = piece.next
        }
        #expect(found == 1)
        #expect((5...6).contains(reads))
    }

    @Test func everyExportIsRecordedWithItsEnd() async throws {
        let fixture = try await ExportFixture()
        try await fixture.add((1...5_000).map { _ in Line() })
        _ = try await fixture.bytes(fixture.order(.csv, ExportFilter(unit: "H55.1")))
        struct Gone: Error {}
        let export = try await fixture.begin(fixture.order(.jsonl, account: "b"))
        var sent = 0
        await #expect(throws: Gone.self) {
            try await export.write { _ in
                sent += 1
                if sent == 2 { throw Gone() }
            }
        }
        let records = try await fixture.database.read { try ExportRecordStore($0).list(of: nil, before: nil, limit: 10) }
        #expect(Set(records.map(\.account)) == ["a", "b"])
        let whole = try #require(records.first { $0.account == "a" })
        #expect(whole.isComplete && whole.rows == 5_000 && whole.filter == ExportFilter(unit: "H55.1") && whole.hasNames)
        let broken = try #require(records.first { $0.account == "b" })
        #expect(!broken.isComplete && broken.endedAt != nil && broken.rows == 4_000)
        let own = try await fixture.database.read { try ExportRecordStore($0).list(of: "b", before: nil, limit: 10) }
        #expect(own.count == 1)
    }

    @Test func turnsAreFewAndGivenBack() {
        let turns = ExportTurns(most: 3, mostOfOne: 2)
        var held = [turns.take("a"), turns.take("a")]
        #expect(held.allSatisfy { $0 != nil } && turns.take("a") == nil)
        held.append(turns.take("b"))
        #expect(held[2] != nil && turns.take("c") == nil)
        held = []
        #expect(turns.take("c") != nil)
    }
}
