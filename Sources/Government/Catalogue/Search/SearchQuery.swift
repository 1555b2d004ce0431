// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What somebody typed, in the ways it can be meant: as it stands, and with everyday words put into the law's words.
struct SearchQuery {
    struct Reading {
        let tokens: [String]
        /// How far this reading is trusted.
        let weight: Float
    }

    var readings: [Reading] = []
    /// Procedures an everyday word points at, the likeliest first, with how much of the query that word is.
    var meant: [(code: String, share: Float)] = []
    let marked: [String]

    /// Longer than any sensible question; protects the search from pasted pages.
    static let longest = 16

    init(_ text: String, words: PreparedWords) {
        let typed = Array(SearchTokens.folded(String(text.prefix(400))).prefix(Self.longest))
        marked = Array(SearchTokens.marked(String(text.prefix(400))).prefix(Self.longest)).filter { word in !word.utf8.allSatisfy { $0 < 0x80 } }
        let plain = Self.without(words.fillers, SearchIndex.withoutPreamble(typed))
        let tokens = plain.isEmpty ? typed : plain
        guard !tokens.isEmpty else { return }
        readings = [Reading(tokens: tokens, weight: 1)]
        var taken = TakenTokens(count: tokens.count)
        for synonym in words.synonyms {
            guard let range = Self.range(of: synonym.say, in: tokens), taken.take(range) else { continue }
            let share = Float(range.count) / Float(tokens.count)
            for mean in synonym.mean {
                let replaced = Array(tokens[..<range.lowerBound] + mean + tokens[range.upperBound...])
                readings.append(Reading(tokens: Array(replaced.prefix(Self.longest)), weight: 0.9 + 0.1 * share))
            }
            for (rank, code) in synonym.procedures.enumerated() { meant.append((code, share * (1 - 0.08 * Float(min(rank, 10))))) }
        }
    }

    private static func without(_ fillers: [[String]], _ tokens: [String]) -> [String] {
        var tokens = tokens
        for filler in fillers {
            while let range = range(of: filler, in: tokens) { tokens.removeSubrange(range) }
        }
        return tokens
    }

    /// Where a run of tokens stands in another.
    static func range(of part: [String], in tokens: [String]) -> Range<Int>? {
        guard !part.isEmpty, part.count <= tokens.count else { return nil }
        for start in 0...(tokens.count - part.count) where tokens[start..<start + part.count].elementsEqual(part) {
            return start..<start + part.count
        }
        return nil
    }
}

/// Which tokens a longer everyday word has already explained, so that a shorter one inside it does not count again.
private struct TakenTokens {
    private var used: [Bool]

    init(count: Int) {
        used = Array(repeating: false, count: count)
    }

    mutating func take(_ range: Range<Int>) -> Bool {
        guard !used[range].allSatisfy({ $0 }) else { return false }
        for index in range { used[index] = true }
        return true
    }
}
