// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Process
import Testing
import WorkingTime

@Suite struct ProcessTests {
    static func step(
        _ id: String, _ kind: StepKind, _ days: Double, unit: StepUnit = .resolving, role: StepRole? = nil, in measure: TimeUnit = .workingDay,
        permits: Set<StepAct> = []
    ) -> ProcessStep {
        let usual: StepRole =
            switch kind {
            case .intake, .return: .oneStopOfficer
            case .examine: .specialist
            case .approve, .sign: .head
            case .number: .clerk
            }
        let isDesk = kind == .intake || kind == .return
        return ProcessStep(
            id: id, title: Phrase(vi: "Bước \(id)", en: "Step \(id)"), unit: isDesk && unit == .resolving ? .receiving : unit, role: role ?? usual,
            kind: kind, duration: TimeLimit(amount: days, unit: measure), permits: permits)
    }

    /// The sample of Cà Mau in its own figures: 0.5 + 42 + 0.5 + 4.5 + 0.5 = 48.
    static let sample = process([
        step("intake", .intake, 0.5), step("examine", .examine, 42, permits: [.consult]), step("approve", .approve, 0.5),
        step("sign", .sign, 4.5, unit: .agency("H55.01")), step("number", .number, 0.5), step("return", .return, 0),
    ])

    static func process(_ steps: [ProcessStep]) -> ProcessDefinition {
        ProcessDefinition(code: "QT-1", version: 1, steps: steps)
    }

    /// The sample with one step changed.
    static func changed(_ id: String, _ change: (ProcessStep) -> ProcessStep?) -> ProcessDefinition {
        process(sample.steps.compactMap { $0.id == id ? change($0) : $0 })
    }

    @Test func stepsSumToTheTimeLimit() {
        #expect(Self.sample.problems(for: .workingDays(48)) == [])
        #expect(Self.sample.total == .workingDays(48))
        let problem = Self.sample.problems(for: .workingDays(47.5))
        #expect(problem.count == 1)
        #expect(problem.first?.vi.contains("48") == true && problem.first?.vi.contains("47,5") == true)
    }

    @Test func hoursCountAsPartsOfAWorkingDay() {
        let short = Self.process([
            Self.step("intake", .intake, 2, in: .workingHour), Self.step("sign", .sign, 5, in: .workingHour), Self.step("number", .number, 0.125),
            Self.step("return", .return, 0),
        ])
        #expect(short.problems(for: .workingDays(1)) == [])
        #expect(short.problems(for: TimeLimit(amount: 8, unit: .workingHour)) == [])
    }

    @Test func tenthsOfADaySumExactly() {
        let tenths = Self.process(
            [Self.step("intake", .intake, 0.1)] + (0..<7).map { Self.step("examine\($0)", .examine, 0.1) }
                + [Self.step("sign", .sign, 0.1), Self.step("number", .number, 0.1), Self.step("return", .return, 0)])
        #expect(tenths.problems(for: .workingDays(1)) == [])
    }

    @Test func calendarDaysAndWorkingDaysAreNotMixed() {
        #expect(!Self.sample.problems(for: TimeLimit(amount: 48, unit: .calendarDay)).isEmpty)
    }

    static let broken: [(String, ProcessDefinition)] = [
        ("no intake", changed("intake") { _ in step("again", .examine, 0.5) }),
        ("no return", changed("return") { _ in nil }),
        ("two returns", changed("number") { _ in step("early", .return, 0) }),
        ("a return that takes time", changed("return") { _ in step("return", .return, 0.5) }),
        ("acts at the return", changed("return") { _ in step("return", .return, 0, permits: [.refuse]) }),
        ("no number", changed("number") { _ in step("extra", .examine, 0.5) }),
        (
            "the number before the signature",
            process([sample.steps[0], sample.steps[1], sample.steps[4], sample.steps[2], sample.steps[3], sample.steps[5]])
        ),
        ("the same id twice", changed("approve") { _ in step("examine", .approve, 0.5) }),
        ("a step without time", changed("approve") { _ in step("approve", .approve, 0) }),
        ("a clerk who signs", changed("sign") { _ in step("sign", .sign, 4.5, role: .clerk) }),
        ("intake elsewhere", changed("intake") { _ in step("intake", .intake, 0.5, unit: .agency("H55.01")) }),
        ("an agency that is none", changed("sign") { _ in step("sign", .sign, 4.5, unit: .agency("Sở Tư pháp")) }),
        ("nothing at all", process([])),
    ]

    @Test(arguments: broken.indices)
    func finds(index: Int) {
        let (what, process) = Self.broken[index]
        #expect(!process.problems(for: .workingDays(48)).isEmpty, "\(what)")
    }

    @Test func walksForwardAndBack() {
        #expect(Self.sample.step(after: "intake")?.id == "examine")
        #expect(Self.sample.step(after: "return") == nil)
        #expect(Self.sample.step(before: "examine")?.id == "intake")
        #expect(Self.sample.step(before: "intake") == nil)
        #expect(Self.sample.step(after: "nowhere") == nil)
        #expect(Self.sample.timeThrough("examine") == .workingDays(42.5))
    }

    @Test func handsOffWhenTheUnitChanges() {
        #expect(Self.sample.handsOff(from: "intake", to: "examine"))
        #expect(!Self.sample.handsOff(from: "examine", to: "approve"))
        #expect(!Self.sample.handsOff(from: "intake", to: "examine", receiving: "H55.242", resolving: "H55.242"))
        #expect(Self.sample.handsOff(from: "approve", to: "sign", receiving: "H55.242", resolving: "H55.242"))
        #expect(!Self.sample.handsOff(from: "approve", to: "sign", receiving: "H55.242", resolving: "H55.01"))
    }

    @Test func isTheSameAfterCoding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(Self.sample)
        let again = try JSONDecoder().decode(ProcessDefinition.self, from: data)
        #expect(again == Self.sample)
        #expect(try encoder.encode(again) == data)
    }

    @Test func readsABareNumberAsWorkingDays() throws {
        let json = #"{"id":"a","title":{"vi":"A","en":"A"},"unit":"H55.16","role":"head","kind":"sign","duration":0.5}"#
        let step = try JSONDecoder().decode(ProcessStep.self, from: Data(json.utf8))
        #expect(step.duration == .workingDays(0.5))
        #expect(step.unit == .agency("H55.16") && step.permits.isEmpty)
    }
}
