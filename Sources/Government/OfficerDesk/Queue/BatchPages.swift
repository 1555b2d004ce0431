// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Markup
import Web

/// Before and after doing something with several dossiers.
struct BatchPages {
    struct Result {
        let code: String
        let name: String
        let outcome: ActionOutcome
    }

    /// The queue they were chosen in, as links carry it.
    let place: String

    var back: String {
        guard let query = try? QueryItems(place), let place = QueuePlace(query) else { return "/work" }
        return place.link
    }

    func preview(_ plan: BatchPlan, _ context: WebContext) -> HTML {
        let language = context.language
        let possible = plan.possible
        return """
            \(possible.isEmpty ? Component.notice(Words.nothingPossible[language], kind: .warning) : ready(plan, possible, context))
            \(exceptions(plan, language))
            <p><a href="\(href: back)">\(Words.back[language])</a></p>
            """
    }

    private func ready(_ plan: BatchPlan, _ possible: [BatchPlan.Line], _ context: WebContext) -> HTML {
        let language = context.language
        let lines = possible.map { line -> HTML in
            guard case .will(let outcome) = line.answer else { return .empty }
            return item(line.dossier, "<strong>\(line.command.name[language])</strong> <span class=\"hint\">\(outcome[language])</span>")
        }
        let fields = possible.map { line -> HTML in
            let code = line.dossier.state.publicCode
            return """
                <input type="hidden" name="code" value="\(code)"><input type="hidden" name="seen.\(code)" value="\(line.dossier.state.sequence)">
                """
        }
        let content: HTML = """
            <input type="hidden" name="type" value="\(plan.action.rawValue)"><input type="hidden" name="place" value="\(place)">\(fields)
            <p id="primary-action">\(Component.button(Words.confirm(language, ["n": "\(possible.count)"])))</p>
            """
        return """
            <h2>\(Words.will(language, ["n": "\(possible.count)"]))</h2><ol class="outcome">\(lines)</ol>
            \(FormView(language).form(to: "/work/batch", context, content))
            """
    }

    private func exceptions(_ plan: BatchPlan, _ language: Language) -> HTML {
        let lines = plan.impossible.map { line -> HTML in
            guard case .cannot(let refusal) = line.answer else { return .empty }
            return item(line.dossier, "\(refusal.sentence[language])")
        }
        let unknown = plan.unknown.map { "<li><p>\($0)</p><p></p><p>\(Words.unknown[language])</p></li>" as HTML }
        guard !(lines + unknown).isEmpty else { return .empty }
        return "<h2>\(Words.cannot(language, ["n": "\(lines.count + unknown.count)"]))</h2><ul class=\"outcome\">\(lines + unknown)</ul>"
    }

    private func item(_ dossier: Dossier, _ what: HTML) -> HTML {
        let code = dossier.state.publicCode
        return """
            <li><p><a href="\(href: "/work/dossiers/\(code)")">\(code)</a></p>\
            <p>\(dossier.state.submission.applicant.name)<br><span class="hint">\(dossier.procedureName)</span></p><p>\(what)</p></li>

            """
    }

    func results(_ results: [Result], _ action: BatchAction, _ language: Language) -> HTML {
        let done = results.filter { if case .done = $0.outcome { true } else { false } }.count
        let failed = results.count - done
        let lines = results.map { result -> HTML in
            let (code, tag) = said(result, language)
            return "<li><p><a href=\"\(href: "/work/dossiers/\(code)")\">\(code)</a></p><p>\(result.name)</p><p>\(tag)</p></li>\n"
        }
        return """
            \(Component.notice(Words.done(language, ["n": "\(done)"]), kind: .success))
            \(failed > 0 ? Component.notice(Words.notDone(language, ["n": "\(failed)"]), kind: .warning) : .empty)
            <ul class="outcome">\(lines)</ul>
            <p>\(Component.linkButton(Words.backToQueue[language], to: back))</p>
            """
    }

    private func said(_ result: Result, _ language: Language) -> (String, HTML) {
        switch result.outcome {
        case .done(let after): (after.state.publicCode, Component.statusTag(Words.isDone[language], tone: .good))
        case .refused(let refusal):
            (result.code, "\(Component.statusTag(Words.isNotDone[language], tone: .late)) \(refusal.sentence[language])")
        case .unknownDossier: (result.code, "\(Component.statusTag(Words.isNotDone[language], tone: .late)) \(Words.unknown[language])")
        }
    }

    private enum Words {
        static let will = Phrase(vi: "{n} hồ sơ sẽ được làm", en: "{n} dossier(s) will be done")
        static let cannot = Phrase(vi: "{n} hồ sơ không làm được cùng lúc", en: "{n} dossier(s) cannot be done together")
        static let confirm = Phrase(vi: "Thực hiện với {n} hồ sơ", en: "Go ahead with {n} dossier(s)")
        static let nothingPossible = Phrase(
            vi: "Không hồ sơ nào trong số đã chọn làm được việc này. Lý do ở bên dưới.",
            en: "This can be done with none of the selected dossiers. The reasons are below.")
        static let unknown = Phrase(vi: "Không tìm thấy hồ sơ này.", en: "This dossier was not found.")
        static let back = Phrase(vi: "Quay lại danh sách, chưa làm gì cả", en: "Back to the queue; nothing has been done")
        static let backToQueue = Phrase(vi: "Quay lại danh sách", en: "Back to the queue")
        static let done = Phrase(vi: "Đã làm xong {n} hồ sơ.", en: "{n} dossier(s) done.")
        static let notDone = Phrase(vi: "{n} hồ sơ chưa làm được, lý do ghi bên cạnh.", en: "{n} dossier(s) not done; the reasons are beside them.")
        static let isDone = Phrase(vi: "Đã làm", en: "Done")
        static let isNotDone = Phrase(vi: "Chưa làm", en: "Not done")
    }
}
