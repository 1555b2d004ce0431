// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Process
package import WorkingTime

/// One case (trường hợp) of a procedure: what a person chooses when filing.
package struct ProcedureCase: Codable, Hashable, Sendable {
    /// The procedure's code and two digits, `1.001193.01`.
    package let code: String
    package let name: Phrase
    /// Thời hạn giải quyết.
    package let limit: TimeLimit
    /// "Ngay trong ngày": received up to this time, resolved the same working day; later, the next one.
    package let sameDayCutoff: ClockTime?
    /// Thành phần hồ sơ.
    package let components: [DossierComponent]
    /// Phí, lệ phí.
    package let fees: [FeeLine]
    package let process: ProcessDefinition
    package let form: FormDefinition

    /// The cut-off as the calendar reads it.
    package var sameDay: SameDayRule? { sameDayCutoff.map { SameDayRule(cutoff: $0) } }

    /// The papers needed by somebody who gave these answers.
    package func components(for answers: Answers) -> [DossierComponent] {
        components.filter { $0.visibleWhen?.holds(answers) ?? true }
    }
}

extension ProcedureCase {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(Phrase.self, forKey: .name)
        limit = try container.decode(TimeLimit.self, forKey: .limit)
        sameDayCutoff = try container.decodeIfPresent(ClockTime.self, forKey: .sameDayCutoff)
        components = try container.decode([DossierComponent].self, forKey: .components)
        fees = try container.decodeIfPresent([FeeLine].self, forKey: .fees) ?? []
        process = try container.decode(ProcessDefinition.self, forKey: .process)
        form = try container.decode(FormDefinition.self, forKey: .form)
    }
}

/// A paper of the dossier (giấy tờ): handed in, or only shown at the desk.
package struct DossierComponent: Codable, Hashable, Sendable {
    /// The paper's published code where there is one; opaque.
    package let code: String
    package let name: Phrase
    /// When it is not needed, or what it may be replaced by.
    package let note: Phrase?
    package let originals: Int
    package let copies: Int
    /// True unless the definition says otherwise.
    package let required: Bool
    /// Shown and compared at the desk, never scanned (giấy tờ phải xuất trình; TT 03/2025 Đ5).
    package let presentOnly: Bool
    /// The declaration that the electronic form stands for: no file is needed when that is filled in.
    package let isForm: Bool
    /// The result of an earlier procedure that may replace the paper, `KQ.G15.000031`.
    package let replacedByResult: String?
    package let visibleWhen: Condition?
}

extension DossierComponent {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(Phrase.self, forKey: .name)
        note = try container.decodeIfPresent(Phrase.self, forKey: .note)
        originals = try container.decodeIfPresent(Int.self, forKey: .originals) ?? 1
        copies = try container.decodeIfPresent(Int.self, forKey: .copies) ?? 0
        isForm = try container.decodeIfPresent(Bool.self, forKey: .isForm) ?? false
        required = try container.decodeIfPresent(Bool.self, forKey: .required) ?? !isForm
        presentOnly = try container.decodeIfPresent(Bool.self, forKey: .presentOnly) ?? false
        replacedByResult = try container.decodeIfPresent(String.self, forKey: .replacedByResult)
        visibleWhen = try container.decodeIfPresent(Condition.self, forKey: .visibleWhen)
    }

    /// Whether a file must come with the filing, as far as the answers ask for the paper at all.
    package var needsFile: Bool { required && !presentOnly && !isForm }
}
