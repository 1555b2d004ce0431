// SPDX-License-Identifier: Apache-2.0

import Cases
package import Dossiers
package import Kernel
package import Markup
package import Organisation
package import Process
import Web
import WorkingTime

/// The history of a dossier in words: what, when, who.
package struct HistoryView {
    let events: [StoredEvent]
    let directory: OrganisationDirectory
    let language: Language
    /// Citizens see what was done, not which colleague did it inside the office.
    let showsOfficers: Bool
    /// The process the dossier walks through, to name its steps.
    let process: ProcessDefinition

    package init(events: [StoredEvent], directory: OrganisationDirectory, language: Language, showsOfficers: Bool, process: ProcessDefinition) {
        (self.events, self.directory, self.language) = (events, directory, language)
        (self.showsOfficers, self.process) = (showsOfficers, process)
    }

    package var html: HTML {
        let entries = events.compactMap(entry)
        return Component.timeline(entries)
    }

    private func entry(_ stored: StoredEvent) -> Component.TimelineEntry? {
        guard let record = try? stored.record(), let (title, detail) = words(record.event) else { return nil }
        let who: HTML = showsOfficers ? " · \(stored.actor.name)" : .empty
        let more: HTML = detail.isEmpty ? .empty : "<p>\(detail)</p>"
        return Component.TimelineEntry(
            .done, title: title[language], detail: "<p class=\"hint\">\(StateViews.moment(stored.at, language))\(who)</p>\(more)")
    }

    private func words(_ event: CaseEvent) -> (Phrase, String)? {
        switch event {
        case .submitted(let content): (Phrase(vi: "Nộp hồ sơ", en: "Filed"), content.provisionalCode)
        case .accepted(let content): (Phrase(vi: "Tiếp nhận", en: "Accepted"), content.code)
        case .rejected(let content): (CommandKind.reject.name, "\(content.reason) (\(content.legalGround))")
        case .supplementRequested(let content): (CommandKind.requestSupplement.name, content.items.joined(separator: "; ") + " – " + content.reason)
        case .supplemented(let content): (CommandKind.supplement.name, content.note)
        case .assigned(let content): showsOfficers ? (CommandKind.assign.name, content.to.name) : nil
        case .stepEntered(let content): step(content)
        case .clockStarted:
            (Phrase(vi: "Cơ quan có thẩm quyền nhận hồ sơ, bắt đầu tính thời hạn", en: "The competent agency received it; time runs"), "")
        case .consulted(let content): showsOfficers ? (CommandKind.consult.name, "\(unit(content.unit)): \(content.question)") : nil
        case .consultationAnswered(let content): showsOfficers ? (CommandKind.answerConsultation.name, content.answer) : nil
        case .paymentRequested(let content): (CommandKind.requestPayment.name, "\(content.amount.spoken) – \(content.purpose)")
        case .paymentConfirmed(let content): (CommandKind.confirmPayment.name, "\(content.amount.spoken), \(content.reference)")
        case .stopped(let content): (CommandKind.stop.name, content.reason)
        case .resumed(let content): (CommandKind.resume.name, content.reason)
        case .extended(let content): (CommandKind.extend.name, "\(content.due.spoken(language)) – \(content.reason)")
        case .approved(let content): (CommandKind.approve.name, showsOfficers ? content.note : "")
        case .sentBack(let content): showsOfficers ? (CommandKind.sendBack.name, content.note) : nil
        case .refused(let content): (CommandKind.refuse.name, "\(content.reason) (\(content.legalGround))")
        case .signed: (CommandKind.sign.name, "")
        case .numbered(let content): (CommandKind.number.name, content.documentNumber)
        case .resultDrafted: showsOfficers ? (Phrase(vi: "Đính kèm kết quả", en: "Result attached"), "") : nil
        case .resolved(let content): (Phrase(vi: "Đã xử lý xong", en: "Resolved"), content.timeliness.phrase[language])
        case .resultReturned(let content): (CommandKind.returnResult.name, content.receivedBy)
        case .withdrawn(let content): (CommandKind.withdraw.name, content.reason)
        case .rated(let content): (CommandKind.rate.name, "\(content.score)/5 \(content.comment)")
        case .expired: (Phrase(vi: "Quá thời hạn chờ, hồ sơ đóng", en: "Waiting time over, dossier closed"), "")
        }
    }

    private func step(_ content: CaseEvent.StepEntered) -> (Phrase, String)? {
        if let from = content.handedOffBy {
            return (Phrase(vi: "Chuyển cơ quan", en: "Handed over"), "\(unit(from)) → \(unit(content.unit))")
        }
        // Acceptance has just said the same of the first step.
        guard content.index > 0 else { return nil }
        let title = process.step(content.step)?.title ?? Phrase(content.step)
        return showsOfficers ? (Phrase(vi: "Chuyển bước: \(title.vi)", en: "Next step: \(title.en)"), content.note) : nil
    }

    private func unit(_ code: String) -> String { directory.name(of: code)[language] }
}
