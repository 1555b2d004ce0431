// SPDX-License-Identifier: Apache-2.0

package import Catalogue
package import Dossiers
import Kernel

/// What the front page says of this month: accepted, kept in time, overdue. Read anew at most every half minute; everybody else
/// sees what was read last, and a database that is away takes nothing from the front page but fresh figures.
package actor PromisesKept {
    private let house: DossierHouse
    private var figures: [HomeFigure] = []
    private var readAt: Instant?

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction() async -> [HomeFigure] {
        let now = house.now()
        if let readAt, now.milliseconds - readAt.milliseconds < Self.freshness { return figures }
        readAt = now
        let today = LocalDateTime(now).date
        if let question = try? StatisticsQuestion(from: Grain.month.start(of: today), to: today, by: .channel),
            let statistics = try? await ReadStatistics(house: house)(question)
        {
            figures = Self.figures(statistics)
        }
        return figures
    }

    private static let freshness: Int64 = 30_000

    private static func figures(_ statistics: Statistics) -> [HomeFigure] {
        let total = statistics.total
        guard total[.accepted] + total.resolved > 0 else { return [] }
        var figures = [HomeFigure(value: Phrase(grouped(total[.accepted])), label: Words.accepted, link: "/statistics")]
        if let share = total.onTimeShare {
            let value = Phrase(vi: percent(share, .vi), en: percent(share, .en))
            figures.append(HomeFigure(value: value, label: Words.onTime, link: "/statistics"))
        }
        figures.append(HomeFigure(value: Phrase(grouped(total.overdue ?? 0)), label: Words.overdue, link: "/statistics"))
        return figures
    }

    private enum Words {
        static let accepted = Phrase(vi: "hồ sơ đã tiếp nhận", en: "dossiers accepted")
        static let onTime = Phrase(vi: "hồ sơ giải quyết đúng hạn hoặc sớm hơn", en: "of dossiers resolved on time or early")
        static let overdue = Phrase(vi: "hồ sơ đang quá hạn", en: "dossiers overdue now")
    }
}
