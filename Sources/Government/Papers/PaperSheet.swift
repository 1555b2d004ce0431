// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The data of one paper: what every paper has, and what this one has of its own, side by side in one JSON object.
struct PaperSheet<Content: Encodable & Sendable>: Encodable, Sendable {
    let head: PaperHead
    let content: Content

    func encode(to encoder: any Encoder) throws {
        try head.encode(to: encoder)
        try content.encode(to: encoder)
    }
}

/// What stands at the head of every paper (NĐ 30/2020 Đ8).
struct PaperHead: Encodable, Sendable {
    /// `en` puts English beside the Vietnamese, which alone counts.
    var language = Language.vi.rawValue
    /// The body above the issuing one, which stands over it in plain capitals; empty where there is none.
    var parent: String
    var issuer: String
    var number: String
    var place: String
    var date: PaperDate
    var code = ""
    /// Where the dossier can be followed.
    var link = ""
}

/// Whose dossier it is, as every form about a dossier says it.
struct PaperSubject: Encodable, Sendable {
    struct Person: Encodable, Sendable {
        let name, personalID, address, phone, email: String
    }

    let applicant: Person
    let procedure: String
    let procedureCode: String
}

/// A day as it stands after the place: NĐ 30 writes a nought before days below 10 and the months 1 and 2.
struct PaperDate: Encodable, Sendable, Hashable {
    let day, month, year: String

    init(_ date: LocalDate) {
        day = padded(date.day, 2)
        month = date.month < 3 ? padded(date.month, 2) : String(date.month)
        year = String(date.year)
    }
}

/// A day and an hour, to the minute.
struct PaperMoment: Encodable, Sendable, Hashable {
    let hour, minute, day, month, year: String

    init(_ moment: LocalDateTime) {
        (hour, minute) = (padded(moment.hour, 2), padded(moment.minute, 2))
        (day, month, year) = (padded(moment.date.day, 2), padded(moment.date.month, 2), String(moment.date.year))
    }
}
