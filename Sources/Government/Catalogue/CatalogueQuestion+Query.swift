// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Web

extension CatalogueQuestion {
    static let largestLimit = 100

    /// What a link asks; what it does not understand it leaves out, for people.
    init(_ query: QueryItems) {
        self.init(
            words: String((query["q"] ?? "").prefix(200)), field: query["field"].flatMap { $0.isEmpty ? nil : $0 },
            level: query["level"].flatMap(GovernmentLevel.init(rawValue:)),
            limit: query["limit"].flatMap(Int.init).map { min(max($0, 1), Self.largestLimit) } ?? 20,
            after: query["after"].flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Machines are told what they got wrong.
    static func check(_ query: QueryItems) throws(UserError) {
        var errors: [FieldError] = []
        if let limit = query["limit"], Int(limit).map({ (1...largestLimit).contains($0) }) != true {
            errors.append(FieldError(field: "limit", message: Phrase(vi: "Phải là số từ 1 đến 100.", en: "Must be a number from 1 to 100.")))
        }
        if let level = query["level"], !level.isEmpty, GovernmentLevel(rawValue: level) == nil {
            let known = GovernmentLevel.allCases.map(\.rawValue).joined(separator: ", ")
            errors.append(
                FieldError(field: "level", message: Phrase(vi: "Phải là một trong: {known}.", en: "Must be one of: {known}.").with(["known": known])))
        }
        guard errors.isEmpty else {
            throw UserError(
                code: "procedures.bad_query", status: 400, title: Phrase(vi: "Câu hỏi không hợp lệ", en: "The query is not valid"), fields: errors)
        }
    }
}
