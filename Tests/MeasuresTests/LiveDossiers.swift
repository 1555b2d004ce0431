// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Process
import Testing

@testable import Measures

/// Dossiers that are filed and worked on by the verbs of the program.
struct LiveDossiers {
    static let citizen = Actor(account: Identifier(high: 1, low: 1).description, name: "Người nộp", kind: .applicant)

    let house: DossierHouse

    static func officer(_ role: StepRole, at unit: String = MeasuresFixture.unit) -> Actor {
        Actor(account: "\(role.rawValue)-\(unit)", name: role.rawValue, kind: .officer, posts: [.init(unit: unit, role: role)])
    }

    /// A marital status certificate that is asked for.
    @discardableResult
    func file(at unit: String = MeasuresFixture.unit) async throws -> Dossier {
        let definition = try #require(house.procedures.definition("1.004873", on: LocalDateTime(house.now()).date))
        let chosen = try #require(definition.cases.first)
        var filing = Filing(
            procedure: "1.004873", caseCode: nil, unit: unit, channel: .online,
            applicant: Applicant(name: "Nông Thị Hạnh", personalID: "019190000000", account: Self.citizen.account),
            answers: PlainAnswers(form: chosen.form).answers, files: [], delivery: .desk)
        filing.files = definition.components(for: chosen.code, answers: filing.answers).filter(\.needsFile).map {
            AttachedFile(component: $0.code, name: "giay.pdf", sha256: String(repeating: "0", count: 64), size: 1, mediaType: "application/pdf")
        }
        switch try await SubmitDossier(house: house)(filing, by: Self.citizen) {
        case .filed(let dossier), .filedBefore(let dossier): return dossier
        case .refused(let refusal): throw Unexpected(what: "\(refusal.code) \(refusal.fields.map { "\($0.field): \($0.message.en)" })")
        case .keyReused: throw Unexpected(what: "key reused")
        }
    }

    @discardableResult
    func act(_ command: CaseCommand, on dossier: Dossier, by actor: Actor) async throws -> Dossier {
        switch try await ActOnDossier(house: house)(command, on: dossier.state.submission.provisionalCode, by: actor) {
        case .done(let after): return after
        case .refused(let refusal): throw refusal
        case .unknownDossier: throw Unexpected(what: "unknown dossier")
        }
    }

    @discardableResult
    func accept(_ dossier: Dossier) async throws -> Dossier {
        try await act(
            .accept(code: "", note: "", forward: true), on: dossier, by: Self.officer(.oneStopOfficer, at: dossier.state.submission.receivingUnit))
    }

    /// Supplements asked for and brought, twice on one day.
    @discardableResult
    func supplementTwice(_ dossier: Dossier) async throws -> Dossier {
        let brought = CaseCommand.supplement(answers: nil, files: [], note: "Đã nộp")
        let desk = Self.officer(.oneStopOfficer, at: dossier.state.submission.receivingUnit)
        var current = try await act(.requestSupplement(items: ["Ảnh"], reason: "Mờ", override: nil), on: dossier, by: desk)
        current = try await act(brought, on: current, by: Self.citizen)
        let head = Self.officer(.head, at: dossier.state.submission.receivingUnit)
        current = try await act(.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: "Cần"), on: current, by: head)
        return try await act(brought, on: current, by: Self.citizen)
    }

    /// From acceptance until the result is in the applicant's hands.
    @discardableResult
    func finish(_ dossier: Dossier) async throws -> Dossier {
        var current = try await accept(dossier)
        for _ in 0..<10 where current.state.status == .processing { current = try await step(current) }
        let desk = Self.officer(.oneStopOfficer, at: dossier.state.submission.receivingUnit)
        return try await act(.returnResult(.desk, receivedBy: "Nông Thị Hạnh"), on: current, by: desk)
    }

    /// Does whatever the current step asks for, by whoever holds it.
    private func step(_ dossier: Dossier) async throws -> Dossier {
        for (role, command) in [
            (.specialist, .advance(note: "", result: nil)), (.head, .approve(note: "")), (.head, .sign(note: "")),
            (.clerk, .number(documentNumber: "12/2026", result: nil)),
        ] as [(StepRole, CaseCommand)] {
            let actor = Self.officer(role, at: dossier.state.submission.receivingUnit)
            if let after = try? await act(command, on: dossier, by: actor) { return after }
        }
        throw Unexpected(what: "nobody can go on from step \(dossier.state.step ?? -1)")
    }

    /// One dossier of every kind of life that is quickly lived: 7 filed, 4 accepted, 1 resolved and returned, 1 withdrawn after
    /// acceptance, 1 before it, 1 rejected, 4 supplements asked for.
    func liveAll() async throws {
        try await finish(try await file())
        try await supplementTwice(try await file())
        try await accept(try await supplementTwice(try await file(at: MeasuresFixture.otherUnit)))
        try await act(.withdraw(reason: "Không cần nữa"), on: try await accept(try await file()), by: Self.citizen)
        try await act(.withdraw(reason: "Không cần nữa"), on: try await file(), by: Self.citizen)
        let desk = Self.officer(.oneStopOfficer)
        try await act(.reject(reason: "Không thuộc thẩm quyền", legalGround: "Luật Hộ tịch 2014"), on: try await file(), by: desk)
        try await accept(try await file(at: MeasuresFixture.otherUnit))
    }

    struct Unexpected: Error {
        let what: String
    }
}

/// Answers that pass a form: for each question asked, something plausible of its kind.
struct PlainAnswers {
    let form: FormDefinition

    var answers: Answers {
        var answers: Answers = [:]
        for section in form.sections where section.isAsked(answers) {
            guard section.repeats == nil else {
                var row: Answers = [:]
                for question in section.questions where question.isAsked(answers, row: row) { row.merge(Self.plain(question)) { $1 } }
                answers[section.id] = .group([row])
                continue
            }
            for question in section.questions where question.isAsked(answers) { answers.merge(Self.plain(question)) { $1 } }
        }
        return answers
    }

    private static func plain(_ question: Question) -> Answers {
        switch question.kind {
        case .shortText, .longText: [question.id: "Nông Thị Hạnh"]
        case .number, .money: [question.id: .text(String(Int(question.minimum ?? 1)))]
        case .date: [question.id: .text(question.side == .notInPast ? "2026-12-01" : "1990-05-17")]
        case .partialDate: [question.id: "1990"]
        case .choice: [question.id: .text(question.choices[0].value)]
        case .multipleChoice: [question.id: .list([question.choices[0].value])]
        case .yesNo: [question.id: "no"]
        case .personalID: [question.id: "019190000000"]
        case .phone: [question.id: "0912345678"]
        case .email: [question.id: "hanh@example.vn"]
        case .taxCode: [question.id: "0100109106"]
        case .address: [question.id: "Tổ 5", question.communeKey: "05443"]
        }
    }
}
