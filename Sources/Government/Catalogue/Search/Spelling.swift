// SPDX-License-Identifier: Apache-2.0

/// What is probably meant by letters that are no syllable: keys of an input method that was off, syllables written together,
/// and slips, which the neighbours give away.
struct Spelling: Sendable {
    private let vocabulary: [String]
    private let numbers: [String: Int32]
    /// How often a syllable occurs in names and in what people say.
    private let counts: [Int32]
    /// Which syllables follow and precede a syllable, and how often.
    private let after: [[Int32: Int32]]
    private let before: [[Int32: Int32]]

    init(vocabulary: [String], numbers: [String: Int32], phrases: [[String]]) {
        (self.vocabulary, self.numbers) = (vocabulary, numbers)
        var counts = [Int32](repeating: 0, count: vocabulary.count)
        var after = [[Int32: Int32]](repeating: [:], count: vocabulary.count)
        var before = after
        for phrase in phrases {
            var last: Int32?
            for token in phrase.compactMap({ numbers[$0] }) {
                counts[Int(token)] += 1
                if let last {
                    after[Int(last)][token, default: 0] += 1
                    before[Int(token)][last, default: 0] += 1
                }
                last = token
            }
        }
        (self.counts, self.after, self.before) = (counts, after, before)
    }

    private func isKnown(_ word: String) -> Bool {
        numbers[word].map { counts[Int($0)] > 0 } ?? false
    }

    /// Syllables where keys of an input method or no spaces were typed; everything else as it is.
    func deciphered(_ typed: [String]) -> [String] {
        let plain = typed.map { isKnown($0) ? nil : InputKeys.resolved($0) }.map { $0.map(SearchTokens.syllable) }
        return zip(typed, plain).flatMap { word, resolved -> [String] in
            if isKnown(word) { return [word] }
            if let resolved, isKnown(resolved) { return [resolved] }
            return parts(of: word) ?? parts(of: resolved ?? word) ?? [word]
        }
    }

    /// The likeliest way to cut letters into known syllables.
    private func parts(of word: String) -> [String]? {
        let bytes = Array(word.utf8)
        guard (5...40).contains(bytes.count) else { return nil }
        var best = [(score: Float, parts: [Int32])?](repeating: nil, count: bytes.count + 1)
        best[0] = (0, [])
        for end in 2...bytes.count {
            for start in max(0, end - 7)...(end - 2) {
                guard let so = best[start] else { continue }
                let piece = SearchTokens.syllable(String(decoding: bytes[start..<end], as: UTF8.self))
                guard let token = numbers[piece], counts[Int(token)] > 0, piece.utf8.contains(where: InputKeys.isVowel) else { continue }
                let pair = so.parts.last.map { Float(after[Int($0)][token] ?? 0) } ?? 0
                let score = so.score + 0.2 * log2(Float(counts[Int(token)])) + (pair > 0 ? 3 + 0.5 * log2(pair) : -1) - 2
                if score > best[end]?.score ?? -.infinity { best[end] = (score, so.parts + [token]) }
            }
        }
        guard let found = best[bytes.count], found.parts.count > 1 else { return nil }
        return found.parts.map { vocabulary[Int($0)] }
    }

    /// Slips put right where a neighbour says what was meant, and words nobody knows where one is near.
    func corrected(_ typed: [String], keeping kept: Set<Int>) -> [String] {
        var result = typed
        for index in typed.indices where !kept.contains(index) && typed[index].utf8.count > 1 && typed[index].utf8.contains(where: InputKeys.isVowel)
        {
            let left = index > 0 ? numbers[result[index - 1]] : nil
            let right = index + 1 < typed.count ? numbers[typed[index + 1]] : nil
            if let own = numbers[typed[index]], counts[Int(own)] > 0, fits(own, left, right) > 0 { continue }
            if let better = candidate(for: typed[index], left, right) { result[index] = vocabulary[Int(better)] }
        }
        return result
    }

    private func fits(_ token: Int32, _ left: Int32?, _ right: Int32?) -> Int32 {
        max(left.flatMap { after[Int($0)][token] } ?? 0, right.flatMap { after[Int(token)][$0] } ?? 0)
    }

    private func candidate(for word: String, _ left: Int32?, _ right: Int32?) -> Int32? {
        let isKnown = isKnown(word)
        var near = Set(left.map { Array(after[Int($0)].keys) } ?? []).union(right.map { Array(before[Int($0)].keys) } ?? [])
        if !isKnown && word.utf8.count > 2 { near.formUnion(counts.indices.lazy.filter { counts[$0] > 0 }.map(Int32.init)) }
        let bytes = Array(word.utf8)
        var best: (token: Int32, score: Float)?
        for token in near where abs(vocabulary[Int(token)].utf8.count - bytes.count) <= 1 {
            let likeness = Likeness.of(bytes, Array(vocabulary[Int(token)].utf8))
            guard likeness > (isKnown ? 0.6 : 0) else { continue }
            let context = fits(token, left, right)
            guard context > 0 || !isKnown else { continue }
            let score = 6 * likeness + (context > 0 ? 4 + log2(Float(context)) : 0) + 0.2 * log2(Float(counts[Int(token)]))
            if score > best?.score ?? -.infinity || (score == best?.score && token < best?.token ?? 0) { best = (token, score) }
        }
        return best?.token
    }

    /// As exact as needed here, without the mathematics of the system.
    private func log2(_ value: Float) -> Float {
        value > 0 ? Float(value.exponent) + value.significand - 1 : 0
    }
}

/// How alike two syllables are: 1 nearly the same to the ear or to hasty fingers, 0 not alike.
enum Likeness {
    private static let sounds: [([UInt8], [UInt8])] = [
        ("ch", "tr"), ("s", "x"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n"), ("c", "k"), ("k", "kh"), ("g", "gh"), ("ng", "ngh"), ("v", "d"),
        ("i", "y"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let ends: [([UInt8], [UInt8])] = [("n", "ng"), ("n", "nh"), ("t", "c"), ("c", "ch"), ("t", "ch"), ("i", "y")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    static func of(_ typed: [UInt8], _ meant: [UInt8]) -> Float {
        guard typed != meant else { return 0 }
        if typed.count == meant.count, typed.sorted() == meant.sorted(), differsByOneEdit(typed, meant) { return 1 }
        for (one, other) in sounds where swaps(typed, meant, one, other) || swaps(typed, meant, other, one) { return 0.9 }
        for (one, other) in ends where swapsEnd(typed, meant, one, other) || swapsEnd(typed, meant, other, one) { return 0.8 }
        guard differsByOneEdit(typed, meant) else { return 0 }
        return typed.first == meant.first ? 0.5 : 0.3
    }

    private static func swaps(_ typed: [UInt8], _ meant: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> Bool {
        typed.starts(with: one) && meant.starts(with: other) && typed.dropFirst(one.count).elementsEqual(meant.dropFirst(other.count))
    }

    private static func swapsEnd(_ typed: [UInt8], _ meant: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> Bool {
        typed.suffix(one.count).elementsEqual(one) && meant.suffix(other.count).elementsEqual(other)
            && typed.dropLast(one.count).elementsEqual(meant.dropLast(other.count))
    }
}
