// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Kernel
import Organisation
import WorkingTime

/// `motcua due`: a due date and its explanation, from the province's calendar, without a database.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Counts a due date and explains it.",
        discussion: "Local time of Asia/Ho_Chi_Minh. Example: motcua due --received 2026-11-20T09:00 --amount 3 --unit workingDay")

    @Option(help: "When the complete dossier was received, such as 2026-11-20T09:00.", transform: localMinute)
    var received: LocalDateTime

    @Option(help: "How much time the procedure has; decimals with a point, such as 7.5.")
    var amount: Double

    @Option(help: "What the amount counts: workingDay, workingHour, calendarDay, month or unspecified.")
    var unit: TimeUnit

    @Option(help: "How a limit ends: clock (to the minute) or endOfDay (at closing time).")
    var policy: DeadlinePolicy = .clock

    @Flag(help: "Write {start, due, explanation[]} as JSON.")
    var json = false

    @Option(help: "Language of the explanation: vi or en.")
    var lang: Language = .vi

    @Option(help: "Folder of the province pack (or MOTCUA_PROVINCE); the nearest one under Provinces by default.")
    var province: String?

    func validate() throws {
        guard TimeLimit.amounts.contains(amount) else {
            throw ValidationError("--amount must be a number from 0 to \(Int(TimeLimit.amounts.upperBound)).")
        }
    }

    func run() throws {
        let calendar = try loadCalendar(province: try ProvinceFolder.find(named: province))
        let due = calendar.due(received: received, limit: TimeLimit(amount: amount, unit: unit), policy: policy)
        print(json ? try DueReport(due, lang).json : DueReport(due, lang).text)
    }
}

private func localMinute(_ text: String) throws -> LocalDateTime {
    guard let moment = LocalDateTime(iso: text) else {
        throw ValidationError("--received must be a local minute such as 2026-11-20T09:00, not \u{201C}\(text)\u{201D}.")
    }
    return moment
}

extension TimeUnit: ExpressibleByArgument {}
extension DeadlinePolicy: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
