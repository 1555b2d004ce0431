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

/// A share in hundredths of a percent, rounded down, so that 100% means all of them: `99,68%`.
func percent(_ share: Double, _ language: Language) -> String {
    // The small step makes up for fractions that binary numbers fall just short of.
    let hundredths = Int(share * 10_000 + 1e-7)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return "\(whole)%" }
    return "\(whole)\(language == .vi ? "," : ".")\(padded(rest, 2))%"
}
