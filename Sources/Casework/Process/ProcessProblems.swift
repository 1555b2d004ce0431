// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import WorkingTime

extension ProcessDefinition {
    /// Everything that keeps this process from being published for a case with that time limit; empty when it is sound.
    package func problems(for limit: TimeLimit) -> [Phrase] {
        orderProblems() + steps.flatMap { problems(of: $0, for: limit) } + sumProblems(limit)
    }

    private func orderProblems() -> [Phrase] {
        var problems: [Phrase] = []
        let ids = steps.map(\.id)
        for id in Set(ids.filter { id in ids.filter { $0 == id }.count > 1 }).sorted() {
            problems.append(Phrase(vi: "Có hai bước cùng mã “\(id)”.", en: "Two steps share the id “\(id)”."))
        }
        if steps.first?.kind != .intake || steps.filter({ $0.kind == .intake }).count != 1 {
            problems.append(Phrase(vi: "Quy trình phải bắt đầu bằng một bước tiếp nhận duy nhất.", en: "A process begins with its only intake step."))
        }
        if steps.last?.kind != .return || steps.filter({ $0.kind == .return }).count != 1 {
            problems.append(
                Phrase(vi: "Quy trình phải kết thúc bằng một bước trả kết quả duy nhất.", en: "A process ends with its only return step."))
        }
        return problems + numberingProblems()
    }

    /// A document gets its number once, after somebody signed it (NĐ 30/2020 Đ15).
    private func numberingProblems() -> [Phrase] {
        let numbering = steps.indices.filter { steps[$0].kind == .number }
        guard numbering.count == 1, let number = numbering.first else {
            return [Phrase(vi: "Quy trình phải có đúng một bước vào số văn bản.", en: "A process has exactly one numbering step.")]
        }
        let deciding = steps.indices.filter { steps[$0].kind == .sign || steps[$0].kind == .approve }
        guard let last = deciding.last else {
            return [Phrase(vi: "Không có bước nào phê duyệt hoặc ký kết quả.", en: "No step approves or signs the result.")]
        }
        return last < number
            ? []
            : [Phrase(vi: "Vào số phải đứng sau bước ký, phê duyệt cuối cùng.", en: "Numbering comes after the last approval or signature.")]
    }

    private func problems(of step: ProcessStep, for limit: TimeLimit) -> [Phrase] {
        var problems: [Phrase] = []
        if step.kind == .return {
            if step.duration.amount != 0 {
                problems.append(Phrase(vi: "Bước trả kết quả không tính thời gian.", en: "The return step takes no time."))
            }
            if !step.permits.isEmpty {
                problems.append(
                    Phrase(
                        vi: "Bước trả kết quả không cho phép yêu cầu hay từ chối gì nữa.",
                        en: "Nothing can be asked or refused any more at the return step."))
            }
        } else if !(step.duration.amount > 0) || !step.duration.amount.isFinite {
            problems.append(Phrase(vi: "Bước “\(step.id)” phải có thời gian lớn hơn 0.", en: "Step “\(step.id)” needs a time above 0."))
        }
        if !step.kind.roles.contains(step.role) {
            problems.append(
                Phrase(
                    vi: "Bước “\(step.id)”: vai trò \(step.role.phrase.vi) không làm việc \(step.kind.phrase.vi).",
                    en: "Step “\(step.id)”: \(step.kind.phrase.en) is not the work of the \(step.role.phrase.en)."))
        }
        if (step.kind == .intake || step.kind == .return) && step.unit != .receiving {
            problems.append(Phrase(vi: "Bước “\(step.id)” phải ở nơi nhận hồ sơ.", en: "Step “\(step.id)” lies with the receiving unit."))
        }
        if case .agency(let code) = step.unit, !isAgencyCode(code) {
            problems.append(
                Phrase(vi: "Bước “\(step.id)”: “\(code)” không phải mã cơ quan.", en: "Step “\(step.id)”: “\(code)” is not an agency code."))
        }
        if Self.measure(step.duration) != Self.measure(limit), step.duration.amount != 0 {
            problems.append(
                Phrase(
                    vi: "Bước “\(step.id)” tính khác đơn vị với thời hạn.", en: "Step “\(step.id)” is measured in another unit than the time limit."))
        }
        return problems
    }

    private func sumProblems(_ limit: TimeLimit) -> [Phrase] {
        let (sum, allowed) = (Self.amount(total), Self.amount(limit))
        guard abs(sum - allowed) > 0.000_1 else { return [] }
        return [
            Phrase(
                vi: "Các bước cộng lại là \(spoken(sum)), thời hạn là \(spoken(allowed)); hai số phải bằng nhau.",
                en: "The steps sum to \(spoken(sum)), the time limit is \(spoken(allowed)); they must be equal.")
        ]
    }
}

extension ProcessDefinition {
    /// Steps add up in their own unit; eight working hours are a working day.
    static func sum(_ steps: ArraySlice<ProcessStep>) -> TimeLimit {
        let unit = steps.first { $0.duration.amount != 0 }.map { measure($0.duration) } ?? .workingDay
        let amount = steps.reduce(0) { $0 + Self.amount($1.duration) }
        return TimeLimit(amount: (amount * 10_000).rounded() / 10_000, unit: unit)
    }

    /// The unit a time is compared in: hours count as parts of a working day, a time without unit as working days.
    static func measure(_ time: TimeLimit) -> TimeUnit {
        switch time.unit {
        case .workingDay, .workingHour, .unspecified: .workingDay
        case .calendarDay, .month: time.unit
        }
    }

    static func amount(_ time: TimeLimit) -> Double {
        time.unit == .workingHour ? time.amount / 8 : time.amount
    }
}

/// `2,5` without a needless `,0`.
private func spoken(_ amount: Double) -> String {
    amount == amount.rounded() && abs(amount) < 1_000_000
        ? String(Int(amount)) : "\((amount * 10_000).rounded() / 10_000)".split(separator: ".").joined(separator: ",")
}
