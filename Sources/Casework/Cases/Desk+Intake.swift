// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Process
import WorkingTime

/// Reception: accept, decline, ask for what is missing, take what comes.
extension Desk {
    func accept(code: String, note: String, forward: Bool) throws(Refusal) -> [CaseEvent] {
        try requireReceptionOfficer()
        let due = rules.due(from: now, calendar: context.calendar)
        var events: [CaseEvent] = [.accepted(.init(code: code, due: due, note: note)), entry(to: 0, note: "")]
        if forward { events += onward(from: 0, note: note, due: due) }
        return events
    }

    func reject(reason: String, legalGround: String) throws(Refusal) -> [CaseEvent] {
        try requireReceptionOfficer()
        try requireReason(reason)
        guard !normalised(legalGround).isEmpty else { throw .legalGroundRequired }
        return [.rejected(.init(reason: reason, legalGround: legalGround))]
    }

    /// The law lets the applicant be asked once; more needs the head's reason and is recorded (NĐ 118/2025 Đ11.2).
    func requestSupplement(items: [String], reason: String, override: String?) throws(Refusal) -> [CaseEvent] {
        try requireSupplementRight(override)
        let items = items.map(normalised).filter { !$0.isEmpty }
        guard !items.isEmpty else { throw .itemsRequired }
        try requireReason(reason)
        try requireSupplementWindow(override)
        let deadline = context.calendar.dueMoment(received: now, limit: rules.supplementLimit, policy: .endOfDay)
        return [.supplementRequested(.init(items: items, reason: reason, override: override, deadline: deadline))]
    }

    private func requireSupplementRight(_ override: String?) throws(Refusal) {
        // The head may step in with an override without taking the task away from its holder.
        if override != nil, actor.holds(.head, at: state.unit) { return }
        if state.status == .submitted { try requireReceptionOfficer() } else { try requirePermission(.requestSupplement, for: .requestSupplement) }
    }

    /// Whether asking now is no longer the officer's own decision: it was asked before, or the time for it is over.
    var supplementNeedsHead: Bool { state.supplementRequests > 0 || isSupplementWindowOver }

    private var isSupplementWindowOver: Bool {
        guard let acceptedAt = state.acceptedAt else { return false }
        let window = TimeLimit(amount: Double(rules.supplementWindowDays), unit: .workingDay)
        return now > context.calendar.dueMoment(received: acceptedAt, limit: window, policy: .endOfDay)
    }

    private func requireSupplementWindow(_ override: String?) throws(Refusal) {
        let hasOverride = actor.holds(.head, at: state.unit) && !normalised(override ?? "").isEmpty
        if state.supplementRequests > 0, !hasOverride { throw .secondSupplementNeedsHead }
        if isSupplementWindowOver, !hasOverride { throw .supplementWindowClosed }
    }

    func supplement(answers: Answers?, files: [AttachedFile], note: String) throws(Refusal) -> [CaseEvent] {
        try requireOwnerOrReception()
        guard answers != nil || !files.isEmpty || !normalised(note).isEmpty else { throw .nothingSupplemented }
        var accepted: Answers?
        if let answers {
            let check = rules.form.check(answers, communes: context.communes, today: now.date)
            guard check.isClean else { throw .invalidAnswers(check.errors) }
            accepted = check.accepted
        }
        return [.supplemented(.init(answers: accepted, files: files, note: note, due: dueAfterSupplement))]
    }

    private var dueAfterSupplement: DueDate? {
        guard let due = state.due, let pause = state.pause else { return nil }
        switch rules.supplementClock {
        case .restart:
            return rules.due(from: now, calendar: context.calendar).explained(by: PauseGround.restart)
        case .shift:
            return context.calendar.shifted(
                due: due, pausedFrom: pause.since, until: now, policy: rules.policy, unit: rules.limit.unit, ground: PauseGround.supplement)
        }
    }

    /// The applicant did not answer in time: before acceptance the filing is declined, afterwards it is stopped.
    func expire() throws(Refusal) -> [CaseEvent] {
        guard actor.kind == .system else { throw .notYourRole }
        guard let deadline = state.pause?.deadline, now >= deadline else { throw .deadlineInThePast }
        let becomes: DossierStatus = state.acceptedAt == nil ? .rejectedAtIntake : .stopped
        return [.expired(.init(waitedFor: state.status, becomes: becomes))]
    }
}

/// Why a clock stood still, in the words of the explanation.
enum PauseGround {
    static let restart = Phrase(
        vi: "Thời hạn tính lại từ đầu khi hồ sơ đã bổ sung đầy đủ.", en: "The time limit runs anew from the completed dossier.")
    static let supplement = Phrase(vi: "Chờ người nộp bổ sung hồ sơ", en: "Waiting for the applicant to complete the dossier")
    static let payment = Phrase(vi: "Chờ người nộp thực hiện nghĩa vụ tài chính", en: "Waiting for the applicant to pay")
    static let stop = Phrase(vi: "Dừng giải quyết theo thông báo", en: "Processing stopped by notice")
}
