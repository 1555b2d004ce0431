// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation

/// The catalogue's names and words, prepared for search in memory. Immutable; built anew when the catalogue changes.
struct SearchIndex: Sendable {
    /// A syllable's number in the vocabulary.
    typealias Token = Int32

    let entries: [CatalogueEntry]
    let words: PreparedWords
    /// Every syllable, sorted, so that those with a common beginning stand together.
    let vocabulary: [String]
    let numbers: [String: Token]
    /// Entries with the syllable in their name, and in their field, results and everyday words.
    let inName: [[Int32]]
    let inText: [[Int32]]
    /// How much finding a syllable tells: rare ones more.
    let weights: [Float]
    /// The names as syllables, folded and with their marks.
    let names: [[Token]]
    let markedNames: [[Int32]]
    let markedNumbers: [String: Int32]
    /// What speaks for an entry whatever is searched.
    let boosts: [Float]
    let positions: [String: Int]

    init(_ entries: [CatalogueEntry], words: SearchWords) {
        self.entries = entries
        self.words = PreparedWords(words)
        let nameWords = entries.map { Self.nameTokens($0.name) }
        let textWords = entries.map { SearchTokens.folded("\($0.field.vi) \($0.field.en)") + SearchTokens.alreadyFolded($0.searchText) }
        let vocabulary = Set(nameWords.joined()).union(textWords.joined()).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, Token($0)) })
        let names = nameWords.map { $0.compactMap { numbers[$0] } }
        let inName = Self.postings(names, count: vocabulary.count)
        (self.vocabulary, self.numbers, self.names, self.inName) = (vocabulary, numbers, names, inName)
        inText = Self.postings(textWords.map { $0.compactMap { numbers[$0] } }, count: vocabulary.count)
        weights = inName.map { Self.weight(of: $0.count, among: entries.count) }
        (markedNames, markedNumbers) = Self.marked(entries)
        boosts = entries.map(Self.boost)
        positions = Dictionary(entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Vietnamese names are searched by; an English name beside it as well.
    private static func nameTokens(_ name: Phrase) -> [String] {
        withoutPreamble(SearchTokens.folded(name.vi)) + (name.en == name.vi ? [] : SearchTokens.folded(name.en))
    }

    /// Half of all names begin with `Thủ tục`, which says nothing.
    static func withoutPreamble(_ tokens: [String]) -> [String] {
        tokens.count > 2 && tokens[0] == "thu" && tokens[1] == "tuc" ? Array(tokens.dropFirst(2)) : tokens
    }

    private static func postings(_ texts: [[Token]], count: Int) -> [[Int32]] {
        var result = [[Int32]](repeating: [], count: count)
        for (entry, tokens) in texts.enumerated() {
            for token in tokens where result[Int(token)].last != Int32(entry) { result[Int(token)].append(Int32(entry)) }
        }
        return result
    }

    private static func weight(of count: Int, among all: Int) -> Float {
        var (ratio, weight) = (Float(all + 1) / Float(count + 1), Float(1))
        while ratio > 2 {
            ratio /= 2
            weight += 0.5
        }
        return weight + (ratio - 1) / 2
    }

    private static func marked(_ entries: [CatalogueEntry]) -> ([[Int32]], [String: Int32]) {
        var numbers: [String: Int32] = [:]
        let names = entries.map { entry in
            SearchTokens.marked(entry.name.vi).map { word in
                if let number = numbers[word] { return number }
                let number = Int32(numbers.count)
                numbers[word] = number
                return number
            }
        }
        return (names, numbers)
    }

    private static func boost(_ entry: CatalogueEntry) -> Float {
        var boost: Float = entry.canBeFiled ? 18 : 0
        if entry.levels.contains(.commune) { boost += 8 } else if entry.levels.contains(.province) { boost += 5 }
        // Where the published list does not say who resolves it, it is as often a commune as anybody else.
        if entry.levels.isEmpty { boost += 4 }
        if entry.levels == [.ministry] { boost -= 4 }
        if entry.levels == [.otherAgency] { boost -= 6 }
        if entry.isInternal { boost -= 25 }
        if entry.belongsElsewhere { boost -= 30 }
        return boost
    }
}

/// The everyday words as syllables.
struct PreparedWords: Sendable {
    struct Synonym: Sendable {
        let say: [String]
        let mean: [[String]]
        let procedures: [String]
    }

    let fillers: [[String]]
    let synonyms: [Synonym]

    init(_ words: SearchWords) {
        fillers = words.fillers.map(SearchTokens.folded).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        synonyms = words.synonyms.flatMap { synonym in
            let mean = synonym.mean.map(SearchTokens.folded)
            return synonym.say.map { Synonym(say: SearchTokens.folded($0), mean: mean, procedures: synonym.procedures) }
        }.filter { !$0.say.isEmpty }.sorted { $0.say.count > $1.say.count }
    }
}
