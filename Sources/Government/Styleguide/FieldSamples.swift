// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// Every kind of field: empty, filled in, and wrong.
struct FieldSamples {
    let language: Language

    var html: HTML {
        fields(FormView(language, values: [("s_name", "Nguyễn Thị Thu Hà"), ("s_sex", "female")].asForm), prefix: "s_")
    }

    var withErrors: HTML {
        let errors = [
            FieldError(field: "e_name", message: Words.nameMissing), FieldError(field: "e_birth", message: Words.notADay),
            FieldError(field: "e_sex", message: Words.chooseOne), FieldError(field: "e_paper", message: Words.tooLarge),
        ]
        let view = FormView(language, values: [("e_birth_day", "31"), ("e_birth_month", "2"), ("e_birth_year", "2026")].asForm, errors: errors)
        return "\(view.errorSummary())\(fields(view, prefix: "e_"))"
    }

    private func fields(_ view: FormView, prefix: String) -> HTML {
        let sexes = [FieldOption("female", Words.female), FieldOption("male", Words.male, hint: Words.optionHint)]
        return """
            <form method="get" action="/styleguide">
            \(view.field(prefix + "name", Words.name, hint: Words.nameHint))
            \(view.field(prefix + "id", Words.personalID, kind: .digits, isRequired: false, characters: 14))
            \(view.dateField(prefix + "birth", Words.birth))
            \(view.radios(prefix + "sex", Words.sex, sexes))
            \(view.checkboxes(prefix + "needs", Words.needs, sexes, isRequired: false))
            \(view.select(prefix + "desk", Words.desk, [FieldOption("H55.238", Words.ward)]))
            \(view.textArea(prefix + "note", Words.note, isRequired: false, rows: 3))
            \(view.fileField(prefix + "paper", Words.paper, hint: Words.paperHint))
            </form>
            """
    }

    private enum Words {
        static let name = Phrase(vi: "Họ, chữ đệm, tên", en: "Full name")
        static let nameHint = Phrase(vi: "Như trên giấy tờ.", en: "As on your papers.")
        static let nameMissing = Phrase(vi: "Hãy ghi họ tên", en: "Write the full name")
        static let personalID = Phrase(vi: "Số định danh cá nhân", en: "Personal ID number")
        static let birth = Phrase(vi: "Ngày sinh", en: "Date of birth")
        static let notADay = Phrase(vi: "Tháng 2 năm 2026 không có ngày 31", en: "February 2026 has no day 31")
        static let sex = Phrase(vi: "Giới tính", en: "Sex")
        static let chooseOne = Phrase(vi: "Hãy chọn một câu trả lời", en: "Choose one answer")
        static let female = Phrase(vi: "Nữ", en: "Female")
        static let male = Phrase(vi: "Nam", en: "Male")
        static let optionHint = Phrase(vi: "Dòng gợi ý của một lựa chọn.", en: "The hint of one choice.")
        static let needs = Phrase(vi: "Cần hỗ trợ", en: "Help needed")
        static let desk = Phrase(vi: "Nơi tiếp nhận", en: "Desk")
        static let ward = Phrase(vi: "Phường Phan Đình Phùng", en: "Phan Dinh Phung ward")
        static let note = Phrase(vi: "Ghi chú", en: "Note")
        static let paper = Phrase(vi: "Giấy chứng sinh", en: "Birth certificate of the hospital")
        static let paperHint = Phrase(vi: "PDF hoặc ảnh, tối đa 10 MB.", en: "PDF or picture, 10 MB at most.")
        static let tooLarge = Phrase(vi: "Tệp lớn hơn 10 MB. Hãy chụp lại nhỏ hơn.", en: "The file is larger than 10 MB. Take a smaller picture.")
    }
}

extension [(String, String)] {
    fileprivate var asForm: FormData { FormData(map { (name: $0.0, value: $0.1) }) }
}
