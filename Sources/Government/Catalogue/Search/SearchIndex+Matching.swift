// SPDX-License-Identifier: Apache-2.0

extension SearchIndex {
    /// A syllable of the vocabulary that a typed one may stand for, and how well it does.
    struct Match {
        let token: Token
        let quality: Float
    }

    /// What one typed word may stand for.
    struct Alternatives {
        let matches: [Match]
        /// The word as first letters of a name's words, where it can be that.
        let initials: [UInt8]?
        /// What finding it is worth.
        let weight: Float
    }

    func alternatives(_ words: [SearchQuery.Word]) -> [Alternatives] {
        words.enumerated().map { index, word in
            let matches = match(word.syllable, isLast: index == words.count - 1)
            let isSyllable = numbers[word.syllable] != nil && word.syllable.utf8.contains(where: InputKeys.isVowel)
            let initials = NameInitials.canBe(word.syllable) && !isSyllable ? Array(word.syllable.utf8) : nil
            // A word nobody ever used in a name must not vanish from the sum.
            let weight = matches.map { weights[Int($0.token)] }.max() ?? 3
            let worth = max(weight, initials.map { 1.5 * Float($0.count) } ?? 0)
            let isEveryday = word.isBeside && initials == nil && matches.allSatisfy { inName[Int($0.token)].isEmpty }
            return Alternatives(matches: matches, initials: initials, weight: word.weight * (isEveryday ? 0.3 : word.isBeside ? 0.7 : 1) * worth)
        }
    }

    /// The syllable itself; for the one still being typed also those that begin with it.
    private func match(_ word: String, isLast: Bool) -> [Match] {
        var found: [Match] = []
        if let exact = numbers[word] { found.append(Match(token: exact, quality: 1)) }
        guard isLast else { return found }
        let quality: Float = found.isEmpty ? 0.9 : 0.6
        var index = firstIndex(from: word)
        while index < vocabulary.count, vocabulary[index].utf8.starts(with: word.utf8) {
            if vocabulary[index] != word { found.append(Match(token: Token(index), quality: quality)) }
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
}
