// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Kernel
import Markup
import Process
import Web

/// The papers: every component of the case with its files and, while they are checked, whether it is complete; below them the
/// file that is looked at.
struct PapersZone {
    let house: DossierHouse
    let desk: DeskDossier
    let file: Int?
    let place: DeskPlace?
    let values: FormData

    private var files: [AttachedFile] { desk.state.submission.files }

    /// What is looked at first: the first file, if there is one.
    private var shown: Int? {
        let index = file ?? 0
        return files.indices.contains(index) ? index : nil
    }

    func html(_ language: Language) -> HTML {
        let known = Set(desk.components.map(\.code))
        let items = desk.components.enumerated().map { component($0.offset, $0.element, language) }
        let others = files.indices.filter { !known.contains(files[$0].component) }
        let rest: HTML =
            others.isEmpty
            ? .empty : "<li><p>\(Words.others[language])</p><p class=\"files\">\(others.map { link($0) })</p></li>"
        return "<ul class=\"components\">\(items)\(rest)</ul>\(viewer(language))\(result(language))"
    }

    // MARK: Components

    private func component(_ index: Int, _ component: DossierComponent, _ language: Language) -> HTML {
        let own = files.indices.filter { files[$0].component == component.code }
        let note: HTML =
            own.isEmpty ? "<p class=\"hint\">\(standing(component)[language])</p>" : "<p class=\"files\">\(own.map { link($0) })</p>"
        return
            "<li><p>\(component.name[language])</p>\(note)\(desk.isChecking && component.required ? ticks(index, component, language) : .empty)</li>\n"
    }

    private func standing(_ component: DossierComponent) -> Phrase {
        if component.isForm { return Words.electronicForm }
        if component.presentOnly { return Words.toShow }
        if !component.required { return Words.optional }
        return desk.state.submission.channel == .online ? Words.noFile : Words.onPaper
    }

    private func link(_ index: Int) -> HTML {
        "<a href=\"\(href: address(index))\"\(attribute: "aria-current", index == shown ? "true" : nil)>\(files[index].name)</a>"
    }

    private func address(_ index: Int) -> String { "\(desk.base)?file=\(index)\(place.map { "&\($0.query)" } ?? "")#viewer" }

    private func ticks(_ index: Int, _ component: DossierComponent, _ language: Language) -> HTML {
        let field = "check.\(index)"
        let chosen = values[field] ?? "ok"
        let radios = [("ok", Words.complete), ("missing", Words.missing), ("invalid", Words.invalid)].map { value, label -> HTML in
            """
            <label><input type="radio" name="\(field)" value="\(value)" form="\(desk.checkForm)"\(flag: "checked", value == chosen)>\(label[language])</label>
            """
        }
        return """
            <fieldset><legend class="unseen">\(component.name[language])</legend><div class="ticks">\(radios)</div>\
            <input class="why" type="text" name="\(field).note" form="\(desk.checkForm)" maxlength="300" value="\(values["\(field).note"] ?? "")"\
             aria-label="\(Words.why(language, ["name": component.name[language]]))" placeholder="\(Words.whyShort[language])"></fieldset>
            """
    }

    // MARK: Viewer

    private func viewer(_ language: Language) -> HTML {
        guard let shown else { return .empty }
        let file = files[shown]
        let inline = "\(desk.base)/files/\(shown)"
        let picture: HTML =
            switch file.mediaType {
            case "application/pdf":
                "<iframe src=\"\(href: inline)\" title=\"\(Words.file(language, ["name": file.name]))\" loading=\"lazy\"></iframe>"
            case "image/png", "image/jpeg", "image/webp", "image/gif":
                "<a href=\"\(href: inline)\"><img src=\"\(href: inline)\" alt=\"\(Words.enlarge[language])\" loading=\"lazy\"></a>"
            default: "<p class=\"hint\">\(Words.notShown[language])</p>"
            }
        let pages = file.pages.map { Words.pages(language, ["n": "\($0)"]) + " · " } ?? ""
        return """
            <div class="viewer" id="viewer"><nav aria-label="\(Words.files[language])">\(step(-1, from: shown, Words.previous, language))\
            <strong>\(Words.position(language, ["n": "\(shown + 1)", "all": "\(files.count)"]))</strong>\(step(1, from: shown, Words.next, language))\
            <a href="\(href: inline)">\(Words.openAlone[language])</a></nav>
            \(picture)<p class="hint">\(pages)\(ContentViews.size(file.size)) · SHA-256 <code>\(String(file.sha256.prefix(12)))…</code></p></div>
            """
    }

    private func step(_ by: Int, from index: Int, _ words: Phrase, _ language: Language) -> HTML {
        guard files.indices.contains(index + by) else { return .empty }
        return "<a href=\"\(href: address(index + by))\">\(words[language])</a>"
    }

    private func result(_ language: Language) -> HTML {
        let content = ContentViews(house: house, dossier: desk.dossier, language: language, base: desk.base)
        return content.result.map { "<h3>\(Words.result[language])</h3>\($0)" } ?? .empty
    }

    private enum Words {
        static let others = Phrase(vi: "Giấy tờ khác, giấy tờ bổ sung", en: "Other and added papers")
        static let electronicForm = Phrase(vi: "Biểu mẫu điện tử, xem nội dung bên cạnh", en: "Electronic form; see the content beside")
        static let toShow = Phrase(vi: "Xuất trình để đối chiếu", en: "Shown for comparison")
        static let optional = Phrase(vi: "Không bắt buộc, không nộp", en: "Not required, not handed in")
        static let noFile = Phrase(vi: "Chưa có tệp", en: "No file")
        static let onPaper = Phrase(vi: "Bản giấy tại quầy", en: "On paper at the desk")
        static let complete = Phrase(vi: "Đủ", en: "Complete")
        static let missing = Phrase(vi: "Thiếu", en: "Missing")
        static let invalid = Phrase(vi: "Không hợp lệ", en: "Not valid")
        static let why = Phrase(vi: "Ghi chú về {name}", en: "Note on {name}")
        static let whyShort = Phrase(vi: "Ghi chú, ví dụ: bản chụp mờ", en: "Note, e.g. the scan is blurred")
        static let file = Phrase(vi: "Tệp {name}", en: "File {name}")
        static let enlarge = Phrase(vi: "Xem ảnh ở cỡ thật", en: "See the picture in full size")
        static let notShown = Phrase(vi: "Loại tệp này không xem được ở đây.", en: "This kind of file cannot be shown here.")
        static let pages = Phrase(vi: "{n} trang", en: "{n} page(s)")
        static let files = Phrase(vi: "Các tệp", en: "Files")
        static let position = Phrase(vi: "Tệp {n}/{all}", en: "File {n} of {all}")
        static let previous = Phrase(vi: "‹ Trước", en: "‹ Previous")
        static let next = Phrase(vi: "Sau ›", en: "Next ›")
        static let openAlone = Phrase(vi: "Mở riêng", en: "Open alone")
        static let result = Phrase(vi: "Kết quả", en: "Result")
    }
}
