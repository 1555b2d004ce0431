// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Kernel
import Organisation
import Process

/// What the keys of lines are called.
struct FigureNames {
    let organisation: OrganisationDirectory
    let catalogue: CatalogueSnapshot

    /// - Returns: the key itself for what is not known any more.
    func name(of key: String, _ by: StatisticsBy) -> Phrase {
        switch by {
        case .unit: organisation.unit(key)?.name ?? Phrase(key)
        case .procedure: catalogue.entry(key)?.name ?? Phrase(key)
        case .channel: SubmissionChannel.allCases.first { String($0.nationalNumber) == key }?.phrase ?? Phrase(key)
        case .day: Phrase(LocalDate(iso: key)?.vietnamese ?? key)
        }
    }
}

extension StatisticsBy {
    var phrase: Phrase {
        switch self {
        case .unit: Phrase(vi: "Đơn vị giải quyết", en: "Resolving unit")
        case .procedure: Phrase(vi: "Thủ tục", en: "Procedure")
        case .channel: Phrase(vi: "Kênh nộp", en: "Channel")
        case .day: Phrase(vi: "Ngày", en: "Day")
        }
    }
}
