// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing
import WorkingTime

@Suite struct ExplanationTests {
    private func explain(_ received: String, _ amount: Double, _ unit: TimeUnit = .workingDay, _ policy: DeadlinePolicy = .clock)
        -> [String]
    {
        calendar.due(received: at(received), limit: TimeLimit(amount: amount, unit: unit), policy: policy).explanation.map(\.vi)
    }

    @Test func everySkippedDayIsNamed() {
        #expect(
            explain("2026-11-20T09:00", 3) == [
                "Nhận lúc thứ Sáu, 20/11/2026, 09:00, trong giờ làm việc: tính từ lúc nhận.",
                "Thời hạn 3 ngày làm việc, mỗi ngày 8 giờ làm việc.",
                "Không tính thứ Bảy, 21/11/2026 và Chủ nhật, 22/11/2026: nghỉ hằng tuần.",
                "Không tính thứ Ba, 24/11/2026: Ngày Văn hóa Việt Nam.",
                "Từ thứ Sáu, 20/11/2026, 09:00 cộng đủ 3 ngày làm việc (24 giờ làm việc). Hẹn trả: thứ Năm, 26/11/2026, 09:00.",
            ])
    }

    @Test func tetIsOneRunWithItsDaysNamed() {
        let sentences = explain("2026-02-13T15:30", 5, .workingDay, .endOfDay)
        #expect(
            sentences.contains {
                $0.hasPrefix(
                    "Không tính 9 ngày, từ thứ Bảy, 14/02/2026 đến Chủ nhật, 22/02/2026: nghỉ hằng tuần (14–15/02/2026); Giao thừa Tết Nguyên đán (16/02/2026); Mùng Một"
                )
            })
        #expect(sentences.contains { $0.hasPrefix("Đếm 5 ngày làm việc: 23/02/2026, 24/02/2026, 25/02/2026, 26/02/2026, 27/02/2026.") })
        #expect(sentences.contains("Thời hạn 5 ngày làm việc, không tính ngày bắt đầu, hết hạn vào cuối giờ làm việc."))
    }

    @Test func plainWeekendsOfALongLimitAreOneSentence() {
        let sentences = explain("2026-05-04T09:00", 30)
        #expect(sentences.filter { $0.contains("kỳ nghỉ hằng tuần") }.count == 1)
        #expect(
            sentences.contains {
                $0.hasPrefix(
                    "Không tính 6 kỳ nghỉ hằng tuần (12 ngày): 09–10/05/2026; 16–17/05/2026; 23–24/05/2026; 30–31/05/2026; 06–07/06/2026;")
            })
    }

    @Test(arguments: [
        ("2026-11-20T06:00", "trước giờ làm việc: tính từ 07:00 cùng ngày"),
        ("2026-11-20T12:00", "trong giờ nghỉ trưa: tính từ 13:30 cùng ngày"),
        ("2026-11-20T17:05", "sau giờ làm việc: tính từ thứ Hai, 23/11/2026, 07:00"),
        ("2026-02-14T08:00", "vào ngày nghỉ: tính từ thứ Hai, 23/02/2026, 07:00"),
    ])
    func theStartSaysWhyItMoved(received: String, words: String) {
        #expect(explain(received, 1)[0].contains(words))
    }

    @Test func aMakeUpSaturdayIsCountedByNameAndFlaggedUntilDecided() {
        let due = calendar.due(received: at("2026-08-21T17:05"), limit: .workingDays(1), policy: .clock)
        #expect(due.explanation.map(\.vi).contains("Có tính thứ Bảy, 22/08/2026: Làm bù cho ngày nghỉ 31/08/2026."))
        #expect(due.flags == [.unconfirmedDay])
        #expect(due.explanation.contains { $0.en.hasPrefix("Not yet officially decided: 22/08/2026") })
    }

    @Test func aMovedLastDayIsExplained() {
        let sentences = explain("2026-04-17T09:30", 10, .calendarDay)
        #expect(sentences.contains("Ngày cuối của thời hạn, thứ Hai, 27/04/2026, là ngày nghỉ: chuyển sang ngày làm việc tiếp theo."))
        #expect(sentences.contains("Không tính thứ Hai, 27/04/2026: Giỗ Tổ Hùng Vương (nghỉ bù ngày 26/04/2026)."))
        #expect(explain("2026-03-31T09:00", 3, .month).contains("Tháng 6/2026 không có ngày 31: lấy ngày cuối tháng, 30/06/2026."))
    }

    @Test func yearsTheCalendarDoesNotKnowAreSaid() {
        let due = calendar.due(received: at("2027-12-30T09:00"), limit: .workingDays(5), policy: .clock)
        #expect(due.flags == [.outsideCalendar])
        #expect(due.explanation.contains { $0.vi.contains("chưa có ngày lễ của năm 2028") })
        #expect(calendar.covers(day("2027-12-31")) && !calendar.covers(day("2028-01-01")))
        #expect(calendar.effectiveFrom == day("2024-01-01") && calendar.effectiveTo == day("2027-12-31"))
    }

    @Test func anUnpublishedUnitIsFlagged() {
        let due = calendar.due(received: at("2026-11-02T09:00"), limit: TimeLimit(amount: 2, unit: .unspecified), policy: .clock)
        #expect(due.flags == [.unspecifiedUnit])
        #expect(due.explanation.contains { $0.vi.contains("Đơn vị của thời hạn chưa được công bố") })
    }

    @Test(arguments: TimeUnit.allCases, DeadlinePolicy.allCases)
    func bothLanguagesAreFullSentences(unit: TimeUnit, policy: DeadlinePolicy) {
        for amount in [0, 0.5, 1, 2.75, 45] {
            let due = calendar.due(received: at("2026-08-21T17:05"), limit: TimeLimit(amount: amount, unit: unit), policy: policy)
            #expect(due.explanation.allSatisfy { $0.vi.hasSuffix(".") && $0.en.hasSuffix(".") && $0.vi != $0.en })
        }
    }

    @Test func amountsAreSpoken() {
        #expect(TimeLimit.workingDays(7.5).words == Phrase(vi: "7,5 ngày làm việc", en: "7.5 working days"))
        #expect(TimeLimit(amount: 1, unit: .month).words == Phrase(vi: "1 tháng", en: "1 month"))
        #expect(
            workingSpan(minutes: 2 * 480 + 180, minutesPerDay: 480) == Phrase(vi: "2 ngày làm việc 3 giờ", en: "2 working days 3 hours"))
        #expect(workingSpan(minutes: 61, minutesPerDay: 480).vi == "1 giờ 1 phút")
        #expect(workingSpan(minutes: 0, minutesPerDay: 480).vi == "0 phút")
    }
}
