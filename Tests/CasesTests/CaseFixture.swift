// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Kernel
import Process
import Testing
import WorkingTime

/// A procedure with every kind of step, its people, and a dossier led to any status by real commands.
struct CaseFixture {
    static let commune = "H55.242"
    static let applicant = Actor(account: "citizen", name: "Người nộp", kind: .applicant)
    static let reception = officer("reception", .oneStopOfficer)
    static let specialist = officer("specialist", .specialist)
    static let head = officer("head", .head)
    static let clerk = officer("clerk", .clerk)
    static let consulted = Actor(account: "other", name: "Cơ quan khác", kind: .officer, posts: [.init(unit: "H55.16", role: .specialist)])

    static func officer(_ account: String, _ role: StepRole, at unit: String = commune) -> Actor {
        Actor(account: account, name: account, kind: .officer, posts: [.init(unit: unit, role: role)])
    }

    static let process = ProcessDefinition(
        code: "test", version: 1,
        steps: [
            step("intake", .receiving, .oneStopOfficer, .intake, 0.5, [.requestSupplement, .requestPayment]),
            step("examine", .resolving, .specialist, .examine, 1, Set(StepAct.allCases)),
            step("approve", .resolving, .head, .approve, 0.5, [.refuse]),
            step("sign", .resolving, .head, .sign, 0.5),
            step("number", .resolving, .clerk, .number, 0.5),
            step("return", .receiving, .oneStopOfficer, .return, 0),
        ])

    static func step(_ id: String, _ unit: StepUnit, _ role: StepRole, _ kind: StepKind, _ days: Double, _ permits: Set<StepAct> = []) -> ProcessStep
    {
        ProcessStep(id: id, title: Phrase(id), unit: unit, role: role, kind: kind, duration: .workingDays(days), permits: permits)
    }

    static let form = FormDefinition(
        id: "test", version: 1,
        sections: [
            FormSection(id: "main", title: Phrase("Main"), questions: [Question(id: "name", kind: .shortText, label: Phrase("Name"), required: true)])
        ])

    /// The same process with every step after `index` at another agency, so that going on hands off.
    static func handingOff(after index: Int) -> ProcessDefinition {
        let steps = process.steps.enumerated().map { position, one in
            position > index ? step(one.id, .agency("H55.06"), one.role, one.kind, 0.5, one.permits) : one
        }
        return ProcessDefinition(code: "test", version: 1, steps: steps)
    }

    static func rules(
        clock: SupplementClock = .shift, components: [RequiredComponent] = [], process: ProcessDefinition = Self.process
    ) -> CaseRules {
        CaseRules(
            process: process, form: form, requiredComponents: components, limit: .workingDays(3), sameDay: nil, policy: .clock,
            supplementClock: clock, supplementLimit: .workingDays(7))
    }

    static let calendar = WorkingCalendar(years: [CalendarYear(year: 2026, version: "test", days: [])], hours: .standard)

    static let submission = Submission(
        procedure: "1.001193", version: 1, caseCode: "1.001193.01", receivingUnit: commune, resolvingUnit: commune, channel: .online,
        applicant: Applicant(name: "Người nộp", account: "citizen"), answers: ["name": "Bé"], files: [], delivery: .online,
        provisionalCode: "DK-H55.242-261116-0001")

    static let file = AttachedFile(component: "result", name: "ket-qua.pdf", sha256: "00", size: 1, mediaType: "application/pdf")

    var rules = Self.rules()
    private(set) var state: CaseState?
    private(set) var history: [RecordedEvent] = []
    /// Monday 16/11/2026, 09:00.
    var now = LocalDateTime(iso: "2026-11-16T09:00")?.instant() ?? Instant(milliseconds: 0)

    func context(_ actor: Actor, seen: Int? = nil) -> CaseContext {
        CaseContext(now: now, actor: actor, rules: rules, calendar: Self.calendar, expectedSequence: seen)
    }

    func decision(_ command: CaseCommand, by actor: Actor, seen: Int? = nil) -> Decision {
        decide(state, command, in: context(actor, seen: seen))
    }

    /// Gives the command; the test fails where it is refused.
    mutating func give(_ command: CaseCommand, by actor: Actor, sourceLocation: SourceLocation = #_sourceLocation) {
        switch decision(command, by: actor) {
        case .refused(let refusal):
            Issue.record("\(command.kind) refused: \(refusal.code)", sourceLocation: sourceLocation)
        case .events(let events):
            for event in events {
                let record = RecordedEvent(
                    sequence: (state?.sequence ?? 0) + 1, at: now, actor: Assignee(account: actor.account, name: actor.name), event: event)
                state = evolve(state, record)
                history.append(record)
            }
        }
    }

    mutating func pass(days: Int) { now = now.adding(seconds: Int64(days) * 86_400) }

    static func accepted(forward: Bool = false) -> CaseCommand { .accept(code: "H55.242-261116-0001", note: "", forward: forward) }

    /// A dossier filed and led on to the step of this kind.
    static func processing(at kind: StepKind) -> CaseFixture {
        var fixture = CaseFixture()
        fixture.give(.submit(submission), by: applicant)
        fixture.give(accepted(forward: kind != .intake), by: reception)
        if [.approve, .sign, .number, .return].contains(kind) { fixture.give(.advance(note: "", result: file), by: specialist) }
        if [.sign, .number, .return].contains(kind) { fixture.give(.approve(note: ""), by: head) }
        if [.number, .return].contains(kind) { fixture.give(.sign(note: ""), by: head) }
        if kind == .return { fixture.give(.number(documentNumber: "01/2026", result: nil), by: clerk) }
        return fixture
    }

    /// A dossier in the status, reached by lawful commands.
    static func dossier(in status: DossierStatus, step: StepKind = .examine) -> CaseFixture {
        var fixture = CaseFixture()
        switch status {
        case .submitted: fixture.give(.submit(submission), by: applicant)
        case .accepted: fixture = processing(at: .intake)
        case .processing: fixture = processing(at: step)
        case .rejectedAtIntake:
            fixture = dossier(in: .submitted)
            fixture.give(.reject(reason: "Sai thẩm quyền", legalGround: "NĐ 118/2025"), by: reception)
        case .supplementRequested:
            fixture = processing(at: .examine)
            fixture.give(.consult(unit: "H55.16", question: "?", deadline: fixture.later(days: 2)), by: specialist)
            fixture.give(.requestSupplement(items: ["Giấy chứng sinh"], reason: "Thiếu", override: nil), by: specialist)
        case .paymentRequired:
            fixture = processing(at: .examine)
            fixture.give(.consult(unit: "H55.16", question: "?", deadline: fixture.later(days: 2)), by: specialist)
            fixture.give(.requestPayment(amount: Money(dong: 8000), purpose: "Lệ phí"), by: specialist)
        case .withdrawn:
            fixture = dossier(in: .submitted)
            fixture.give(.withdraw(reason: "Đổi ý"), by: applicant)
        case .stopped:
            fixture = processing(at: .examine)
            fixture.give(.stop(reason: "Người nộp đề nghị"), by: specialist)
        case .resolved: fixture = processing(at: .return)
        case .resultReturned:
            fixture = processing(at: .return)
            fixture.give(.returnResult(.online, receivedBy: ""), by: applicant)
        }
        return fixture
    }

    func later(days: Int) -> LocalDateTime {
        let local = LocalDateTime(now)
        return LocalDateTime(date: local.date.adding(days: days), minuteOfDay: local.minuteOfDay)
    }
}
