// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Organisation
import Web

/// The page of one procedure: five answers first, then every part the law obliges to publish.
enum ProcedurePage {
    struct Model: Sendable {
        let facts: ProcedureFacts
        let status: Status
        /// The national portal's own page of it, where its address is known.
        let source: String?
        /// A picture of the page's address for the printed page.
        let qrCode: HTML?
        let language: Language
    }

    /// What a person can do with it here.
    enum Status: Hashable, Sendable {
        case canBeFiled
        /// Only the desks take it.
        case deskOnly
        /// The desks take it; online it is filed on the National Public Service Portal.
        case filedNationally
        /// Published, but the province has no form for it here.
        case informationOnly
        /// Announced by another province for itself.
        case elsewhere(announcedBy: String)
        /// Between agencies.
        case withinAdministration
    }

    /// - Parameters:
    ///   - content: what `content(_:)` gave for the same procedure, now or earlier.
    ///   - review: what only legal officers see, after the parts.
    static func page(name: String, field: String, content: HTML, review: HTML? = nil) -> Page {
        Page(
            title: Phrase(name), body: content + (review ?? .empty),
            trail: [(Words.procedures, "/procedures"), (Phrase(field), "/procedures?field=" + encoded(field))])
    }

    /// Everything but what depends on who looks; the same bytes for everybody.
    static func content(_ model: Model) -> HTML {
        let (facts, language) = (model.facts, model.language)
        return """
            <article class="procedure">
            <h1>\(facts.name)</h1>
            <p class="hint">\(Words.code[language]) <strong>\(facts.code)</strong> · \(facts.field)\(levels(facts, language))</p>
            \(facts.summary.map { "<p class=\"lead\">\($0)</p>" })
            \(standing(model))
            \(answers(model))
            \(parts(model))
            \(action(model))
            </article>
            """
    }

    private static func levels(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        guard !facts.levels.isEmpty else { return nil }
        return " · \(facts.levels.map { $0.phrase[language] }.joined(separator: ", "))"
    }

    /// Why it cannot be filed here, when it cannot.
    private static func standing(_ model: Model) -> HTML? {
        let language = model.language
        switch model.status {
        case .canBeFiled: return nil
        case .deskOnly: return Component.notice(Words.deskOnly[language])
        case .filedNationally: return Component.notice(content: NationalPortal.sentence(language))
        case .informationOnly:
            let portal = model.source.map { " <a href=\"\($0)\" rel=\"external\">\(Words.onNationalPortal[language])</a>" as HTML }
            return Component.notice(content: "<p>\(Words.informationOnly[language])\(portal)</p>")
        case .elsewhere(let authority):
            return Component.notice(Words.elsewhere(language, ["who": authority]), kind: .warning)
        case .withinAdministration: return Component.notice(Words.withinAdministration[language])
        }
    }

    private static func action(_ model: Model) -> HTML? {
        if model.status == .filedNationally {
            let link = model.source ?? NationalPortal.address
            return
                "<p class=\"filing no-print\"><a class=\"button primary\" href=\"\(link)\" rel=\"external\">\(NationalPortal.Words.go[model.language])</a></p>"
        }
        guard model.status == .canBeFiled else { return nil }
        let link = "/dossiers/new?procedure=" + encoded(model.facts.code)
        return "<p class=\"filing no-print\">\(Component.linkButton(Words.file[model.language], to: link))</p>"
    }

    enum Words {
        static let procedures = Phrase(vi: "Thủ tục hành chính", en: "Procedures")
        static let code = Phrase(vi: "Mã thủ tục", en: "Procedure code")
        static let file = Phrase(vi: "Nộp hồ sơ", en: "File a dossier")
        static let onNationalPortal = Phrase(vi: "Xem trên Cổng Dịch vụ công quốc gia", en: "See it on the National Public Service Portal")
        static let deskOnly = Phrase(
            vi: "Thủ tục này nhận trực tiếp: mang giấy tờ đến bất kỳ Trung tâm Phục vụ hành chính công nào, cán bộ nhập hồ sơ giúp bạn.",
            en: "This procedure is received at the desk: bring the papers to any public service centre, an officer enters the dossier for you.")
        static let informationOnly = Phrase(
            vi: "Thủ tục này hiện chỉ được cung cấp thông tin ở đây vì chưa có biểu mẫu và quy trình điện tử của tỉnh.",
            en: "This procedure is given for information only, because the province has no electronic form and process for it yet.")
        static let elsewhere = Phrase(
            vi: "Thủ tục này do {who} công bố và chỉ áp dụng tại địa phương đó, không nộp được ở đây.",
            en: "This procedure was announced by {who} and applies only there; it cannot be filed here.")
        static let withinAdministration = Phrase(
            vi: "Đây là thủ tục nội bộ giữa các cơ quan nhà nước; người dân và doanh nghiệp không phải thực hiện.",
            en: "This is an internal procedure between agencies; citizens and businesses need not do anything.")
    }
}

/// A value inside a query, percent-encoded.
func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"): bytes.append(byte)
        default: bytes.append(contentsOf: [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)])
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func hexadecimal(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 55 + nibble }
