// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Organisation
import Testing

@testable import Papers

@Suite struct IssuingBodyTests {
    static let province = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Provinces/ThaiNguyen").path

    private static func body(_ code: String, isDesk: Bool = false) throws -> IssuingBody {
        let pack = try ProvincePack.load(province)
        let directory = OrganisationDirectory(province: pack.province, units: pack.units, calendar: pack.calendar)
        return IssuingBody(unit: try #require(directory.unit(code)), directory: directory, isDesk: isDesk)
    }

    @Test func aWardStandsAloneAndItsDeskUnderIt() throws {
        let ward = try Self.body("H55.238")
        #expect(ward.parent == "")
        #expect(ward.symbol == "UBND")
        #expect(ward.place == "Phan Đình Phùng")
        #expect(ward.signingOffice == ["TM. Ủy ban nhân dân", "Chủ tịch"])
        let desk = try Self.body("H55.238", isDesk: true)
        #expect(desk.parent == ward.name)
        #expect(desk.name.hasPrefix("Trung tâm Phục vụ hành chính công"))
        #expect(desk.symbol == "TTPVHCC")
    }

    @Test func aDepartmentStandsUnderTheProvince() throws {
        let department = try Self.body("H55.02")
        #expect(department.parent == "Ủy ban nhân dân tỉnh Thái Nguyên")
        #expect(department.symbol == "SNV")
        #expect(department.place == "Thái Nguyên")
        #expect(department.signingOffice == ["Giám đốc"])
    }
}

@Suite struct ResultTemplateTests {
    @Test(arguments: [
        ("Giấy khai sinh", "KQ.G15.000031", ResultTemplate.birthCertificate),
        ("Giấy xác nhận tình trạng hôn nhân", "KQ.G15.000038", .maritalStatus),
        ("Quyết định hỗ trợ chi phí mai táng", "KQ.H55.900004", .decision),
        ("Giấy phép xây dựng", "", .permit), ("Giấy chứng nhận đăng ký hộ kinh doanh", "", .permit),
        ("Giấy xác nhận khuyết tật", "", .confirmation), ("Cập nhật thông tin trong Cơ sở dữ liệu", "", .notice),
    ]) func theTemplateFollowsFromTheResult(result: String, code: String, template: ResultTemplate) {
        #expect(ResultTemplate(for: result, code: code) == template)
    }
}
