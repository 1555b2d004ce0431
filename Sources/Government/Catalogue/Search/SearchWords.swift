// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Yams

/// How people of the province say what the law names otherwise: everyday words, abbreviations, words that say nothing.
package struct SearchWords: Codable, Hashable, Sendable {
    /// Words that do not help to find anything: `tôi muốn`, `làm sao`.
    package let fillers: [String]
    package let synonyms: [Synonym]

    package init(fillers: [String] = [], synonyms: [Synonym] = []) {
        (self.fillers, self.synonyms) = (fillers, synonyms)
    }

    package struct Synonym: Codable, Hashable, Sendable {
        /// What people say; each is enough.
        package let say: [String]
        /// What the procedures' names say instead.
        package let mean: [String]
        /// The procedures meant, the likeliest first.
        package let procedures: [String]

        package init(say: [String], mean: [String] = [], procedures: [String] = []) {
            (self.say, self.mean, self.procedures) = (say, mean, procedures)
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            say = try container.decode([String].self, forKey: .say)
            mean = try container.decodeIfPresent([String].self, forKey: .mean) ?? []
            procedures = try container.decodeIfPresent([String].self, forKey: .procedures) ?? []
        }
    }

    /// The words of a province pack, `search/synonyms.yaml`; none when the pack has no such file.
    package static func load(pack: URL) throws -> SearchWords {
        let file = pack.appending(path: "search/synonyms.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return SearchWords() }
        return try YAMLDecoder().decode(SearchWords.self, from: Data(contentsOf: file))
    }
}
