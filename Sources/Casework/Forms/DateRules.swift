// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Dates arrive from three boxes (`<id>_day`, `<id>_month`, `<id>_year`), as ISO text or as `27/3/2024`; they are kept
/// as ISO text under `<id>`, partial ones as `2024-03` or `2024`.
extension QuestionRules {
    func readDate(_ answers: Answers) -> Reading {
        switch parts(answers) {
        case .none: return .nothing
        case .unreadable: return .wrong(question.id, Sentence.dateUnreadable(question))
        case .parts(let day, let month, let year):
            guard let day, let month, let year else { return .wrong(question.id, Sentence.dateIncomplete(question)) }
            guard let date = date(day, month, year) else { return .wrong(question.id, Sentence.noSuchDate(question, day, month, year)) }
            return wrongSide(date, date) ?? .text(question.id, date.iso)
        }
    }

    func readPartialDate(_ answers: Answers) -> Reading {
        switch parts(answers) {
        case .none: return .nothing
        case .unreadable: return .wrong(question.id, Sentence.partialDateUnreadable(question))
        case .parts(let day, let month, let year):
            guard let year, day == nil || month != nil else { return .wrong(question.id, Sentence.partialDateIncomplete(question)) }
            guard let first = date(day ?? 1, month ?? 1, year) else {
                return .wrong(question.id, Sentence.noSuchDate(question, day, month, year))
            }
            let last = day == nil ? first.adding(months: month == nil ? 12 : 1).adding(days: -1) : first
            let kept = first.iso.prefix(day != nil ? 10 : month != nil ? 7 : 4)
            return wrongSide(first, last) ?? .text(question.id, String(kept))
        }
    }

    private enum Parts {
        case none, unreadable
        case parts(day: Int?, month: Int?, year: Int?)
    }

    private func parts(_ answers: Answers) -> Parts {
        let boxes = question.dateKeys.map { given(answers[$0]) }
        if boxes.contains(where: { $0 != nil }) {
            let numbers = boxes.map { $0.flatMap(smallNumber) }
            for (box, number) in zip(boxes, numbers) where box != nil && number == nil { return .unreadable }
            return .parts(day: numbers[0], month: numbers[1], year: numbers[2])
        }
        guard let text = given(answers[question.id]) else { return .none }
        let isISO = text.contains("-") || (!text.contains("/") && text.utf8.count == 4)
        let pieces = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        let numbers = pieces.compactMap { smallNumber(String($0)) }
        guard numbers.count == pieces.count, (1...3).contains(numbers.count) else { return .unreadable }
        // ISO goes from the year down, the Vietnamese way from the day up.
        let yearFirst = isISO && pieces[0].utf8.count == 4 ? numbers : numbers.reversed()
        return .parts(
            day: yearFirst.count > 2 ? yearFirst[2] : nil, month: yearFirst.count > 1 ? yearFirst[1] : nil, year: yearFirst[0])
    }

    private func smallNumber(_ text: String) -> Int? {
        text.utf8.count <= 4 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    private func date(_ day: Int, _ month: Int, _ year: Int) -> LocalDate? {
        (1800...2200).contains(year) ? LocalDate(year: year, month: month, day: day) : nil
    }

    private func wrongSide(_ first: LocalDate, _ last: LocalDate) -> Reading? {
        guard let today, let side = question.side else { return nil }
        switch side {
        case .notInFuture: return first > today ? .wrong(question.id, Sentence.inFuture(question, today)) : nil
        case .notInPast: return last < today ? .wrong(question.id, Sentence.inPast(question, today)) : nil
        }
    }
}
