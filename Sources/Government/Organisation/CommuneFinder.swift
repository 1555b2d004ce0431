// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Finds the commune somebody means by its name of today or by one it had before, with and without marks.
package struct CommuneFinder: Sendable {
    /// How well a name fits what was typed; the smaller the better.
    package enum Closeness: Int, Comparable, Sendable {
        /// The whole name, `Xã Văn Lăng`, with its marks and without them; then the same without the kind of place.
        case fullSpelling, fullName, spelling, name
        case beginning, words

        package static func < (one: Closeness, other: Closeness) -> Bool { one.rawValue < other.rawValue }

        /// Whether somebody who typed this has named the place, rather than begun to.
        package var isNamed: Bool { self <= .name }
    }

    package struct Match: Hashable, Sendable {
        /// The statistical code and the name of the commune of today.
        package let code: String
        package let name: Phrase
        /// The former commune whose name was typed; nil where it was today's name.
        package let former: FormerCommune?
        package let closeness: Closeness

        /// `Phường Trưng Vương (TP Thái Nguyên) nay là Phường Phan Đình Phùng`
        package var sentence: Phrase {
            guard let former else { return name }
            let place = "\(former.name) (\(former.shortDistrict))"
            return Phrase(vi: "\(place) nay là \(name.vi)", en: "\(place), now \(name.en)")
        }
    }

    private let entries: [Entry]

    init(communes: [Unit], former: [FormerCommune]) {
        let formerByCode = Dictionary(grouping: former, by: \.successor)
        var names: [String: Phrase] = [:]
        var today: [Entry] = []
        for unit in communes {
            guard let code = unit.statisticalCode else { continue }
            let name = unit.place ?? unit.name
            names[code] = name
            // People still add the district they lived in to the name of today.
            let districts = (formerByCode[code] ?? []).map(\.district)
            today.append(Entry(code: code, today: name, former: nil, name: name.vi, districts: districts))
        }
        entries =
            today
            + former.compactMap { commune in
                names[commune.successor].map {
                    Entry(code: commune.successor, today: $0, former: commune, name: commune.name, districts: [commune.district])
                }
            }
    }

    /// The best first, names of today before former ones; a former name that its successor still bears is not said twice.
    package func find(_ typed: String, limit: Int = 8) -> [Match] {
        let typed = TypedName(typed)
        guard !typed.words.isEmpty else { return [] }
        let found = entries.enumerated().compactMap { index, entry in entry.closeness(to: typed).map { (index: index, closeness: $0, entry: entry) } }
        let sorted = found.sorted { ($0.closeness, $0.index) < ($1.closeness, $1.index) }
        var kept: Set<String> = []
        let matches = sorted.filter { kept.insert("\($0.entry.code) \($0.entry.name)").inserted }
        return matches.prefix(limit).map { found in
            let keepsItsName = found.entry.name == found.entry.today.vi
            return Match(code: found.entry.code, name: found.entry.today, former: keepsItsName ? nil : found.entry.former, closeness: found.closeness)
        }
    }

    /// What somebody who typed this can only have meant: the places named best, one a commune of today.
    package func named(_ typed: String) -> [Match] {
        let matches = find(typed, limit: entries.count)
        guard let best = matches.first?.closeness, best.isNamed else { return [] }
        var codes: Set<String> = []
        return matches.filter { $0.closeness == best && codes.insert($0.code).inserted }
    }

    /// The communes of today in the order of their codes.
    package func all(limit: Int) -> [Match] {
        entries.lazy.filter { $0.former == nil }.prefix(limit).map { Match(code: $0.code, name: $0.today, former: nil, closeness: .words) }
    }
}

private struct Entry: Sendable {
    let code: String
    let today: Phrase
    let former: FormerCommune?
    let name: String
    private let full: PlaceName
    private let districts: [PlaceName]
    private let nameWords: [Substring]
    private let districtWords: [Substring]

    init(code: String, today: Phrase, former: FormerCommune?, name: String, districts: [String]) {
        (self.code, self.today, self.former, self.name) = (code, today, former, name)
        full = PlaceName(name)
        self.districts = districts.map(PlaceName.init)
        nameWords = full.bare.split(separator: " ")
        districtWords = self.districts.flatMap { $0.bare.split(separator: " ") }
    }

    func closeness(to typed: TypedName) -> CommuneFinder.Closeness? {
        if typed.districts.allSatisfy({ district in districts.contains { $0.isCalled(district) } }) {
            if let fit = nameCloseness(typed.name) { return fit }
        }
        return hasBeginnings(of: typed.words) ? .words : nil
    }

    /// Whether the words begin words of the name in order, and after the whole name words of the district: `dinh phung`,
    /// `trung thanh pho yen`.
    private func hasBeginnings(of typed: [Substring]) -> Bool {
        var rest = typed[...]
        var matched = 0
        for word in nameWords {
            guard let next = rest.first, word.hasPrefix(next) else { continue }
            rest.removeFirst()
            matched += 1
        }
        if rest.isEmpty { return matched > 0 }
        return matched == nameWords.count && rest.allSatisfy { word in districtWords.contains { $0.hasPrefix(word) } }
    }

    private func nameCloseness(_ typed: PlaceName) -> CommuneFinder.Closeness? {
        if typed.full == full.full { return typed.spelling == full.spelling ? .fullSpelling : .fullName }
        if typed.full == full.bare || typed.bare == full.bare, !full.bare.isEmpty {
            return typed.bareSpelling == full.bareSpelling ? .spelling : .name
        }
        guard !typed.bare.isEmpty else { return nil }
        return full.bare.hasPrefix(typed.bare) || full.full.hasPrefix(typed.full) ? .beginning : nil
    }
}
