// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
import Dossiers
import Forms
import Foundation
import Identity
import Jobs
import Kernel
import Notices
import Organisation
import Process
import Synchronization
import TestDatabases
import Testing
import Vault
import Web

/// A house on a real database with the province pack of this repository, and a clock the test moves.
final class HouseFixture: Sendable {
    static let commune = "H55.238"
    static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Provinces/ThaiNguyen").standardized

    let database: any Database
    let house: DossierHouse
    private let files: URL
    private let clock: TestClock

    final class TestClock: Sendable {
        let moment = Mutex(LocalDateTime(iso: "2026-11-16T09:00")?.instant() ?? Instant(milliseconds: 0))
    }

    init() async throws {
        let database = try temporaryDatabase()
        let clock = TestClock()
        let now: @Sendable () -> Instant = { clock.moment.withLock { $0 } }
        let migrations =
            WebMigrations.all + JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + CatalogueMigrations.all
            + NoticeMigrations.all + DossierMigrations.all
        _ = try await Migrator(migrations).migrate(database)
        _ = try await InstallProvince(database: database)(try ProvincePack.load(Self.pack.path), at: now())
        _ = try await InstallProcedures(database: database, now: now())(try ProcedureFiles.load(Self.pack.appending(path: "procedures")))
        let organisation = try #require(try await OpenOrganisation(database: database)())
        let procedures = try await ProcedureDirectory.open(
            database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(now()).date)
        files = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        house = DossierHouse(
            database: database, vault: try Vault(directory: files.path), organisation: organisation, procedures: procedures,
            references: FileReferences(key: Secret(Array(repeating: 7, count: 32))), publicURL: "http://localhost", now: now)
        (self.database, self.clock) = (database, clock)
    }

    deinit {
        try? FileManager.default.removeItem(at: files)
    }

    func pass(hours: Int) { clock.moment.withLock { $0 = $0.adding(seconds: Int64(hours) * 3600) } }

    static let citizen = Actor(account: Identifier(high: 1, low: 1).description, name: "Người nộp", kind: .applicant)

    static func officer(_ role: StepRole, at unit: String = commune) -> Actor {
        Actor(account: "\(role.rawValue)-\(unit)", name: role.rawValue, kind: .officer, posts: [.init(unit: unit, role: role)])
    }

    /// A filing of the marital status certificate with answers that pass its form.
    func filing() throws -> Filing {
        let definition = try #require(house.procedures.definition("1.004873", on: LocalDateTime(house.now()).date))
        let form = try #require(definition.cases.first).form
        return Filing(
            procedure: "1.004873", caseCode: nil, unit: Self.commune, channel: .online,
            applicant: Applicant(name: "Nông Thị Hạnh", personalID: "019190000000", account: Self.citizen.account),
            answers: SampleAnswers(form: form).answers, files: [], delivery: .desk)
    }

    /// A filing of what a dossier was filed with.
    func filing(like dossier: Dossier) throws -> Filing {
        var filing = try filing()
        filing.files = dossier.state.submission.files
        return filing
    }

    @discardableResult
    func file(key: String? = nil) async throws -> Dossier {
        var filing = try filing()
        let definition = try #require(house.procedures.definition("1.004873", on: LocalDateTime(house.now()).date))
        filing.files = definition.components(for: definition.cases[0].code, answers: filing.answers).filter(\.needsFile).map {
            AttachedFile(component: $0.code, name: "giay.pdf", sha256: String(repeating: "0", count: 64), size: 1, mediaType: "application/pdf")
        }
        switch try await SubmitDossier(house: house)(filing, by: Self.citizen, idempotencyKey: key) {
        case .filed(let dossier), .filedBefore(let dossier): return dossier
        case .refused(let refusal): throw Unexpected(what: "\(refusal.code) \(refusal.fields.map { "\($0.field): \($0.message.en)" })")
        case .keyReused: throw Unexpected(what: "key reused")
        }
    }

    @discardableResult
    func act(_ command: CaseCommand, on dossier: Dossier, by actor: Actor, seen: Int? = nil) async throws -> Dossier {
        switch try await ActOnDossier(house: house)(command, on: dossier.state.submission.provisionalCode, by: actor, seen: seen) {
        case .done(let after): return after
        case .refused(let refusal): throw refusal
        case .unknownDossier: throw Unexpected(what: "unknown dossier")
        }
    }

    struct Unexpected: Error {
        let what: String
    }
}

/// Answers that pass a form: for each question asked, something plausible of its kind.
struct SampleAnswers {
    let form: FormDefinition

    var answers: Answers {
        var answers: Answers = [:]
        for section in form.sections where section.isAsked(answers) {
            guard section.repeats == nil else {
                var row: Answers = [:]
                for question in section.questions where question.isAsked(answers, row: row) { row.merge(Self.sample(question)) { $1 } }
                answers[section.id] = .group([row])
                continue
            }
            for question in section.questions where question.isAsked(answers) { answers.merge(Self.sample(question)) { $1 } }
        }
        return answers
    }

    private static func sample(_ question: Question) -> Answers {
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
