// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Forms
import Foundation
import Kernel
import Organisation
import Testing
import Web
import WorkingTime

@Suite struct TypedCommunesTests {
    private let typed: TypedCommunes
    private let form: FormDefinition

    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let pack = try ProvincePack.load(project.appending(path: "Provinces/ThaiNguyen").path)
        typed = TypedCommunes(
            OrganisationDirectory(province: pack.province, units: pack.units, calendar: pack.calendar, formerCommunes: pack.formerCommunes))
        let home = Question(id: "home", kind: .address, label: Phrase(vi: "Nơi cư trú", en: "Home"))
        let office = Question(
            id: "office", kind: .address, label: Phrase(vi: "Trụ sở", en: "Office"), visibleWhen: .equals(question: "kind", value: "firm"))
        let plot = Question(id: "plot", kind: .address, label: Phrase(vi: "Thửa đất", en: "Plot"))
        form = FormDefinition(
            id: "form", version: 1,
            sections: [
                FormSection(
                    id: "main", title: Phrase("Main"),
                    questions: [home, Question(id: "kind", kind: .shortText, label: Phrase("Kind"), required: false), office]),
                FormSection(id: "plots", title: Phrase("Plots"), repeats: Repetition(minimum: 0, maximum: 3), questions: [plot]),
            ])
    }

    private func resolved(_ pairs: (name: String, value: String)...) -> ResolvedCommunes {
        typed.resolved(FormData(pairs), for: form)
    }

    private func home(_ text: String, choice: String? = nil) -> ResolvedCommunes {
        let choices = choice.map { [(name: "home_commune_choice", value: $0)] } ?? []
        return typed.resolved(FormData([(name: "home_commune", value: text)] + choices), for: form)
    }

    @Test(arguments: [
        ("05443", "05443"), ("phan dinh phung", "05443"), ("Phan Đình Phùng, tỉnh Thái Nguyên", "05443"), ("Phan Đình Phùng, Thái Nguyên", "05443"),
        ("Nông Thượng, Bắc Kạn", "01843"), ("Nông Thượng, tỉnh Bắc Kạn", "01843"), ("Nông Thượng, TP Bắc Kạn, Thái Nguyên", "01843"),
        ("Trung Thành, TP Thái Nguyên", "05500"), ("Trung Thành, Phổ Yên, Thái Nguyên", "05899"),
        ("Phường Ba Đình, Thành phố Hà Nội", "elsewhere:Phường Ba Đình, Thành phố Hà Nội"), ("ba dinh,  ha noi", "elsewhere:ba dinh, ha noi"),
        ("elsewhere:Phường Ba Đình, Hà Nội", "elsewhere:Phường Ba Đình, Hà Nội"),
    ])
    func whatIsCertainBecomesTheAnswer(text: String, answer: String) {
        let outcome = home(text)
        #expect(outcome.answers["home_commune"] == .text(answer) && outcome.form["home_commune"] == answer && outcome.errors.isEmpty)
    }

    @Test func aFormerNameIsSaid() {
        #expect(home("Trưng Vương").notes.map(\.vi) == ["Phường Trưng Vương (TP Thái Nguyên) nay là Phường Phan Đình Phùng."])
        #expect(home("Phan Đình Phùng").notes.isEmpty)
    }

    @Test func severalPlacesAreOfferedAndTheTextStays() {
        let outcome = home("Gia Sàng")
        #expect(outcome.errors.map(\.field) == ["home_commune"])
        #expect(outcome.errors.first?.message.vi.contains("có 2 nơi tên “Gia Sàng”") == true)
        #expect(outcome.form["home_commune"] == "Gia Sàng" && outcome.answers["home_commune"] == "Gia Sàng")
        #expect(outcome.form.all("home_commune_choices") == ["05467", "05443"])
        #expect(!form.check(outcome.answers, communes: ["05443", "05467"]).errors.filter { $0.field == "home_commune" }.isEmpty)
    }

    @Test func aChoiceCountsWhileTheNameFits() {
        #expect(home("Gia Sàng", choice: "05443").answers["home_commune"] == "05443")
        #expect(home("Phường Gia Sàng", choice: "05467").answers["home_commune"] == "05467")
        #expect(!home("Gia Sàng", choice: "05488").errors.isEmpty)
        #expect(home("Đại Phúc", choice: "05467").answers["home_commune"] == "05488")
        #expect(home("phan di", choice: "05443").answers["home_commune"] == "05443")
    }

    @Test(arguments: ["Phường Không Có", "Hà Nội", "Ba Đình, Xứ Lạ", ", Hà Nội", "99999", "Xã A, tỉnh Hà Giang", "phan di", "<script>", "😀"])
    func whatIsNotCertainIsAnErrorAndNeverLost(text: String) {
        let outcome = home(text)
        #expect(outcome.errors.map(\.field) == ["home_commune"] && outcome.form["home_commune"] == text)
        #expect(form.check(outcome.answers, communes: ["05443"]).accepted["home_commune"] == nil)
    }

    @Test func aFormerProvinceIsToldItsSuccessor() {
        #expect(home("Xã A, tỉnh Hà Giang").errors.first?.message.vi.contains("nay thuộc Tỉnh Tuyên Quang") == true)
    }

    @Test func rowsAreReadAndWhatIsNotAskedIsLeft() {
        let outcome = resolved(
            (name: "home_commune", value: ""), (name: "office_commune", value: "Không Có"), (name: "plots[0].plot_commune", value: "Trưng Vương"),
            (name: "plots[1].plot_commune", value: "Không Có"), (name: "plots[1].plot", value: "Tổ 1"))
        #expect(outcome.errors.map(\.field) == ["plots[1].plot_commune"])
        #expect(outcome.answers["plots"] == .group([["plot_commune": "05443"], ["plot": "Tổ 1", "plot_commune": "Không Có"]]))
    }

    @Test func nobodySendsChoicesOfTheirOwn() {
        let outcome = resolved((name: "home_commune", value: "Đại Phúc"), (name: "home_commune_choices", value: "05443"))
        #expect(outcome.form.all("home_commune_choices").isEmpty)
    }

    @Test func errorsTakeTheChecksPlaceOnTheirField() {
        let outcome = home("Không Có")
        let all = outcome.errors(with: form.check(outcome.answers, communes: ["05443"]).errors)
        #expect(all.map(\.field) == ["home", "home_commune"] && all.last == outcome.errors.first)
    }

    @Test(arguments: [
        ("Tổ 1, Phan Đình Phùng, Thái Nguyên", "05443"), ("Tổ 5, Trưng Vương, TP. Thái Nguyên, Thái Nguyên", "05443"),
        ("Xóm 1, Hùng Sơn, Đại Từ, Thái Nguyên", "05488"), ("Tổ 2, Gia Sàng, Thái Nguyên", nil), ("Số 1, Ba Đình, Hà Nội", nil), ("Tổ 1", nil),
        ("", nil),
    ])
    func theEndOfAnAddressNamesItsCommune(address: String, code: String?) {
        #expect(typed.code(endOf: address) == code)
    }
}
