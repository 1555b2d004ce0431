// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The last dossier of a page, in the order of a list.
enum ListingPosition: Hashable, Sendable {
    /// Of what was counted.
    case counted(ListingCell, measure: Measure, dossier: Identifier, sequence: Int)
    /// Of what stands now.
    case standing(due: Instant, dossier: Identifier)
    /// Of what stood on a day and has ended since.
    case ended(at: Instant, dossier: Identifier)

    var text: String {
        switch self {
        case .counted(let cell, let measure, let dossier, let sequence):
            [cell.day.iso, cell.key, String(measure.rawValue), dossier.description, String(sequence)].joined(separator: "~")
        case .standing(let due, let dossier): "due~\(due.milliseconds)~\(dossier)"
        case .ended(let end, let dossier): "end~\(end.milliseconds)~\(dossier)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, let moment = Int64(parts[1]), Self.moments.contains(moment), let dossier = Identifier(parts[2]) {
            switch parts[0] {
            case "due": self = .standing(due: Instant(milliseconds: moment), dossier: dossier)
            case "end": self = .ended(at: Instant(milliseconds: moment), dossier: dossier)
            default: return nil
            }
        } else if parts.count == 5, let day = LocalDate(iso: parts[0]), Self.isKey(parts[1]),
            let measure = Int(parts[2]).flatMap(Measure.init(rawValue:)), let dossier = Identifier(parts[3]), let sequence = Int(parts[4])
        {
            self = .counted(ListingCell(day: day, key: parts[1]), measure: measure, dossier: dossier, sequence: sequence)
        } else {
            return nil
        }
    }

    /// Moments that both engines can hold.
    private static let moments: Range<Int64> = 0..<1 << 50

    private static func isKey(_ text: String) -> Bool { text.utf8.count <= 64 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
}

/// A day and what a list goes through on it: units, or channels within one unit.
struct ListingCell: Hashable, Sendable {
    let day: LocalDate
    let key: String
}
