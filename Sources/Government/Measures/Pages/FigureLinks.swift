// SPDX-License-Identifier: Apache-2.0

import Kernel
import Web

/// Where a figure leads: to the dossiers behind it, for whoever may see some; for everybody else it is a number.
struct FigureLinks {
    let question: StatisticsQuestion
    let areOpen: Bool

    /// - Parameter key: of the line; nil for the total.
    func link(to figure: ListedFigure, key: String? = nil) -> String? {
        guard areOpen else { return nil }
        var items = [("figure", figure.rawValue), ("from", question.from.iso), ("to", question.to.iso)]
        if let unit = question.unit { items.append(("unit", unit)) }
        switch (question.by, key) {
        case (_, nil): break
        case (.unit, let key?): if question.unit == nil { items.append(("unit", key)) }
        case (.procedure, let key?): items.append(("procedure", key))
        case (.channel, let key?): items.append(("channel", key))
        case (.day, let key?): (items[1], items[2]) = (("from", key), ("to", key))
        }
        return "/work/statistics/dossiers?" + items.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
    }
}
