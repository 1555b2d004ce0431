// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The columns of an export, in their order.
enum ExportColumn: Int, CaseIterable, Sendable {
    case code, procedure, procedureName, applicantName, channel, delivery, receivingUnit, receivingUnitName, resolvingUnit, resolvingUnitName
    case state, submittedAt, acceptedAt, due, resolvedAt, closedAt, timeliness

    /// Those of one export: names of people only for whoever may take them along.
    static func all(withNames: Bool) -> [ExportColumn] {
        withNames ? allCases : allCases.filter { $0 != .applicantName }
    }

    /// The name of the value for programs.
    var key: String {
        switch self {
        case .code, .procedure, .channel, .delivery, .state, .due, .timeliness: "\(self)"
        case .procedureName: "procedure_name"
        case .applicantName: "applicant_name"
        case .receivingUnit: "receiving_unit"
        case .receivingUnitName: "receiving_unit_name"
        case .resolvingUnit: "resolving_unit"
        case .resolvingUnitName: "resolving_unit_name"
        case .submittedAt: "submitted_at"
        case .acceptedAt: "accepted_at"
        case .resolvedAt: "resolved_at"
        case .closedAt: "closed_at"
        }
    }

    /// What stands above the column in a table.
    var heading: Phrase {
        switch self {
        case .code: Phrase(vi: "Mã hồ sơ", en: "Code")
        case .procedure: Phrase(vi: "Mã TTHC", en: "Procedure code")
        case .procedureName: Phrase(vi: "Tên TTHC", en: "Procedure")
        case .applicantName: Phrase(vi: "Tên tổ chức, cá nhân", en: "Applicant")
        case .channel: Phrase(vi: "Hình thức nộp", en: "Channel")
        case .delivery: Phrase(vi: "Hình thức nhận kết quả", en: "Delivery")
        case .receivingUnit: Phrase(vi: "Mã đơn vị tiếp nhận", en: "Receiving unit code")
        case .receivingUnitName: Phrase(vi: "Đơn vị tiếp nhận", en: "Receiving unit")
        case .resolvingUnit: Phrase(vi: "Mã cơ quan giải quyết", en: "Resolving unit code")
        case .resolvingUnitName: Phrase(vi: "Cơ quan giải quyết", en: "Resolving unit")
        case .state: Phrase(vi: "Trạng thái", en: "Status")
        case .submittedAt: Phrase(vi: "Ngày nộp", en: "Submitted")
        case .acceptedAt: Phrase(vi: "Ngày tiếp nhận", en: "Accepted")
        case .due: Phrase(vi: "Hẹn trả kết quả", en: "Due")
        case .resolvedAt: Phrase(vi: "Ngày có kết quả", en: "Resolved")
        case .closedAt: Phrase(vi: "Ngày kết thúc", en: "Closed")
        case .timeliness: Phrase(vi: "Thời hạn", en: "Timeliness")
        }
    }

    /// The width of the column in a workbook, in characters.
    var width: Int {
        switch self {
        case .code: 24
        case .procedureName: 48
        case .applicantName, .receivingUnitName, .resolvingUnitName: 30
        case .state, .delivery: 26
        case .submittedAt, .acceptedAt, .due, .resolvedAt, .closedAt: 17
        default: 14
        }
    }
}
