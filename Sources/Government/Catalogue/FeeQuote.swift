// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Process

/// How much of something a fee is taken for: so many copies of a paper with so many pages.
package struct FeeQuantity: Hashable, Sendable {
    /// 0…10,000.
    package let pages: Int
    /// 0…1,000.
    package let copies: Int

    /// Numbers out of range are cut to it, so that no amount can overflow.
    package init(pages: Int = 1, copies: Int = 1) {
        (self.pages, self.copies) = (min(max(pages, 0), 10_000), min(max(copies, 0), 1000))
    }
}

/// What somebody pays on one line, and why.
package struct FeeQuote: Hashable, Sendable {
    package let line: FeeLine
    /// Nil when the council's resolution sets it and nobody has entered the figure.
    package let amount: Money?
    package let note: Phrase?

    package init(line: FeeLine, amount: Money?, note: Phrase?) {
        (self.line, self.amount, self.note) = (line, amount, note)
    }
}

extension ProcedureDefinition {
    /// The fees of a case for a channel and these quantities; each item of `quantities` is one paper.
    package func fee(for caseCode: String, channel: SubmissionChannel, quantities: [FeeQuantity] = [FeeQuantity()]) -> [FeeQuote] {
        (self.case(caseCode)?.fees ?? []).map { $0.quote(channel, quantities) }
    }

    /// The same with the quantities the answers give.
    package func fee(for caseCode: String, channel: SubmissionChannel, answers: Answers) -> [FeeQuote] {
        (self.case(caseCode)?.fees ?? []).map { $0.quote(channel, $0.quantities(in: answers)) }
    }
}

extension FeeLine {
    package func quote(_ channel: SubmissionChannel, _ quantities: [FeeQuantity]) -> FeeQuote {
        guard let full = total(quantities) else { return FeeQuote(line: self, amount: nil, note: note ?? Self.setByCouncil) }
        guard channel == .online else { return FeeQuote(line: self, amount: full, note: note) }
        if let onlineAmount {
            return FeeQuote(line: self, amount: times(onlineAmount, quantities), note: note ?? Self.onlinePrice)
        }
        if let percent = onlineDiscountPercent {
            let (hundreds, rest) = full.dong.quotientAndRemainder(dividingBy: 100)
            let reduced = Money(dong: full.dong - hundreds * Int64(percent) - rest * Int64(percent) / 100)
            return FeeQuote(line: self, amount: reduced, note: Self.discount.with(["percent": "\(percent)"]))
        }
        return FeeQuote(line: self, amount: full, note: note)
    }

    /// How many pages and copies the answers name, paper by paper; nothing where the question is still open.
    package func quantities(in answers: Answers) -> [FeeQuantity] {
        guard let counts else { return [FeeQuantity()] }
        var rows = [answers]
        if let section = counts.section {
            guard case .group(let group) = answers[section] else { return [] }
            rows = group
        }
        return rows.prefix(200).map { row in
            FeeQuantity(pages: Self.count(row, counts.pages), copies: Self.count(row, counts.copies))
        }
    }

    private static func count(_ row: Answers, _ question: String?) -> Int {
        guard let question else { return 1 }
        return row[question]?.text.flatMap { Int($0) } ?? 0
    }

    private func total(_ quantities: [FeeQuantity]) -> Money? {
        guard unit == .page, !tiers.isEmpty else { return amount.map { times($0, quantities) } }
        return quantities.reduce(.zero) { sum, quantity in
            let copy = min(copyPrice(pages: quantity.pages), maximumPerCopy ?? Money(dong: .max))
            return sum + Money(dong: copy.dong * Int64(quantity.copies))
        }
    }

    private func times(_ price: Money, _ quantities: [FeeQuantity]) -> Money {
        switch unit {
        case .dossier: price
        case .copy: Money(dong: price.dong * Int64(quantities.reduce(0) { $0 + $1.copies }))
        case .page: Money(dong: price.dong * Int64(quantities.reduce(0) { $0 + $1.pages * $1.copies }))
        }
    }

    private func copyPrice(pages: Int) -> Money {
        var (sum, counted) = (Int64(0), 0)
        for tier in tiers where counted < pages {
            let through = min(tier.through ?? pages, pages)
            sum += Int64(max(0, through - counted)) * tier.amount.dong
            counted = max(counted, through)
        }
        return Money(dong: sum)
    }

    package static let setByCouncil = Phrase(
        vi: "Theo Nghị quyết của Hội đồng nhân dân tỉnh.", en: "As set by resolution of the Provincial People’s Council.")
    private static let onlinePrice = Phrase(vi: "Mức thu khi nộp trực tuyến.", en: "The amount when filed online.")
    private static let discount = Phrase(vi: "Giảm {percent}% khi nộp trực tuyến.", en: "{percent}% less when filed online.")
}
