// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process
import Testing
import WorkingTime

@testable import Catalogue

@Suite struct RecordParserTests {
    private func parse(_ line: String) throws -> (procedure: NationalProcedure, kinds: Set<CatalogueFlagKind>) {
        let parsed = try #require(RecordParser.parse(JSONReader.value(of: Array(line.utf8)[...])))
        return (parsed.procedure, Set(parsed.flags.map(\.kind)))
    }

    @Test func aCleanListRecordHasNoFlags() throws {
        let (procedure, kinds) = try parse(Lines.birth)
        #expect(kinds.isEmpty)
        #expect(procedure.levels == [.commune])
        #expect(!procedure.isDetail)
        #expect(procedure.type == .standard)
    }

    @Test func aCleanDetailRecordHasNoFlags() throws {
        let (procedure, kinds) = try parse(Lines.detail())
        #expect(kinds.isEmpty)
        #expect(
            procedure.channels == [
                NationalChannel(
                    channel: .inPerson, limit: .workingDays(3), fees: [NationalFee(kind: .stateCharge, amount: Money(dong: 8000))])
            ])
        #expect(procedure.componentGroups.map(\.title) == ["Giấy tờ phải nộp"])
        #expect(procedure.results == [NationalResult(code: "KQ.G15.000038", name: "Giấy xác nhận")])
        #expect(procedure.onlineLevel == .info)
    }

    private static func channel(_ quantity: String, _ unit: String = "WORKING_DAY", method: String = "Trực tiếp", fees: String = "[]") -> [String:
        String]
    {
        [
            "channels": "[{\"method\": \"\(method)\", \"qty\": \(quantity), \"unit\": \"\(unit)\", \"note\": \"\", \"fees\": \(fees)}]",
            "cases": "[]",
        ]
    }

    private static func document(_ members: String) -> [String: String] {
        ["documents": "[{\"group\": \"\", \(members)}]"]
    }

    private static let fees = [
        ("20", "", CatalogueFlagKind.feeImpossible), ("-1", "", .feeImpossible), ("700.5", "", .feeImpossible),
        ("99999999999999", "", .feeImpossible),
        ("null", "", .feeMissing), ("null", "Theo nghị quyết", .feeInTextOnly), ("0", "Lệ phí 20.000 đồng", .feeZeroButText),
    ]

    @Test(arguments: fees)
    func flagsFees(_ amount: String, _ note: String, _ kind: CatalogueFlagKind) throws {
        let fees = "[{\"type\": \"FEE\", \"vnd\": \(amount), \"note\": \"\(note)\"}]"
        let (procedure, kinds) = try parse(Lines.detail(Self.channel("3", fees: fees)))
        #expect(kinds == [kind])
        if kind == .feeImpossible { #expect(procedure.channels[0].fees[0].amount == nil) }
    }

    @Test func aForeignCurrencyIsNoDong() throws {
        let fees = #"[{"type": "FEE", "value": 25000, "currencyName": "USD", "description": ""}]"#
        let (procedure, kinds) = try parse(Lines.detail(Self.channel("3", fees: fees)))
        #expect(kinds == [.currencyUnknown])
        #expect(procedure.channels[0].fees[0].amount == nil)
    }

    private static let changes: [([String: String], CatalogueFlagKind)] = [
        (["code": "\"1.0133611\"", "cases": "[]"], .codePattern),
        (["name": "\"\""], .nameMissing), (["field": "\"\""], .fieldMissing), (["field_code": "null"], .fieldCodeMissing),
        (["field_code": "\"hộ tịch\""], .fieldCodePattern), (["level": "[]"], .levelMissing), (["level_inferred": "true"], .levelInferred),
        (["level": "[\"xa\", \"thôn\"]"], .levelUnknown), (["agency": "\"\""], .agencyMissing), (["promulgated_by": "\"\""], .authorityMissing),
        (["targets": "[]"], .subjectMissing), (["targets": "[\"nhóm 1\"]"], .subjectUnknown), (["type": "\"NEW\""], .typeUnknown),
        (["state": "\"OLD\""], .stateUnknown), (["surprise": "1"], .unknownKey), (["requirements": "[]"], .wrongType),
        (["name": "\"Cấp  giấy \""], .textCleaned), (["name": "\"Đăng k\u{200E}ý\""], .textCleaned),
        (["name": "\"Ca\u{302}\u{301}p\""], .textCleaned),
        (channel("1", "OTHER"), .unitMissing), (channel("1", "FORTNIGHT"), .unitUnknown), (channel("0"), .limitZero),
        (channel("-4"), .limitImpossible),
        (channel("99999"), .limitImpossible), (channel("\"Theo mô tả\"", "OTHER"), .limitOnlyInText), (channel("\"7,5\""), .numberAsText),
        (channel("\"10 ngày làm việc\"", ""), .numberAsText), (channel("null"), .limitMissing),
        (channel("3", method: "Chim bồ câu"), .unknownChannel),
        (["channels": "[]", "cases": "[{\"code\": \"1.004873.01\", \"name\": \"\", \"qty\": 3, \"unit\": \"DAY\"}]"], .channelMissing),
        (["cases": "[{\"code\": \"1.004873.01\", \"name\": \"\", \"qty\": 8, \"unit\": \"DAY\"}]"], .limitsDiffer),
        (["cases": "[{\"code\": \"1.000001.01\", \"name\": \"\", \"qty\": 3, \"unit\": \"DAY\"}]"], .caseCodePattern),
        (["documents": "[]"], .componentsMissing),
        (document("\"code\": \"A 1\", \"name\": \"Đơn\", \"original\": 1, \"copy\": 0"), .componentCodePattern),
        (document("\"code\": \"A1\", \"name\": \"\", \"original\": 1, \"copy\": 0"), .componentNameMissing),
        (document("\"code\": \"A1\", \"name\": \"Lưu ý\", \"original\": 0, \"copy\": 0"), .componentNoteAsPaper),
        (document("\"code\": \"A1\", \"name\": \"Đơn\", \"original\": 181, \"copy\": 1"), .quantityImpossible),
        (
            document("\"code\": \"A1\", \"name\": \"Đơn\", \"original\": 1}, {\"group\": \"\", \"code\": \"A1\", \"name\": \"Đơn\", \"original\": 1"),
            .duplicateComponent
        ),
        (["result": "null", "result_codes": "[]"], .resultMissing), (["result_codes": "[\"dsfas\"]"], .resultCodePattern),
        (["result": "\"A; B; C\"", "result_codes": "[\"KQ.G15.000038\", \"KQ.G15.000031\"]"], .resultCountDiffers), (["steps": "[]"], .stepsMissing),
        (["legal_basis": "[]"], .legalBasisMissing),
        (["legal_basis": "[{\"code\": \"1/2\", \"name\": \"\"}, {\"code\": \"1/2\", \"name\": \"\"}]"], .legalBasisRepeated),
    ]

    @Test(arguments: changes)
    func flagsOneOddity(_ change: [String: String], _ kind: CatalogueFlagKind) throws {
        #expect(try parse(Lines.detail(change)).kinds == [kind])
    }

    @Test func everyKindHasWordsInBothLanguages() {
        for kind in CatalogueFlagKind.allCases {
            #expect(!kind.phrase.vi.isEmpty && kind.phrase.vi != kind.phrase.en)
        }
        #expect(Set(CatalogueFlagKind.allCases.map(\.phrase.vi)).count == CatalogueFlagKind.allCases.count)
    }

    @Test func keepsDecimalsAndCleansText() throws {
        let (procedure, _) = try parse(Lines.detail(["name": "\"\\tĐăng k\u{200E}ý \\n  tạm trú\""]).replacing("\"qty\": 3", with: "\"qty\": 6.25"))
        #expect(procedure.name == "Đăng ký tạm trú")
        #expect(procedure.channels[0].limit == .workingDays(6.25))
    }

    @Test func readsThePortalsOwnNames() throws {
        let line = #"""
            {"code": "1.004194", "name": "Đăng ký tạm trú", "type": "STANDARD", "state": "ACTIVE", "isWard": true, "isProvince": false, "isFullProcess": true,
            "categoriesDetails": [{"code": "G01-CA05", "name": "Đăng ký, quản lý cư trú"}], "subjectTypesDetails": [{"code": "ĐT1", "name": "Công dân Việt Nam"}],
            "departmentsExecuting": [{"code": "BCA_CAX", "name": "Công an Xã"}], "departmentPromulgateCode": "G01",
            "executionMethods": [{"submissionMethod": "ONLINE", "processingTime": 3, "processingTimeUnit": "WORKING_DAY", "description": "",
              "fees": [{"type": "FEE", "value": 7000, "currencyName": "VNĐ", "description": ""}]}],
            "executionCases": [{"name": "Giấy tờ", "profileComponents": [{"code": "CT01", "name": "Tờ khai", "originalQty": 1, "copyQty": 0}]}],
            "executionSteps": [{"name": "Bước 1", "description": "Nộp hồ sơ"}], "resultsDetails": [{"code": "KQ.G01.000065", "name": "Thông báo"}],
            "legalBasisesDetails": [{"code": "68/2020/QH14", "name": "Luật Cư trú"}],
            "cases": [{"code": "1.004194.01", "name": "Cá nhân", "processingDay": {"qty": 3, "type": "WORKING_DAY"}}]}
            """#
        let (procedure, kinds) = try parse(line)
        #expect(kinds.isEmpty)
        #expect(procedure.levels == [.commune])
        #expect(procedure.fieldCode == "G01-CA05")
        #expect(procedure.onlineLevel == .full)
        #expect(procedure.channels.first?.fees.first?.amount == Money(dong: 7000))
        #expect(procedure.cases.first?.limit == .workingDays(3))
    }

    @Test(arguments: ["[1]", "3", "null", "{}", #"{"code": ""}"#, #"{"code": null}"#, #"{"code": " \u200e"}"#])
    func whatHasNoCodeIsNoRecord(_ text: String) throws {
        #expect(try RecordParser.parse(JSONReader.value(of: Array(text.utf8)[...])) == nil)
    }

    @Test(arguments: [
        #"{"code": 5, "channels": {"a": 1}, "documents": "x", "cases": [[]], "steps": [null, 4], "targets": {"a": []}, "level": {"x": 1}}"#,
        #"{"code": "1.000001", "channels": [1, null, "x", []], "documents": [1, null, {}], "result_codes": [1, [2]], "legal_basis": [[], {}]}"#,
    ])
    func strangeShapesAreFlaggedNotFatal(_ text: String) throws {
        #expect(try !parse(text).kinds.isEmpty)
    }
}
