// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Jobs
import Kernel
import Markup
import Web

/// Where letters about one's dossiers go, and what became of the last ones.
struct ContactPage {
    let contact: Contact
    let isRefused: Bool
    let letters: [SentLetter]
    /// Whether this portal can send letters at all.
    let sendsLetters: Bool
    let isCodeOver: Bool
    var values = FormData()
    var errors: [FieldError] = []
    var done: Phrase?

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let body: HTML = """
            <h1>\(Words.title[language])</h1>
            \(done.map { Component.notice($0[language], kind: .success) })\(view.errorSummary())
            <p>\(Words.lead[language])</p>
            \(sendsLetters ? forms(view, context) : Component.notice(Words.notSetUp[language]))
            \(letters.isEmpty ? .empty : list(language))
            """
        return Page(
            title: Words.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, trail: [(label: Words.mine, link: "/me")])
    }

    private func forms(_ view: FormView, _ context: WebContext) -> HTML {
        [current(view, context), confirmation(view, context), entry(view, context)].joined(separator: "\n")
    }

    private func current(_ view: FormView, _ context: WebContext) -> HTML {
        let language = context.language
        guard let email = contact.email else { return contact.pending == nil ? Component.notice(Words.none[language]) : .empty }
        let summary = Component.summaryList([
            (label: Words.address[language], value: "\(email)"),
            (
                label: Words.state[language],
                value: isRefused
                    ? Component.statusTag(Words.stopped[language], tone: .paused) : Component.statusTag(Words.confirmed[language], tone: .good)
            ),
        ])
        let button =
            isRefused
            ? view.form(to: "/me/contact/resumption", context, Component.button(Words.resume[language], kind: .secondary))
            : view.form(to: "/me/contact/stop", context, Component.button(Words.stop[language], kind: .secondary))
        return summary + button
    }

    private func confirmation(_ view: FormView, _ context: WebContext) -> HTML {
        let language = context.language
        guard let pending = contact.pending, !isCodeOver else { return .empty }
        let fields: HTML = """
            \(view.field("code", Words.code, hint: Words.codeHint, kind: .digits, autocomplete: "one-time-code", characters: 8, maximumLength: 10))
            \(Component.button(Words.confirm[language]))
            """
        return """
            <section class="form-section"><h2>\(Words.confirmTitle[language])</h2>
            <p>\(Words.sentTo[language]) <strong>\(pending.email)</strong>.</p>
            \(view.form(to: "/me/contact/confirmation", context, fields))</section>
            """
    }

    private func entry(_ view: FormView, _ context: WebContext) -> HTML {
        let isFirst = contact.email == nil && contact.pending == nil
        let fields: HTML = """
            \(view.field("email", Words.email, hint: Words.emailHint, kind: .email, autocomplete: "email", maximumLength: 254))
            \(Component.button(Words.sendCode[context.language], kind: contact.pending == nil || isCodeOver ? .primary : .secondary))
            """
        let title = isFirst ? Words.enter : Words.change
        return "<section class=\"form-section\"><h2>\(title[context.language])</h2>\(view.form(to: "/me/contact", context, fields))</section>"
    }

    private func list(_ language: Language) -> HTML {
        let items = letters.map { letter -> HTML in
            "<li>\(letter.title[language])<br><span class=\"hint\">\(letter.body[language]) · \(LocalDateTime(letter.at).spoken(language))</span> \(outcome(letter.job, language))</li>"
        }
        return "<h2 id=\"letters\">\(Words.letters[language])</h2><ul class=\"notices\">\(items)</ul>"
    }

    /// How far a letter came; what the mail server said is shown only where nothing more will happen by itself.
    private func outcome(_ job: Job?, _ language: Language) -> HTML {
        guard let job else { return .empty }
        switch job.state {
        case .waiting, .running:
            return Component.statusTag((job.attempts > 0 ? Words.again : Words.waiting)[language], tone: job.attempts > 0 ? .soon : .neutral)
        case .done where job.lastAnswer?.hasPrefix("not sent") ?? false: return Component.statusTag(Words.notSent[language], tone: .paused)
        case .done: return Component.statusTag(Words.sent[language], tone: .good)
        case .failed:
            return
                "\(Component.statusTag(Words.failed[language], tone: .late)) <span class=\"hint\">\(Words.answer[language]): \(job.lastAnswer ?? "")</span>"
        }
    }

    enum Words {
        static let title = Phrase(vi: "Nhận thông báo qua thư điện tử", en: "Notices by e-mail")
        static let mine = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
        static let lead = Phrase(
            vi: "Mỗi khi hồ sơ của bạn có thay đổi, chúng tôi gửi thêm một thư điện tử. Thông báo luôn có ở trang “Hồ sơ của tôi”.",
            en: "Whenever something changes in your dossiers we also send an e-mail. The notices are always on the page “My dossiers”.")
        static let notSetUp = Phrase(
            vi: "Cổng này hiện chưa gửi thư điện tử. Xin xem thông báo ở trang “Hồ sơ của tôi”.",
            en: "This portal sends no e-mail at present. Please read the notices on the page “My dossiers”.")
        static let none = Phrase(vi: "Bạn chưa có địa chỉ nhận thư.", en: "You have not given an address yet.")
        static let address = Phrase(vi: "Địa chỉ nhận thư", en: "Address")
        static let state = Phrase(vi: "Tình trạng", en: "State")
        static let confirmed = Phrase(vi: "Đã xác nhận, đang nhận thư", en: "Confirmed, letters are sent")
        static let stopped = Phrase(vi: "Đã ngừng gửi thư", en: "No letters are sent")
        static let stop = Phrase(vi: "Ngừng nhận thư", en: "Send no more letters")
        static let resume = Phrase(vi: "Nhận thư trở lại", en: "Send letters again")
        static let confirmTitle = Phrase(vi: "Nhập mã xác nhận", en: "Enter the code")
        static let sentTo = Phrase(vi: "Chúng tôi đã gửi mã gồm 6 chữ số tới", en: "We have sent a code of 6 digits to")
        static let code = Phrase(vi: "Mã xác nhận", en: "Code")
        static let codeHint = Phrase(
            vi: "6 chữ số trong thư. Chưa thấy thư? Xem cả hộp thư rác.", en: "6 digits from the letter. Not there yet? Look among the junk too.")
        static let confirm = Phrase(vi: "Xác nhận", en: "Confirm")
        static let enter = Phrase(vi: "Nhập địa chỉ của bạn", en: "Give your address")
        static let change = Phrase(vi: "Dùng địa chỉ khác", en: "Use another address")
        static let email = Phrase(vi: "Thư điện tử", en: "E-mail")
        static let emailHint = Phrase(vi: "Ví dụ: ten@vidu.vn", en: "For example: name@example.vn")
        static let sendCode = Phrase(vi: "Gửi mã xác nhận", en: "Send the code")
        static let letters = Phrase(vi: "Các thư gần đây", en: "Latest letters")
        static let waiting = Phrase(vi: "Đang chờ gửi", en: "Waiting to be sent")
        static let again = Phrase(vi: "Chưa gửi được, sẽ thử lại", en: "Not sent yet, we will try again")
        static let sent = Phrase(vi: "Đã gửi", en: "Sent")
        static let notSent = Phrase(vi: "Không gửi", en: "Not sent")
        static let failed = Phrase(vi: "Không gửi được", en: "Could not be sent")
        static let answer = Phrase(vi: "Máy chủ thư trả lời", en: "The mail server answered")
        static let codeSent = Phrase(
            vi: "Đã gửi mã. Xin mở thư và nhập mã ở dưới.", en: "The code is on its way. Open the letter and enter it below.")
        static let done = Phrase(vi: "Đã xác nhận địa chỉ nhận thư.", en: "Your address is confirmed.")
        static let tooOften = Phrase(
            vi: "Vừa gửi mã rồi. Xin đợi một phút; mỗi giờ gửi được tối đa 5 mã.",
            en: "A code was just sent. Please wait a minute; at most 5 an hour are sent.")
        static let wrongCode = Phrase(
            vi: "Mã chưa đúng. Kiểm tra lại 6 chữ số trong thư mới nhất.", en: "This is not the code. Check the 6 digits in the latest letter.")
        static let over = Phrase(vi: "Mã không còn dùng được. Xin gửi mã mới.", en: "The code is no longer good. Please send a new one.")
    }
}
