// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Organisation
import Testing
import WorkingTime

@Suite struct InstallProvinceTests {
    @Test func thePackIsInstalledOnceAndThenNothingChanges() async throws {
        let (database, pack) = (try await openDatabase(), try ProvincePack.load(packFolder))
        let install = InstallProvince(database: database)
        let first = try await install(pack, at: t0)
        #expect(first.addedUnits.count == pack.units.count && first.isProvinceChanged && first.addedCalendar != nil)
        let second = try await install(pack, at: t0.adding(seconds: 60))
        #expect(second.isNothing && second.unchangedUnits == pack.units.count)
    }

    @Test func whatIsReadBackIsWhatThePackSaid() async throws {
        let (database, pack) = (try await openProvince(), try ProvincePack.load(packFolder))
        let directory = try #require(try await OpenOrganisation(database: database)())
        #expect(directory.units == pack.units)
        #expect(directory.province == pack.province)
        #expect(directory.calendar == pack.calendar)
        #expect(directory.calendar(version: pack.calendar.version) == pack.calendar)
    }

    @Test func formerCommunesComeWithThePackAndChangeWithIt() async throws {
        let (database, pack) = (try await openProvince(), try ProvincePack.load(packFolder))
        #expect(pack.formerCommunes.count == 283)
        #expect(try await OpenOrganisation(database: database)()?.communeFinder.named("Trưng Vương").map(\.code) == ["05443"])
        let bare = ProvincePack(province: pack.province, units: pack.units, calendar: pack.calendar)
        let changes = try await InstallProvince(database: database)(bare, at: t0)
        #expect(changes.areFormerCommunesChanged && changes.changedUnits.isEmpty && !changes.isNothing)
        #expect(try await OpenOrganisation(database: database)()?.communeFinder.find("Trưng Vương").isEmpty == true)
        #expect(try await InstallProvince(database: database)(bare, at: t0).isNothing)
    }

    @Test func withoutAProvinceThereIsNoDirectory() async throws {
        #expect(try await OpenOrganisation(database: openDatabase())() == nil)
    }

    @Test func aUnitThatLeftThePackIsClosedAndStaysKnown() async throws {
        let (database, pack) = (try await openProvince(), try ProvincePack.load(packFolder))
        let smaller = ProvincePack(province: pack.province, units: pack.units.filter { $0.code != "H55.292" }, calendar: pack.calendar)
        let changes = try await InstallProvince(database: database)(smaller, at: t0)
        #expect(changes.closedUnits == ["H55.292"] && changes.addedUnits.isEmpty && changes.changedUnits.isEmpty)
        let directory = try #require(try await OpenOrganisation(database: database)())
        #expect(directory.communes.count == 91)
        #expect(directory.unit("H55.292")?.statisticalCode == "05953")
        #expect(try await InstallProvince(database: database)(smaller, at: t0).isNothing)
        let again = try await InstallProvince(database: database)(pack, at: t0)
        #expect(again.addedUnits == ["H55.292"])
        #expect(try await OpenOrganisation(database: database)()?.units == pack.units)
    }

    @Test func twoCommunesMayExchangeTheirCodes() async throws {
        let (database, pack) = (try await openProvince(), try ProvincePack.load(packFolder))
        var units = pack.units
        let first = try #require(units.firstIndex { $0.code == "H55.201" })
        let (one, two) = (units[first], units[first + 1])
        units[first] = renamed(two, code: one.code)
        units[first + 1] = renamed(one, code: two.code)
        let changes = try await InstallProvince(database: database)(
            ProvincePack(province: pack.province, units: units, calendar: pack.calendar), at: t0)
        #expect(changes.changedUnits == ["H55.201", "H55.202"])
        #expect(try await OpenOrganisation(database: database)()?.units == units)
    }

    private func renamed(_ unit: Unit, code: String) -> Unit {
        Unit(
            code: code, name: unit.name, kind: unit.kind, level: unit.level, parent: unit.parent, statisticalCode: unit.statisticalCode,
            place: unit.place,
            address: unit.address, isOneStop: unit.isOneStop, deskName: unit.deskName, isConfirmed: unit.isConfirmed)
    }
}

@Suite struct OrganisationDirectoryTests {
    private let directory: OrganisationDirectory

    init() throws {
        let pack = try ProvincePack.load(packFolder)
        directory = OrganisationDirectory(province: pack.province, units: pack.units, calendar: pack.calendar)
    }

    @Test(arguments: [
        ("phan dinh phung", "H55.238"), ("Phan Đình Phùng", "H55.238"), ("H55.06.01", "H55.06.01"), ("dat dai", "H55.06.01"), ("05488", "H55.242"),
        ("thue tinh", "H55.16"), ("dai phuc", "H55.242"),
    ])
    func unitsAreFoundByNameAndCode(text: String, code: String) {
        #expect(directory.search(text).map(\.code).contains(code))
    }

    @Test func namesakesAreBothFound() {
        #expect(directory.search("van lang").map(\.code).count >= 2)
        #expect(directory.search("   ").isEmpty)
        #expect(directory.search("ủy ban", limit: 5).count == 5)
    }

    @Test func theTreeIsKnownBothWays() {
        #expect(directory.children(of: "H55.06").map(\.code) == ["H55.06.01"])
        #expect(directory.isWithin("H55.06.01", "H55"))
        #expect(directory.isWithin("H55.06", "H55.06"))
        #expect(!directory.isWithin("H55.06", "H55.06.01"))
        #expect(!directory.isWithin("nowhere", "H55"))
        #expect(directory.subtree(of: "H55").count == directory.units.count)
        #expect(directory.communeCodes.count == 92)
        #expect(directory.oneStopUnits.count == 93)
        #expect(directory.name(of: "H03.01") == Phrase("H03.01"))
    }
}
