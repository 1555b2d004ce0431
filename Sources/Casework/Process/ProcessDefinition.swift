// SPDX-License-Identifier: Apache-2.0

package import WorkingTime

/// An internal process (quy trình nội bộ, TT 01/2018 Đ8): the steps a case walks through inside the administration, who
/// does each and how long it may take. Approved by decision, versioned; a case keeps the version it was received under.
package struct ProcessDefinition: Codable, Hashable, Sendable {
    package let code: String
    package let version: Int
    /// The number of the decision that approved it; nil while a draft.
    package let decision: String?
    package let steps: [ProcessStep]

    package init(code: String, version: Int, decision: String? = nil, steps: [ProcessStep]) {
        (self.code, self.version, self.decision, self.steps) = (code, version, decision, steps)
    }
}

extension ProcessDefinition {
    package var first: ProcessStep? { steps.first }
    package var last: ProcessStep? { steps.last }

    package func step(_ id: String) -> ProcessStep? {
        steps.first { $0.id == id }
    }

    /// The step's place, counted from zero.
    package func index(of id: String) -> Int? {
        steps.firstIndex { $0.id == id }
    }

    /// The step after this one; nil after the last or when there is no such step.
    package func step(after id: String) -> ProcessStep? {
        guard let index = index(of: id), index + 1 < steps.count else { return nil }
        return steps[index + 1]
    }

    /// The step before this one; nil before the first or when there is no such step.
    package func step(before id: String) -> ProcessStep? {
        guard let index = index(of: id), index > 0 else { return nil }
        return steps[index - 1]
    }

    /// Whether going from one step to the other hands the case to another unit, as the definition names units.
    package func handsOff(from: String, to: String) -> Bool {
        guard let from = step(from), let to = step(to) else { return false }
        return from.unit != to.unit
    }

    /// The same with the units known: no hand-over when the receiving unit resolves the case itself.
    package func handsOff(from: String, to: String, receiving: String, resolving: String) -> Bool {
        guard let from = step(from), let to = step(to) else { return false }
        return from.unit.code(receiving: receiving, resolving: resolving) != to.unit.code(receiving: receiving, resolving: resolving)
    }

    /// The time allowed from the beginning up to and including this step, in the unit of the steps.
    package func timeThrough(_ id: String) -> TimeLimit? {
        guard let index = index(of: id) else { return nil }
        return Self.sum(steps[...index])
    }

    /// The time of all steps together.
    package var total: TimeLimit { Self.sum(steps[...]) }
}
