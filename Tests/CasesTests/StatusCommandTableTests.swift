// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Process
import Testing

/// Every status against every command: what may be done, written out once more so that a slip in the engine shows.
@Suite struct StatusCommandTableTests {
    //                                 1 2 3 4 5 6 7 8 9 10
    static let table: [CommandKind: String] = [
        .submit: /*               */ "- - - - - - - - - -",
        .accept: /*               */ "+ - - - - - - - - -",
        .reject: /*               */ "+ - - - - - - - - -",
        .requestSupplement: /*    */ "+ + - + - - - - - -",
        .supplement: /*           */ "- - - - + - - - - -",
        .assign: /*               */ "- + - + - - - - - -",
        .advance: /*              */ "- + - + - - - - - -",
        .consult: /*              */ "- - - + - - - - - -",
        .answerConsultation: /*   */ "- - - + + + - - - -",
        .handOff: /*              */ "- + - + - - - - - -",
        .requestPayment: /*       */ "- + - + - - - - - -",
        .confirmPayment: /*       */ "- - - - - + - - - -",
        .stop: /*                 */ "- - - + - - - - - -",
        .resume: /*               */ "- - - - - - - + - -",
        .extend: /*               */ "- + - + - - - - - -",
        .approve: /*              */ "- - - + - - - - - -",
        .sendBack: /*             */ "- - - + - - - - - -",
        .refuse: /*               */ "- - - + - - - - - -",
        .sign: /*                 */ "- - - + - - - - - -",
        .number: /*               */ "- - - + - - - - - -",
        .returnResult: /*         */ "- - - - - - - - + -",
        .withdraw: /*             */ "+ + - + + - - - - -",
        .rate: /*                 */ "- - - - - - - - + +",
        .expire: /*               */ "- - - - + + - - - -",
    ]

    static let pairs = DossierStatus.allCases.flatMap { status in CommandKind.allCases.map { (status, $0) } }

    @Test func theTableNamesEveryCommand() {
        #expect(Set(Self.table.keys) == Set(CommandKind.allCases))
    }

    @Test(arguments: pairs) func commandIsLawfulExactlyWhereTheTableSays(status: DossierStatus, kind: CommandKind) throws {
        let cells = try #require(Self.table[kind]).split(separator: " ")
        let isLawful = cells[status.rawValue - 1] == "+"
        let (fixture, command, actor) = Self.attempt(kind, in: status)
        #expect(fixture.state?.status == status)
        switch fixture.decision(command, by: actor) {
        case .events(let events):
            #expect(isLawful, "\(kind) was allowed in \(status)")
            #expect(!events.isEmpty)
        case .refused(let refusal):
            #expect(!isLawful, "\(kind) was refused in \(status): \(refusal.code)")
            #expect(refusal == (kind == .submit ? .alreadyFiled : .notInThisStatus(kind, status)))
        }
    }

    @Test(arguments: CommandKind.allCases.filter { $0 != .submit }) func nothingHappensToADossierThatWasNeverFiled(kind: CommandKind) {
        let (_, command, actor) = Self.attempt(kind, in: .submitted)
        #expect(CaseFixture().decision(command, by: actor) == .refused(.notFiled))
    }

    /// The command given by the right person at the right step, so that only the status decides.
    static func attempt(_ kind: CommandKind, in status: DossierStatus) -> (CaseFixture, CaseCommand, Actor) {
        var fixture = CaseFixture.dossier(in: status, step: step(for: kind))
        if kind == .expire { fixture.pass(days: 20) }
        if kind == .answerConsultation, status == .processing {
            fixture.give(.consult(unit: "H55.16", question: "?", deadline: fixture.later(days: 2)), by: CaseFixture.specialist)
        }
        if kind == .handOff, let step = fixture.state?.step { fixture.rules = CaseFixture.rules(process: CaseFixture.handingOff(after: step)) }
        let holder = status == .accepted ? CaseFixture.reception : CaseFixture.specialist
        let (command, actor) = example(kind, fixture, holder: holder, status: status)
        return (fixture, command, actor)
    }

    static func step(for kind: CommandKind) -> StepKind {
        switch kind {
        case .approve, .sendBack: .approve
        case .sign: .sign
        case .number: .number
        case .handOff: .examine
        default: .examine
        }
    }

    static func example(_ kind: CommandKind, _ fixture: CaseFixture, holder: Actor, status: DossierStatus) -> (CaseCommand, Actor) {
        switch kind {
        case .submit: (.submit(CaseFixture.submission), CaseFixture.applicant)
        case .accept: (CaseFixture.accepted(), CaseFixture.reception)
        case .reject: (.reject(reason: "Sai", legalGround: "NĐ 118/2025"), CaseFixture.reception)
        case .requestSupplement:
            (.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: nil), status == .submitted ? CaseFixture.reception : holder)
        case .supplement: (.supplement(answers: nil, files: [CaseFixture.file], note: ""), CaseFixture.applicant)
        case .assign: (.assign(holder), holder)
        case .advance: (.advance(note: "", result: nil), holder)
        case .handOff: (.handOff(note: ""), holder)
        case .consult: (.consult(unit: "H55.06", question: "?", deadline: fixture.later(days: 1)), holder)
        case .answerConsultation: (.answerConsultation(number: 1, answer: "Đồng ý"), CaseFixture.consulted)
        case .requestPayment: (.requestPayment(amount: Money(dong: 8000), purpose: "Lệ phí"), holder)
        case .confirmPayment: (.confirmPayment(amount: Money(dong: 8000), reference: "BL 1"), CaseFixture.reception)
        case .stop: (.stop(reason: "Đề nghị"), holder)
        case .resume: (.resume(reason: "Đủ điều kiện"), CaseFixture.head)
        case .extend: (.extend(due: fixture.later(days: 9), reason: "Quá tải"), CaseFixture.head)
        case .approve: (.approve(note: ""), CaseFixture.head)
        case .sendBack: (.sendBack(reason: "Sai tên"), CaseFixture.head)
        case .refuse: (.refuse(reason: "Không đủ điều kiện", legalGround: "Luật Hộ tịch"), holder)
        case .sign: (.sign(note: ""), CaseFixture.head)
        case .number: (.number(documentNumber: "02/2026", result: CaseFixture.file), CaseFixture.clerk)
        case .returnResult: (.returnResult(.desk, receivedBy: "Người nộp"), CaseFixture.reception)
        case .withdraw: (.withdraw(reason: "Đổi ý"), CaseFixture.applicant)
        case .rate: (.rate(score: 5, comment: ""), CaseFixture.applicant)
        case .expire: (.expire, .system)
        }
    }
}
