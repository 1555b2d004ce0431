// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The everyday words of a province, cut into syllables.
struct PreparedWords: Sendable {
    struct Synonym: Sendable {
        let say: [String]
        /// The marks of each syllable said, so that `mất` is not taken for `mặt`.
        let marks: [[UInt32]]
        let mean: [[String]]
        /// How much each meaning's syllables count: a long name for a short word must not drown the words beside it.
        var scales: [Float] = []
    }

    /// A word said, and the one that stands for it.
    struct Alias: Sendable {
        let say: [String]
        let marks: [[UInt32]]
        let written: [String]
        let writtenMarks: [[UInt32]]
    }

    let fillers: [[String]]
    /// By the first syllable said; of those the longest first.
    let aliases: [String: [Alias]]
    private let shortFillers: Set<String>
    /// By the first syllable said; of those the longest first.
    private(set) var synonyms: [String: [Synonym]]
    /// Everything people say, so that spelling knows it.
    let phrases: [[String]]
    let syllables: Set<String>

    init(_ words: SearchWords) {
        fillers = words.fillers.map(SearchTokens.folded).filter { !$0.isEmpty }
        shortFillers = Set(fillers.filter { $0.count == 1 }.joined())
        let alike = words.alike.flatMap { group -> [Alias] in
            let first = group.first ?? ""
            let (written, marks) = (SearchTokens.folded(first), SearchTokens.marked(first).map(SearchTokens.marks))
            return group.map {
                Alias(say: SearchTokens.folded($0), marks: SearchTokens.marked($0).map(SearchTokens.marks), written: written, writtenMarks: marks)
            }
        }.filter { !$0.say.isEmpty && $0.say.count == $0.marks.count }
        let aliases = Dictionary(grouping: alike) { $0.say[0] }.mapValues { $0.sorted { $0.say.count > $1.say.count } }
        self.aliases = aliases
        let all = words.synonyms.flatMap { synonym in
            let mean = synonym.mean.map(SearchTokens.folded)
            return synonym.say.map { said in
                let text = MarkedSyllables(said).unified(aliases)
                return Synonym(say: text.syllables, marks: text.marks.map { $0 ?? [] }, mean: mean)
            }
        }.filter { !$0.say.isEmpty && $0.say.count == $0.marks.count }
        synonyms = Dictionary(grouping: all) { $0.say[0] }.mapValues { $0.sorted { $0.say.count > $1.say.count } }
        phrases = all.map(\.say) + all.flatMap(\.mean) + alike.map(\.say)
        syllables = Set(phrases.joined()).union(fillers.joined())
    }

    /// A filler of one syllable, which may stand between the words of a synonym: `bố tôi mất`.
    func isFiller(_ syllable: String) -> Bool {
        shortFillers.contains(syllable)
    }

    /// The same, knowing what finding each syllable tells.
    func weighed(_ weight: (String) -> Float) -> PreparedWords {
        var result = self
        result.synonyms = synonyms.mapValues { rules in
            rules.map { rule in
                var rule = rule
                rule.scales = rule.mean.map { mean in
                    min(1.5, Self.worth * Float(rule.say.count) / max(mean.reduce(0) { $0 + weight($1) }, 1))
                }
                return rule
            }
        }
        return result
    }

    /// What a syllable people say is worth, in the weights of names.
    private static let worth: Float = 6
}

/// Syllables and the marks typed on them; nil where nobody knows which were meant.
struct MarkedSyllables: Sendable {
    var syllables: [String] = []
    var marks: [[UInt32]?] = []

    init(syllables: [String] = [], marks: [[UInt32]?] = []) {
        (self.syllables, self.marks) = (syllables, marks)
    }

    init(_ text: String) {
        let (folded, marked) = (SearchTokens.folded(text), SearchTokens.marked(text))
        syllables = folded
        marks = folded.count == marked.count ? marked.map(SearchTokens.marks) : folded.map { _ in nil }
    }

    /// The same with one everyday word for all that are alike.
    func unified(_ aliases: [String: [PreparedWords.Alias]]) -> MarkedSyllables {
        var result = MarkedSyllables()
        var position = 0
        while position < syllables.count {
            let rest = syllables[position...]
            let alias = aliases[syllables[position]]?.first { alias in
                rest.starts(with: alias.say) && zip(marks[position...], alias.marks).allSatisfy(Self.agree)
            }
            result.syllables += alias?.written ?? [syllables[position]]
            result.marks += alias?.writtenMarks ?? [marks[position]]
            position += alias?.say.count ?? 1
        }
        return result
    }

    /// Marks somebody took the trouble to type must be the right ones.
    static func agree(_ typed: [UInt32]?, _ meant: [UInt32]) -> Bool {
        guard let typed, !typed.isEmpty else { return true }
        return typed == meant
    }
}
