// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process
import Web

/// A link of a figure, understood. These links are made by the program, so a wrong one is a wrong address.
struct ReadListingQuestion {
    let question: ListingQuestion
    /// What answers with the figure itself, and the key of its line; nil for the total.
    let figure: (question: StatisticsQuestion, key: String?)

    init(_ query: QueryItems, _ directory: OrganisationDirectory) throws {
        guard let figure = query["figure"].flatMap(ListedFigure.init(rawValue:)),
            let from = query["from"].flatMap({ LocalDate(iso: $0) }), let to = query["to"].flatMap({ LocalDate(iso: $0) })
        else { throw UserError.notFound }
        let unit = query["unit"].flatMap { $0.isEmpty ? nil : $0 }
        if let unit, directory.unit(unit) == nil { throw UserError.notFound }
        let procedure = query["procedure"].flatMap { $0.isEmpty ? nil : $0 }
        if let procedure, procedure.utf8.count > 64 { throw UserError.notFound }
        let channel = try query["channel"].flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let channel = SubmissionChannel.allCases.first(where: { String($0.nationalNumber) == text }) else { throw UserError.notFound }
            return channel.nationalNumber
        }
        let by: StatisticsBy = procedure != nil ? .procedure : channel != nil ? .channel : .unit
        question = ListingQuestion(figure: figure, from: from, to: to, unit: unit, procedure: procedure, channel: channel)
        self.figure = (try StatisticsQuestion(from: from, to: to, by: by, unit: unit), procedure ?? channel.map { String($0) })
    }
}
