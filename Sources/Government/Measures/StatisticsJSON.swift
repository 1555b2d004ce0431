// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The figures as programs read them.
struct StatisticsJSON: Encodable {
    let from: String
    let to: String
    let by: String
    let unit: String?
    let asOf: String
    let items: [Item]
    let total: Numbers

    struct Item: Encodable {
        let key: String
        let name: String
        let numbers: Numbers

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(key, forKey: .key)
            try container.encode(name, forKey: .name)
            try numbers.encode(to: encoder)
        }

        enum CodingKeys: String, CodingKey { case key, name }
    }

    struct Numbers: Encodable {
        let figures: Figures

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(figures.carriedOver, forKey: .carriedOver)
            try container.encode(figures.waiting, forKey: .waiting)
            try container.encodeIfPresent(figures.onTimeShare, forKey: .onTimeShare)
            for figure in ListedFigure.allCases { try container.encodeIfPresent(figure.value(in: figures), forKey: CodingKeys(figure)) }
        }

        private struct CodingKeys: CodingKey {
            let stringValue: String
            let intValue: Int? = nil

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
            init(_ figure: ListedFigure) { stringValue = figure.rawValue }

            static let carriedOver = CodingKeys(stringValue: "carried_over")
            static let waiting = CodingKeys(stringValue: "waiting_for_acceptance")
            static let onTimeShare = CodingKeys(stringValue: "on_time_share")
        }
    }

    init(_ statistics: Statistics, names: FigureNames, at now: Instant, _ language: Language) {
        let question = statistics.question
        (from, to, by, unit, asOf) = (question.from.iso, question.to.iso, question.by.rawValue, question.unit, now.rfc3339)
        items = statistics.lines.map { line in
            Item(key: line.key, name: names.name(of: line.key, question.by)[language], numbers: Numbers(figures: line.figures))
        }
        total = Numbers(figures: statistics.total)
    }

    enum CodingKeys: String, CodingKey {
        case from, to, by, unit, items, total
        case asOf = "as_of"
    }
}
