// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What an answer is: decides the control on the page and the rules it is checked by.
package enum QuestionKind: String, Codable, CaseIterable, Sendable {
    case shortText, longText, number, money, date, partialDate, choice, multipleChoice, yesNo
    case personalID, phone, email, taxCode, address
}

/// Something the system already knows about the applicant and must not ask twice (NĐ 309/2026 Đ2).
package enum Prefill: String, Codable, CaseIterable, Sendable {
    case applicantName, applicantPersonalID, applicantBirthDate, applicantPhone, applicantEmail, applicantAddress
}

/// The side of today a date must lie on.
package enum DateSide: String, Codable, CaseIterable, Sendable {
    case notInFuture, notInPast
}

/// One of the answers a choice offers.
package struct Choice: Codable, Hashable, Sendable {
    package let value: String
    package let label: Phrase

    package init(value: String, label: Phrase) {
        (self.value, self.label) = (value, label)
    }
}

/// One question. An `address` uses two keys: `<id>` for the detail and `<id>_commune` for the commune:
/// its statistical code, or a place outside the province (`PlaceElsewhere`).
package struct Question: Hashable, Sendable {
    package let id: String
    package let kind: QuestionKind
    package let label: Phrase
    package let hint: Phrase?
    /// True unless the definition says otherwise.
    package let required: Bool
    package let visibleWhen: Condition?
    package let choices: [Choice]
    /// Smallest and largest value of a number or an amount of money.
    package let minimum: Double?
    package let maximum: Double?
    /// Digits allowed after the decimal comma of a number, 0…2. (Two at most, so that a dot before three digits always
    /// separates thousands.)
    package let decimals: Int
    /// Characters, not bytes.
    package let maximumLength: Int
    package let side: DateSide?
    package let prefill: Prefill?

    package init(
        id: String, kind: QuestionKind, label: Phrase, hint: Phrase? = nil, required: Bool = true, visibleWhen: Condition? = nil,
        choices: [Choice] = [], minimum: Double? = nil, maximum: Double? = nil, decimals: Int = 0, maximumLength: Int? = nil,
        side: DateSide? = nil, prefill: Prefill? = nil
    ) {
        (self.id, self.kind, self.label, self.hint) = (id, kind, label, hint)
        (self.required, self.visibleWhen, self.choices) = (required, visibleWhen, choices)
        (self.minimum, self.maximum, self.decimals) = (minimum, maximum, decimals)
        (self.side, self.prefill) = (side, prefill)
        self.maximumLength = maximumLength ?? kind.usualLength
    }

    /// Whether the question is asked of somebody who has answered this much; `row` holds the answers of the same
    /// repetition of a repeated section.
    package func isAsked(_ answers: Answers, row: Answers = [:]) -> Bool {
        visibleWhen?.holds(answers, row: row) ?? true
    }

    /// The key of the commune of an address.
    package var communeKey: String { id + "_commune" }

    /// The keys of the boxes of a date: day, month, year.
    package var dateKeys: [String] { [id + "_day", id + "_month", id + "_year"] }

    /// Every key under which a page sends this answer.
    package var keys: [String] {
        switch kind {
        case .address: [id, communeKey]
        case .date, .partialDate: [id] + dateKeys
        default: [id]
        }
    }
}

extension QuestionKind {
    /// The limit of characters where the definition states none.
    package var usualLength: Int { self == .longText ? 2000 : 200 }

    package var hasChoices: Bool { self == .choice || self == .multipleChoice }
}

extension Question: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, kind, label, hint, required, visibleWhen, choices, minimum, maximum, decimals, maximumLength, side, prefill
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            kind: try container.decode(QuestionKind.self, forKey: .kind),
            label: try container.decode(Phrase.self, forKey: .label),
            hint: try container.decodeIfPresent(Phrase.self, forKey: .hint),
            required: try container.decodeIfPresent(Bool.self, forKey: .required) ?? true,
            visibleWhen: try container.decodeIfPresent(Condition.self, forKey: .visibleWhen),
            choices: try container.decodeIfPresent([Choice].self, forKey: .choices) ?? [],
            minimum: try container.decodeIfPresent(Double.self, forKey: .minimum),
            maximum: try container.decodeIfPresent(Double.self, forKey: .maximum),
            decimals: try container.decodeIfPresent(Int.self, forKey: .decimals) ?? 0,
            maximumLength: try container.decodeIfPresent(Int.self, forKey: .maximumLength),
            side: try container.decodeIfPresent(DateSide.self, forKey: .side),
            prefill: try container.decodeIfPresent(Prefill.self, forKey: .prefill))
    }
}
