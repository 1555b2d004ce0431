// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Reads and judges the answer to one question.
struct QuestionRules {
    let question: Question
    let communes: Set<String>?
    let today: LocalDate?

    private var id: String { question.id }

    func read(_ answers: Answers) -> Reading {
        switch question.kind {
        case .date: return readDate(answers)
        case .partialDate: return readPartialDate(answers)
        case .address: return readAddress(answers)
        case .multipleChoice: return readChoices(answers[id])
        default: break
        }
        guard let raw = given(answers[id]) else { return .nothing }
        return switch question.kind {
        case .longText: limited(cleanedParagraphs(raw))
        case .number, .money: readNumber(raw)
        case .choice: question.choices.contains { $0.value == raw } ? .text(id, raw) : .wrong(id, Sentence.notOffered(question))
        case .yesNo: yesOrNo(raw).map { .text(id, $0) } ?? .wrong(id, Sentence.yesOrNo(question))
        case .personalID: judged(PersonalID.read(raw, today: today))
        case .phone: judged(PhoneNumber.read(raw))
        case .email: judged(EmailAddress.read(raw))
        case .taxCode: judged(TaxCode.read(raw, today: today))
        default: limited(cleanedLine(raw))
        }
    }

    /// The text given, trimmed and composed; nil when there is none. A list of one counts as that one.
    func given(_ value: AnswerValue?) -> String? {
        let text =
            switch value {
            case .text(let text): normalised(text)
            case .list(let list) where list.count == 1: normalised(list[0])
            default: ""
            }
        return text.isEmpty ? nil : text
    }

    private func limited(_ text: String) -> Reading {
        if text.isEmpty { return .nothing }
        let count = text.count
        return count <= question.maximumLength ? .text(id, text) : .wrong(id, Sentence.tooLong(question, has: count))
    }

    private func judged(_ verdict: Verdict) -> Reading {
        switch verdict {
        case .right(let text): .text(id, text)
        case .wrong(let message): .wrong(id, message)
        }
    }

    private func readChoices(_ value: AnswerValue?) -> Reading {
        var ticked: Set<String> = []
        switch value {
        case .list(let list): ticked = Set(list.map(normalised))
        case .text(let text): ticked = [normalised(text)]
        default: break
        }
        ticked.remove("")
        let offered = question.choices.map(\.value)
        guard ticked.isSubset(of: offered) else { return .wrong(id, Sentence.notOffered(question)) }
        return ticked.isEmpty ? .nothing : .value(id, .list(offered.filter(ticked.contains)))
    }

    private func readNumber(_ raw: String) -> Reading {
        let decimals = question.kind == .money ? 0 : question.decimals
        guard let number = DecimalText(raw) else { return .wrong(id, Sentence.notANumber(question)) }
        guard number.decimals <= decimals else { return .wrong(id, Sentence.tooManyDecimals(question, decimals)) }
        let least = question.minimum ?? (question.kind == .money ? 0 : nil)
        if let least, number.value < least { return .wrong(id, Sentence.tooSmall(question, least)) }
        if let most = question.maximum, number.value > most { return .wrong(id, Sentence.tooLarge(question, most)) }
        return .text(id, number.canonical)
    }

    private func readAddress(_ answers: Answers) -> Reading {
        let detail = given(answers[id]).map(cleanedLine) ?? ""
        let commune = given(answers[question.communeKey])
        if detail.isEmpty, commune == nil { return .nothing }
        var reading = Reading()
        var place = commune ?? ""
        if detail.isEmpty {
            reading.errors.append(FieldError(field: id, message: Sentence.detailMissing(question)))
        } else if detail.count > question.maximumLength {
            reading.errors.append(FieldError(field: id, message: Sentence.tooLong(question, has: detail.count)))
        }
        if let commune {
            if let elsewhere = PlaceElsewhere(answer: commune) {
                place = PlaceElsewhere(typed: cleanedLine(elsewhere.text)).answer
                if !elsewhere.isComplete {
                    reading.errors.append(FieldError(field: question.communeKey, message: Sentence.elsewhereIncomplete(question)))
                }
            } else if !isCommune(commune) {
                reading.errors.append(FieldError(field: question.communeKey, message: Sentence.communeUnknown(question)))
            }
        } else {
            reading.errors.append(FieldError(field: question.communeKey, message: Sentence.communeMissing(question)))
        }
        if reading.errors.isEmpty {
            reading.values = [id: .text(detail), question.communeKey: .text(place)]
        }
        return reading
    }

    private func isCommune(_ code: String) -> Bool {
        communes?.contains(code) ?? (code.utf8.count == 5 && code.utf8.allSatisfy { (48...57).contains($0) })
    }

    private func yesOrNo(_ raw: String) -> String? {
        switch folded(raw) {
        case "yes", "true", "1", "on", "co": "yes"
        case "no", "false", "0", "off", "khong": "no"
        default: nil
        }
    }
}
