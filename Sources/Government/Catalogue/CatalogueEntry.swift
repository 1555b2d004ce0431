// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel
package import Organisation

/// One procedure as lists and search show it, put together from every source that knows it.
package struct CatalogueEntry: Hashable, Sendable {
    package let code: String
    package let name: Phrase
    package let field: Phrase
    package let fieldCode: String?
    package let levels: [GovernmentLevel]
    package let onlineLevel: OnlineLevel?
    /// Whether the province has a form and a process for it, so that it can be filed here.
    package let canBeFiled: Bool
    /// Whether limits, papers and steps are known, or only the name.
    package let hasDetail: Bool
    /// Between agencies: nobody outside files it.
    package let isInternal: Bool
    /// Another province announced it for itself.
    package let belongsElsewhere: Bool
    package let announcedBy: String
    /// Folded words beside the name by which people look for it: results, everyday words.
    package let searchText: String
}

/// Where an entry's data come from.
package enum CatalogueSource: String, Sendable, Codable, CaseIterable {
    /// The province pack: forms, processes, fees; what is filed and resolved here.
    case pack
    case nationalList = "national_list"
    case nationalDetail = "national_detail"
}

extension CatalogueSource: SQLBindable, SQLDecodable {}
