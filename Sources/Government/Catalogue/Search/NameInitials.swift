// SPDX-License-Identifier: Apache-2.0

/// The first letters of every name's words, for those who type `gpxd` or `dkks`.
struct NameInitials: Sendable {
    private let letters: [[UInt8]]

    init(_ names: [[String]]) {
        letters = names.map { name in name.compactMap(\.utf8.first) }
    }

    /// Whether letters can be such first letters: they make no syllable, or a short one.
    static func canBe(_ word: String) -> Bool {
        (2...8).contains(word.utf8.count) && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// Where in a name these first letters stand together; nil where they do not.
    func place(of word: [UInt8], in entry: Int) -> Int? {
        let letters = letters[entry]
        guard letters.count >= word.count else { return nil }
        return letters.withUnsafeBufferPointer { letters in
            word.withUnsafeBufferPointer { word in
                var start = 0
                while start <= letters.count - word.count {
                    var length = 0
                    while length < word.count, letters[start + length] == word[length] { length += 1 }
                    if length == word.count { return start }
                    start += 1
                }
                return nil
            }
        }
    }
}
