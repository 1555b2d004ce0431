// SPDX-License-Identifier: Apache-2.0

extension SearchIndex {
    /// A syllable of the vocabulary that a typed one may stand for, and how well it does.
    struct Match {
        let token: Token
        let quality: Float
    }

    /// What each typed syllable may stand for. A glued pair (`khaisinh`) is cut in two.
    func matches(_ typed: [String]) -> [[Match]] {
        typed.enumerated().flatMap { index, word -> [[Match]] in
            let found = match(word, isLast: index == typed.count - 1)
            if !found.isEmpty { return [found] }
            if let pair = cut(word) { return pair.map { [Match(token: $0, quality: 0.95)] } }
            return [word.utf8.count >= 5 ? misspelt(word) : []]
        }
    }

    /// The syllable itself; for the one still being typed also those that begin with it.
    private func match(_ word: String, isLast: Bool) -> [Match] {
        var found: [Match] = []
        if let exact = numbers[word] { found.append(Match(token: exact, quality: 1)) }
        guard isLast else { return found }
        var index = firstIndex(from: word)
        while index < vocabulary.count, vocabulary[index].utf8.starts(with: word.utf8) {
            if vocabulary[index] != word { found.append(Match(token: Token(index), quality: found.isEmpty ? 0.9 : 0.6)) }
            index += 1
        }
        return found
    }

    private func firstIndex(from word: String) -> Int {
        var (low, high) = (0, vocabulary.count)
        while low < high {
            let middle = (low + high) / 2
            if vocabulary[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func cut(_ word: String) -> [Token]? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 5 else { return nil }
        var best: (tokens: [Token], weight: Int)?
        for place in 2...(bytes.count - 2) {
            guard let left = numbers[String(decoding: bytes[..<place], as: UTF8.self)],
                let right = numbers[String(decoding: bytes[place...], as: UTF8.self)]
            else { continue }
            let common = min(inName[Int(left)].count, inName[Int(right)].count)
            if common > best?.weight ?? 0 { best = ([left, right], common) }
        }
        return best?.tokens
    }

    private func misspelt(_ word: String) -> [Match] {
        let bytes = Array(word.utf8)
        return vocabulary.indices.compactMap { index in
            let candidate = vocabulary[index]
            guard abs(candidate.utf8.count - bytes.count) <= 1, differsByOneEdit(bytes, Array(candidate.utf8)) else { return nil }
            return Match(token: Token(index), quality: 0.75)
        }
    }
}
