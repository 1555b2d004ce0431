// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Testing

@testable import Measures

/// Where a page begins comes from outside.
@Suite struct ListingPositionTests {
    private static let dossier = "0193a2b4-0000-7000-8000-000000000001"

    @Test func aPositionIsReadAsItWasWritten() throws {
        let id = try #require(Identifier(Self.dossier))
        let cell = ListingCell(day: try day("2026-11-16"), key: "H55.06.01")
        let positions: [ListingPosition] = [
            .counted(cell, measure: .supplementAsked, dossier: id, sequence: 12),
            .standing(due: Instant(milliseconds: 1_790_000_000_123), dossier: id),
            .ended(at: Instant(milliseconds: 1_790_000_000_123), dossier: id),
        ]
        for position in positions { #expect(ListingPosition(position.text) == position) }
    }

    private static let wrong = [
        "", "x", "~", "~~", "~~~~", "1~2", "due~abc~\(dossier)", "due~1790000000000~", "end~-9223372036854775808~\(dossier)", "due~-1~\(dossier)",
        "due~9223372036854775807~\(dossier)", "end~99999999999999999999~\(dossier)", "1790000000000~\(dossier)~1", "was~1790000000000~\(dossier)",
        "2026-02-30~H55.1~1~\(dossier)~1",
        "2026-11-16~H55.1~0~\(dossier)~1", "2026-11-16~H55.1~14~\(dossier)~1", "2026-11-16~H55.1~1~x~1", "2026-11-16~H55.1~1~\(dossier)~",
        "2026-11-16~H55.1~1~\(dossier)~99999999999999999999", "2026-11-16~H\u{0}55~1~\(dossier)~1", "2026-11-16~Hà Nội~1~\(dossier)~1",
        "2026-11-16~\(String(repeating: "H", count: 65))~1~\(dossier)~1",
    ]

    @Test func whatIsNoPositionIsTheReadersMistake() async throws {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.house).liveAll()
        for figure in ListedFigure.allCases {
            let isCounted = figure.measures != nil
            // The place of a list of another kind is none of this.
            let ended = "end~1790000000000~\(Self.dossier)"
            let strange = isCounted ? ["due~1790000000000~\(Self.dossier)", ended] : ["2026-11-16~H55.1~1~\(Self.dossier)~1"]
            for after in Self.wrong + strange + (figure == .overdue ? [ended] : []) {
                let error = await #expect(throws: UserError.self, "\(figure) \(after)") { try await page(fixture, figure, after) }
                #expect(error?.code == "wrong_cursor" && error?.status == 400)
            }
        }
    }

    @Test func aPositionThatNoPageGaveIsAnsweredAllTheSame() async throws {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.house).liveAll()
        let last = "ffffffff-ffff-ffff-ffff-ffffffffffff"
        for after in [
            "0001-01-01~~1~\(Self.dossier)~-5", "9999-12-31~zzz~13~\(last)~9223372036854775807", "2026-11-16~!~1~\(last)~-9223372036854775808",
        ] {
            for unit in [nil, MeasuresFixture.unit] { _ = try await page(fixture, .filed, after, unit: unit) }
        }
        for after in ["due~0~\(Self.dossier)", "due~\(Int64(1) << 50 - 1)~\(last)", "end~0~\(Self.dossier)", "end~\(Int64(1) << 50 - 1)~\(last)"] {
            for figure in [ListedFigure.inProcess, .carriedOver] { _ = try await page(fixture, figure, after) }
        }
    }

    @discardableResult
    private func page(_ fixture: MeasuresFixture, _ figure: ListedFigure, _ after: String, unit: String? = nil) async throws -> ListingPage {
        let question = ListingQuestion(figure: figure, from: try day("2026-11-01"), to: try day("2026-11-30"), unit: unit)
        return try await ListMeasured(house: fixture.house)(question, visibleTo: .everything, after: after, limit: 3)
    }
}
