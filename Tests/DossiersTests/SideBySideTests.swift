// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Process
import Testing

/// What happens at the same moment, which on PostgreSQL really does.
@Suite struct SideBySideTests {
    @Test func aRequestSentManyTimesAtOnceFilesOneDossier() async throws {
        let fixture = try await HouseFixture()
        let ids = try await withThrowingTaskGroup(of: Identifier.self) { group in
            for _ in 0..<8 { group.addTask { try await fixture.file(key: "one").id } }
            return try await group.reduce(into: Set<Identifier>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        let next = try await fixture.file()
        #expect(next.state.submission.provisionalCode.hasSuffix("-0002"))
    }

    @Test func filingsAtOnceHaveNumbersWithoutGaps() async throws {
        let fixture = try await HouseFixture()
        let codes = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<24 { group.addTask { try await fixture.file().state.submission.provisionalCode } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(codes == Set((1...24).map { "DK-H55.238-261116-\(padded($0, 4))" }))
    }

    @Test func ofManyWhoAcceptAtOnceOneDoesAndTheOthersHearOfIt() async throws {
        let fixture = try await HouseFixture()
        let dossier = try await fixture.file()
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let officer = HouseFixture.officer(.oneStopOfficer)
                    return (try? await fixture.act(.accept(code: "", note: "", forward: true), on: dossier, by: officer, seen: 1)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1)
        #expect(try await VerifyHistory(house: fixture.house)().damage.map(\.kind).filter { $0 != .paperMissing } == [])
    }
}
