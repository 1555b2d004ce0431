// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A place's name to compare with: with and without marks, with and without the word for its kind.
struct PlaceName: Hashable, Sendable {
    /// `phuong trung vuong` and `trung vuong`
    let full: String
    let bare: String
    /// The same with marks: `phường trưng vương`, `trưng vương`.
    let spelling: String
    let bareSpelling: String

    private static let kinds: [[String]] = [
        ["phuong"], ["xa"], ["thi", "tran"], ["p"], ["x"], ["tt"], ["huyen"], ["h"], ["thanh", "pho"], ["tp"], ["t", "p"], ["thi", "xa"], ["tx"],
        ["quan"], ["tinh"],
    ]
    /// What English puts behind a name.
    private static let endings: Set<String> = ["ward", "commune", "township", "district", "city"]

    init(_ name: String) {
        let words = folded(name).split(separator: " ").map(String.init)
        // Folding parts words at every sign; the spelling is parted the same way, so that the words stand opposite each other.
        let spelled = normalised(name).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let kind = Self.kinds.first { words.count > $0.count && words.starts(with: $0) }?.count ?? 0
        let ending = words.count > kind + 1 && Self.endings.contains(words.last ?? "") ? 1 : 0
        full = words.joined(separator: " ")
        bare = words.dropFirst(kind).dropLast(ending).joined(separator: " ")
        spelling = spelled.joined(separator: " ")
        bareSpelling = spelled.count == words.count ? spelled.dropFirst(kind).dropLast(ending).joined(separator: " ") : ""
    }

    /// Whether somebody calls the place this, with its kind or without.
    func isCalled(_ other: PlaceName) -> Bool {
        full == other.full || bare == other.full || bare == other.bare
    }
}

/// `Trưng Vương, TP Thái Nguyên` or `Trưng Vương (TP Thái Nguyên)`: the name, then the districts it is narrowed by.
struct TypedName {
    let name: PlaceName
    let districts: [PlaceName]
    let words: [Substring]

    init(_ typed: String) {
        let parts = typed.split { ",();".contains($0) }.map { PlaceName(String($0)) }.filter { !$0.full.isEmpty }
        name = parts.first ?? PlaceName("")
        districts = Array(parts.dropFirst())
        // The words for kinds of places would fit half the province.
        words = parts.flatMap { $0.bare.split(separator: " ") }
    }
}
