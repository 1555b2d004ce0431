// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Forms
import Kernel
import Markup
import Organisation
import Paper
import Web

/// The content receipt to read, print and keep: every answer, every file, and the seal anybody can check.
struct ContentReceiptPage {
    let house: DossierHouse
    let dossier: Dossier
    let receipt: ContentReceipt
    let received: ReceivedItems
    let keyID: String
    let base: String

    func page(_ language: Language) throws -> Page {
        let link = "\(house.publicURL)/receipts/check?r=\(ReceiptToken(receipt).text)"
        let body: HTML = """
            \(Component.banner(.filed, title: Words.filed[language], detail: "<p>\(Words.filedDetail[language])</p>"))
            <article class="content-receipt">
            <h1>\(Words.title[language])</h1>
            <div class="seal">\(try QRCode(text: link, correction: .low).svg(label: Words.qr[language]))
            \(Component.summaryList(head(language)))</div>
            <p class="no-print">\(Component.linkButton(Words.download[language], to: "\(base)/content-receipt.json?event=\(receipt.sequence)"))</p>
            <h2>\(Words.files[language])</h2>\(files(received.files, language))
            \(answers(received.answers, language))
            <h2>\(Words.howToCheck[language])</h2><p>\(Words.checkOnline[language]) \(house.publicURL)/receipts/check</p>
            <p>\(Words.checkOffline[language])</p>
            <dl class="fingerprints"><dt>\(Words.documentHash[language])</dt><dd><code>\(receipt.hash)</code></dd>
            <dt>\(Words.signature[language])</dt><dd><code>\(Base64URL.text(receipt.signature))</code></dd>
            <dt>\(Words.key[language])</dt><dd><code>\(keyID)</code></dd></dl>
            </article>
            """
        return Page(title: Words.title, body: body, trail: [(label: Phrase(dossier.state.publicCode), link: base)])
    }

    private func head(_ language: Language) -> [(label: String, value: HTML)] {
        let submission = dossier.state.submission
        let desk = house.organisation.unit(submission.receivingUnit)?.receptionName ?? Phrase(submission.receivingUnit)
        return [
            (label: Words.code[language], value: "<strong class=\"code\">\(receipt.code)</strong>"),
            (label: Words.procedure[language], value: "\(dossier.procedureName) (\(submission.procedure))"),
            (label: Words.applicant[language], value: "\(submission.applicant.name)"),
            (label: Words.receivedAt[language], value: StateViews.moment(receipt.receivedAt, language)),
            (label: Words.receivedBy[language], value: "\(desk[language])"),
        ]
    }

    private func files(_ files: [AttachedFile], _ language: Language) -> HTML {
        guard !files.isEmpty else { return "<p>\(Words.noFiles[language])</p>" }
        let items = files.map { file -> HTML in
            let pages = file.pages.map { " · " + Words.pages(language, ["n": "\($0)"]) } ?? ""
            return """
                <li><strong>\(file.name)</strong> · \(ContentViews.size(file.size))\(pages)
                <span class="hint">\(componentName(file.component)[language])</span><code class="fingerprint">SHA-256 \(file.sha256)</code></li>
                """
        }
        return "<ul class=\"papers\">\(items)</ul>"
    }

    private func componentName(_ code: String) -> Phrase {
        chosen?.components.first { $0.code == code }?.name ?? Phrase(code)
    }

    private var chosen: ProcedureCase? {
        let submission = dossier.state.submission
        return house.procedures.definition(submission.procedure, version: submission.version)?.case(submission.caseCode)
    }

    private func answers(_ answers: Answers?, _ language: Language) -> HTML {
        guard let answers, let chosen else { return .empty }
        let directory = house.organisation
        let sections = chosen.form.lines(answers, language) { code in
            directory.unit(statisticalCode: code).map { ($0.place ?? $0.name)[language] }
        }
        return sections.map { section -> HTML in
            "<h2>\(section.title)</h2>\(Component.summaryList(section.lines.map { (label: $0.label, value: "\($0.value)" as HTML) }))"
        }.joined(separator: "\n")
    }

    private enum Words {
        static let title = Phrase(vi: "Biên nhận nội dung hồ sơ", en: "Content receipt")
        static let filed = Phrase(vi: "ĐÃ NỘP", en: "FILED")
        static let filedDetail = Phrase(
            vi: "Biên nhận này ghi đúng từng câu trả lời và từng tệp đã nhận, có chữ ký số của tỉnh.",
            en: "This receipt states every answer and every file exactly as received, with the digital signature of the province.")
        static let qr = Phrase(vi: "Mã QR để kiểm tra biên nhận", en: "QR code to check the receipt")
        static let download = Phrase(vi: "Tải biên nhận để lưu giữ", en: "Download the receipt to keep")
        static let code = Phrase(vi: "Mã hồ sơ khi nộp", en: "Code at filing")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let applicant = Phrase(vi: "Người nộp", en: "Applicant")
        static let receivedAt = Phrase(vi: "Hệ thống nhận lúc", en: "Received at")
        static let receivedBy = Phrase(vi: "Nơi nhận", en: "Received by")
        static let files = Phrase(vi: "Các tệp đã nhận", en: "Files received")
        static let noFiles = Phrase(vi: "Không có tệp nào được gửi kèm.", en: "No files were sent.")
        static let pages = Phrase(vi: "{n} trang", en: "{n} pages")
        static let howToCheck = Phrase(vi: "Cách kiểm tra biên nhận này", en: "How to check this receipt")
        static let checkOnline = Phrase(
            vi: "Quét mã QR, hoặc gửi tệp biên nhận (và các tệp giấy tờ, nếu muốn đối chiếu) tại:",
            en: "Scan the QR code, or send the receipt file (and the papers, to compare them) at:")
        static let checkOffline = Phrase(
            vi: "Không cần hệ thống này: tệp biên nhận tải về có đủ nội dung, chữ ký Ed25519 và khóa công khai để bất kỳ ai kiểm tra độc lập.",
            en: "Without this system: the downloaded file holds the content, the Ed25519 signature and the public key, so anybody can check it.")
        static let documentHash = Phrase(vi: "SHA-256 của nội dung", en: "SHA-256 of the content")
        static let signature = Phrase(vi: "Chữ ký", en: "Signature")
        static let key = Phrase(vi: "Khóa", en: "Key")
    }
}
