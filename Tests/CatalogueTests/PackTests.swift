// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Forms
import Foundation
import Kernel
import Process
import Testing
import WorkingTime

@Suite struct PackTests {
    static let pack = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Provinces/ThaiNguyen/procedures", directoryHint: .isDirectory)

    private static let loaded = Result { try ProcedureFiles.load(pack) }

    let definitions: [ProcedureDefinition]

    init() throws {
        definitions = try Self.loaded.get()
    }

    @Test func loadsWithoutComplaint() {
        let versions = Set(definitions.map { "\($0.code) v\($0.version)" })
        #expect(versions.count == definitions.count)
        #expect(
            versions.isSuperset(of: [
                "1.001193 v1", "1.001612 v1", "1.004873 v1", "1.013225 v1", "1.013225 v2", "1.013831 v1", "2.000815 v1",
            ]))
        for definition in definitions { #expect(definition.problems() == [], "\(definition.code)") }
    }

    @Test func choosesTheBuildingPermitRulesOfTheDay() throws {
        let limits = try ["2025-07-01", "2026-06-30", "2026-07-01", "2026-11-21"].map { day in
            let date = try #require(LocalDate(iso: day))
            let definition = try #require(definitions.version(of: "1.013225", on: date))
            return definition.cases.map(\.limit)
        }
        let before = [TimeLimit(amount: 15, unit: .calendarDay), TimeLimit(amount: 20, unit: .calendarDay)]
        let after = [TimeLimit.workingDays(10), TimeLimit.workingDays(10)]
        #expect(limits == [before, before, after, after])
        let tooEarly = try #require(LocalDate(iso: "2025-06-30"))
        #expect(definitions.version(of: "1.013225", on: tooEarly) == nil)
    }

    @Test func resolvesTheLandChangeAcrossAgencies() throws {
        let land = try #require(definitions.first { $0.code == "1.013831" }?.case("1.013831.01"))
        let units = land.process.steps.map { $0.unit.code(receiving: "H55.242", resolving: "H55.06.01") }
        #expect(units == ["H55.242", "H55.06.01", "H55.16", "H55.06.01", "H55.06", "H55.06.01", "H55.242"])
        #expect(land.process.step("tax")?.permits.contains(.requestPayment) == true)
    }

    @Test func resolvesBirthsTheSameDay() throws {
        let birth = try #require(definitions.first { $0.code == "1.001193" })
        #expect(birth.cases.map { $0.sameDayCutoff?.text } == ["15:00", "15:00"])
        #expect(birth.fee(for: "1.001193.01", channel: .online).map(\.amount) == [Money.zero])
        #expect(birth.fee(for: "1.001193.02", channel: .online).map(\.amount) == [nil])
    }

    @Test func asksOnlyForThePapersTheAnswersCallFor() throws {
        let birth = try #require(definitions.first { $0.code == "1.001193" })
        let electronic: Answers = ["birth_proof": "electronic", "child_situation": "usual", "applicant_relation": "mother"]
        #expect(birth.components(for: "1.001193.01", answers: electronic).filter(\.needsFile) == [])
        let abandoned: Answers = ["birth_proof": "witness", "child_situation": "abandoned", "applicant_relation": "agent"]
        #expect(
            birth.components(for: "1.001193.01", answers: abandoned).filter(\.needsFile).map(\.code) == [
                "000.00.00.G15-KQ004389", "000.00.00.G15-KQ003208", "000.00.00.G15-KQ003159",
            ])
    }

    @Test func acceptsAFilledInHouseholdBusiness() throws {
        let form = try #require(definitions.first { $0.code == "1.001612" }?.cases.first?.form)
        let check = form.check(
            [
                "owner_name": "Hoàng Thị Mẫu", "owner_id": "019 188 000 123", "owner_birth_date": "2/9/1988", "owner_phone": "0912 345 678",
                "owner_home": "Tổ 5", "owner_home_commune": "05443", "founded_by": "family",
                "members": .group([["full_name": "Hoàng Văn Ví Dụ", "id_number": "019090000456", "birth_date": "1990-05-01"]]),
                "business_name": "Chè Tân Cương Mẫu", "business_address": "Xóm 3", "business_address_commune": "05467",
                "main_line": "Bán lẻ chè", "capital": "150.000.000", "employees": "2", "filed_by": "self", "has_electronic_identity": "no",
            ], communes: ["05443", "05467"], today: LocalDate(iso: "2026-11-21"))
        #expect(check.errors == [])
        #expect(check.accepted["capital"] == "150000000")
        #expect(check.accepted["has_electronic_identity"] == nil)
    }

    @Test func staysTheSameThroughJSON() throws {
        for definition in definitions {
            let again = try JSONDecoder().decode(ProcedureDefinition.self, from: JSONEncoder().encode(definition))
            #expect(again == definition)
        }
    }

    @Test func formsHaveTheSizePeopleCanFillIn() {
        for definition in definitions {
            for chosen in definition.cases {
                #expect((10...30).contains(chosen.form.questions.count), "\(chosen.code): \(chosen.form.questions.count)")
            }
        }
    }
}
