// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension FormDefinition {
    /// Everything that keeps this definition from being published; empty when it is sound.
    package func problems() -> [Phrase] {
        var problems: [Phrase] = []
        if sections.isEmpty { problems.append(Phrase(vi: "Biểu mẫu không có phần nào.", en: "The form has no section.")) }
        problems += duplicates()
        var known: [String: Question] = [:]
        for section in sections {
            problems += section.shapeProblems()
            problems += section.visibleWhen.map { Self.problems(of: $0, where: section.id, known: known) } ?? []
            var inside = known
            for question in section.questions {
                problems += question.shapeProblems()
                problems += question.visibleWhen.map { Self.problems(of: $0, where: question.id, known: inside) } ?? []
                inside[question.id] = question
            }
            // Answers of a repeated section cannot be looked at from outside: there are many of them.
            if section.repeats == nil { known = inside }
        }
        return problems
    }

    /// What is wrong with a condition over a finished form, such as that of a dossier component.
    package func problems(of condition: Condition, where place: String) -> [Phrase] {
        let single = sections.filter { $0.repeats == nil }.flatMap(\.questions)
        return Self.problems(of: condition, where: place, known: Dictionary(single.map { ($0.id, $0) }) { first, _ in first })
    }

    private static func problems(of condition: Condition, where place: String, known: [String: Question]) -> [Phrase] {
        var problems: [Phrase] = []
        for id in condition.questions.sorted() where known[id] == nil {
            problems.append(
                Phrase(
                    vi: "Điều kiện của “\(place)” nhắc đến “\(id)”, là câu hỏi không có, đứng sau, hoặc nằm trong phần lặp.",
                    en: "The condition of “\(place)” mentions “\(id)”, which does not exist, comes later, or is repeated."))
        }
        for (id, value) in condition.comparisons {
            guard let question = known[id], let possible = question.possibleValues, !possible.contains(value) else { continue }
            problems.append(
                Phrase(
                    vi: "Điều kiện của “\(place)” so “\(id)” với “\(value)”, câu trả lời không bao giờ có.",
                    en: "The condition of “\(place)” compares “\(id)” with “\(value)”, an answer it never has."))
        }
        return problems
    }

    private func duplicates() -> [Phrase] {
        var seen: Set<String> = []
        let names = [id] + sections.flatMap { [$0.id] + $0.questions.flatMap(\.keys) }
        return names.dropFirst().filter { !seen.insert($0).inserted }.map {
            Phrase(vi: "Mã “\($0)” được dùng hai lần.", en: "The id “\($0)” is used twice.")
        }
    }
}

extension FormSection {
    fileprivate func shapeProblems() -> [Phrase] {
        var problems: [Phrase] = []
        if !isPlainID(id) { problems.append(badID(id)) }
        if questions.isEmpty { problems.append(Phrase(vi: "Phần “\(id)” không có câu hỏi.", en: "Section “\(id)” has no question.")) }
        if isBlank(title) || isBlank(note) { problems.append(untranslated(id)) }
        if let repeats, repeats.minimum < 0 || repeats.maximum < max(1, repeats.minimum) || repeats.maximum > 200 {
            problems.append(
                Phrase(
                    vi: "Phần “\(id)”: số lần lặp phải từ 0 đến 200, nhỏ trước lớn sau.",
                    en: "Section “\(id)” repeats 0 to 200 times, smallest first."))
        }
        return problems
    }
}

extension Question {
    /// The answers a closed question can have; nil when it is open.
    var possibleValues: Set<String>? {
        switch kind {
        case .choice, .multipleChoice: Set(choices.map(\.value))
        case .yesNo: ["yes", "no"]
        default: nil
        }
    }

    fileprivate func shapeProblems() -> [Phrase] {
        var problems: [Phrase] = []
        if !isPlainID(id) { problems.append(badID(id)) }
        if isBlank(label) || isBlank(hint) || choices.contains(where: { isBlank($0.label) }) { problems.append(untranslated(id)) }
        problems += choiceProblems()
        let isNumber = kind == .number || kind == .money
        if (minimum != nil || maximum != nil) && !isNumber { problems.append(misplaced("minimum, maximum")) }
        if let minimum, let maximum, minimum > maximum {
            problems.append(Phrase(vi: "“\(id)”: giá trị nhỏ nhất lớn hơn giá trị lớn nhất.", en: "“\(id)”: the minimum is above the maximum."))
        }
        if decimals != 0 && kind != .number || !(0...2).contains(decimals) { problems.append(misplaced("decimals")) }
        if side != nil && kind != .date && kind != .partialDate { problems.append(misplaced("side")) }
        if !(1...20_000).contains(maximumLength) { problems.append(misplaced("maximumLength")) }
        return problems
    }

    private func choiceProblems() -> [Phrase] {
        if !kind.hasChoices { return choices.isEmpty ? [] : [misplaced("choices")] }
        if choices.isEmpty { return [Phrase(vi: "“\(id)” thiếu các câu trả lời để chọn.", en: "“\(id)” has no choices.")] }
        let values = choices.map(\.value)
        return Set(values).count == values.count && !values.contains("")
            ? [] : [Phrase(vi: "“\(id)” có câu trả lời trùng hoặc trống mã.", en: "“\(id)” has a repeated or empty choice.")]
    }

    private func misplaced(_ key: String) -> Phrase {
        Phrase(vi: "“\(id)”: “\(key)” không dùng được ở đây hoặc ngoài giới hạn.", en: "“\(id)”: “\(key)” does not apply here or is out of range.")
    }
}

/// Lower-case ASCII letters, digits and `_`, beginning with a letter: safe in a page, a path and a file.
private func isPlainID(_ id: String) -> Bool {
    guard let first = id.utf8.first, (97...122).contains(first), id.utf8.count <= 64 else { return false }
    return id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
}

private func isBlank(_ phrase: Phrase?) -> Bool {
    guard let phrase else { return false }
    return normalised(phrase.vi).isEmpty || normalised(phrase.en).isEmpty
}

private func badID(_ id: String) -> Phrase {
    Phrase(
        vi: "Mã “\(id)” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ.",
        en: "The id “\(id)” may hold only small letters, digits and underscores, and begins with a letter.")
}

private func untranslated(_ id: String) -> Phrase {
    Phrase(vi: "“\(id)” có câu chữ trống trong một ngôn ngữ.", en: "“\(id)” has words missing in one language.")
}
