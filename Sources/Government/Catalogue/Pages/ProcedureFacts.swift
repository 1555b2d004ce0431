// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import WorkingTime

/// What the page of a procedure says, in one language, whoever published it: the parts of NĐ 63/2010 Đ8.
struct ProcedureFacts: Hashable, Sendable {
    let code: String
    let name: String
    let summary: String?
    let field: String
    let levels: [GovernmentLevel]
    let onlineLevel: OnlineLevel?
    let subjects: [String]
    let agency: String
    var ways: [Way] = []
    var cases: [Case] = []
    var results: [Coded] = []
    var steps: [Step] = []
    var legalBases: [Coded] = []
    var conditions: String?
    var numberOfSets: Int?
    var decision: String?
    var receivesOutsideTerritory = false
    var resolvedOnTheSpot = false

    /// A way of filing with what it announces.
    struct Way: Hashable, Sendable {
        let channel: String
        let limit: String
        let fee: String
        let note: String
    }

    struct Case: Hashable, Sendable {
        /// Nil where papers are only grouped, without a case of their own.
        let code: String?
        let name: String
        let limit: String?
        let papers: [Paper]
        let fees: [Fee]
    }

    struct Paper: Hashable, Sendable {
        let name: String
        let note: String?
        /// `1 bản chính, 2 bản sao`; empty for what is only a note.
        let quantity: String
        let isNote: Bool
        let isOptional: Bool
    }

    struct Fee: Hashable, Sendable {
        let name: String
        let amount: String
        let note: String?
    }

    struct Coded: Hashable, Sendable {
        let code: String?
        let name: String
    }

    struct Step: Hashable, Sendable {
        let name: String
        let text: String
    }
}

extension ProcedureFacts {
    /// `1 bản chính, 2 bản sao`.
    static func quantity(originals: Int, copies: Int, _ language: Language) -> String {
        var parts: [String] = []
        if originals > 0 { parts.append((originals == 1 ? Words.original : Words.originals)(language, ["n": "\(originals)"])) }
        if copies > 0 { parts.append((copies == 1 ? Words.copy : Words.copies)(language, ["n": "\(copies)"])) }
        return parts.joined(separator: ", ")
    }

    enum Words {
        static let original = Phrase(vi: "{n} bản chính", en: "{n} original")
        static let originals = Phrase(vi: "{n} bản chính", en: "{n} originals")
        static let copy = Phrase(vi: "{n} bản sao", en: "{n} copy")
        static let copies = Phrase(vi: "{n} bản sao", en: "{n} copies")
        static let shown = Phrase(vi: "chỉ xuất trình", en: "only shown")
        static let electronicForm = Phrase(vi: "điền trực tuyến hoặc theo mẫu", en: "filled in online or on the form")
        static let free = Phrase(vi: "Miễn phí", en: "Free")
        static let unstated = Phrase(vi: "Chưa công bố", en: "Not published")
        static let atOnce = Phrase(vi: "Giải quyết ngay", en: "At once")
        static let sameDay = Phrase(
            vi: "Ngay trong ngày; nhận hồ sơ sau {time} thì ngày làm việc tiếp theo",
            en: "The same day; if received after {time}, the next working day")
        static let commune = Phrase(vi: "Ủy ban nhân dân xã, phường", en: "Commune People’s Committee")
        static let unitUnstated = Phrase(vi: "{amount} (chưa rõ đơn vị)", en: "{amount} (unit not stated)")
    }
}
