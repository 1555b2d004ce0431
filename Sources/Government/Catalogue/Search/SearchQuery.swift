// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What somebody typed, in the ways it can be meant: as it stands, spelt as it should be, and in the law's words.
struct SearchQuery {
    struct Word: Hashable {
        var syllable: String
        /// How much it costs not to find it: little for words like `tôi muốn`, less for each word of a long meaning.
        var weight: Float = 1
        /// Whether it stands beside words that were understood; if no name has it, it says little.
        var isBeside = false

        var beside: Word { Word(syllable: syllable, weight: weight, isBeside: true) }
    }

    struct Reading: Hashable {
        let words: [Word]
        /// How far this reading is trusted.
        let weight: Float
    }

    private(set) var readings: [Reading] = []
    let marked: [String]
    /// Whether everyday words were understood; then the letters typed count for less.
    private(set) var isUnderstood = false

    /// Longer than any sensible question; protects the search from pasted pages.
    static let longest = 16
    /// More ways to read a question than this only make it slow.
    private static let mostReadings = 8

    init(_ text: String, words: PreparedWords, spelling: Spelling) {
        let text = String(text.prefix(400))
        let written = Array(SearchTokens.marked(text).prefix(Self.longest))
        let folded = Array(SearchTokens.folded(text).prefix(Self.longest))
        let typed = spelling.deciphered(folded)
        marked = written.filter { word in !word.utf8.allSatisfy { $0 < 0x80 } }
        guard !typed.isEmpty else { return }
        let marks: [[UInt32]?] = typed == folded && written.count == typed.count ? written.map(SearchTokens.marks) : typed.map { _ in nil }
        let meant = Self.rewritten(MarkedSyllables(syllables: typed, marks: marks).unified(words.aliases), words)
        readings = ([Self.weighed(typed, words)] + meant).map { Reading(words: $0, weight: 1) }
        isUnderstood = !meant.isEmpty
        let corrected = spelling.corrected(typed, keeping: isUnderstood ? Self.explained(MarkedSyllables(syllables: typed, marks: marks), words) : [])
        if corrected != typed {
            let text = MarkedSyllables(syllables: corrected, marks: corrected.map { _ in nil })
            let found = [Self.weighed(corrected, words)] + Self.rewritten(text.unified(words.aliases), words)
            readings += found.map { Reading(words: $0, weight: 0.88) }
        }
    }

    /// The question with every everyday word put into the law's words, one reading for each way to say it; none where no word
    /// is known.
    private static func rewritten(_ text: MarkedSyllables, _ words: PreparedWords) -> [[Word]] {
        let typed = text.syllables
        let rules = rules(for: text, words)
        guard !rules.isEmpty else { return [] }
        let plain = weighed(typed, words)
        var readings: [[Word]] = [[]]
        var position = 0
        while position < typed.count {
            if let (rule, length) = rules[position] {
                let meanings = zip(rule.mean, rule.scales).map { mean, scale in mean.map { Word(syllable: $0, weight: scale) } }
                readings = Array(readings.flatMap { reading in meanings.map { reading + $0 } }.prefix(mostReadings))
                position += length
            } else {
                for index in readings.indices { readings[index].append(plain[position].beside) }
                position += 1
            }
        }
        return readings.map { Array($0.prefix(28)) }
    }

    private typealias Rule = (rule: PreparedWords.Synonym, length: Int)

    /// Which rule begins at which syllable; longer ones win, and no syllable is explained twice.
    private static func rules(for text: MarkedSyllables, _ words: PreparedWords) -> [Int: Rule] {
        let typed = text.syllables
        var candidates: [(start: Int, rule: PreparedWords.Synonym, length: Int)] = []
        for start in typed.indices {
            for rule in words.synonyms[typed[start]] ?? [] {
                guard let length = length(of: rule, in: text, at: start, words) else { continue }
                candidates.append((start, rule, length))
            }
        }
        candidates.sort { ($0.rule.say.count, $0.length, $1.start) > ($1.rule.say.count, $1.length, $0.start) }
        var (taken, rules): ([Bool], [Int: Rule]) = (Array(repeating: false, count: typed.count), [:])
        for (start, rule, length) in candidates where !taken[start..<start + length].contains(true) {
            for index in start..<start + length { taken[index] = true }
            rules[start] = (rule, length)
        }
        return rules
    }

    /// How many typed syllables a rule explains, fillers between its words included; nil where it does not fit.
    private static func length(of rule: PreparedWords.Synonym, in text: MarkedSyllables, at start: Int, _ words: PreparedWords) -> Int? {
        let typed = text.syllables
        var position = start
        for (said, mark) in zip(rule.say, rule.marks) {
            var skipped = 0
            while position < typed.count, typed[position] != said, position > start, skipped < 2, words.isFiller(typed[position]) {
                position += 1
                skipped += 1
            }
            guard position < typed.count, typed[position] == said, MarkedSyllables.agree(text.marks[position], mark) else { return nil }
            position += 1
        }
        return position - start
    }

    private static func explained(_ text: MarkedSyllables, _ words: PreparedWords) -> Set<Int> {
        Set(rules(for: text, words).flatMap { start, rule in start..<start + rule.length })
    }

    private static func weighed(_ tokens: [String], _ words: PreparedWords) -> [Word] {
        var result = tokens.map { Word(syllable: $0) }
        for filler in words.fillers where filler.count <= tokens.count {
            for start in 0...(tokens.count - filler.count) where tokens[start..<start + filler.count].elementsEqual(filler) {
                for index in start..<start + filler.count { result[index].weight = 0.2 }
            }
        }
        return result
    }
}
