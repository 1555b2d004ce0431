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
        let query = SearchQuery(text, words: words, spelling: spelling)
        var scores = Scores(count: entries.count)
        let marked = query.marked.map { word in
            MarkedWord(plain: SearchTokens.folded(word).first.flatMap { numbers[$0] }, exact: markedNumbers[SearchTokens.key(ofMarked: word)])
        }
        for (number, reading) in query.readings.enumerated() {
            score(reading, marked: marked, isReplaced: number == 0 && query.isUnderstood, into: &scores)
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
    private func score(_ reading: SearchQuery.Reading, marked: [MarkedWord], isReplaced: Bool, into scores: inout Scores) {
        let alternatives = Array(alternatives(reading.words).prefix(32))
        let total = alternatives.reduce(0) { $0 + $1.weight }
        var finding = Finding(count: entries.count)
        for word in alternatives {
            add(word, to: &finding)
        }
        guard let most = finding.cover.max(), most > 0 else { return }
        let least = isReplaced ? 0.9 * total : max(0.35 * total, 0.7 * most)
        let roles = roles(of: alternatives)
        let weight = isReplaced ? 0.9 * reading.weight : reading.weight
        for position in finding.cover.indices where finding.cover[position] >= least {
            let close = closeness(
                position, roles, words: alternatives.count, cover: finding.cover[position] / total, initials: finding.runs[position])
            scores.raise(position, to: weight * close + agreement(position, marked) + boosts[position])
        }
    }

    /// For each syllable of the vocabulary the typed words it may stand for, one bit each.
    private func roles(of words: [Alternatives]) -> [UInt32] {
        var roles = [UInt32](repeating: 0, count: vocabulary.count)
        for (word, alternatives) in words.enumerated() {
            for match in alternatives.matches { roles[Int(match.token)] |= 1 << UInt32(word) }
        }
        return roles
    }

    /// What a reading finds in each entry.
    private struct Finding {
        /// The weight of the typed words found.
        var cover: [Float]
        /// The part of the name that first letters stand for: where it begins and how many words it has.
        var runs: [(place: Int32, length: Int32)]
        var best: [Float]

        init(count: Int) {
            cover = Array(repeating: 0, count: count)
            runs = Array(repeating: (0, 0), count: count)
            best = cover
        }
    }

    /// Adds what one typed word finds: in a name fully, in the field or the results less.
    private func add(_ word: Alternatives, to finding: inout Finding) {
        var touched: [Int] = []
        for match in word.matches {
            let token = Int(match.token)
            for (entries, share) in [(inName[token], Float(1)), (inEnglish[token], 0.9), (inText[token], 0.7)] {
                for entry in entries {
                    let position = Int(entry)
                    if finding.best[position] == 0 { touched.append(position) }
                    finding.best[position] = max(finding.best[position], match.quality * share)
                }
            }
        }
        if let letters = word.initials {
            for position in entries.indices {
                guard let place = initials.place(of: letters, in: position) else { continue }
                if finding.best[position] == 0 { touched.append(position) }
                finding.best[position] = max(finding.best[position], 0.95)
                finding.runs[position] = (Int32(place), Int32(letters.count))
            }
        }
        for position in touched {
            finding.cover[position] += word.weight * finding.best[position]
            finding.best[position] = 0
        }
    }

    /// How well a name answers: how much of the query it holds, in the same order, and how little else.
    private func closeness(_ position: Int, _ roles: [UInt32], words: Int, cover: Float, initials: (place: Int32, length: Int32)) -> Float {
        let name = names[position]
        var (found, pairs, last): (Float, UInt32, UInt32) = (0, 0, 0)
        for token in name {
            let role = roles[Int(token)]
            if role != 0 { found += weights[Int(token)] }
            pairs |= (last << 1) & role
            last = role
        }
        var score = 100 * cover * cover
        if initials.length > 0 {
            let run = name[Int(initials.place)..<min(name.count, Int(initials.place + initials.length))]
            found += run.reduce(0) { $0 + weights[Int($1)] }
            if initials.place == 0 || initials.place == lead(of: name) { score += 8 }
        }
        score += 30 * min(found / max(nameWeights[position], 1), 1)
        if words > 1 { score += 30 * Float(pairs.nonzeroBitCount) / Float(words - 1) }
        if let first = name.first, roles[Int(first)] & 1 == 1 { score += 6 }
        if isSecondary[position], let first = name.first, roles[Int(first)] == 0 { score -= 10 }
        let lead = lead(of: name)
        if lead > 0, lead < name.count, roles[Int(name[lead])] & 1 == 1 { score += 6 }
        return score
    }

    /// How many words a name begins with that half of all names begin with: `đăng ký`, `cấp`.
    private func lead(of name: [Token]) -> Int {
        guard name.count > 2 else { return 0 }
        if name[0] == leads.register, name[1] == leads.sign { return 2 }
        return name[0] == leads.grant ? 1 : 0
    }

    /// A syllable typed with its marks: without them, and the very syllable.
    private struct MarkedWord {
        let plain: Token?
        let exact: Int32?
    }

    /// Marks somebody took the trouble to type speak for names that have them and against those that have others.
    private func agreement(_ position: Int, _ marked: [MarkedWord]) -> Float {
        guard !marked.isEmpty else { return 0 }
        var agreement: Float = 0
        for word in marked {
            if let exact = word.exact, markedNames[position].contains(exact) {
                agreement += 10
            } else if let plain = word.plain, names[position].contains(plain) {
                agreement -= 25
            }
        }
        return agreement / Float(marked.count)
    }
}
