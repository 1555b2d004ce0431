// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Testing

@testable import Measures

extension SimulatedProvinceTests {
    /// The dossiers behind a figure are as many as the figure says, and those.
    @Suite struct ListMeasuredTests {
        private static let counted = ListedFigure.allCases.filter { $0.measures != nil }

        /// Of the whole province, a unit, a procedure, a channel, and a unit's procedure and channel.
        private func scopes(_ figure: ListedFigure, _ from: String, _ to: String) throws -> [ListingQuestion] {
            let places = try SimulatedPlaces.current()
            let (from, to) = (try day(from), try day(to))
            return [
                ListingQuestion(figure: figure, from: from, to: to),
                ListingQuestion(figure: figure, from: from, to: to, unit: places.unit),
                ListingQuestion(figure: figure, from: from, to: to, procedure: places.procedure),
                ListingQuestion(figure: figure, from: from, to: to, channel: 2),
                ListingQuestion(figure: figure, from: from, to: to, unit: places.unit, procedure: places.procedureOfUnit),
                ListingQuestion(figure: figure, from: from, to: to, unit: places.unit, channel: 1),
                ListingQuestion(figure: figure, from: from, to: to, procedure: places.procedure, channel: 2),
                ListingQuestion(figure: figure, from: from, to: to, unit: "H55.999"),
            ]
        }

        /// The number in the table that the list is behind; nil where no table tells the two things apart.
        private func figure(_ question: ListingQuestion) async throws -> Int? {
            guard question.procedure == nil || question.channel == nil else { return nil }
            let by: StatisticsBy = question.procedure != nil ? .procedure : question.channel != nil ? .channel : .unit
            let statistics = try await ReadStatistics(house: SimulatedProvinceTests.province().house)(
                StatisticsQuestion(from: question.from, to: question.to, by: by, unit: question.unit))
            guard let key = question.procedure ?? question.channel.map({ String($0) }) else { return question.figure.value(in: statistics.total) }
            return statistics.lines.first { $0.key == key }.map { question.figure.value(in: $0.figures) } ?? 0
        }

        /// All pages, one after the other.
        private func list(_ question: ListingQuestion, limit: Int, visibleTo access: DossierAccess = .everything) async throws -> [ListedDossier] {
            let list = ListMeasured(house: try SimulatedProvinceTests.province().house)
            var (rows, next, pages): ([ListedDossier], String?, Int) = ([], nil, 0)
            repeat {
                let page = try await list(question, visibleTo: access, after: next, limit: limit)
                #expect(page.next == nil ? page.rows.count <= limit : page.rows.count == limit)
                rows += page.rows
                (next, pages) = (page.next, pages + 1)
            } while next != nil && pages < 2000
            return rows
        }

        private func texts(_ rows: [ListedDossier]) -> [String] { rows.map { "\($0.day.iso) \($0.code)" }.sorted() }

        @Test(arguments: counted, [("2026-09-07", "2026-09-20", 3), ("2026-10-24", "2026-11-16", 3), ("2026-01-01", "2026-12-31", 400)])
        func theListIsAsLongAsItsFigureSays(figure: ListedFigure, period: (String, String, Int)) async throws {
            let happened = try SimulatedPlaces.current().happened
            for question in try scopes(figure, period.0, period.1) {
                let rows = try await list(question, limit: period.2)
                #expect(texts(rows) == happened.listed(question), "\(question)")
                if let number = try await self.figure(question) { #expect(rows.count == number, "\(question)") }
                #expect(rows.map(\.day) == rows.map(\.day).sorted(by: >), "\(question)")
            }
        }

        @Test func everythingThatIsCountedHappenedInTheProvince() throws {
            let happened = try SimulatedPlaces.current().happened
            #expect(Set(happened.all.map(\.measure)) == Set(Measure.allCases))
        }

        @Test func aDossierIsListedForEachSupplementAsked() async throws {
            let rows = try await list(scopes(.supplementAsked, "2026-11-16", "2026-11-16")[0], limit: 1)
            #expect(rows.count == 4)
            #expect(Dictionary(grouping: rows, by: \.code).values.map(\.count) == [2, 2])
        }

        @Test func somebodySeesOnlyWhatMayBeSeen() async throws {
            let places = try SimulatedPlaces.current()
            let units = Dictionary(uniqueKeysWithValues: places.standing.map { ($0.id, $0.units) })
            let owners = Dictionary(uniqueKeysWithValues: places.standing.map { ($0.id, $0.account) })
            let question = try scopes(.filed, "2026-01-01", "2026-12-31")[0]
            func expected(_ isVisible: (Identifier) -> Bool) -> [String] {
                places.happened.all.filter { $0.measure == .filed && isVisible($0.dossier) }.map { "\($0.day.iso) \($0.code)" }.sorted()
            }
            let own = [places.unit, MeasuresFixture.otherUnit]
            for seen in [[places.unit], own] {
                let rows = texts(try await list(question, limit: 3, visibleTo: .units(seen)))
                #expect(rows == expected { units[$0]?.isDisjoint(with: seen) == false })
                #expect(!rows.isEmpty && rows.count < places.standing.count)
            }
            let account = LiveDossiers.citizen.account
            let rows = texts(try await list(question, limit: 3, visibleTo: .owner(account)))
            #expect(rows == expected { owners[$0] == account } && rows.count == 9)
            #expect(try await list(question, limit: 3, visibleTo: .units(["H55.999"])).isEmpty)
        }

        @Test(arguments: [("2026-09-07", "2026-09-20"), ("2026-10-24", "2026-11-15"), ("2026-01-01", "2026-12-31")], [3, 1000])
        func whatWasOpenOnADayIsListedWithWhatHasEndedSince(period: (String, String), limit: Int) async throws {
            let places = try SimulatedPlaces.current()
            for figure in [ListedFigure.carriedOver, .inProcess] {
                for (index, question) in try scopes(figure, period.0, period.1).enumerated() {
                    let day = figure == .inProcess ? question.to : question.from.adding(days: -1)
                    let rows = try await list(question, limit: limit)
                    #expect(rows.map(\.code).sorted() == places.happened.open(question, atEndOf: day), "\(question)")
                    if let number = try await self.figure(question) { #expect(rows.count == number, "\(question)") }
                    let ends = rows.map { $0.endedOn ?? day }
                    #expect(ends == ends.sorted() && ends.allSatisfy { $0 >= day }, "\(question)")
                    if index == 0 { #expect(rows.isEmpty == (day.year == 2025), "\(question)") }
                    let units = Dictionary(uniqueKeysWithValues: places.standing.map { ($0.code, $0.units) })
                    let seen = try await list(question, limit: limit, visibleTo: .units([places.unit]))
                    #expect(seen.map(\.code) == rows.map(\.code).filter { units[$0]?.contains(places.unit) == true }, "\(question)")
                }
            }
        }

        @Test(arguments: [ListedFigure.inProcess, .overdue], [3, 1000])
        func whatStandsNowIsWhatTheRowsSay(figure: ListedFigure, limit: Int) async throws {
            let (places, now) = (try SimulatedPlaces.current(), try SimulatedProvinceTests.province().house.now())
            for (index, question) in try scopes(figure, "2026-11-01", "2026-11-16").enumerated() {
                let expected = places.standing.filter { dossier in
                    (figure == .overdue ? dossier.isOverdue(at: now) : dossier.isInProcess)
                        && question.takes(unit: dossier.unit, procedure: dossier.procedure, channel: dossier.channel)
                }
                let rows = try await list(question, limit: limit)
                #expect(rows.map(\.code).sorted() == expected.map(\.code).sorted(), "\(question)")
                if let number = try await self.figure(question) { #expect(rows.count == number, "\(question)") }
                #expect(rows.map(\.day) == rows.map(\.day).sorted(), "\(question)")
                if index == 0 { #expect(!rows.isEmpty) }
                let seen = try await list(question, limit: limit, visibleTo: .units([places.unit]))
                #expect(seen.map(\.code).sorted() == expected.filter { $0.units.contains(places.unit) }.map(\.code).sorted(), "\(question)")
            }
        }
    }
}
