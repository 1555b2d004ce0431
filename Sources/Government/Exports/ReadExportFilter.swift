// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Organisation
import Web

/// What a form, a link or a program asks for, understood; every mistake with its field.
struct ReadExportFilter {
    let directory: OrganisationDirectory
    private var reading: QueryReading

    init(_ query: QueryItems, _ directory: OrganisationDirectory) {
        (self.directory, reading) = (directory, QueryReading(query))
    }

    var values: FormData { reading.values }
    var errors: [FieldError] { reading.errors }

    mutating func callAsFunction() -> ExportFilter {
        var filter = ExportFilter()
        if let text = reading.text("kind") { filter.moment = reading.known(ExportMoment(rawValue: text), "kind", Words.kind) ?? .submitted }
        filter.from = reading.day("from")
        filter.to = reading.day("to")
        if let from = filter.from, let to = filter.to, to < from { reading.refuse(FieldError(field: "to", message: Words.order)) }
        if let code = reading.text("unit") { filter.unit = reading.known(directory.unit(code)?.code, "unit", Words.unit) }
        if let code = reading.text("procedure") {
            filter.procedure = reading.known(code.utf8.count <= 64 ? code : nil, "procedure", Words.procedure)
        }
        for text in values.all("status") where !text.isEmpty {
            let status = Int(text).flatMap(DossierStatus.init(rawValue:))
            if let status = reading.known(status, "status", Words.status) { filter.statuses.append(status) }
        }
        return filter
    }

    private enum Words {
        static let kind = Phrase(vi: "Chọn một trong các loại kỳ", en: "Choose one of the kinds: submitted, accepted, resolved")
        static let order = Phrase(vi: "Ngày cuối đứng trước ngày đầu", en: "The last day is before the first")
        static let unit = Phrase(vi: "Không có đơn vị này", en: "There is no such unit")
        static let procedure = Phrase(vi: "Mã thủ tục quá dài", en: "The procedure code is too long")
        static let status = Phrase(vi: "Không có trạng thái này", en: "There is no such status; they are numbered 1 to 10")
    }
}
