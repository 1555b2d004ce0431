// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Organisation
import Process

/// The officers of every unit. They live in histories only: no account is made for them and nobody can sign in as one.
struct Staff: Sendable {
    private let posts: [String: [StepRole: [Actor]]]
    private let byAccount: [String: Actor]

    init(_ organisation: OrganisationDirectory, plan: SimulationPlan, volume: [String: Double]) {
        var chance = Chance(seed: plan.seed, 11)
        let begin = LocalDateTime(date: plan.from, minuteOfDay: 0).instant()
        var posts: [String: [StepRole: [Actor]]] = [:]
        for unit in organisation.units {
            for role in StepRole.allCases {
                posts[unit.code, default: [:]][role] = (0..<Self.heads(role, unit, volume[unit.code] ?? 0)).map { _ in
                    let name = SimulatedPerson.name(&chance)
                    let account = Identifier(at: begin, random: &chance).description
                    return Actor(account: account, name: name, kind: .officer, posts: [Actor.Post(unit: unit.code, role: role)])
                }
            }
        }
        self.posts = posts
        byAccount = Dictionary(posts.values.flatMap(\.values).joined().map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many share a post: more where more comes in.
    private static func heads(_ role: StepRole, _ unit: OrganisationUnit, _ perDay: Double) -> Int {
        let isAgency = unit.kind != .communeCommittee
        switch role {
        case .oneStopOfficer: return min(24, 2 + Int(perDay / 45))
        case .specialist: return isAgency ? 12 : min(12, 4 + Int(perDay / 40))
        case .head: return isAgency ? 3 : 2
        case .clerk: return isAgency ? 3 : 1
        }
    }

    func one(_ role: StepRole, at unit: String, _ chance: inout Chance) -> Actor? {
        posts[unit]?[role].flatMap { chance.one(of: $0) }
    }

    func actor(_ account: String) -> Actor? { byAccount[account] }
}
