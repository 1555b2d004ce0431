// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Foundation
import Kernel
import Process

/// One dossier over HTTP: filed, looked up, worked step by step until the result is handed over.
struct Visit {
    let number: Int
    let plan: LoadPlan
    let errands: Errands
    let accounts: LoadAccounts
    let sender: LoadClient
    /// The reference of a paper the server keeps.
    let paper: String
    private var chance: Chance

    init(number: Int, plan: LoadPlan, errands: Errands, accounts: LoadAccounts, sender: LoadClient, paper: String) {
        (self.number, self.plan, self.errands, self.accounts, self.sender, self.paper) = (number, plan, errands, accounts, sender, paper)
        chance = Chance(seed: plan.seed, 23, number)
    }

    mutating func run(due: ContinuousClock.Instant) async {
        guard let (chosen, desk) = errands.draw(&chance), let citizen = chance.one(of: accounts.citizens) else { return }
        let request = filing(chosen, desk)
        // No two runs send the same key.
        let key = "load-\(UUID().uuidString)"
        let answer = await sender.post(.file, "/api/v1/dossiers", token: citizen, request, key: key, due: due)
        guard let answer, let filed = try? JSONDecoder().decode(FiledAnswer.self, from: Data(answer)) else { return }
        _ = await sender.send(.track, "GET", "/api/v1/tracking/\(filed.provisionalCode)", token: nil)
        if chance.happens(plan.workedShare) { await work(filed.provisionalCode, chosen, desk, name: request.applicant.name) }
        sender.tally.finishDossier()
    }

    private mutating func filing(_ chosen: SimulatedCase, _ desk: String) -> FilingRequest {
        let world = errands.world
        let commune = world.communes.elements.first { $0.unit == desk } ?? world.communes.elements[0]
        let person = SimulatedPerson(&chance, at: commune, ages: 20...72, today: errands.today, facts: world.facts)
        var writer = AnswerWriter(person: person, world: world, today: errands.today, topics: chosen.topics, chance: chance)
        let answers = writer.answers(to: chosen.chosen.form)
        chance = writer.chance
        let files = chosen.chosen.components(for: answers).filter(\.needsFile).map {
            FilingRequest.FileBody(component: $0.code, reference: paper)
        }
        return FilingRequest(
            procedure: chosen.definition.code, case: chosen.chosen.code, unit: desk,
            applicant: .init(name: person.name, personalID: person.personalID, phone: person.phone, address: person.fullAddress),
            answers: answers, files: files, delivery: .desk)
    }

    private mutating func work(_ code: String, _ chosen: SimulatedCase, _ desk: String, name: String) async {
        guard let officer = accounts.token(.oneStopOfficer, at: desk) else { return }
        _ = await sender.send(.work, "GET", "/api/v1/work?view=new", token: officer)
        var accept = CommandRequest(.accept)
        accept.forward = true
        var standing = await give(accept, to: code, token: officer)
        while let step = standing?.step, standing?.state.number != DossierStatus.resultReturned.rawValue {
            let steps = chosen.rules.process.steps
            guard steps.indices.contains(step.index), let token = accounts.token(steps[step.index].role, at: step.unit) else { return }
            _ = await sender.send(.show, "GET", "/api/v1/dossiers/\(code)", token: token)
            standing = await give(command(at: steps[step.index].kind, name: name), to: code, token: token)
        }
    }

    private func command(at kind: StepKind, name: String) -> CommandRequest {
        switch kind {
        case .intake, .examine: return CommandRequest(.advance)
        case .approve: return CommandRequest(.approve)
        case .sign: return CommandRequest(.sign)
        case .number:
            var command = CommandRequest(.number)
            command.documentNumber = "\(number + 1)/KQ"
            return command
        case .return:
            var command = CommandRequest(.returnResult)
            (command.delivery, command.receivedBy) = (.desk, name)
            return command
        }
    }

    private func give(_ command: CommandRequest, to code: String, token: String) async -> DossierAnswer? {
        let answer = await sender.post(.command, "/api/v1/dossiers/\(code)/commands", token: token, command)
        return answer.flatMap { try? JSONDecoder().decode(DossierAnswer.self, from: Data($0)) }
    }
}
