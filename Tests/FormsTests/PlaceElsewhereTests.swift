// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Testing

@Suite struct PlaceElsewhereTests {
    let form = FormsTests.form(question("home", .address))

    private func check(_ commune: String) -> FormCheck {
        form.check(["home": "Số 1", "home_commune": .text(commune)], communes: ["05443"])
    }

    @Test(arguments: [
        "Phường Ba Đình, Thành phố Hà Nội", "Phường Ba Đình, Hà Nội", "p ba dinh, ha noi", "Xã A, thôn B, tỉnh Đắk Lắk", "Sài Gòn, TP. Hồ Chí Minh",
        "Xã A, tp Hue", "Xã A, Khánh Hoà",
    ])
    func aPlaceWithItsProvinceIsAccepted(text: String) {
        #expect(check("elsewhere:" + text).accepted["home_commune"] == .text("elsewhere:" + text))
    }

    @Test(arguments: ["", "Hà Nội", ", Hà Nội", "Phường Ba Đình", "Phường Ba Đình, Paris", "Phường Ba Đình Hà Nội", "…, Hà Nội", "Xã A, Hà Giang"])
    func aPlaceWithoutCommuneOrProvinceOfTodayIsRefused(text: String) {
        let check = check("elsewhere:" + text)
        #expect(check.errors.map(\.field) == ["home_commune"] && check.accepted.isEmpty)
    }

    @Test func anotherTextIsNoCommune() {
        #expect(check("Phường Ba Đình, Hà Nội").errors.map(\.field) == ["home_commune"])
        #expect(check("elsewhere:" + String(repeating: "a", count: 200) + ", Hà Nội").errors.map(\.field) == ["home_commune"])
    }

    @Test func spacesAreTidied() {
        #expect(check("elsewhere:  Phường  Ba Đình,  Hà Nội ").accepted["home_commune"] == "elsewhere:Phường Ba Đình, Hà Nội")
    }

    @Test func theSummarySaysThePlaceAndNotTheMark() {
        let answers: Answers = ["home": "Số 1", "home_commune": "elsewhere:Phường Ba Đình, Hà Nội"]
        #expect(form.lines(answers, .vi)[0].lines[0].value == "Số 1, Phường Ba Đình, Hà Nội")
    }

    @Test func thereAre34ProvincesAndFormerOnesAreTold() {
        #expect(Set(ProvinceNames.today).count == 34)
        #expect(ProvinceNames.today("bac kan") == nil)
        #expect(ProvinceNames.former("tỉnh Bắc Kạn")?.today == "Tỉnh Thái Nguyên")
        #expect(ProvinceNames.former("vung tau") == nil)
        #expect(ProvinceNames.former("Bà Rịa - Vũng Tàu")?.today == "Thành phố Hồ Chí Minh")
        #expect(ProvinceNames.former("Hà Nội") == nil)
    }
}
