// SPDX-License-Identifier: Apache-2.0

/// A number as people in Việt Nam write it: dots between thousands, a comma before decimals, perhaps a currency behind.
///
/// A single dot before exactly three digits separates thousands (`1.500` is one thousand five hundred); before one or
/// two digits it is read as a decimal point. Numbers therefore never keep more than two decimals.
struct DecimalText: Hashable {
    let isNegative: Bool
    let whole: String
    let fraction: String

    init?(_ raw: String) {
        var text = raw.lowercased().filter { !$0.isWhitespace }
        for currency in ["đồng", "vnđ", "vnd", "đ"] where text.hasSuffix(currency) {
            text.removeLast(currency.count)
            break
        }
        isNegative = text.hasPrefix("-")
        if isNegative { text.removeFirst() }
        guard let (whole, fraction) = Self.split(text), Self.areDigits(whole), fraction.isEmpty || Self.areDigits(fraction) else { return nil }
        let significant = whole.drop { $0 == "0" }
        guard significant.count <= 15 else { return nil }
        self.whole = significant.isEmpty ? "0" : String(significant)
        self.fraction = String(fraction.reversed().drop { $0 == "0" }.reversed())
    }

    var decimals: Int { fraction.count }

    /// Digits with a dot before decimals, the form in which numbers are kept.
    var canonical: String {
        (isNegative && (whole != "0" || !fraction.isEmpty) ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    var value: Double { Double(canonical) ?? 0 }

    private static func split(_ text: String) -> (whole: String, fraction: String)? {
        let dots = text.filter { $0 == "." }.count
        let commas = text.filter { $0 == "," }.count
        switch (dots, commas) {
        case (0, 0): return (text, "")
        case (_, 0): return separated(text, by: ".", aloneIsDecimal: false)
        case (0, _): return separated(text, by: ",", aloneIsDecimal: true)
        default:
            guard let dot = text.lastIndex(of: "."), let comma = text.lastIndex(of: ",") else { return nil }
            let (mark, thousands): (Character, Character) = dot < comma ? (",", ".") : (".", ",")
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 2, let whole = joined(parts[0], thousands) else { return nil }
            return (whole, String(parts[1]))
        }
    }

    /// One kind of separator only: groups of three are thousands; a single one may be the decimal mark.
    private static func separated(_ text: String, by mark: Character, aloneIsDecimal: Bool) -> (whole: String, fraction: String)? {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        let isAlone = parts.count == 2
        if !(isAlone && aloneIsDecimal), let whole = joined(Substring(text), mark) { return (whole, "") }
        guard isAlone, !parts[1].isEmpty else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    private static func joined(_ text: Substring, _ mark: Character) -> String? {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        if groups.count == 1 { return String(text) }
        guard (1...3).contains(groups[0].count), groups[0] != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined()
    }

    private static func areDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}
