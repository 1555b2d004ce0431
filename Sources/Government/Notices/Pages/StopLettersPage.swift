// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// What the link at the end of a letter opens.
enum StopLettersPage {
    static func question(address: String, token: String, _ context: WebContext) -> Page {
        let language = context.language
        let form = FormView(language).form(to: "\(ContactRoutes.stopPath)?token=\(token)", context, Component.button(Words.stop[language]))
        return Page(
            title: Words.title,
            body: "<h1>\(Words.title[language])</h1><p>\(Words.question[language]) <strong>\(address)</strong>?</p>\(form)")
    }

    static func done(address: String, _ context: WebContext) -> Page {
        let language = context.language
        return Page(
            title: Words.done,
            body: "<h1>\(Words.done[language])</h1><p>\(Words.noMore[language]) <strong>\(address)</strong>. \(Words.still[language])</p>")
    }

    private enum Words {
        static let title = Phrase(vi: "Ngừng nhận thư", en: "Stop letters")
        static let question = Phrase(vi: "Ngừng gửi mọi thư tới", en: "Send no more letters to")
        static let stop = Phrase(vi: "Ngừng gửi thư", en: "Send no more letters")
        static let done = Phrase(vi: "Đã ngừng gửi thư", en: "No more letters will be sent")
        static let noMore = Phrase(vi: "Chúng tôi không gửi thư nữa tới", en: "We send nothing more to")
        static let still = Phrase(
            vi: "Hồ sơ của bạn vẫn được giải quyết; thông báo có ở trang “Hồ sơ của tôi”.",
            en: "Your dossiers go on as before; the notices are on the page “My dossiers”.")
    }
}
