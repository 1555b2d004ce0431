// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Markup
import Organisation
import Paper
import WorkingTime

/// Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".
struct ReceiptSheet: Encodable, Sendable {
    struct Component: Encodable, Sendable {
        let name: String
        let originals, copies: Int
        let received: String
    }

    struct Logbook: Encodable, Sendable {
        let volume, number: String
    }

    let applicant: PaperSubject.Person
    let procedure, procedureCode: String
    let qr: String
    /// Who handed in for the applicant, where the form asked for that.
    let agent: String
    let components: [Component]
    let sets: Int
    let limit: String
    let receivedAt, due: PaperMoment
    /// The first promise, where the office has made another.
    let earlierDue: PaperMoment?
    let delivery: String
    let logbook: Logbook
    let submitter, receiver: String
}

extension DossierPapers {
    /// - Throws: 404 before acceptance: there is no receipt without a number.
    func receipt(_ language: Language) throws -> PaperSheet<ReceiptSheet> {
        guard state.code != nil, let due = state.due, let acceptedAt = state.acceptedAt else { throw UserError.notFound }
        let body = try body(state.receivingUnit, isDesk: true)
        let agent = submission.answers["agent_name"]?.text ?? ""
        let subject = subject
        let sheet = ReceiptSheet(
            applicant: subject.applicant, procedure: subject.procedure, procedureCode: subject.procedureCode,
            qr: try QRCode(text: link).svg(label: "").string, agent: agent, components: components, sets: max(1, definition?.numberOfSets ?? 1),
            limit: limit, receivedAt: PaperMoment(acceptedAt), due: PaperMoment(due.due),
            earlierDue: state.extensions > 0 ? state.originalDue.map(PaperMoment.init) : nil, delivery: delivery(body),
            logbook: logbook(acceptedAt.date), submitter: agent.isEmpty ? submission.applicant.name : agent,
            receiver: last(.accepted)?.actor.name ?? "")
        return PaperSheet(head: head(body, number: "\(dayAndNumber)/\(body.symbol)", on: acceptedAt.date, language: language), content: sheet)
    }

    /// The logbook is kept by day, in the order of the codes.
    private func logbook(_ day: LocalDate) -> ReceiptSheet.Logbook {
        let number = state.publicCode.split(separator: "-").last.map(String.init) ?? ""
        return ReceiptSheet.Logbook(volume: "\(day.year) (sổ điện tử, ngày \(day.vietnamese))", number: number)
    }

    private var limit: String {
        guard let chosen else { return "" }
        return chosen.sameDay == nil ? chosen.limit.words.vi : "giải quyết ngay trong ngày"
    }

    private func delivery(_ body: IssuingBody) -> String {
        let name = submission.delivery.name.vi
        return submission.delivery == .desk ? "\(name) (\(body.name))" : name
    }

    private var components: [ReceiptSheet.Component] {
        let wanted = definition?.components(for: submission.caseCode, answers: submission.answers) ?? []
        return wanted.map { component in
            ReceiptSheet.Component(
                name: component.name.vi, originals: component.originals, copies: component.copies, received: received(component))
        }
    }

    private func received(_ component: DossierComponent) -> String {
        let files = submission.files.filter { $0.component == component.code }
        if component.isForm && files.isEmpty { return "biểu mẫu điện tử" }
        if component.presentOnly && files.isEmpty { return "xuất trình" }
        guard !files.isEmpty else { return "–" }
        let pages = files.compactMap(\.pages)
        let count = "\(files.count) tệp"
        return pages.count == files.count ? "\(count), \(pages.reduce(0, +)) trang" : count
    }
}
