// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup

/// The words of a letter as plain text and as HTML, the same in both: greeting, what happened, what to do, the link, and
/// why this letter came.
struct LetterText {
    let letter: Letter
    /// `https://…` without a slash at the end.
    let publicURL: String
    /// The name of the portal and of who runs it.
    let site: Phrase
    let stopLink: String

    var subject: String { letter.subject[letter.language ?? .vi] }

    private var languages: [Language] { letter.language.map { [$0] } ?? [.vi, .en] }
    private var link: String { publicURL + letter.link }

    var plain: String {
        languages.map(plain).joined(separator: "\n\n-- -- --\n\n")
    }

    private func plain(_ language: Language) -> String {
        let parts =
            [greeting(language), letter.subject[language] + "."] + letter.paragraphs.map { $0[language] }
            + ["\(Words.open[language])\n\(link)", Words.closing(language, ["site": site[language]]), "\(Words.stop[language])\n\(stopLink)"]
        return parts.joined(separator: "\n\n") + "\n"
    }

    var html: String {
        let parts = languages.map(html).joined(separator: "<hr>\n")
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(languages[0].rawValue)"><head><meta charset="utf-8"><title>\(subject)</title></head><body>
            \(parts)</body></html>
            """
        return page.string
    }

    private func html(_ language: Language) -> HTML {
        let paragraphs = letter.paragraphs.map { "<p>\($0[language])</p>\n" as HTML }
        return """
            <div lang="\(language.rawValue)">
            <p>\(greeting(language))</p>
            <p><strong>\(letter.subject[language]).</strong></p>
            \(paragraphs)<p>\(Words.open[language])<br><a href="\(link)">\(link)</a></p>
            <p><small>\(Words.closing(language, ["site": site[language]]))<br>\(Words.stop[language]) <a href="\(stopLink)">\(stopLink)</a></small></p>
            </div>

            """
    }

    private func greeting(_ language: Language) -> String {
        guard let name = letter.name else { return Words.hello[language] }
        return Words.helloName(language, ["name": name])
    }

    private enum Words {
        static let hello = Phrase(vi: "Kính gửi ông/bà,", en: "Hello,")
        static let helloName = Phrase(vi: "Kính gửi {name},", en: "Hello {name},")
        static let open = Phrase(vi: "Xem và làm tiếp tại:", en: "See it and go on here:")
        static let closing = Phrase(
            vi: "Thư tự động của {site}. Xin đừng trả lời thư này. Không ai của cơ quan hỏi mật khẩu của bạn qua thư hay điện thoại.",
            en: "An automatic letter from {site}. Please do not answer it. Nobody of the office asks for your password by mail or telephone.")
        static let stop = Phrase(vi: "Không muốn nhận thư nữa:", en: "To receive no more letters:")
    }
}
