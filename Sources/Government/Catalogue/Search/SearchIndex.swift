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
    /// Entries with the syllable in their name, in the name's English, and in their field, results and everyday words.
    let inName: [[Int32]]
    let inEnglish: [[Int32]]
    let inText: [[Int32]]
    /// How much finding a syllable tells: rare ones more.
    let weights: [Float]
    /// The names as syllables, folded and with their marks, and what all of a name's syllables weigh.
    let names: [[Token]]
    let nameWeights: [Float]
    let markedNames: [[Int32]]
    /// A marked syllable, wherever in it the marks are written, and its number.
    let markedNumbers: [String: Int32]
    let initials: NameInitials
    let spelling: Spelling
    /// What speaks for an entry whatever is searched.
    let boosts: [Float]
    let positions: [String: Int]
    /// Names that change, end or replace what another procedure gave; who does not say so wants the first.
    let isSecondary: [Bool]
    /// Words that half of all names begin with.
    let leads: (register: Token?, sign: Token?, grant: Token?)

    init(_ entries: [CatalogueEntry], words: SearchWords) {
        self.entries = entries
        let words = PreparedWords(words)
        let nameWords = entries.map { Self.withoutPreamble(SearchTokens.folded(Self.core(of: $0.name.vi))) }
        let englishWords = entries.map { $0.name.en == $0.name.vi ? [] : SearchTokens.folded($0.name.en) }
        let textWords = entries.map { SearchTokens.folded("\($0.name.vi) \($0.field.vi) \($0.field.en)") + SearchTokens.alreadyFolded($0.searchText) }
        let vocabulary = Set(nameWords.joined()).union(englishWords.joined()).union(textWords.joined()).union(words.syllables).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, Token($0)) })
        let names = nameWords.map { $0.compactMap { numbers[$0] } }
        let inName = Self.postings(names, count: vocabulary.count)
        let weights = inName.map { Self.weight(of: $0.count, among: entries.count) }
        (self.vocabulary, self.numbers, self.names, self.inName, self.weights) = (vocabulary, numbers, names, inName, weights)
        self.words = words.weighed { syllable in numbers[syllable].map { weights[Int($0)] } ?? 3 }
        inEnglish = Self.postings(englishWords.map { $0.compactMap { numbers[$0] } }, count: vocabulary.count)
        inText = Self.postings(textWords.map { $0.compactMap { numbers[$0] } }, count: vocabulary.count)
        nameWeights = names.map { name in name.reduce(0) { $0 + weights[Int($1)] } }
        (markedNames, markedNumbers) = Self.marked(entries)
        initials = NameInitials(nameWords)
        spelling = Spelling(vocabulary: vocabulary, numbers: numbers, phrases: nameWords + words.phrases)
        boosts = entries.map(Self.boost)
        isSecondary = nameWords.map { name in Self.secondary.contains { name.starts(with: $0) } }
        leads = (numbers["dang"], numbers["ki"], numbers["cap"])
        positions = Dictionary(entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A name without what it adds in brackets, which is mostly who does it.
    private static func core(of name: String) -> String {
        var (core, depth) = ("", 0)
        for character in name {
            if character == "(" { depth += 1 }
            if depth == 0 { core.append(character) }
            if character == ")", depth > 0 { depth -= 1 }
        }
        return core.count * 3 > name.count ? core : name
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

    /// Half a point for each halving of how many names have it. What no name has counts as a fairly rare word, no more: it may
    /// be an everyday word that says little.
    private static func weight(of count: Int, among all: Int) -> Float {
        guard count > 0 else { return 3 }
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
                let key = SearchTokens.key(ofMarked: word)
                if let number = numbers[key] { return number }
                let number = Int32(numbers.count)
                numbers[key] = number
                return number
            }
        }
        return (names, numbers)
    }

    private static let secondary = [
        "đổi", "cấp đổi", "cấp lại", "thu hồi", "hủy", "gia hạn", "sửa đổi", "điều chỉnh", "chấm dứt", "xóa", "tạm dừng", "tạm ngừng", "chuyển đổi",
        "thay đổi",
        "đăng ký lại", "đăng ký thay đổi", "bổ sung", "cấp điều chỉnh", "cấp sửa đổi", "cấp gia hạn", "dừng", "rút", "mở khóa", "khóa", "đình chỉ",
    ].map(SearchTokens.folded)

    private static func boost(_ entry: CatalogueEntry) -> Float {
        var boost: Float = entry.canBeFiled ? 14 : 0
        if entry.levels.contains(.commune) { boost += 8 } else if entry.levels.contains(.province) { boost += 5 }
        // Where the published list does not say who resolves it, it is as often a commune as anybody else; embassies and the
        // army, though, serve people who are abroad or serve in it.
        if entry.levels.isEmpty { boost += ["bo ngoai giao", "bo quoc phong"].contains(folded(entry.announcedBy)) ? -12 : 4 }
        if entry.levels == [.ministry] { boost -= 4 }
        if entry.levels == [.otherAgency] { boost -= 6 }
        if entry.isInternal { boost -= 25 }
        if entry.belongsElsewhere { boost -= 60 }
        return boost
    }
}
