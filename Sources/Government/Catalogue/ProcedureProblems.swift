// SPDX-License-Identifier: Apache-2.0

import Forms
package import Kernel
import Process
import WorkingTime

extension ProcedureDefinition {
    /// Everything that keeps this version from being published; empty when it is sound.
    package func problems() -> [Phrase] {
        identityProblems() + partProblems() + onlineProblems() + cases.flatMap { problems(of: $0) }
    }

    private func identityProblems() -> [Phrase] {
        var problems: [Phrase] = []
        if !ProcedureCode.isNational(code) {
            problems.append(Phrase(vi: "“\(code)” không phải mã thủ tục dạng 1.001193.", en: "“\(code)” is not a procedure code like 1.001193."))
        }
        if version < 1 { problems.append(Phrase(vi: "Số phiên bản phải từ 1.", en: "Versions count from 1.")) }
        if let effectiveTo, effectiveTo < effectiveFrom {
            problems.append(Phrase(vi: "Ngày hết hiệu lực trước ngày có hiệu lực.", en: "It ends before it takes effect."))
        }
        if let fieldCode, !isFieldCode(fieldCode) {
            problems.append(
                Phrase(vi: "“\(fieldCode)” không phải mã lĩnh vực dạng G15-TP07.", en: "“\(fieldCode)” is not a field code like G15-TP07."))
        }
        if !isResolvedByCommune, !isAgencyCode(resolvedBy) {
            problems.append(
                Phrase(vi: "resolvedBy phải là “commune” hoặc mã cơ quan.", en: "resolvedBy is “commune” or the code of an agency."))
        }
        return problems
    }

    /// The obligatory parts of NĐ 63/2010 Đ8.2.
    private func partProblems() -> [Phrase] {
        let parts: [(Bool, Phrase)] = [
            (levels.isEmpty, Phrase(vi: "cấp thực hiện", en: "levels")),
            (subjects.isEmpty, Phrase(vi: "đối tượng thực hiện", en: "subjects")),
            (steps.isEmpty, Phrase(vi: "trình tự thực hiện", en: "steps")),
            (channels.isEmpty, Phrase(vi: "cách thức thực hiện", en: "channels")),
            (cases.isEmpty, Phrase(vi: "trường hợp", en: "cases")),
            (results.isEmpty, Phrase(vi: "kết quả", en: "results")),
            (legalBases.isEmpty, Phrase(vi: "căn cứ pháp lý", en: "legal bases")),
            (normalised(decision).isEmpty, Phrase(vi: "quyết định công bố", en: "announcement decision")),
        ]
        var problems = parts.filter(\.0).map { Phrase(vi: "Thiếu \($0.1.vi).", en: "There are no \($0.1.en).") }
        for result in results where !isResultCode(result.code) {
            problems.append(
                Phrase(
                    vi: "“\(result.code)” không phải mã kết quả dạng KQ.G15.000031.", en: "“\(result.code)” is not a result code like KQ.G15.000031.")
            )
        }
        problems += repeated(cases.map(\.code)).map { Phrase(vi: "Hai trường hợp cùng mã “\($0)”.", en: "Two cases share the code “\($0)”.") }
        problems += repeated(channels.map(\.channel.rawValue)).map { Phrase(vi: "Hai cách thức cùng là “\($0)”.", en: "Two channels are “\($0)”.") }
        if numberOfSets < 1 { problems.append(Phrase(vi: "Số bộ hồ sơ phải từ 1.", en: "At least one set is handed in.")) }
        return problems
    }

    private func onlineProblems() -> [Phrase] {
        if onlineLevel == .partial, partialReason == nil {
            return [
                Phrase(
                    vi: "Dịch vụ một phần phải công khai lý do (partialReason).", en: "A partly online service publishes its reason (partialReason).")
            ]
        }
        if onlineLevel != .info, terms(of: .online) == nil {
            return [Phrase(vi: "Có dịch vụ trực tuyến nhưng thiếu cách thức “online”.", en: "It is offered online but has no channel “online”.")]
        }
        return []
    }

    private func problems(of chosen: ProcedureCase) -> [Phrase] {
        var problems: [Phrase] = []
        if !isCaseCode(chosen.code, of: code) {
            problems.append(Phrase(vi: "mã phải dạng \(code).01.", en: "its code looks like \(code).01."))
        }
        if !(chosen.limit.amount > 0) || !TimeLimit.amounts.contains(chosen.limit.amount) {
            problems.append(Phrase(vi: "thời hạn phải lớn hơn 0.", en: "its time limit is above 0."))
        }
        problems += chosen.process.problems(for: chosen.limit)
        problems += chosen.form.problems()
        problems += chosen.componentProblems()
        problems += repeated(chosen.fees.map(\.code)).map { Phrase(vi: "hai khoản thu cùng mã “\($0)”.", en: "two fees share the code “\($0)”.") }
        problems += chosen.fees.flatMap { $0.problems(in: chosen) }
        return problems.map { Phrase(vi: "Trường hợp \(chosen.code): \($0.vi)", en: "Case \(chosen.code): \($0.en)") }
    }
}

extension ProcedureCase {
    fileprivate func componentProblems() -> [Phrase] {
        var problems = repeated(components.map(\.code)).map { Phrase(vi: "hai giấy tờ cùng mã “\($0)”.", en: "two papers share the code “\($0)”.") }
        for component in components {
            if component.code.isEmpty || component.code.utf8.count > 64 {
                problems.append(Phrase(vi: "mã giấy tờ dài 1–64 ký tự.", en: "a paper’s code has 1 to 64 characters."))
            }
            if !(0...20).contains(component.originals) || !(0...20).contains(component.copies) {
                problems.append(
                    Phrase(vi: "giấy tờ “\(component.code)”: số bản không hợp lý.", en: "paper “\(component.code)”: odd number of copies."))
            }
            if component.isForm, component.required {
                problems.append(
                    Phrase(
                        vi: "“\(component.code)” là tờ khai điện tử, không bắt buộc nộp tệp.",
                        en: "“\(component.code)” is the electronic form and needs no file."))
            }
            if let result = component.replacedByResult, !isResultCode(result) {
                problems.append(Phrase(vi: "“\(result)” không phải mã kết quả.", en: "“\(result)” is not a result code."))
            }
            if let condition = component.visibleWhen { problems += form.problems(of: condition, where: component.code) }
        }
        return problems
    }
}

/// The values that stand more than once, in order.
func repeated(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    var twice: Set<String> = []
    for value in values where !seen.insert(value).inserted { twice.insert(value) }
    return twice.sorted()
}
