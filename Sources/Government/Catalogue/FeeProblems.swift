// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel

extension FeeLine {
    /// What is wrong with a fee line, as part of a case.
    func problems(in chosen: ProcedureCase) -> [Phrase] {
        var problems: [Phrase] = []
        let prices = [amount, onlineAmount, maximumPerCopy].compactMap(\.self) + tiers.map(\.amount)
        if prices.contains(where: { !(0...1_000_000_000).contains($0.dong) }) {
            problems.append(problem("mức thu phải từ 0 đến 1 tỷ đồng.", "an amount lies between 0 and 1 billion đồng."))
        }
        if onlineAmount != nil && onlineDiscountPercent != nil {
            problems.append(problem("chỉ ghi một trong onlineAmount, onlineDiscountPercent.", "only one of onlineAmount and onlineDiscountPercent."))
        }
        if let onlineAmount, let amount, onlineAmount > amount {
            problems.append(problem("mức trực tuyến cao hơn mức thường.", "the online amount is above the usual one."))
        }
        if let percent = onlineDiscountPercent, !(1...100).contains(percent) {
            problems.append(problem("tỷ lệ giảm phải từ 1 đến 100.", "a discount lies between 1 and 100 percent."))
        }
        if !tiersAreOrdered {
            problems.append(
                problem("bậc thu theo trang phải tăng dần, bậc cuối không giới hạn.", "page tiers rise and the last one is open."))
        }
        if amount != nil && !tiers.isEmpty || tiers.isEmpty != (unit != .page) && amount == nil {
            problems.append(problem("thu theo trang thì ghi tiers, còn lại ghi amount.", "a fee by the page has tiers, any other an amount."))
        }
        return problems + countProblems(chosen.form)
    }

    private var tiersAreOrdered: Bool {
        guard let last = tiers.last else { return true }
        let bounds = tiers.dropLast().map(\.through)
        guard last.through == nil, !bounds.contains(nil) else { return false }
        let pages = bounds.compactMap(\.self)
        return pages.allSatisfy { $0 > 0 } && zip(pages, pages.dropFirst()).allSatisfy(<)
    }

    private func countProblems(_ form: FormDefinition) -> [Phrase] {
        guard let counts else { return [] }
        let questions: [Question]
        if let id = counts.section {
            guard let section = form.section(id), section.repeats != nil else {
                return [problem("phần lặp “\(id)” không có trong biểu mẫu.", "the form has no repeated section “\(id)”.")]
            }
            questions = section.questions
        } else {
            questions = form.sections.filter { $0.repeats == nil }.flatMap(\.questions)
        }
        return [counts.pages, counts.copies].compactMap(\.self)
            .filter { id in !questions.contains { $0.id == id && $0.kind == .number && $0.decimals == 0 } }
            .map { problem("“\($0)” không phải câu hỏi số nguyên của biểu mẫu.", "“\($0)” is not a whole-number question of the form.") }
    }

    private func problem(_ vi: String, _ en: String) -> Phrase {
        Phrase(vi: "khoản thu “\(code)”: \(vi)", en: "fee “\(code)”: \(en)")
    }
}
