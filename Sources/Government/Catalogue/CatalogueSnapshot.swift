// SPDX-License-Identifier: Apache-2.0

package import Kernel
import Markup
package import Organisation
import Web

/// Everything the catalogue holds at one moment, prepared for reading. Never changes; a new one takes its place.
package final class CatalogueSnapshot: Sendable {
    /// In the order of lists: what can be filed here first, then what a commune does, then the rest, by name.
    package let entries: [CatalogueEntry]
    /// Tells one snapshot from another; part of the name of whatever is cached.
    package let generation: Int
    package let definitions: [String: [ProcedureDefinition]]
    let pages = RenderCache<HTML>()
    let answers = RenderCache<[UInt8]>()
    /// Pages of procedures and lists, by the version of the province's definition they show (0 for none).
    let visitorPages = VisitorPages<Int>()
    /// The fields there are, with how many procedures each has; by name.
    package let fields: [(field: Phrase, count: Int)]
    /// The turns of life the province leads people by.
    let events: [LifeEvent]
    private let positions: [String: Int]
    private let listed: [SearchHit]
    /// Fields by what they may be called: the folded name in either language.
    private let fieldNames: [String: Set<String>]
    private let index: SearchIndex

    init(entries: [CatalogueEntry], definitions: [ProcedureDefinition], words: SearchWords, generation: Int) {
        let sorted = entries.map { (Self.rank($0), folded($0.name.vi), $0) }.sorted { ($0.0, $0.1, $0.2.code) < ($1.0, $1.1, $1.2.code) }.map(\.2)
        self.entries = sorted
        self.generation = generation
        self.definitions = Dictionary(grouping: definitions, by: \.code).mapValues { $0.sorted { $0.version < $1.version } }
        positions = Dictionary(sorted.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        fields = Self.fields(of: sorted)
        fieldNames = fields.reduce(into: [:]) { names, item in
            for name in [item.field.vi, item.field.en] { names[folded(name), default: []].insert(item.field.vi) }
        }
        listed = sorted.map { SearchHit(entry: $0, score: 0) }
        index = SearchIndex(sorted, words: words)
        events = words.events
    }

    private static func rank(_ entry: CatalogueEntry) -> Int {
        if entry.canBeFiled { return 0 }
        if entry.isInternal { return 6 }
        if entry.belongsElsewhere { return 5 }
        if entry.levels.contains(.commune) { return 1 }
        if entry.levels.contains(.province) { return 2 }
        return entry.levels.isEmpty ? 3 : 4
    }

    private static func fields(of entries: [CatalogueEntry]) -> [(field: Phrase, count: Int)] {
        let groups = Dictionary(grouping: entries, by: \.field.vi).values
        return groups.compactMap { members in members.first.map { (folded($0.field.vi), $0.field, members.count) } }
            .sorted { ($0.0, $0.1.vi) < ($1.0, $1.1.vi) }.map { ($0.1, $0.2) }
    }

    /// An entry by its national code, `1.001193`, or by one of the province's forms of it.
    package func entry(_ code: String) -> CatalogueEntry? {
        (positions[code] ?? ProcedureCode.national(in: code).flatMap { positions[$0] }).map { entries[$0] }
    }

    /// What somebody searches for, or the whole list when they say nothing.
    package func find(_ question: CatalogueQuestion) -> CatalogueAnswer {
        let isSearch = !question.words.allSatisfy(\.isWhitespace)
        var hits = isSearch ? index.search(question.words) : listed
        if let field = question.field {
            let names = fieldNames[folded(field)] ?? []
            hits = hits.filter { names.contains($0.entry.field.vi) || $0.entry.fieldCode == field }
        }
        if let level = question.level { hits = hits.filter { $0.entry.levels.contains(level) } }
        let start = question.after.map { after in (hits.firstIndex { $0.entry.code == after } ?? hits.count - 1) + 1 } ?? 0
        let page = Array(hits.dropFirst(start).prefix(max(question.limit, 1)))
        let hasMore = start + page.count < hits.count
        return CatalogueAnswer(hits: page, total: hits.count, next: hasMore ? page.last?.entry.code : nil)
    }
}

/// What is asked of the catalogue.
package struct CatalogueQuestion: Hashable, Sendable {
    package var words: String
    /// A field's name or code.
    package var field: String?
    package var level: GovernmentLevel?
    package var limit: Int
    /// The code of the last procedure already seen.
    package var after: String?

    package init(words: String = "", field: String? = nil, level: GovernmentLevel? = nil, limit: Int = 20, after: String? = nil) {
        (self.words, self.field, self.level, self.limit, self.after) = (words, field, level, limit, after)
    }
}

package struct CatalogueAnswer: Hashable, Sendable {
    package let hits: [SearchHit]
    package let total: Int
    /// What `after` must be to see more; nil at the end.
    package let next: String?
}
