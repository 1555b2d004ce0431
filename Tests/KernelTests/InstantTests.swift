// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-20T02:00:00Z", 1_795_140_000_000), ("2026-11-20T02:00:00.500Z", 1_795_140_000_500),
        ("1969-12-31T23:59:59.999Z", -1), ("1900-02-28T23:59:59Z", -2_203_891_201_000), ("2024-02-29T12:34:56.007Z", 1_709_210_096_007),
    ])
    func instantsAreWrittenAndRead(text: String, milliseconds: Int64) {
        #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        ("2026-11-20T09:00:00+07:00", "2026-11-20T02:00:00Z"), ("2026-11-19T21:00:00-05:00", "2026-11-20T02:00:00Z"),
        ("2026-11-20t02:00:00z", "2026-11-20T02:00:00Z"), ("2026-11-20T02:00:00.1Z", "2026-11-20T02:00:00.100Z"),
        ("2026-11-20T02:00:00.123456789Z", "2026-11-20T02:00:00.123Z"), ("2026-11-20T07:45:00+05:45", "2026-11-20T02:00:00Z"),
        ("2026-01-01T00:30:00+07:00", "2025-12-31T17:30:00Z"), ("2026-06-30T23:59:60Z", "2026-07-01T00:00:00Z"),
    ])
    func offsetsAndFractionsAreUnderstood(text: String, canonical: String) {
        #expect(Instant(rfc3339: text)?.rfc3339 == canonical)
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-11-20T02:00:00", "2026-11-20 02:00:00Z", "2026-11-20T02:00Z", "2026-02-29T00:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T02:60:00Z", "2026-11-20T02:00:61Z", "2026-11-20T02:00:00.Z", "2026-11-20T02:00:00+0700", "2026-11-20T02:00:00+24:00",
        "2026-11-20T02:00:00+07:60", "2026-11-20T02:00:00Zx", "2026-11-20T02:00:00.5", "+026-11-20T02:00:00Z", "２026-11-20T02:00:00Z",
    ])
    func everythingElseIsRefused(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func anyInstantSurvivesItsText() {
        var milliseconds: Int64 = -50_000_000_000_000
        while milliseconds < 200_000_000_000_000 {
            #expect(Instant(rfc3339: Instant(milliseconds: milliseconds).rfc3339)?.milliseconds == milliseconds)
            milliseconds += 777_777_777_777
        }
    }

    @Test func secondsAreAddedAndMeasured() {
        let start = Instant(milliseconds: 1_500)
        #expect(start.adding(seconds: 90).milliseconds == 91_500)
        #expect(start.adding(seconds: 90).seconds(since: start) == 90)
        #expect(start < start.adding(seconds: 1))
    }

    @Test func instantsAndMinutesAreTextInJSON() throws {
        let values = [Instant(milliseconds: 1_795_140_000_000)]
        #expect(String(decoding: try JSONEncoder().encode(values), as: UTF8.self) == #"["2026-11-20T02:00:00Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: Data(#"["2026-11-20T09:00:00+07:00"]"#.utf8)) == values)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["yesterday"]"#.utf8)) }
        let minutes = [try #require(LocalDateTime(iso: "2026-11-20T09:00"))]
        #expect(try JSONDecoder().decode([LocalDateTime].self, from: JSONEncoder().encode(minutes)) == minutes)
    }
}
