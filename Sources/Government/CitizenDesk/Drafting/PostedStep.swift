// SPDX-License-Identifier: Apache-2.0

import Catalogue
import DossierViews
import Dossiers
import Drafts
import Forms
import Kernel
import Web

/// One step as it was posted: its fields, new files already in the vault, rows added or taken out.
struct PostedStep {
    private(set) var entries: [FilingDraft.Entry]
    private(set) var errors: [FieldError] = []
    /// How many rows to show of a repeated section.
    private(set) var rows: [String: Int] = [:]
    private(set) var rowsChanged = false

    init(_ form: FormData, step: DraftStep, chosen: ProcedureCase, house: DossierHouse) async throws {
        var values = form
        if step == .papers {
            var papers = ReceivedPapers(house: house, form: form)
            try await papers.keep(chosen.components.map(\.code))
            (values, errors) = (papers.formWithReferences, papers.errors)
        }
        entries = values.entries.filter { step.holds($0.name) }.map { FilingDraft.Entry(name: $0.name, value: $0.value) }
        guard case .section(let section) = step, section.repeats != nil else { return }
        let count = rowCount(section, chosen, values)
        if form["_add"] == section.id {
            (rows, rowsChanged) = ([section.id: count + 1], true)
        } else if let index = form["_remove"].flatMap(Int.init) {
            entries = Self.without(index, of: section.id, entries)
            (rows, rowsChanged) = ([section.id: max(0, count - 1)], true)
        }
    }

    /// Rows that were added or taken out are taken as posted; anything else only where it was changed on the page.
    func merge(_ was: String?) -> @Sendable ([FilingDraft.Entry]) -> [FilingDraft.Entry] {
        let (entries, rowsChanged) = (entries, rowsChanged)
        guard let was, !rowsChanged else { return { _ in entries } }
        return { ShownAnswers(was).merge(posted: entries, stored: $0) }
    }

    private func rowCount(_ section: FormSection, _ chosen: ProcedureCase, _ values: FormData) -> Int {
        if case .group(let rows) = chosen.form.answers(reading: values.all)[section.id] { rows.count } else { 0 }
    }

    /// The rows after the one taken out move up.
    private static func without(_ index: Int, of section: String, _ entries: [FilingDraft.Entry]) -> [FilingDraft.Entry] {
        entries.compactMap { entry in
            let rest = entry.name.dropFirst(section.count + 1)
            guard let close = rest.firstIndex(of: "]"), let row = Int(rest[..<close]) else { return entry }
            if row == index { return nil }
            return row < index ? entry : FilingDraft.Entry(name: "\(section)[\(row - 1)\(rest[close...])", value: entry.value)
        }
    }
}
