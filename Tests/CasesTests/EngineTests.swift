// SPDX-License-Identifier: Apache-2.0

import Cases
import Forms
import Foundation
import Kernel
import Process
import Testing
import WorkingTime

@Suite struct EngineTests {
    typealias Fixture = CaseFixture

    @Test func aFilingWithWrongAnswersIsRefusedWithEveryField() {
        var submission = Fixture.submission
        submission.answers = [:]
        guard case .refused(.invalidAnswers(let errors)) = Fixture().decision(.submit(submission), by: Fixture.applicant) else {
            Issue.record("not refused")
            return
        }
        #expect(errors.map(\.field) == ["name"])
    }

    @Test func anOnlineFilingNeedsItsPapersAndAWalkInBringsThem() {
        var fixture = Fixture()
        fixture.rules = Fixture.rules(components: [RequiredComponent(code: "birth", name: Phrase("Giấy chứng sinh"), visibleWhen: nil)])
        let refused = fixture.decision(.submit(Fixture.submission), by: Fixture.applicant)
        guard case .refused(.papersMissing(let errors)) = refused else {
            Issue.record("not refused")
            return
        }
        #expect(errors.map(\.field) == ["file.birth"])
        var walkIn = Fixture.submission
        walkIn.channel = .inPerson
        #expect(fixture.decision(.submit(walkIn), by: Fixture.reception) == .events([.submitted(walkIn)]))
    }

    @Test func acceptanceStartsTheClockAndTheReceiptExplainsIt() throws {
        let state = try #require(Fixture.processing(at: .intake).state)
        #expect(state.code == "H55.242-261116-0001")
        #expect(state.due?.due == LocalDateTime(iso: "2026-11-19T09:00"))
        #expect(state.due?.explanation.isEmpty == false)
        #expect(state.originalDue == state.due?.due)
    }

    @Test func theWholeWalkEndsReturnedOnTimeAndReplaysToTheSameState() throws {
        var fixture = Fixture.processing(at: .return)
        #expect(fixture.state?.status == .resolved)
        #expect(fixture.state?.timeliness == .early)
        fixture.give(.returnResult(.online, receivedBy: ""), by: Fixture.applicant)
        fixture.give(.rate(score: 5, comment: "Nhanh"), by: Fixture.applicant)
        #expect(fixture.state?.isFinal == true)
        #expect(replay(fixture.history) == fixture.state)
    }

    @Test func everyEventSurvivesItsTextForm() throws {
        var histories = DossierStatus.allCases.map { Fixture.dossier(in: $0).history }
        var extended = Fixture.processing(at: .approve)
        extended.give(.sendBack(reason: "Sai tên"), by: Fixture.head)
        extended.give(.extend(due: extended.later(days: 20), reason: "Quá tải"), by: Fixture.head)
        extended.give(.assign(Fixture.specialist), by: Fixture.head)
        extended.give(.refuse(reason: "Không đủ", legalGround: "Luật"), by: Fixture.specialist)
        histories.append(extended.history)
        for record in histories.joined() {
            let text = try record.event.json()
            #expect(try CaseEvent(name: record.event.name, json: Data(text.utf8)) == record.event)
        }
    }

    @Test func theStateSurvivesItsTextForm() throws {
        for status in DossierStatus.allCases {
            let state = try #require(Fixture.dossier(in: status).state)
            let text = try canonicalJSON(state)
            #expect(try JSONDecoder().decode(CaseState.self, from: Data(text.utf8)).with(submission: state.submission) == state)
        }
    }

    @Test func ofTwoOfficersTheSecondHearsThatSomethingChanged() {
        let fixture = Fixture.processing(at: .examine)
        let seen = (fixture.state?.sequence ?? 0) - 1
        #expect(fixture.decision(.advance(note: "", result: nil), by: Fixture.specialist, seen: seen) == .refused(.changedMeanwhile))
    }

    @Test func onlyThePostOfTheStepAtItsUnitMayAct() {
        let fixture = Fixture.processing(at: .examine)
        let stranger = Fixture.officer("stranger", .specialist, at: "H55.201")
        #expect(fixture.decision(.advance(note: "", result: nil), by: stranger) == .refused(.notYourRole))
        #expect(fixture.decision(.advance(note: "", result: nil), by: Fixture.reception) == .refused(.notYourRole))
        #expect(fixture.decision(.withdraw(reason: "x"), by: Actor(account: "other", name: "", kind: .applicant)) == .refused(.notYourDossier))
    }

    @Test func anAssignedTaskIsTheAssigneesUntilTheHeadReassigns() {
        var fixture = Fixture.processing(at: .examine)
        let colleague = Fixture.officer("colleague", .specialist)
        fixture.give(.assign(colleague), by: Fixture.head)
        #expect(fixture.decision(.advance(note: "", result: nil), by: Fixture.specialist) == .refused(.assignedToAnother("colleague")))
        fixture.give(.advance(note: "", result: nil), by: colleague)
        fixture.give(.sendBack(reason: "Sửa lại"), by: Fixture.head)
        #expect(fixture.state?.assignee?.account == "colleague")
    }

    @Test func aTaskGoesToNobodyOutsideTheUnit() {
        let fixture = Fixture.processing(at: .examine)
        let stranger = Fixture.officer("stranger", .specialist, at: "H55.201")
        #expect(fixture.decision(.assign(stranger), by: Fixture.head) == .refused(.assigneeOutsideUnit))
    }

    @Test func aSecondSupplementRequestIsTheHeadsWithAReason() {
        var fixture = Fixture.processing(at: .examine)
        let request = CaseCommand.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: nil)
        fixture.give(request, by: Fixture.specialist)
        fixture.give(.supplement(answers: nil, files: [Fixture.file], note: ""), by: Fixture.applicant)
        #expect(fixture.decision(request, by: Fixture.specialist) == .refused(.secondSupplementNeedsHead))
        let byHead = CaseCommand.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: "Giấy mới nộp bị mờ")
        #expect(fixture.decision(byHead, by: Fixture.specialist) == .refused(.secondSupplementNeedsHead))
        fixture.give(byHead, by: Fixture.head)
        #expect(fixture.state?.supplementRequests == 2)
    }

    @Test func papersMayBeAskedForOnlyInTheFirstThreeWorkingDays() {
        var fixture = Fixture.processing(at: .examine)
        fixture.pass(days: 4)
        let request = CaseCommand.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: nil)
        #expect(fixture.decision(request, by: Fixture.specialist) == .refused(.supplementWindowClosed))
    }

    @Test func theClockMovesByTheWaitOrStartsAnew() throws {
        for (clock, due) in [(SupplementClock.shift, "2026-11-23T09:00"), (.restart, "2026-11-23T09:00")] {
            var fixture = Fixture()
            fixture.rules = Fixture.rules(clock: clock)
            fixture.give(.submit(Fixture.submission), by: Fixture.applicant)
            fixture.give(Fixture.accepted(forward: true), by: Fixture.reception)
            if clock == .restart { fixture.pass(days: 1) }
            fixture.give(.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: nil), by: Fixture.specialist)
            fixture.pass(days: clock == .restart ? 1 : 2)
            fixture.give(.supplement(answers: nil, files: [Fixture.file], note: ""), by: Fixture.applicant)
            #expect(fixture.state?.due?.due == LocalDateTime(iso: due), "\(clock)")
            #expect(fixture.state?.status == .processing)
        }
    }

    @Test func anExtensionComesInTimeOnceAndLater() {
        var fixture = Fixture.processing(at: .examine)
        #expect(fixture.decision(.extend(due: fixture.later(days: 1), reason: "x"), by: Fixture.head) == .refused(.extensionNotLater))
        fixture.give(.extend(due: fixture.later(days: 10), reason: "Cần xác minh"), by: Fixture.head)
        #expect(fixture.state?.originalDue == LocalDateTime(iso: "2026-11-19T09:00"))
        #expect(fixture.state?.due?.due == fixture.later(days: 10))
        #expect(fixture.decision(.extend(due: fixture.later(days: 12), reason: "x"), by: Fixture.head) == .refused(.extendedAlready))
        var late = Fixture.processing(at: .examine)
        late.pass(days: 3)
        #expect(late.decision(.extend(due: late.later(days: 9), reason: "x"), by: Fixture.head) == .refused(.extensionTooLate))
    }

    @Test func nothingIsWithdrawnOnceSigned() {
        let fixture = Fixture.processing(at: .number)
        #expect(fixture.decision(.withdraw(reason: "Đổi ý"), by: Fixture.applicant) == .refused(.resultExists))
    }

    @Test func anOnlineResultNeedsItsFile() {
        var fixture = Fixture()
        fixture.give(.submit(Fixture.submission), by: Fixture.applicant)
        fixture.give(Fixture.accepted(forward: true), by: Fixture.reception)
        fixture.give(.advance(note: "", result: nil), by: Fixture.specialist)
        fixture.give(.approve(note: ""), by: Fixture.head)
        fixture.give(.sign(note: ""), by: Fixture.head)
        #expect(fixture.decision(.number(documentNumber: "01", result: nil), by: Fixture.clerk) == .refused(.resultFileMissing))
    }

    @Test func whoCollectsAtTheDeskCannotTakeTheResultOnline() {
        var fixture = Fixture()
        var submission = Fixture.submission
        submission.delivery = .desk
        fixture.give(.submit(submission), by: Fixture.applicant)
        fixture.give(Fixture.accepted(forward: true), by: Fixture.reception)
        fixture.give(.advance(note: "", result: Fixture.file), by: Fixture.specialist)
        fixture.give(.approve(note: ""), by: Fixture.head)
        fixture.give(.sign(note: ""), by: Fixture.head)
        fixture.give(.number(documentNumber: "01", result: nil), by: Fixture.clerk)
        #expect(fixture.decision(.returnResult(.online, receivedBy: ""), by: Fixture.applicant) == .refused(.wrongDelivery))
        fixture.give(.returnResult(.desk, receivedBy: "Người nộp"), by: Fixture.reception)
        #expect(fixture.state?.status == .resultReturned)
    }

    @Test func thePaidAmountIsTheOneAskedFor() {
        let fixture = Fixture.dossier(in: .paymentRequired)
        let wrong = CaseCommand.confirmPayment(amount: Money(dong: 7999), reference: "BL")
        #expect(fixture.decision(wrong, by: .system) == .refused(.paymentAmountDiffers(expected: Money(dong: 8000))))
    }

    @Test func waitingEndsByTheClockOnly() {
        var fixture = Fixture.dossier(in: .supplementRequested)
        #expect(fixture.decision(.expire, by: Fixture.head) == .refused(.notYourRole))
        #expect(fixture.decision(.expire, by: .system) == .refused(.deadlineInThePast))
        fixture.pass(days: 15)
        fixture.give(.expire, by: .system)
        #expect(fixture.state?.status == .stopped)
        #expect(fixture.decision(.resume(reason: "x"), by: Fixture.head) == .refused(.refusedForGood))
    }

    @Test func aDossierReceivedElsewhereCountsFromTheCompetentCommune() throws {
        var submission = Fixture.submission
        submission.resolvingUnit = "H55.201"
        var fixture = Fixture()
        fixture.give(.submit(submission), by: Fixture.applicant)
        fixture.give(Fixture.accepted(), by: Fixture.reception)
        fixture.pass(days: 1)
        fixture.give(.handOff(note: ""), by: Fixture.reception)
        #expect(fixture.state?.unit == "H55.201")
        #expect(fixture.state?.due?.due == LocalDateTime(iso: "2026-11-20T09:00"))
        guard
            case .stepEntered(let entry)? = fixture.history.map(\.event).first(where: {
                if case .stepEntered(let e) = $0 { e.index == 1 } else { false }
            })
        else {
            Issue.record("no step entered")
            return
        }
        #expect(entry.handedOffBy == Fixture.commune)
    }

    @Test func refusalsSpeakBothLanguages() {
        let refusals: [Refusal] = [
            .alreadyFiled, .notFiled, .changedMeanwhile, .notInThisStatus(.sign, .submitted), .notYourRole, .assignedToAnother("x"),
            .stepDoesNotPermit(.consult), .useOtherCommand(.advance), .secondSupplementNeedsHead, .paymentAmountDiffers(expected: Money(dong: 1)),
        ]
        for refusal in refusals {
            #expect(!refusal.sentence.vi.isEmpty && !refusal.sentence.en.isEmpty && refusal.sentence.vi != refusal.sentence.en)
        }
    }
}
