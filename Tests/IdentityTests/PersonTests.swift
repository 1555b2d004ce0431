// SPDX-License-Identifier: Apache-2.0

import Identity
import Kernel
import Organisation
import Process
import Testing

@Suite struct PersonTests {
    private let person: Person

    init() throws {
        let day = LocalDateTime(t0).date
        person = Person(
            accountID: Identifier.new(at: t0), username: "lanhdao.nnmt", displayName: "Hà Thị Tâm", kind: .officer,
            posts: [
                Post(unit: "H55.06", role: .head, from: day), Post(unit: "H55.06", role: .specialist, from: day),
                Post(unit: "H55.242", role: .clerk, from: day),
            ])
    }

    @Test func postsSayWhoMayDoWhatWhere() {
        #expect(person.holds(.head, at: "H55.06"))
        #expect(!person.holds(.head, at: "H55.242"))
        #expect(person.holds(.clerk))
        #expect(person.units == ["H55.06", "H55.242"])
        #expect(person.units(as: .head) == ["H55.06"])
        #expect(person.roles(at: "H55.06") == [.head, .specialist])
        #expect(!person.seesWholeProvince)
    }

    @Test func aHeadSeesTheOfficesBelow() throws {
        let pack = try ProvincePack.load(packFolder)
        let directory = OrganisationDirectory(province: pack.province, units: pack.units, calendar: pack.calendar)
        #expect(person.units(as: .head, below: directory) == ["H55.06", "H55.06.01"])
    }

    @Test func aNarrowedPersonNeverGetsMore() {
        let narrow = person.narrowed(to: [.read, .citizen])
        #expect(narrow.scopes == [.read])
        #expect(narrow.narrowed(to: [.read, .officer]).scopes == [.read])
        #expect(!person.narrowed(to: []).allows(.read))
    }

    @Test(arguments: [(AccountKind.citizen, "/me"), (.officer, "/work"), (.system, "/me")])
    func everyKindStartsSomewhere(kind: AccountKind, path: String) {
        #expect(Person(accountID: Identifier.new(at: t0), username: "ai.do", displayName: "Ai đó", kind: kind).homePath == path)
    }

    @Test(arguments: StepRole.allCases)
    func everyRoleOfAProcessIsAPost(role: StepRole) {
        #expect(PostRole(role).stepRole == role)
        #expect(PostRole(role).rawValue == role.rawValue)
    }
}
