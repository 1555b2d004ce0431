// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel
package import Process

/// What a person does at a unit.
package enum PostRole: String, Codable, CaseIterable, Hashable, Sendable {
    case oneStopOfficer, specialist, head, clerk
    /// Publishes procedures, draws processes, builds forms.
    case legalOfficer
    /// Sees the whole province, decides nothing in a dossier.
    case leader
    /// Reads everything and changes nothing.
    case auditor
    case `operator`

    /// The role that a step of an internal process asks for.
    package init(_ role: StepRole) {
        self =
            switch role {
            case .oneStopOfficer: .oneStopOfficer
            case .specialist: .specialist
            case .head: .head
            case .clerk: .clerk
            }
    }

    /// The step role this post can fill; nil for posts that stand outside dossiers.
    package var stepRole: StepRole? {
        switch self {
        case .oneStopOfficer: .oneStopOfficer
        case .specialist: .specialist
        case .head: .head
        case .clerk: .clerk
        case .legalOfficer, .leader, .auditor, .operator: nil
        }
    }

    package var phrase: Phrase {
        switch self {
        case .oneStopOfficer: Phrase(vi: "Công chức một cửa", en: "One-stop officer")
        case .specialist: Phrase(vi: "Chuyên viên", en: "Specialist")
        case .head: Phrase(vi: "Lãnh đạo đơn vị", en: "Head of unit")
        case .clerk: Phrase(vi: "Văn thư", en: "Clerk")
        case .legalOfficer: Phrase(vi: "Công chức pháp chế, kiểm soát thủ tục", en: "Legal officer")
        case .leader: Phrase(vi: "Lãnh đạo tỉnh", en: "Provincial leader")
        case .auditor: Phrase(vi: "Kiểm tra, giám sát", en: "Auditor")
        case .operator: Phrase(vi: "Quản trị hệ thống", en: "Operator")
        }
    }
}

extension PostRole: SQLBindable, SQLDecodable {}
