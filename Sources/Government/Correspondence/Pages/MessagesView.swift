// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Kernel
package import Markup
package import Web

/// The messages of a dossier and the form for another one: a part of the citizen's and of the officer's dossier page.
package struct MessagesView {
    let thread: MessageThread
    /// Where the form posts, `/me/dossiers/…/messages`.
    let action: String
    let publicURL: String
    let view: FormView

    /// - Parameter base: the address of the page of this dossier, for this reader.
    package init(thread: MessageThread, base: String, publicURL: String, view: FormView) {
        (self.thread, self.publicURL, self.view) = (thread, publicURL, view)
        action = base + "/messages"
    }

    private var language: Language { view.language }

    package func html(_ context: WebContext) -> HTML {
        """
        <section class="messages" id="messages" aria-labelledby="messages-title"><h2 id="messages-title">\(title)</h2>
        \(thread.messages.isEmpty ? "<p class=\"hint\">\(empty)</p>" : list)
        \(form(context))</section>
        """
    }

    private var title: String { (thread.reader == .applicant ? Words.withOffice : Words.withApplicant)[language] }
    private var empty: String { (thread.reader == .applicant ? Words.askOffice : Words.none)[language] }

    private var list: HTML {
        let items = thread.messages.map { message -> HTML in
            let isMine = message.isFromOffice == (thread.reader != .applicant)
            return """
                <li\(attribute: "class", isMine ? "mine" : nil)><p class="hint">\(author(message)) · \(StateViews.moment(message.at, language))\
                \(mark(message, isMine))</p><p class="message" dir="auto">\(linked(message.text))</p></li>

                """
        }
        return "<ol>\(items)</ol>"
    }

    private func author(_ message: Message) -> HTML {
        "<strong>\(message.authorName)</strong>\(message.isFromOffice ? " (\(Words.office[language]))" as HTML : .empty)"
    }

    /// New for who reads; read or not by the other side for who wrote.
    private func mark(_ message: Message, _ isMine: Bool) -> HTML {
        if isMine { return message.readAt == nil ? .empty : " · \(Words.read[language])" }
        return message.readAt == nil ? " \(Component.statusTag(Words.new[language], tone: .action))" : .empty
    }

    /// Only addresses of this portal become links: whoever writes must not be able to lead anybody elsewhere.
    private func linked(_ text: String) -> HTML {
        var pieces: [HTML] = []
        for (index, part) in text.split(separator: publicURL + "/", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                pieces.append("\(String(part))")
                continue
            }
            var path = "/" + part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_.?=&#".contains($0)) }
            // What ends the sentence is not part of the address.
            while let last = path.last, ".?=&#".contains(last) { path.removeLast() }
            let link = isLocalLink(path) ? path : "/"
            pieces.append("<a href=\"\(href: link)\">\(publicURL + link)</a>\(String(part.dropFirst(link.count - 1)))")
        }
        return pieces.joined()
    }

    private func form(_ context: WebContext) -> HTML {
        guard thread.reader != .onlooker else { return .empty }
        guard thread.reachesApplicant else { return Component.notice(Words.noAccount[language]) }
        let hint = thread.reader == .applicant ? Words.citizenHint : Words.officeHint
        let fields: HTML = """
            \(view.textArea("text", Words.write, hint: hint, rows: 3, maximumLength: Message.maximumCharacters))
            \(Component.button(Words.send[language], kind: .secondary))
            """
        return view.form(to: action, context, fields)
    }

    private enum Words {
        static let withOffice = Phrase(vi: "Nhắn tin với cơ quan", en: "Messages with the office")
        static let withApplicant = Phrase(vi: "Nhắn tin với người nộp", en: "Messages with the applicant")
        static let askOffice = Phrase(
            vi: "Chưa có tin nhắn. Có gì chưa rõ về hồ sơ này, bạn cứ hỏi ở đây.",
            en: "No messages yet. If anything about this dossier is unclear, ask here.")
        static let none = Phrase(vi: "Chưa có tin nhắn.", en: "No messages yet.")
        static let office = Phrase(vi: "cơ quan", en: "the office")
        static let new = Phrase(vi: "Mới", en: "New")
        static let read = Phrase(vi: "đã xem", en: "seen")
        static let write = Phrase(vi: "Viết tin nhắn", en: "Write a message")
        static let citizenHint = Phrase(
            vi: "Cán bộ phụ trách trả lời trong giờ làm việc. Gửi tin nhắn không thay cho việc bổ sung hồ sơ.",
            en: "The officer in charge answers during office hours. A message does not complete a dossier.")
        static let officeHint = Phrase(
            vi: "Người nộp được báo ngay. Yêu cầu bổ sung giấy tờ phải dùng phiếu yêu cầu, không nhắn ở đây.",
            en: "The applicant is told at once. Missing papers are asked for with the form for it, not here.")
        static let send = Phrase(vi: "Gửi tin nhắn", en: "Send the message")
        static let noAccount = Phrase(
            vi: "Người nộp không có tài khoản nên không nhận được tin nhắn. Hãy gọi theo số điện thoại trong hồ sơ.",
            en: "The applicant has no account and cannot get messages. Call the telephone number in the dossier.")
    }
}
