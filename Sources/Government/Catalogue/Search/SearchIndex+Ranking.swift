// SPDX-License-Identifier: Apache-2.0

import Kernel

/// An entry found, with its score; higher is better, 1000 is its very code.
package struct SearchHit: Hashable, Sendable {
    package let entry: CatalogueEntry
    package let score: Double
}

extension SearchIndex {
    /// What was found, best first. The same catalogue and the same words always give the same order.
    func search(_ text: String) -> [SearchHit] {
        if let byCode = searchCode(text) { return byCode }
        let query = SearchQuery(text, words: words)
        var scores = Scores(count: entries.count)
        for (number, reading) in query.readings.enumerated() {
            score(reading, marked: query.marked, isReplaced: number == 0 && query.readings.count > 1, into: &scores)
        }
        for (code, share) in query.meant {
            guard let position = positions[code] else { continue }
            scores.raise(position, to: max(scores.values[position], 60 + boosts[position]) + 80 * share)
        }
        return scores.found.sorted { left, right in
            if scores.values[left] != scores.values[right] { return scores.values[left] > scores.values[right] }
            return entries[left].code < entries[right].code
        }.map { SearchHit(entry: entries[$0], score: (Double(scores.values[$0]) * 10).rounded() / 10) }
    }

    /// The best score of each entry so far.
    private struct Scores {
        var values: [Float]
        var found: [Int] = []

        init(count: Int) {
            values = Array(repeating: -.infinity, count: count)
        }

        mutating func raise(_ position: Int, to score: Float) {
            if values[position] == -.infinity { found.append(position) }
            values[position] = max(values[position], score)
        }
    }

    /// A whole code, in any of its shapes, or the beginning of one.
    private func searchCode(_ text: String) -> [SearchHit]? {
        let typed = text.filter { !$0.isWhitespace }
        if let position = positions[typed] ?? ProcedureCode.national(in: typed).flatMap({ positions[$0] }) {
            return [SearchHit(entry: entries[position], score: 1000)]
        }
        guard typed.utf8.count >= 3, typed.utf8.allSatisfy({ ProcedureCode.isDigit($0) || $0 == UInt8(ascii: ".") }), typed.contains(".") else {
            return nil
        }
        let found = entries.filter { $0.code.utf8.starts(with: typed.utf8) }
        return found.map { SearchHit(entry: $0, score: $0.canBeFiled ? 510 : 500) }.sorted { left, right in
            left.score != right.score ? left.score > right.score : left.entry.code < right.entry.code
        }
    }

    /// - Parameter isReplaced: whether everyday words of this reading were understood; then their letters alone count for little.
    private func score(_ reading: SearchQuery.Reading, marked: [String], isReplaced: Bool, into scores: inout Scores) {
        let matches = Array(matches(reading.tokens).prefix(32))
        guard matches.contains(where: { !$0.isEmpty }) else { return }
        var cover = [Float](repeating: 0, count: entries.count)
        var best = [Float](repeating: 0, count: entries.count)
        var total: Float = 0
        for alternatives in matches {
            // A word nobody ever used in a name weighs as much as a rare one: it must not vanish from the sum.
            let weight = alternatives.map { weights[Int($0.token)] }.max() ?? 4
            total += weight
            add(alternatives, weight: weight, to: &cover, best: &best)
        }
        let markedTokens = marked.compactMap { markedNumbers[$0] }
        let roles = roles(of: matches)
        let hasWhole = cover.contains { $0 >= 0.95 * total }
        let least = (isReplaced ? 0.95 : hasWhole ? 0.75 : 0.6) * total
        for position in cover.indices where cover[position] >= least {
            let close = closeness(position, roles, words: matches.count, cover: cover[position] / total, marked: markedTokens)
            scores.raise(position, to: reading.weight * close + boosts[position])
        }
    }

    /// For each syllable of the vocabulary the typed words it may stand for, one bit each.
    private func roles(of matches: [[Match]]) -> [UInt32] {
        var roles = [UInt32](repeating: 0, count: vocabulary.count)
        for (word, alternatives) in matches.enumerated() {
            for match in alternatives { roles[Int(match.token)] |= 1 << UInt32(word) }
        }
        return roles
    }

    /// Adds what one typed word finds: in a name fully, in the field or the results by a third.
    private func add(_ alternatives: [Match], weight: Float, to cover: inout [Float], best: inout [Float]) {
        var touched: [Int] = []
        for match in alternatives {
            for (entries, share) in [(inName[Int(match.token)], Float(1)), (inText[Int(match.token)], Float(0.7))] {
                for entry in entries {
                    let position = Int(entry)
                    if best[position] == 0 { touched.append(position) }
                    best[position] = max(best[position], match.quality * share)
                }
            }
        }
        for position in touched {
            cover[position] += weight * best[position]
            best[position] = 0
        }
    }

    /// How well a name answers: how much of the query it holds, in the same order, and how little else.
    private func closeness(_ position: Int, _ roles: [UInt32], words: Int, cover: Float, marked: [Int32]) -> Float {
        let name = names[position]
        var (found, pairs, last): (Int, UInt32, UInt32) = (0, 0, 0)
        for token in name {
            let role = roles[Int(token)]
            if role != 0 { found += 1 }
            pairs |= (last << 1) & role
            last = role
        }
        var score = 100 * cover * cover + 25 * Float(min(found, words)) / Float(max(name.count, 1))
        if words > 1 { score += 30 * Float(pairs.nonzeroBitCount) / Float(words - 1) }
        if let first = name.first, roles[Int(first)] & 1 == 1 { score += 8 }
        if !marked.isEmpty {
            let name = markedNames[position]
            score += 8 * Float(marked.filter { name.contains($0) }.count) / Float(marked.count)
        }
        return score
    }
}
