// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Testing

@testable import Web

@Suite struct ComponentTests {
    private static let label = Phrase(vi: "Họ và tên", en: "Full name")
    private static let hint = Phrase(vi: "Như trên giấy tờ", en: "As on the papers")
    private static let problem = FieldError(field: "name", message: Phrase(vi: "Nhập họ tên", en: "Enter the name"))
    private static let options = [FieldOption("1", Phrase(vi: "Một", en: "One")), FieldOption("2", Phrase(vi: "Hai", en: "Two"), hint: hint)]

    private static func everything(_ view: FormView) -> [HTML] {
        [
            view.field("name", label, hint: hint), view.textArea("name", label, hint: hint), view.select("name", label, options, hint: hint),
            view.radios("name", label, options, hint: hint), view.checkboxes("name", label, options, hint: hint),
            view.dateField("name", label, hint: hint),
            view.fileField("name", label, hint: hint),
        ]
    }

    @Test(arguments: Language.allCases)
    func everyFieldNamesItsLabelHintAndError(language: Language) {
        for html in Self.everything(FormView(language, errors: [Self.problem])) {
            #expect(html.string.contains("aria-describedby=\"name-hint name-error\""))
            #expect(html.string.contains("id=\"name-hint\">\(Self.hint[language])") && html.string.contains("id=\"name-error\""))
            #expect(html.string.contains(Self.problem.message[language]))
            #expect(html.string.contains(" id=\"name\""))
            #expect(isBalanced(html.string))
        }
        for html in Self.everything(FormView(language)) {
            #expect(!html.string.contains("name-error") && !html.string.contains("wrong"))
            #expect(isBalanced(html.string))
        }
    }

    @Test func typedValuesAreKeptAndEscaped() {
        let view = FormView(.vi, values: ["name": "\"><b>", "d_day": "5", "choice": "2"])
        #expect(view.field("name", Self.label).string.contains("value=\"&quot;&gt;&lt;b&gt;\""))
        #expect(view.textArea("name", Self.label).string.contains("\n&quot;&gt;&lt;b&gt;</textarea>"))
        #expect(view.select("choice", Self.label, Self.options).string.contains("<option value=\"2\" selected>"))
        #expect(view.radios("choice", Self.label, Self.options).string.contains("value=\"2\" checked"))
        #expect(
            view.dateField("d", Self.label).string.contains(
                "name=\"d_day\" type=\"text\" inputmode=\"numeric\" size=\"2\" maxlength=\"2\" value=\"5\""))
        #expect(!view.field("name", Self.label, kind: .password).string.contains("value="))
        #expect(FormView(.vi).field("name", Self.label, value: "sẵn").string.contains("value=\"sẵn\""))
    }

    @Test func theErrorListLeadsToTheFields() {
        let html = FormView(.vi, errors: [Self.problem, FieldError(field: "", message: Phrase("x"))]).errorSummary()
        #expect(html.string.contains("<a href=\"#name\">Nhập họ tên</a>") && html.string.contains("<li>x</li>"))
        #expect(FormView(.vi).errorSummary().isEmpty)
    }

    @Test func piecesAreBalanced() {
        let pieces: [HTML] = [
            Component.button("Nộp", name: "a", value: "\""), Component.linkButton("Xem", to: "/a"), Component.summaryList([("Tên", "<b>x</b>")]),
            Component.statusTag("Trễ", tone: .late), Component.notice("Đã lưu", kind: .success), Component.emptyState("Trống", advice: "Thêm"),
            Component.pager(next: "/a?after=1", .vi), Component.table(caption: "Bảng", head: ["A"], rows: [["1"], ["2"]]),
            Component.timeline([.init(.done, title: "Nộp", detail: "<p>x</p>"), .init(.now, title: "Xử lý", detail: .empty)]),
            Component.banner(.notFiled, title: "CHƯA NỘP"), FormView(.vi, errors: [Self.problem]).errorSummary(),
        ]
        for piece in pieces { #expect(isBalanced(piece.string)) }
        #expect(Component.pager(next: nil, .vi).isEmpty)
    }

    /// Whether every element that must be closed is, in order.
    private func isBalanced(_ html: String) -> Bool {
        var open: [String] = []
        for tag in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let name = String(tag.prefix { $0 != ">" && !$0.isWhitespace })
            if name.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { return false }
            } else if !["input", "br", "hr", "img", "meta", "link"].contains(name) {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
