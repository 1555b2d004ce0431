// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process
import WorkingTime

/// Ways of filing with their limits, and the cases with theirs.
extension RecordParser {
    mutating func channels() -> [NationalChannel] {
        let rows = list(record.first("channels", "executionMethods"), "channels")
        if rows.isEmpty { flag(.channelMissing, "channels") }
        return rows.indices.map { index in
            let (row, place) = (rows[index], "channels[\(index)]")
            var channel = NationalChannel(channel: channelKind(row, place))
            (channel.limit, channel.limitText) = limit(
                quantity: row.first("qty", "time", "processingTime", "deadline"), unit: row.first("unit", "processingTimeUnit"), place)
            channel.note = text(row.first("note", "description"), "\(place).note", lines: true)
            channel.fees = fees(row, place)
            return channel
        }
    }

    private mutating func channelKind(_ row: JSONValue, _ place: String) -> SubmissionChannel? {
        let word = text(row.first("method", "channel", "submissionMethod"), "\(place).method")
        switch folded(word) {
        case "truc tiep", "direct", "inperson", "1": return .inPerson
        case "truc tuyen", "online", "2": return .online
        case "buu chinh", "dich vu buu chinh", "postal", "post", "3": return .postal
        default:
            flag(.unknownChannel, "\(place).method", found: word)
            return nil
        }
    }

    mutating func cases(of code: String) -> [NationalCase] {
        let rows = list(record.first("cases", "serviceCases"), "cases")
        return rows.indices.map { index in
            let (row, place) = (rows[index], "cases[\(index)]")
            let caseCode = text(row["code"], "\(place).code")
            if !isCaseCode(caseCode, of: code) { flag(.caseCodePattern, "\(place).code", found: caseCode) }
            let day = row["processingDay"]
            let (limit, _) = limit(quantity: row.first("qty", "time") ?? day?["qty"], unit: row.first("unit") ?? day?["type"], place)
            return NationalCase(code: caseCode, name: text(row["name"], "\(place).name"), limit: limit)
        }
    }

    /// A limit as a number with a unit, or as the words that stand in the number's place.
    private mutating func limit(quantity: JSONValue?, unit: JSONValue?, _ place: String) -> (TimeLimit?, String) {
        let place = "\(place).qty"
        guard let amount = number(quantity, place) else {
            let words = text(quantity, place, lines: true)
            if let spoken = Self.spokenLimit(words) {
                flag(.numberAsText, place, found: words)
                return (spoken, "")
            }
            if !words.isEmpty { flag(.limitOnlyInText, place, found: words) }
            return (nil, words)
        }
        guard (0...3650).contains(amount) else {
            flag(.limitImpossible, place, found: plain(amount))
            return (nil, "")
        }
        if amount == 0 { flag(.limitZero, place) }
        return (TimeLimit(amount: amount, unit: timeUnit(unit, place)), "")
    }

    private mutating func timeUnit(_ value: JSONValue?, _ place: String) -> TimeUnit {
        let word = text(value, place)
        if let unit = Self.unitWords[folded(word)] { return unit }
        if word.isEmpty || ["other", "khac"].contains(folded(word)) {
            flag(.unitMissing, place, found: word)
        } else {
            flag(.unitUnknown, place, found: word)
        }
        return .unspecified
    }

    private static let unitWords: [String: TimeUnit] = [
        "working day": .workingDay, "workingday": .workingDay, "ngay lam viec": .workingDay,
        "day": .calendarDay, "calendarday": .calendarDay, "ngay": .calendarDay,
        "hour": .workingHour, "workinghour": .workingHour, "gio": .workingHour, "gio lam viec": .workingHour,
        "month": .month, "thang": .month,
    ]

    /// `10 ngày làm việc` and nothing else: a number in spite of being text.
    private static func spokenLimit(_ words: String) -> TimeLimit? {
        let parts = words.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let amount = Double(parts[0].replacing(",", with: ".")), (0...3650).contains(amount),
            let unit = unitWords[folded(String(parts[1]))]
        else { return nil }
        return TimeLimit(amount: amount, unit: unit)
    }

    /// A record without any limit, or with limits that contradict each other.
    mutating func checkLimits(_ procedure: NationalProcedure) {
        let byChannel = Set(procedure.channels.compactMap(\.limit?.amount).filter { $0 > 0 })
        let byCase = Set(procedure.cases.compactMap(\.limit?.amount).filter { $0 > 0 })
        let isSaid = procedure.channels.contains { $0.limit != nil || !$0.limitText.isEmpty } || procedure.cases.contains { $0.limit != nil }
        if !isSaid, !flags.contains(where: { $0.kind == .limitImpossible }) {
            flag(.limitMissing, "channels")
        } else if !byChannel.isEmpty, !byCase.isEmpty, byChannel.isDisjoint(with: byCase) {
            let amounts = [byChannel, byCase].map { $0.sorted().map(plain).joined(separator: ", ") }
            flag(.limitsDiffer, "cases", found: amounts.joined(separator: " | "))
        }
    }
}
