// SPDX-License-Identifier: Apache-2.0

import Cases
import DossierViews
import Dossiers
import Kernel
import Markup
import Organisation
import Web

/// Form 07, "Sổ theo dõi hồ sơ" (TT 03/2025, Phụ lục I), of one desk and day.
struct LogbookPage {
    let directory: OrganisationDirectory
    let desk: OrganisationUnit
    let desks: [OrganisationUnit]
    let day: LocalDate
    let today: LocalDate
    let lines: [LogbookLine]
    let hasMore: Bool

    func page(_ language: Language) -> Page {
        let next = hasMore ? lines.last.map { "\(link(day))&after=\($0.code)" } : nil
        let body: HTML = """
            <div class="desk logbook"><h1>\(Words.title[language])</h1>
            <p>\(desk.receptionName[language]) · <strong>\(Self.written(day))</strong></p>
            <nav class="tabs no-print" aria-label="\(Words.days[language])"><ul>
            <li><a href="\(href: link(day.adding(days: -1)))">\(Words.dayBefore[language])</a></li>
            \(day < today ? "<li><a href=\"\(href: link(day.adding(days: 1)))\">\(Words.dayAfter[language])</a></li>" : HTML.empty)
            <li><a href="\(href: "/work/logbook.csv?unit=\(desk.code)&day=\(day.iso)")">\(Words.table[language])</a></li>
            </ul></nav>\(otherDesks(language))
            \(lines.isEmpty ? Component.emptyState(Words.empty[language], advice: Words.emptyAdvice[language]) : table(language))
            \(Component.pager(next: next, language))</div>
            """
        return Page(title: Words.title, body: body, width: .wide, trail: [(label: Words.work, link: "/work")])
    }

    private func link(_ day: LocalDate) -> String { "/work/logbook?unit=\(desk.code)&day=\(day.iso)" }

    private func otherDesks(_ language: Language) -> HTML {
        guard desks.count > 1 else { return .empty }
        let items = desks.map { one -> HTML in
            "<li><a href=\"\(href: "/work/logbook?unit=\(one.code)&day=\(day.iso)")\"\(attribute: "aria-current", one.code == desk.code ? "page" : nil)>\(one.receptionName[language])</a></li>"
        }
        return "<nav class=\"no-print\" aria-label=\"\(Words.desks[language])\"><ul class=\"filters\">\(items)</ul></nav>"
    }

    private func table(_ language: Language) -> HTML {
        let rows = lines.enumerated().map { index, line -> [HTML] in
            let cells = Self.cells(line, directory, language)
            return ["\(index + 1)", "<a href=\"\(href: "/work/dossiers/\(line.code)")\">\(line.code)</a>"] + cells.dropFirst().map { "\($0)" }
        }
        return Component.table(caption: Words.title[language], head: Self.head(language), rows: rows)
    }

    static func head(_ language: Language) -> [String] {
        [
            Words.number, Words.code, Words.procedure, Words.applicant, Words.address, Words.agency, Words.received, Words.due, Words.returned,
            Words.delivery,
        ].map { $0[language] }
    }

    /// One line without its number.
    static func cells(_ line: LogbookLine, _ directory: OrganisationDirectory, _ language: Language) -> [String] {
        let contact = [line.applicantAddress, line.applicantPhone].filter { !$0.isEmpty }.joined(separator: " · ")
        return [
            line.code, "\(line.procedureName) (\(line.procedureCode))", line.applicantName, contact, directory.name(of: line.resolvingUnit)[language],
            moment(line.acceptedAt), line.due.map(moment) ?? "", line.closedAt.map(moment) ?? "", line.delivery.name[language],
        ]
    }

    private static func written(_ day: LocalDate) -> String { "\(padded(day.day, 2))/\(padded(day.month, 2))/\(day.year)" }

    private static func moment(_ instant: Instant) -> String {
        let local = LocalDateTime(instant)
        return "\(written(local.date)) \(padded(local.minuteOfDay / 60, 2)):\(padded(local.minute, 2))"
    }

    private enum Words {
        static let work = Phrase(vi: "Việc cần làm", en: "Work")
        static let title = Phrase(vi: "Sổ theo dõi hồ sơ", en: "Logbook of dossiers")
        static let days = Phrase(vi: "Ngày khác và tải về", en: "Other days and download")
        static let dayBefore = Phrase(vi: "Ngày trước", en: "Day before")
        static let dayAfter = Phrase(vi: "Ngày sau", en: "Day after")
        static let desks = Phrase(vi: "Quầy khác", en: "Other desks")
        static let table = Phrase(vi: "Tải bảng (CSV)", en: "Download the table (CSV)")
        static let empty = Phrase(vi: "Ngày này chưa tiếp nhận hồ sơ nào.", en: "Nothing was received on this day.")
        static let emptyAdvice = Phrase(vi: "Chọn ngày khác ở trên.", en: "Choose another day above.")
        static let number = Phrase(vi: "STT", en: "No.")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Code")
        static let procedure = Phrase(vi: "Tên TTHC", en: "Procedure")
        static let applicant = Phrase(vi: "Tên tổ chức, cá nhân", en: "Applicant")
        static let address = Phrase(vi: "Địa chỉ, số điện thoại", en: "Address, telephone")
        static let agency = Phrase(vi: "Cơ quan chủ trì giải quyết", en: "Lead agency")
        static let received = Phrase(vi: "Nhận hồ sơ", en: "Received")
        static let due = Phrase(vi: "Hẹn trả kết quả", en: "Promised")
        static let returned = Phrase(vi: "Trả kết quả", en: "Returned")
        static let delivery = Phrase(vi: "Phương thức nhận kết quả", en: "Delivery")
    }
}
