// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Process

/// Filing, and what the desk makes of it.
extension DossierLife {
    mutating func file() throws {
        let chosen = arrival.chosen
        let today = LocalDateTime(now).date
        var writer = AnswerWriter(person: person, world: world, today: today, topics: chosen.topics, chance: chance)
        let answers = writer.answers(to: chosen.chosen.form)
        chance = writer.chance
        let submission = Submission(
            procedure: chosen.definition.code, version: chosen.definition.version, caseCode: chosen.chosen.code,
            receivingUnit: arrival.receivingUnit, resolvingUnit: arrival.resolvingUnit, channel: arrival.channel,
            applicant: person.applicant(account: isOnline ? owner.account : nil), answers: answers, files: papers(for: answers),
            delivery: delivery(),
            provisionalCode: DossierCode.provisional(unit: arrival.receivingUnit, day: today, number: arrival.provisionalNumber))
        let filer = isOnline ? owner : try officer(.oneStopOfficer, at: arrival.receivingUnit)
        try give(.submit(submission), by: filer, at: arrival.at)
    }

    /// What must come online comes; at the desk three of four papers are scanned.
    private mutating func papers(for answers: Answers) -> [AttachedFile] {
        let chosen = arrival.chosen
        var files: [AttachedFile] = []
        for component in chosen.chosen.components(for: answers) where !component.presentOnly && !component.isForm {
            guard component.needsFile ? isOnline || chance.happens(0.75) : chance.happens(0.15) else { continue }
            if let paper = chance.one(of: world.papers) {
                files.append(paper.attached(to: component.code, named: chosen.fileNames[component.code] ?? "giay-to.pdf"))
            }
        }
        return files
    }

    private mutating func delivery() -> ResultDelivery {
        switch arrival.channel {
        case .online: chance.happens(0.46) ? .online : chance.happens(0.25) ? .post : .desk
        case .postal: .post
        case .inPerson: chance.happens(0.06) ? .post : .desk
        }
    }

    mutating func passIntake() throws {
        switch arrival.intake {
        case .waiting: return
        case .accepted: break
        case .rejected(let at): return try reject(at: at)
        case .withdrawn(let at): return try withdraw(at: at)
        case .unanswered(let askedAt): return try expire(askedAt: askedAt)
        case .supplemented(let askedAt, let answeredAt, _):
            try ask(at: askedAt)
            try answer(at: answeredAt)
        }
        guard let acceptance = arrival.intake.acceptance else { return }
        try accept(acceptance)
    }

    private mutating func accept(_ acceptance: Intake.Acceptance) throws {
        let code = DossierCode.official(unit: arrival.receivingUnit, day: LocalDateTime(acceptance.at).date, number: acceptance.number)
        try give(
            .accept(code: code, note: "", forward: chance.happens(0.35)), by: officer(.oneStopOfficer, at: arrival.receivingUnit), at: acceptance.at)
    }

    private mutating func reject(at: Instant) throws {
        let reason = chance.one(of: Wording.rejections) ?? ""
        try give(.reject(reason: reason, legalGround: Wording.intakeGround), by: officer(.oneStopOfficer, at: arrival.receivingUnit), at: at)
    }

    private mutating func withdraw(at: Instant) throws {
        let actor = isOnline ? owner : try officer(.oneStopOfficer, at: arrival.receivingUnit)
        try give(.withdraw(reason: chance.one(of: Wording.withdrawals) ?? ""), by: actor, at: at)
    }

    private mutating func ask(at: Instant) throws {
        try give(
            .requestSupplement(items: missingItems(), reason: Wording.supplementReason, override: nil),
            by: officer(.oneStopOfficer, at: arrival.receivingUnit), at: at)
    }

    private mutating func expire(askedAt: Instant) throws {
        try ask(at: askedAt)
        try expireWait()
    }

    /// Nobody answered: the clock closes it, unless the span ends first.
    mutating func expireWait() throws {
        guard let deadline = try state.pause?.deadline else { return }
        try give(.expire, by: .system, at: deadline.instant().adding(seconds: 60))
        isOver = true
    }

    /// What the applicant brings after being asked.
    mutating func answer(at: Instant) throws {
        let actor = isOnline ? owner : try officer(.oneStopOfficer, at: arrival.receivingUnit)
        var files: [AttachedFile] = []
        if let component = try arrival.chosen.chosen.components(for: state.submission.answers).first(where: { !$0.presentOnly && !$0.isForm }),
            let paper = chance.one(of: world.papers)
        {
            files = [paper.attached(to: component.code, named: "bo-sung.pdf")]
        }
        try give(.supplement(answers: nil, files: files, note: Wording.supplementNote), by: actor, at: at)
    }

    mutating func missingItems() throws -> [String] {
        let papers = try arrival.chosen.chosen.components(for: state.submission.answers).filter { !$0.isForm }.map(\.name.vi)
        return [chance.one(of: papers) ?? Wording.supplementItem]
    }
}
