// SPDX-License-Identifier: Apache-2.0

/// What becomes of a draft when one step of it is saved: of each question the later word counts, and a question that was only
/// shown on the page keeps what another device said of it meanwhile.
package struct StepMerge: Sendable, Hashable {
    /// The fields of all steps.
    package let entries: [FilingDraft.Entry]
    /// Questions another device changed meanwhile: kept as it left them, or overruled by this saving.
    package private(set) var othersKept: [String] = []
    package private(set) var othersOverruled: [String] = []

    package var otherSaved: Bool { !othersKept.isEmpty || !othersOverruled.isEmpty }

    /// - Parameter seen: what the page showed; without it everything it sends counts.
    init(_ stored: [FilingDraft.Entry], posted: [FilingDraft.Entry], _ fields: StepFields, seen: SeenAnswers?) {
        let rest = stored.filter { !fields.holds($0) }
        let ours = posted.filter(fields.holds)
        let (before, after) = (fields.contents(stored), fields.contents(rest + ours))
        var keepsStored: Set<String> = []
        for question in Set(before.keys).union(after.keys).sorted() {
            let (theirs, mine) = (before[question], after[question])
            let othersChanged = seen?.differs(question, theirs) ?? false
            if theirs == mine {
                keepsStored.insert(question)
            } else if let seen, !seen.differs(question, mine) {
                keepsStored.insert(question)
                othersKept.append(question)
            } else if othersChanged {
                othersOverruled.append(question)
            }
        }
        let kept = stored.filter { fields.question($0).map(keepsStored.contains) ?? true }
        entries = kept + ours.filter { fields.question($0).map { !keepsStored.contains($0) } ?? false }
    }
}
