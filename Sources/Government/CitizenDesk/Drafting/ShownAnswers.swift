// SPDX-License-Identifier: Apache-2.0

import Drafts

/// What a page showed in its fields, as one short digest for each, so that a save can tell what its sender changed from what
/// only stood there: a page opened long ago overwrites nothing another device has saved since.
struct ShownAnswers: Hashable {
    private let digests: [String: UInt64]

    init(_ entries: [FilingDraft.Entry]) {
        // An empty field and none are the same.
        digests = Dictionary(grouping: entries.filter { !$0.value.isEmpty }, by: \.name).mapValues { Self.digest($0.map(\.value)) }
    }

    /// As a hidden field carries it: `name=digest name=digest`.
    init(_ text: String) {
        let pairs = text.split(separator: " ").compactMap { pair -> (String, UInt64)? in
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let digest = UInt64(parts[1], radix: 36) else { return nil }
            return (String(parts[0]), digest)
        }
        digests = Dictionary(pairs) { $1 }
    }

    var text: String {
        digests.sorted { $0.key < $1.key }.map { "\($0.key)=\(String($0.value, radix: 36))" }.joined(separator: " ")
    }

    /// The step as it is to be kept: what was changed on the page as posted, everything else as it is stored.
    func merge(posted: [FilingDraft.Entry], stored: [FilingDraft.Entry]) -> [FilingDraft.Entry] {
        let now = ShownAnswers(posted)
        let changed = Set(digests.keys).union(now.digests.keys).filter { digests[$0] != now.digests[$0] }
        return stored.filter { !changed.contains($0.name) } + posted.filter { changed.contains($0.name) }
    }

    /// Whether somebody else has stored other answers since, which are not what was posted either.
    func wereChanged(in stored: [FilingDraft.Entry], besides posted: [FilingDraft.Entry]) -> Bool {
        let (there, now) = (ShownAnswers(stored), ShownAnswers(posted))
        return Set(digests.keys).union(there.digests.keys).contains { name in
            let value = there.digests[name]
            return value != digests[name] && value != now.digests[name]
        }
    }

    /// FNV-1a.
    private static func digest(_ values: [String]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for value in values {
            for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        return hash
    }
}
