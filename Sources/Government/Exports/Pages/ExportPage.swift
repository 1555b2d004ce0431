// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import HTTPTypes
import Identity
import Kernel
import Markup
import Organisation
import Web

/// The form of an export, and which were made before.
struct ExportPage {
    static let length = 50

    let directory: OrganisationDirectory
    let person: Person
    let today: LocalDate
    let reading: ReadExportFilter
    let records: [ExportRecord]
    /// An auditor's view of everybody's.
    let showsAll: Bool

    func page(_ language: Language) -> Page {
        let view = FormView(language, values: reading.values, errors: reading.errors)
        let body: HTML = """
            <h1>\(Words.title[language])</h1><p>\(Words.lead[language])</p>
            \(view.errorSummary())\(form(view, language))\(ExportList(records: records, person: person, showsAll: showsAll).html(language))
            """
        return Page(
            title: Words.title, body: body, status: reading.errors.isEmpty ? .ok : .init(code: 422), width: .wide,
            trail: [(label: Words.work, link: "/work")])
    }

    /// Sends nothing but a question, so it goes by GET; each button has the address of its format.
    private func form(_ view: FormView, _ language: Language) -> HTML {
        let first = LocalDate(year: today.year, month: today.month, day: 1)
        let isFresh = reading.values.entries.isEmpty
        let kinds = ExportMoment.allCases.map { FieldOption($0.rawValue, $0.name) }
        let statuses = DossierStatus.allCases.map { FieldOption(String($0.rawValue), $0.name) }
        return """
            <form method="get" action="/work/exports/dossiers.xlsx" class="narrow">
            \(view.radios("kind", Words.kind, kinds, value: ExportMoment.submitted.rawValue))
            \(view.dateField("from", Words.from, isRequired: false, value: isFresh ? first : nil))
            \(view.dateField("to", Words.to, isRequired: false, value: isFresh ? today : nil))
            \(view.select("unit", Words.unit, units, hint: Words.unitHint, isRequired: false))
            \(view.field("procedure", Words.procedure, hint: Words.procedureHint, isRequired: false, characters: 20, maximumLength: 64))
            \(view.select("status", Words.status, statuses, isRequired: false))
            \(names(view, language))
            <p>\(ExportFormat.inOrder.map { button($0, language) })</p>
            \(notes(language))</form>
            """
    }

    private func names(_ view: FormView, _ language: Language) -> HTML {
        guard person.mayExportNames else { return "<p class=\"hint\">\(Words.noNames[language])</p>" }
        return view.checkboxes("names", Words.names, [FieldOption("no", Words.withoutNames)], isRequired: false)
    }

    private func button(_ format: ExportFormat, _ language: Language) -> HTML {
        let kind = format == .xlsx ? "primary" : "secondary"
        return """
            <button type="submit" class="button \(kind)" formaction="/work/exports/dossiers.\(format.rawValue)">\
            \(Words.download(language, ["format": format.name[language]]))</button>

            """
    }

    private func notes(_ language: Language) -> HTML {
        let notes = [Words.meanwhile, Words.whole, Words.recorded].map { "<li>\($0[language])</li>" as HTML }
        return "<ul class=\"hint\">\(notes)</ul>"
    }

    private var units: [FieldOption] {
        let codes: [String]? =
            if case .units(let codes) = DossierAccess(person, directory: directory) { codes } else { nil }
        let units = codes.map { $0.compactMap { directory.unit($0) } } ?? directory.units
        return units.map { FieldOption($0.code, $0.name) }
    }

    private enum Words {
        static let work = Phrase(vi: "Việc cần làm", en: "Work")
        static let title = Phrase(vi: "Xuất danh sách hồ sơ", en: "Export dossiers")
        static let lead = Phrase(
            vi: "Tải về bảng các hồ sơ bạn được xem, bao nhiêu dòng cũng được. Giờ trong bảng là giờ Việt Nam.",
            en: "Download a table of the dossiers you may see, however many. Times are those of Việt Nam.")
        static let kind = Phrase(vi: "Hồ sơ nào", en: "Which dossiers")
        static let from = Phrase(vi: "Từ ngày", en: "First day")
        static let to = Phrase(vi: "Đến hết ngày", en: "Last day")
        static let unit = Phrase(vi: "Đơn vị", en: "Unit")
        static let unitHint = Phrase(vi: "Đơn vị tiếp nhận hoặc giải quyết.", en: "The unit that receives or resolves.")
        static let procedure = Phrase(vi: "Mã thủ tục", en: "Procedure code")
        static let procedureHint = Phrase(vi: "Ví dụ: 1.004873", en: "For example: 1.004873")
        static let status = Phrase(vi: "Trạng thái", en: "Status")
        static let names = Phrase(vi: "Tên người nộp", en: "Names of applicants")
        static let withoutNames = Phrase(vi: "Không đưa tên vào bảng", en: "Leave the names out")
        static let noNames = Phrase(
            vi: "Bảng không có tên người nộp: vai trò của bạn chỉ cần số liệu.",
            en: "The table has no names of applicants: your role needs figures only.")
        static let download = Phrase(vi: "Tải {format}", en: "Download {format}")
        static let meanwhile = Phrase(
            vi: "Hồ sơ nộp hoặc thay đổi trong lúc tải có thể có hoặc chưa có trong bảng; không hồ sơ nào có hai lần.",
            en: "What is filed or changed during the download may or may not be in it; no dossier is in it twice.")
        static let whole = Phrase(
            vi: "Nếu trình duyệt báo tải lỗi, đừng dùng tệp đó: hãy tải lại.",
            en: "If the browser says that the download failed, do not use the file: download it again.")
        static let recorded = Phrase(
            vi: "Mỗi lần xuất được ghi lại: ai, lúc nào, lọc gì, bao nhiêu dòng; kiểm tra, giám sát xem được.",
            en: "Every export is recorded: who, when, which filter, how many rows; auditors can read it.")
    }
}

extension ExportFormat {
    /// The one most officers open first.
    fileprivate static let inOrder: [ExportFormat] = [.xlsx, .csv, .jsonl]
}
