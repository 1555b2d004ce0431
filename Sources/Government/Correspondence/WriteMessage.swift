// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
package import Identity
import Kernel
import Notices

/// Puts a message on a dossier. The applicant hears of the office's messages by notice and letter; the office sees a mark
/// in its queue.
package struct WriteMessage: Sendable {
    private static let perHour = 20
    /// The same words again so soon are a second press of the button.
    private static let sameSeconds: Int64 = 300
    private static let noticeEverySeconds: Int64 = 24 * 3600

    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Throws: `UserError` for what cannot be sent; 404 for a dossier one may not see.
    package func callAsFunction(_ typed: String, on code: String, by person: Person) async throws -> Message {
        let text = try checked(typed)
        let dossier = try await OpenDossier(house: house)(code, for: person, noteRead: false)
        let now = house.now()
        return try await house.database.write(.readCommitted) { connection in
            // Of two presses of the button the second finds what the first has written.
            try DossierStore(connection).hold(dossier.id)
            let side = try Correspondent(person, dossier, connection)
            guard side != .onlooker else { throw UserError.notYourCorrespondence }
            guard dossier.state.submission.applicant.account != nil else { throw UserError.applicantUnreachable }
            let store = MessageStore(connection)
            let account = person.accountID.description
            let recent = try store.written(by: account, on: dossier.id, since: now.adding(seconds: -Self.sameSeconds), limit: 1)
            if let again = recent.first, again.text == text { return again }
            guard try store.count(by: account, since: now.adding(seconds: -3600)) < Self.perHour else { throw UserError.tooManyMessages }
            let message = Message(
                id: Identifier.new(at: now), authorAccount: account, authorName: person.displayName, isFromOffice: side == .office, text: text,
                at: now)
            // One notice for a series of messages nobody has read yet.
            let lastUnread = side == .office ? try store.waitsForApplicant(dossier.id) : nil
            try store.insert(message, on: dossier.id)
            // Whoever answers has read.
            try store.markRead(of: dossier.id, fromOffice: side == .applicant, at: now)
            if side == .office, lastUnread.map({ now.seconds(since: $0) > Self.noticeEverySeconds }) ?? true {
                try SendNotice(connection)(Self.notice(dossier), at: now)
            }
            return message
        }
    }

    private func checked(_ typed: String) throws -> String {
        let text = normalised(typed)
        if text.isEmpty { throw UserError.wrongMessage(Words.empty) }
        if text.count > Message.maximumCharacters { throw UserError.wrongMessage(Words.tooLong) }
        return text
    }

    private static func notice(_ dossier: Dossier) -> Notice {
        let applicant = dossier.state.submission.applicant
        let code = dossier.state.publicCode
        return Notice(
            account: applicant.account, title: Words.title, body: Phrase("\(dossier.procedureName) · \(code)"), advice: Words.advice,
            link: "/me/dossiers/\(code)#messages", email: applicant.email)
    }

    private enum Words {
        static let empty = Phrase(vi: "Nhập nội dung tin nhắn.", en: "Write the message.")
        static let tooLong = Phrase(
            vi: "Tin nhắn dài quá 4.000 ký tự. Hãy rút gọn hoặc chia làm hai.",
            en: "The message has more than 4,000 characters. Shorten it, or send two.")
        static let title = Phrase(vi: "Cơ quan nhắn tin về hồ sơ của bạn", en: "The office has written to you about your dossier")
        static let advice = Phrase(
            vi: "Đăng nhập để đọc và trả lời. Nội dung tin nhắn không gửi qua thư.",
            en: "Sign in to read it and to answer. The message itself is not sent by e-mail.")
    }
}

extension UserError {
    static func wrongMessage(_ message: Phrase) -> UserError {
        UserError(
            code: "correspondence.wrong_text", status: 422, title: Phrase(vi: "Tin nhắn chưa gửi được", en: "The message was not sent"),
            fields: [FieldError(field: "text", message: message)])
    }

    static let notYourCorrespondence = UserError(
        code: "correspondence.not_in_charge", status: 403,
        title: Phrase(vi: "Bạn không nhắn tin được ở hồ sơ này", en: "You cannot write messages on this dossier"),
        advice: Phrase(
            vi: "Chỉ người nộp và cán bộ của đơn vị đang hoặc đã xử lý hồ sơ nhắn tin được.",
            en: "Only the applicant and officers of the units that handle the dossier can."))

    static let applicantUnreachable = UserError(
        code: "correspondence.no_account", status: 409,
        title: Phrase(vi: "Người nộp hồ sơ này không có tài khoản", en: "The applicant of this dossier has no account"),
        advice: Phrase(vi: "Hãy gọi theo số điện thoại trong hồ sơ.", en: "Call the telephone number in the dossier."))

    static let tooManyMessages = UserError(
        code: "correspondence.too_many", status: 429,
        title: Phrase(vi: "Bạn đã gửi nhiều tin nhắn trong một giờ", en: "You have sent many messages within an hour"),
        advice: Phrase(vi: "Xin đợi ít phút rồi gửi tiếp, gộp các ý vào một tin.", en: "Wait a while, then send the rest as one message."))
}
