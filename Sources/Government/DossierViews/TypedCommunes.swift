// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Organisation
package import Web

/// Turns the names of communes typed into a form into the answers a dossier keeps: the code of a commune of the province,
/// or a place elsewhere. Names of today and former ones are understood, with and without marks.
package struct TypedCommunes: Sendable {
    private let directory: OrganisationDirectory

    package init(_ directory: OrganisationDirectory) {
        self.directory = directory
    }

    /// Every commune asked for in a posted form. What cannot be understood stays as it was typed, with an error on it; the form's
    /// own check refuses it too.
    package func resolved(_ form: FormData, for definition: FormDefinition) -> ResolvedCommunes {
        var resolved = ResolvedCommunes(form: form, answers: definition.answers(reading: form.all))
        var replaced: [String: [String]] = [:]
        for field in asked(definition, resolved.answers) {
            let typed = form[field.name] ?? ""
            guard !typed.isEmpty else { continue }
            switch read(typed, chosen: form.all(CommuneField.chosen(field.name))) {
            case .answer(let answer, let note):
                replaced[field.name] = [answer]
                if let note { resolved.notes.append(note) }
            case .unclear(let choices, let message):
                replaced[CommuneField.choices(field.name)] = choices
                resolved.errors.append(FieldError(field: field.name, message: message(field.label)))
            }
        }
        resolved.replace(replaced)
        resolved.answers = definition.answers(reading: resolved.form.all)
        return resolved
    }

    /// The code of the commune an address of one line ends with: `Tổ 1, Trưng Vương, TP Thái Nguyên, Thái Nguyên`; nil where it
    /// is not certain.
    package func code(endOf address: String) -> String? {
        let parts = address.split(separator: ",").map(String.init)
        for start in parts.indices.dropFirst() {
            let end = parts[start...].joined(separator: ",")
            if case .answer(let answer, _) = read(end, chosen: []), directory.communeCodes.contains(answer) { return answer }
        }
        return nil
    }

    private enum Reading {
        case answer(String, note: Phrase?)
        /// The codes to choose from, none where nothing resembles it, and what to say under a question's label.
        case unclear([String], (Phrase) -> Phrase)
    }

    private func read(_ typed: String, chosen: [String]) -> Reading {
        let text = cleanedLine(typed)
        if directory.communeCodes.contains(text) || PlaceElsewhere(answer: text) != nil { return .answer(text, note: nil) }
        var parts = text.split(separator: ",").map(String.init)
        if parts.count > 1, let last = parts.last {
            if let province = ProvinceNames.today(last) {
                let elsewhere = PlaceElsewhere(typed: text)
                if !isHere(province), elsewhere.isComplete { return .answer(elsewhere.answer, note: nil) }
                if isHere(province), isWritten(province, last) { parts.removeLast() }
            } else if let province = ProvinceNames.former(last) {
                guard isHere(province.today) else { return .unclear([]) { Words.formerProvince($0, province.former, province.today) } }
                if isWritten(province.former, last) { parts.removeLast() }
            }
        }
        return find(parts.joined(separator: ","), chosen: chosen, typed: text)
    }

    private func find(_ name: String, chosen: [String], typed: String) -> Reading {
        let named = directory.communeFinder.named(name)
        let offered = named.isEmpty ? directory.communeFinder.find(name) : named
        let certain = named.count == 1 ? named.first : nil
        if let match = offered.first(where: { chosen.contains($0.code) }) ?? certain {
            return .answer(match.code, note: match.former == nil ? nil : match.sentence.ended)
        }
        var codes: [String] = []
        for match in offered where !codes.contains(match.code) { codes.append(match.code) }
        let province = directory.province.name
        let typed = typed.count > 100 ? typed.prefix(100) + "…" : typed
        return .unclear(codes) { label in
            offered.isEmpty ? Words.unknown(label, typed, province) : Words.several(label, typed, offered, areNamed: !named.isEmpty)
        }
    }

    private func isHere(_ province: String) -> Bool { ProvinceNames.today(directory.province.name.vi) == province }

    /// `Thái Nguyên` and `tỉnh Thái Nguyên` are the province; `TP Thái Nguyên` is the city that was in it.
    private func isWritten(_ province: String, _ typed: String) -> Bool {
        let (whole, typed) = (folded(province), folded(typed))
        return whole == typed || whole.hasSuffix(" " + typed) || (typed.hasPrefix("tp ") && whole == "thanh pho " + typed.dropFirst(3))
    }

    private func asked(_ definition: FormDefinition, _ answers: Answers) -> [(name: String, label: Phrase)] {
        definition.sections.filter { $0.isAsked(answers) }.flatMap { section -> [(name: String, label: Phrase)] in
            guard section.repeats != nil else { return section.communes(answers, row: answers, path: "") }
            guard case .group(let rows) = answers[section.id] else { return [] }
            return rows.enumerated().flatMap { index, row in section.communes(answers, row: row, path: "\(section.id)[\(index)].") }
        }
    }
}

/// The names of what stands beside the field of a commune.
package enum CommuneField {
    /// Which of several places of one name is meant.
    package static func chosen(_ field: String) -> String { field + "_choice" }
    /// The codes to choose from. Never sent by a page: `TypedCommunes` puts them into the values the next page is drawn from.
    package static func choices(_ field: String) -> String { field + "_choices" }
}

/// What came of the communes typed into a form.
package struct ResolvedCommunes: Sendable {
    /// The form with codes in place of names, for drawing the page again and for keeping.
    package fileprivate(set) var form: FormData
    package fileprivate(set) var answers: Answers
    /// What could not be understood, by field.
    package fileprivate(set) var errors: [FieldError] = []
    /// What was understood otherwise than it was typed, and people should see before they file.
    package fileprivate(set) var notes: [Phrase] = []

    /// These errors in place of what the form's check says of the same fields, and everything else it says.
    package func errors(with checked: [FieldError]) -> [FieldError] {
        let own = Dictionary(errors.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first })
        let said = Set(checked.map(\.field))
        return checked.map { own[$0.field] ?? $0 } + errors.filter { !said.contains($0.field) }
    }

    fileprivate mutating func replace(_ values: [String: [String]]) {
        let kept = form.entries.filter { values[$0.name] == nil && !$0.name.hasSuffix(CommuneField.choices("_commune")) }
        let added = values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name: name, value: $0) } }
        form = FormData(kept.map { (name: $0.name, value: $0.value) } + added, files: form.files)
    }
}

extension FormSection {
    fileprivate func communes(_ answers: Answers, row: Answers, path: String) -> [(name: String, label: Phrase)] {
        questions.filter { $0.kind == .address && $0.isAsked(answers, row: row) }.map { (name: path + $0.communeKey, label: $0.label) }
    }
}

extension Phrase {
    fileprivate var ended: Phrase { Phrase(vi: vi + ".", en: en + ".") }
}

private enum Words {
    static func several(_ label: Phrase, _ typed: String, _ offered: [CommuneFinder.Match], areNamed: Bool) -> Phrase {
        func list(_ language: Language) -> String { offered.map { $0.sentence[language] }.joined(separator: "; ") }
        let (count, vi, en) = (offered.count, list(.vi), list(.en))
        return areNamed
            ? Phrase(
                vi: "“\(label.vi)”: có \(count) nơi tên “\(typed)”: \(vi). Hãy chọn một nơi ở dưới, hoặc ghi rõ.",
                en: "“\(label.en)”: there are \(count) places called “\(typed)”: \(en). Choose one below, or write it in full.")
            : Phrase(
                vi: "“\(label.vi)”: không có nơi tên đúng là “\(typed)”. Gần giống: \(vi). Hãy chọn một nơi ở dưới, hoặc ghi lại.",
                en: "“\(label.en)”: no place is called exactly “\(typed)”. Similar: \(en). Choose one below, or write it again.")
    }

    static func unknown(_ label: Phrase, _ typed: String, _ province: Phrase) -> Phrase {
        Phrase(
            vi: "“\(label.vi)”: không thấy xã, phường “\(typed)” ở \(province.vi), kể cả theo tên trước 01/7/2025. Hãy xem lại tên; "
                + "nếu ở ngoài tỉnh, ghi cả tên tỉnh sau dấu phẩy, ví dụ: Phường Ba Đình, Thành phố Hà Nội.",
            en: "“\(label.en)”: there is no commune “\(typed)” in \(province.en), nor was there before 1 July 2025. Check the name; "
                + "outside the province, add its province after a comma, for example: Phường Ba Đình, Thành phố Hà Nội.")
    }

    static func formerProvince(_ label: Phrase, _ former: String, _ today: String) -> Phrase {
        Phrase(
            vi: "“\(label.vi)”: \(former) nay thuộc \(today). Hãy ghi tên xã, phường và tên tỉnh hiện nay.",
            en: "“\(label.en)”: \(former) is now part of \(today). Write the commune and the province of today.")
    }
}
