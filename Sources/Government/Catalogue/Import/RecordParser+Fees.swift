// SPDX-License-Identifier: Apache-2.0

import Kernel

extension RecordParser {
    mutating func fees(_ row: JSONValue, _ place: String) -> [NationalFee] {
        if let rows = row.first("fees") {
            let fees = list(rows, "\(place).fees")
            return fees.indices.map { fee(fees[$0], "\(place).fees[\($0)]") }
        }
        guard let amount = row.first("fee_vnd", "fee") else { return [] }
        let single = JSONValue.object([
            "type": row["feeKind"] ?? .null, "vnd": amount, "currency": row["currency"] ?? .null, "note": row["feeNote"] ?? .null,
        ])
        return [fee(single, "\(place).fees[0]")]
    }

    private mutating func fee(_ row: JSONValue, _ place: String) -> NationalFee {
        let note = text(row.first("note", "description"), "\(place).note", lines: true)
        let published = row.first("vnd", "value")
        let amount = number(published, "\(place).vnd")
        if amount == nil, published?.text?.isEmpty == false { flag(.wrongType, "\(place).vnd", found: published?.text ?? "") }
        return NationalFee(
            kind: feeKind(row["type"], place), amount: money(amount, currency: row.first("currency", "currencyName"), note: note, place), note: note)
    }

    private mutating func feeKind(_ value: JSONValue?, _ place: String) -> NationalFeeKind {
        guard let value, value != .null else { return .unknown }
        let word = text(value, "\(place).type")
        switch word {
        case "FEE", "LE_PHI": return .stateCharge
        case "SERVICE_FEE", "PHI": return .serviceFee
        case "PRICE_LEVEL": return .price
        default:
            flag(.feeKindUnknown, "\(place).type", found: word)
            return .unknown
        }
    }

    /// The amount when it can be believed. No public charge is below a thousand đồng: such figures are thousands or a foreign
    /// currency, and nobody here may guess which.
    private mutating func money(_ amount: Double?, currency: JSONValue?, note: String, _ place: String) -> Money? {
        let currencyName = text(currency, "\(place).currency")
        if !currencyName.isEmpty, !["vnd", "viet nam dong", "dong", "d"].contains(folded(currencyName)) {
            flag(.currencyUnknown, "\(place).currency", found: currencyName)
            return nil
        }
        guard let amount else {
            flag(note.isEmpty ? .feeMissing : .feeInTextOnly, place, found: note)
            return nil
        }
        guard amount == 0 || (1000...10_000_000_000).contains(amount), amount == amount.rounded() else {
            flag(.feeImpossible, "\(place).vnd", found: plain(amount))
            return nil
        }
        if amount == 0, !note.isEmpty, !Self.saysFree(note) { flag(.feeZeroButText, place, found: note) }
        return Money(dong: Int64(amount))
    }

    /// Whether a note explains a zero: exempt, or nothing to pay.
    private static func saysFree(_ note: String) -> Bool {
        let words = folded(note)
        return words.hasPrefix("mien") || words.hasPrefix("khong") || words == "0 dong"
    }
}
