// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation

/// The answer of `GET /procedures/suggest`: what the search box shows while somebody types.
struct SuggestionsJSON: Encodable {
    struct Item: Encodable {
        let name: String
        /// The language of the name where it is not the page's.
        let lang: String?
        let hint: String
        let link: String
    }

    /// As many as fit on a phone above the keyboard.
    static let most = 6

    let items: [Item]
    /// What is read out and shown below them.
    let status: String

    init(_ answer: CatalogueAnswer, takesFilings: Bool, _ language: Language) {
        items = answer.hits.map { hit in
            let entry = hit.entry
            let parts = [
                entry.field[language], entry.levels.first?.phrase[language],
                entry.canBeFiled ? ProcedureLine.Words.filed(takesFilings)[language] : nil,
            ]
            return Item(
                name: entry.name[language], lang: language != .vi && entry.name.en == entry.name.vi ? "vi" : nil,
                hint: parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "), link: "/procedures/" + encoded(entry.code))
        }
        let counts = ["n": String(answer.hits.count), "all": grouped(answer.total)]
        status = (answer.total == 0 ? Words.nothing : answer.total > answer.hits.count ? Words.some : Words.all)(language, counts)
    }

    private enum Words {
        static let nothing = Phrase(
            vi: "Chưa thấy thủ tục nào. Thử từ khác, hoặc bấm Tìm để xem cách tìm tiếp.",
            en: "No procedure yet. Try other words, or press Search to see what else helps.")
        static let some = Phrase(
            vi: "{n} gợi ý đầu trong {all} thủ tục. Phím ↑ ↓ để chọn, Enter để mở.",
            en: "The first {n} of {all} procedures. ↑ ↓ to choose, Enter to open.")
        static let all = Phrase(vi: "{n} thủ tục. Phím ↑ ↓ để chọn, Enter để mở.", en: "{n} procedures. ↑ ↓ to choose, Enter to open.")
    }
}
