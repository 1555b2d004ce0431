// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Yams

/// How people of the province say what the law names otherwise: everyday words, abbreviations, words that say nothing.
package struct SearchWords: Codable, Hashable, Sendable {
    /// Words that do not help to find anything: `tôi muốn`, `làm sao`.
    package let fillers: [String]
    /// Everyday words for the same thing, the first of which stands for all: `sổ đỏ`, `sổ hồng`, `bìa đỏ`.
    package let alike: [[String]]
    package let synonyms: [Synonym]
    /// The turns of life that lead to procedures without any search.
    package private(set) var events: [LifeEvent]

    package init(fillers: [String] = [], alike: [[String]] = [], synonyms: [Synonym] = [], events: [LifeEvent] = []) {
        (self.fillers, self.alike, self.synonyms, self.events) = (fillers, alike, synonyms, events)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        fillers = try container.decodeIfPresent([String].self, forKey: .fillers) ?? []
        alike = try container.decodeIfPresent([[String]].self, forKey: .alike) ?? []
        synonyms = try container.decodeIfPresent([Synonym].self, forKey: .synonyms) ?? []
        events = try container.decodeIfPresent([LifeEvent].self, forKey: .events) ?? []
    }

    package struct Synonym: Codable, Hashable, Sendable {
        /// What people say; each is enough.
        package let say: [String]
        /// What the procedures' names say instead; each is tried.
        package let mean: [String]

        package init(say: [String], mean: [String]) {
            (self.say, self.mean) = (say, mean)
        }
    }

    /// The words of a province pack: `search/synonyms.yaml` and `search/life-events.yaml`; none where it has no such files.
    package static func load(pack: URL) throws -> SearchWords {
        var words = try read(SearchWords.self, "synonyms.yaml", in: pack) ?? SearchWords()
        words.events = try read([LifeEvent].self, "life-events.yaml", in: pack) ?? []
        return words
    }

    private static func read<Content: Decodable>(_ type: Content.Type, _ name: String, in pack: URL) throws -> Content? {
        let file = pack.appending(path: "search/\(name)")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try YAMLDecoder().decode(type, from: Data(contentsOf: file))
    }
}
