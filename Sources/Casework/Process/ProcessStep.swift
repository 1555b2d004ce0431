// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import WorkingTime

/// The post whose holders may act on a step.
package enum StepRole: String, Codable, CaseIterable, Sendable {
    case oneStopOfficer, specialist, head, clerk
}

/// What is done at a step.
package enum StepKind: String, Codable, CaseIterable, Sendable {
    case intake, examine, approve, sign, number, `return`
}

/// What may happen at a step besides finishing it.
package enum StepAct: String, Codable, CaseIterable, Sendable {
    case consult, requestSupplement, requestPayment, refuse, stop
}

/// The unit a step lies with. In files `receiving`, `resolving` or an agency code such as `H55.16`.
package enum StepUnit: Hashable, Sendable {
    /// Where the dossier was handed in.
    case receiving
    /// The agency competent for the procedure, which may be another one (NĐ 118/2025 Đ14).
    case resolving
    case agency(String)

    /// The agency's code once it is known who received and who resolves.
    package func code(receiving: String, resolving: String) -> String {
        switch self {
        case .receiving: receiving
        case .resolving: resolving
        case .agency(let code): code
        }
    }
}

extension StepUnit: Codable {
    package init(from decoder: any Decoder) throws {
        switch try decoder.singleValueContainer().decode(String.self) {
        case "receiving": self = .receiving
        case "resolving": self = .resolving
        case let code: self = .agency(code)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code(receiving: "receiving", resolving: "resolving"))
    }
}

/// One step of an internal process.
package struct ProcessStep: Hashable, Sendable {
    package let id: String
    package let title: Phrase
    package let unit: StepUnit
    package let role: StepRole
    package let kind: StepKind
    /// How long the step may take; in files a bare number counts working days.
    package let duration: TimeLimit
    package let permits: Set<StepAct>

    package init(
        id: String, title: Phrase, unit: StepUnit, role: StepRole, kind: StepKind, duration: TimeLimit, permits: Set<StepAct> = []
    ) {
        (self.id, self.title, self.unit, self.role, self.kind) = (id, title, unit, role, kind)
        (self.duration, self.permits) = (duration, permits)
    }
}

extension ProcessStep: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, title, unit, role, kind, duration, permits
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        title = try container.decode(Phrase.self, forKey: .title)
        unit = try container.decode(StepUnit.self, forKey: .unit)
        role = try container.decode(StepRole.self, forKey: .role)
        kind = try container.decode(StepKind.self, forKey: .kind)
        if let days = try? container.decode(Double.self, forKey: .duration) {
            duration = TimeLimit(amount: days, unit: .workingDay)
        } else {
            duration = try container.decode(TimeLimit.self, forKey: .duration)
        }
        permits = Set(try container.decodeIfPresent([StepAct].self, forKey: .permits) ?? [])
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(title, forKey: .title)
        try container.encode(unit, forKey: .unit)
        try container.encode(role, forKey: .role)
        try container.encode(kind, forKey: .kind)
        try container.encode(duration, forKey: .duration)
        // In a fixed order, so that the same definition always has the same bytes and the same hash.
        try container.encode(permits.sorted { $0.rawValue < $1.rawValue }, forKey: .permits)
    }
}
