// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel

/// Fills in a form the way it asks: question after question, only what is asked of somebody who has answered this much.
struct AnswerWriter {
    let person: SimulatedPerson
    let world: SimulationWorld
    let today: LocalDate
    let topics: [String: AnswerTopic]
    var chance: Chance

    mutating func answers(to form: FormDefinition) -> Answers {
        var given: Answers = [:]
        for section in form.sections where section.isAsked(given) {
            guard let repetition = section.repeats else {
                for question in section.questions where question.isAsked(given) { answer(question, &given) }
                continue
            }
            let rows = rows(of: section, repetition, given)
            if !rows.isEmpty { given[section.id] = .group(rows) }
        }
        return given
    }

    private mutating func rows(of section: FormSection, _ repetition: Repetition, _ given: Answers) -> [Answers] {
        let most = min(repetition.maximum, max(repetition.minimum, 3))
        let count = repetition.minimum == most ? most : chance.within(max(repetition.minimum, 1)...max(most, 1))
        return (0..<min(count, repetition.maximum)).map { _ in
            var row: Answers = [:]
            for question in section.questions where question.isAsked(given, row: row) { answer(question, &row) }
            return row
        }
    }

    /// What need not be answered is answered by two of three.
    private mutating func answer(_ question: Question, _ given: inout Answers) {
        guard question.required || chance.happens(0.66) else { return }
        switch question.kind {
        case .address:
            let place = question.prefill == nil && chance.happens(0.4) ? world.communes.draw(&chance) ?? person.commune : person.commune
            given[question.id] = .text(SimulatedPerson.house(in: place, &chance, world.facts))
            given[question.communeKey] = .text(place.statisticalCode)
        case .multipleChoice:
            given[question.id] = .list(ticked(question))
        default:
            given[question.id] = .text(text(for: question))
        }
    }

    /// As long as the question takes; bytes are never fewer than characters.
    private func fitting(_ text: String, _ question: Question) -> String {
        text.utf8.count <= question.maximumLength ? text : String(text.prefix(question.maximumLength))
    }

    private mutating func ticked(_ question: Question) -> [String] {
        let offered = question.choices.map(\.value)
        let first = chance.below(offered.count)
        return offered.enumerated().filter { $0.offset == first || chance.happens(0.2) }.map(\.element)
    }

    private mutating func text(for question: Question) -> String {
        switch question.kind {
        case .choice: chosen(question)
        case .yesNo: chance.happens(0.5) ? "yes" : "no"
        case .personalID: isOwn(question) ? person.personalID : SimulatedPerson.number(&chance, today: today, world.facts)
        case .phone: isOwn(question) ? person.phone : "0900" + padded(chance.below(1_000_000), 6)
        case .email: "nguoi.dan.\(chance.below(100_000))@example.com"
        case .taxCode: question.id.hasSuffix("_id") ? person.personalID : taxCode()
        case .number, .money: String(amount(question))
        case .date: date(question).iso
        case .partialDate: chance.happens(0.7) ? date(question).iso : String(date(question).iso.prefix(4))
        case .longText: chance.one(of: AnswerPhrases.sentences) ?? ""
        case .shortText: fitting(shortText(topics[question.id] ?? .other), question)
        case .address, .multipleChoice: ""
        }
    }

    /// The first choice is the usual one.
    private mutating func chosen(_ question: Question) -> String {
        (chance.happens(0.55) ? question.choices.first : chance.one(of: question.choices))?.value ?? ""
    }

    private func isOwn(_ question: Question) -> Bool { question.prefill != nil || question.id.hasPrefix("applicant") }

    private mutating func amount(_ question: Question) -> Int {
        let least = Int((question.minimum ?? (question.kind == .money ? 0 : 1)).rounded(.up))
        let most = question.maximum.map { $0 > 1e15 ? Int(1e15) : Int($0.rounded(.down)) }
        if question.kind == .money {
            let wanted = chance.within(1...400) * 500_000
            return min(max(least, wanted), most ?? wanted)
        }
        let usual = question.id.contains("area") ? 80...900 : question.id.contains("copies") || question.id.contains("floors") ? 1...4 : 1...40
        return min(max(least, chance.within(usual)), most ?? .max)
    }

    private mutating func date(_ question: Question) -> LocalDate {
        if question.prefill == .applicantBirthDate { return person.born }
        let isChild = question.id.hasPrefix("child") || question.id.hasPrefix("ward")
        let days: ClosedRange<Int> =
            switch question.side {
            case .notInPast: 1...45
            case .notInFuture where question.id.contains("birth"): isChild ? -55 ... -1 : -70 * 365 ... -20 * 365
            case .notInFuture: -1800 ... -1
            case nil: -200...120
            }
        return today.adding(days: chance.within(days))
    }

    /// Nine digits and the one that proves them.
    private mutating func taxCode() -> String {
        let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
        while true {
            let digits = [4, 6] + (0..<7).map { _ in chance.below(10) }
            let check = 10 - zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11
            if check < 10 { return digits.map(String.init).joined() + String(check) }
        }
    }
}
