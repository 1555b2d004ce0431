// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Organisation
import Testing
import WorkingTime

@Suite struct CommuneFinderTests {
    let pack: ProvincePack
    let finder: CommuneFinder

    init() throws {
        pack = try ProvincePack.load(packFolder)
        finder =
            OrganisationDirectory(
                province: pack.province, units: pack.units, calendar: pack.calendar, formerCommunes: pack.formerCommunes
            ).communeFinder
    }

    @Test(arguments: [
        ("Phường Phan Đình Phùng", "05443"), ("phan dinh phung", "05443"), ("P. Phan Đình Phùng", "05443"), ("Phan Dinh Phung Ward", "05443"),
        ("Phường Trưng Vương", "05443"), ("trung vuong", "05443"), ("Trưng Vương, TP Thái Nguyên", "05443"),
        ("Trưng Vương (TP. Thái Nguyên)", "05443"),
        ("Thị trấn Hùng Sơn", "05488"), ("xã Hùng Sơn", "05488"), ("Đại Phúc", "05488"), ("Trung Thành, Phổ Yên", "05899"),
        ("Trung Thành, thành phố Thái Nguyên", "05500"), ("Phan Đình Phùng, TP Thái Nguyên", "05443"), ("Xã Văn Lăng", "05665"),
        ("Văn Lang", "02143"),
        ("Xã Tân Thành", "05923"), ("Tân Thịnh, huyện Định Hóa", "05563"),
    ])
    func aNameIsOnePlace(typed: String, code: String) {
        #expect(finder.named(typed).map(\.code) == [code])
    }

    @Test(arguments: [
        ("Phường Gia Sàng", ["05467", "05443"]), ("gia sang", ["05467", "05443"]), ("phuong trung thanh", ["05899", "05500"]),
        ("van lang", ["02143", "05665"]), ("Tân Thành", ["05923", "05500"]), ("Cam Giá", ["05467", "05500"]),
    ])
    func aNameOfSeveralPlacesNamesThemAllTodaysFirst(typed: String, codes: [String]) {
        #expect(finder.named(typed).map(\.code) == codes)
    }

    @Test func aFormerNameSaysWhatItIsToday() {
        let match = finder.named("trưng vương").first
        #expect(match?.sentence.vi == "Phường Trưng Vương (TP Thái Nguyên) nay là Phường Phan Đình Phùng")
        #expect(match?.sentence.en == "Phường Trưng Vương (TP Thái Nguyên), now Phan Dinh Phung Ward")
        #expect(finder.named("Hùng Sơn").first?.sentence.vi == "Thị trấn Hùng Sơn (huyện Đại Từ) nay là Xã Đại Phúc")
        #expect(finder.named("Phường Phan Đình Phùng").first?.former == nil, "what is still called so is not said to be former")
    }

    @Test func theBeginningOfANameIsFoundButNamesNothing() {
        #expect(finder.find("phan di").first?.code == "05443")
        #expect(finder.find("dinh phung").map(\.code).contains("05443"))
        #expect(finder.named("phan di").isEmpty)
        #expect(finder.find("trung thanh pho yen").first?.code == "05899")
    }

    @Test(arguments: ["", "  ", ",", "()", "Ba Đình", "Hà Nội", "Trung Thành, Hà Nội", "😀", String(repeating: "a ", count: 50)])
    func whatIsNotHereIsNotFound(typed: String) {
        #expect(finder.find(typed).isEmpty && finder.named(typed).isEmpty)
    }

    @Test func everyNameOfTodayAndEveryFormerOneWithItsDistrictIsFound() {
        for unit in pack.units where unit.kind == .communeCommittee {
            #expect(finder.named(unit.place?.vi ?? "").contains { $0.code == unit.statisticalCode })
        }
        for commune in pack.formerCommunes {
            #expect(finder.named("\(commune.name), \(commune.shortDistrict)").contains { $0.code == commune.successor }, "\(commune.name)")
        }
    }

    @Test func noMoreThanAskedForAreFound() {
        #expect(finder.find("t").count == 8)
        #expect(finder.find("t", limit: 3).count == 3)
        #expect(finder.all(limit: 100).count == 92)
    }

    @Test func aMistakeInTheListIsNamed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: packFolder), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "former-communes.csv")
        try "successor_code,former_name,former_district\n99999,Xã A,Huyện B\n".write(to: file, atomically: true, encoding: .utf8)
        let error = #expect(throws: UserError.self) { try ProvincePack.load(folder.path) }
        #expect(error?.title.vi.contains("former-communes.csv:2") == true)
        try FileManager.default.removeItem(at: file)
        #expect(try ProvincePack.load(folder.path).formerCommunes.isEmpty)
    }
}
