// SPDX-License-Identifier: Apache-2.0

import OfficerDesk
import Paper
import Papers
import ServiceLifecycle

/// Lets the press work for as long as the server does.
struct PressRun: Service {
    let press: PaperPress

    func run() async throws {
        await cancelWhenGracefulShutdown { await press.run() }
    }
}

extension DraftPress {
    /// The press as the specialist's desk sees it.
    init(_ papers: PressPaper) {
        self.init(
            templates: ResultTemplate.allCases.map { Template(id: $0.rawValue, name: $0.name) },
            suggested: { papers.template(for: $0).rawValue },
            press: { dossier, template, fields in try await papers.resultDraft(of: dossier, template: template, fields: fields) })
    }
}
