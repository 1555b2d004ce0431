// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What an export can be written as.
package enum ExportFormat: String, CaseIterable, Codable, Sendable {
    case csv, jsonl, xlsx

    package var name: Phrase {
        switch self {
        case .csv: Phrase("CSV")
        case .jsonl: Phrase("JSON Lines")
        case .xlsx: Phrase("Excel (XLSX)")
        }
    }

    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .jsonl: "application/x-ndjson; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// How many rows are read at once: enough that a read is worth its beginning, few enough that it is short.
    var rowsAtOnce: Int { self == .xlsx ? 2000 : 4000 }
}
