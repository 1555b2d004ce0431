// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What an import read, changed and found odd. Every line that is not blank is in exactly one of `added`, `changed`,
/// `unchanged` and `unreadable`.
package struct CatalogueImportReport: Hashable, Sendable {
    package var read = 0
    package var added = 0
    package var changed = 0
    package var unchanged = 0
    package var unreadable: [UnreadableLine] = []
    package var blank = 0
    /// Records with at least one flag.
    package var flagged = 0
    package var flags: [CatalogueFlagKind: FlagCount] = [:]

    package init() {}

    package struct UnreadableLine: Hashable, Sendable {
        package let file: String
        package let line: Int
        package let reason: UnreadableReason
    }

    package struct FlagCount: Hashable, Sendable {
        /// Records that have this flag.
        package var records = 0
        /// Places in them.
        package var places = 0
        package var examples: [Example] = []
    }

    package struct Example: Hashable, Sendable {
        package let code: String
        package let flag: CatalogueFlag
    }

    mutating func count(_ flags: [CatalogueFlag], code: String) {
        if !flags.isEmpty { flagged += 1 }
        var seen: Set<CatalogueFlagKind> = []
        for flag in flags {
            let isFirst = seen.insert(flag.kind).inserted
            add(flag, code: code, isNewRecord: isFirst)
        }
    }

    mutating func add(_ flag: CatalogueFlag, code: String, isNewRecord: Bool) {
        var count = flags[flag.kind] ?? FlagCount()
        count.places += 1
        if isNewRecord {
            count.records += 1
            if count.examples.count < 3 { count.examples.append(Example(code: code, flag: flag)) }
        }
        flags[flag.kind] = count
    }
}

extension CatalogueImportReport: Encodable {
    private enum CodingKeys: String, CodingKey {
        case read, added, changed, unchanged, flagged, flags, unreadable
        case unreadableLines = "unreadable_lines"
    }

    private enum LineKeys: String, CodingKey { case file, line, reason }

    /// `{read, added, changed, unchanged, flagged, flags{kind: records}, unreadable, unreadable_lines[]}`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(read, forKey: .read)
        try container.encode(added, forKey: .added)
        try container.encode(changed, forKey: .changed)
        try container.encode(unchanged, forKey: .unchanged)
        try container.encode(flagged, forKey: .flagged)
        try container.encode(Dictionary(uniqueKeysWithValues: flags.map { ($0.key.rawValue, $0.value.records) }), forKey: .flags)
        try container.encode(unreadable.count, forKey: .unreadable)
        var lines = container.nestedUnkeyedContainer(forKey: .unreadableLines)
        for line in unreadable {
            var entry = lines.nestedContainer(keyedBy: LineKeys.self)
            try entry.encode(line.file, forKey: .file)
            try entry.encode(line.line, forKey: .line)
            try entry.encode(line.reason.phrase.en, forKey: .reason)
        }
    }
}

extension CatalogueImportReport {
    /// The report for a person: the sums, then each kind of oddity with examples, most frequent first.
    package func text(_ language: Language) -> String {
        var lines = [
            Self.sums(
                language,
                [
                    "read": grouped(read), "added": grouped(added), "changed": grouped(changed), "unchanged": grouped(unchanged),
                    "unreadable": grouped(unreadable.count), "flagged": grouped(flagged),
                ])
        ]
        for line in unreadable.prefix(20) { lines.append("  \(line.file):\(line.line): \(line.reason.phrase[language])") }
        if unreadable.count > 20 { lines.append("  …") }
        for (kind, count) in flags.sorted(by: { ($0.value.records, $1.key.rawValue) > ($1.value.records, $0.key.rawValue) }) {
            lines.append("")
            lines.append("\(kind.rawValue): \(kind.phrase[language])")
            lines.append("  " + Self.counts(language, ["records": grouped(count.records), "places": grouped(count.places)]))
            for example in count.examples {
                let found = example.flag.found.split(separator: "\n").joined(separator: " ").prefix(80)
                lines.append("  \(example.code)  \(example.flag.place)  \(found)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static let sums = Phrase(
        vi: "Đã đọc {read} dòng: {added} mới, {changed} thay đổi, {unchanged} giữ nguyên, {unreadable} không đọc được; {flagged} có điểm cần xem.",
        en: "{read} lines read: {added} new, {changed} changed, {unchanged} unchanged, {unreadable} unreadable; {flagged} have something to look at.")

    private static let counts = Phrase(vi: "{records} thủ tục, {places} chỗ", en: "{records} procedures, {places} places")
}
