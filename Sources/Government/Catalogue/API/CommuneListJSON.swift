// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Web

/// The answer of `GET /api/v1/communes`: communes by names of today and former ones, as the answer of an address needs them.
struct CommuneListJSON: Encodable {
    static let largestLimit = 100
    let items: [Item]

    struct Item: Encodable {
        let code: String
        /// As it stands in an address, in Vietnamese.
        let name: String
        let former: String?
        let formerDistrict: String?
        let label: String

        enum CodingKeys: String, CodingKey {
            case code, name, former, label
            case formerDistrict = "former_district"
        }
    }

    init(_ query: QueryItems, _ organisation: OrganisationDirectory, _ language: Language) throws(UserError) {
        let limit = query["limit"].map { Int($0) ?? 0 } ?? 8
        guard (1...Self.largestLimit).contains(limit) else {
            throw UserError(
                code: "communes.bad_query", status: 400, title: Phrase(vi: "Câu hỏi không hợp lệ", en: "The query is not valid"),
                fields: [FieldError(field: "limit", message: Phrase(vi: "Phải là số từ 1 đến 100.", en: "Must be a number from 1 to 100."))])
        }
        let typed = String((query["q"] ?? "").prefix(200))
        let finder = organisation.communeFinder
        let matches = typed.allSatisfy(\.isWhitespace) ? finder.all(limit: limit) : finder.find(typed, limit: limit)
        items = matches.map {
            Item(code: $0.code, name: $0.name.vi, former: $0.former?.name, formerDistrict: $0.former?.district, label: $0.sentence[language])
        }
    }
}
