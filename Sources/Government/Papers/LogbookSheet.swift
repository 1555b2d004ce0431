// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Organisation

/// Form 07, "Sổ theo dõi hồ sơ", of one desk and day.
struct LogbookSheet: Encodable, Sendable {
    struct Row: Encodable, Sendable {
        let code, procedure, applicant, contact, agency, received, due, returned, delivery: String

        init(_ line: LogbookLine, _ directory: OrganisationDirectory) {
            code = line.code
            procedure = "\(line.procedureName) (\(line.procedureCode))"
            applicant = line.applicantName
            contact = [line.applicantAddress, line.applicantPhone].filter { !$0.isEmpty }.joined(separator: " · ")
            agency = directory.name(of: line.resolvingUnit).vi
            received = Self.moment(line.acceptedAt)
            due = line.due.map(Self.moment) ?? ""
            returned = line.closedAt.map(Self.moment) ?? ""
            delivery = line.delivery.name.vi
        }

        private static func moment(_ instant: Instant) -> String {
            let local = LocalDateTime(instant)
            return "\(local.date.vietnamese) \(local.time)"
        }
    }

    let day: String
    let rows: [Row]
    /// Whether the day has more lines than one file holds.
    let hasMore: Bool

    static func sheet(
        _ lines: [LogbookLine], hasMore: Bool, desk: OrganisationUnit, day: LocalDate, today: LocalDate, directory: OrganisationDirectory
    ) -> PaperSheet<LogbookSheet> {
        let body = IssuingBody(unit: desk, directory: directory, isDesk: true)
        let head = PaperHead(
            parent: body.parent, issuer: body.name, number: "\(day.compact)/STD-\(body.symbol)", place: body.place, date: PaperDate(today))
        return PaperSheet(head: head, content: LogbookSheet(day: day.vietnamese, rows: lines.map { Row($0, directory) }, hasMore: hasMore))
    }
}
