// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A decoded form: every field in order, repeated names kept, and the uploaded files.
package struct FormData: Sendable {
    package private(set) var entries: [Entry]
    package private(set) var files: [UploadedFile]

    package struct Entry: Sendable, Hashable {
        package let name: String
        /// As it was typed.
        package let value: String
    }

    package init(_ pairs: [(name: String, value: String)] = [], files: [UploadedFile] = []) {
        entries = pairs.map { Entry(name: $0.name, value: $0.value) }
        self.files = files
    }

    /// The first value, composed (NFC), without spaces at the ends, line ends as `\n`; nil when the field is absent.
    package subscript(name: String) -> String? {
        raw(name).map(Self.tidied)
    }

    /// Every value of a repeated field in order.
    package func all(_ name: String) -> [String] {
        entries.filter { $0.name == name }.map { Self.tidied($0.value) }
    }

    /// The first value exactly as it was typed, for passwords.
    package func raw(_ name: String) -> String? {
        entries.first { $0.name == name }?.value
    }

    /// The names in order of first appearance.
    package var names: [String] {
        var seen: Set<String> = []
        return entries.compactMap { seen.insert($0.name).inserted ? $0.name : nil }
    }

    package func file(_ field: String) -> UploadedFile? {
        files.first { $0.field == field }
    }

    package func files(_ field: String) -> [UploadedFile] {
        files.filter { $0.field == field }
    }

    /// The three boxes of a date as `2026-11-20`; nil when all are empty, as typed when they do not make a day.
    package func date(_ name: String) -> String? {
        let parts = ["_year", "_month", "_day"].map { self[name + $0] ?? "" }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        if let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), let date = LocalDate(year: year, month: month, day: day) {
            return date.iso
        }
        return parts.joined(separator: "-")
    }

    mutating func append(name: String, value: String) {
        entries.append(Entry(name: name, value: value))
    }

    mutating func append(_ file: UploadedFile) {
        files.append(file)
    }

    private static func tidied(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(13) else { return normalised(text) }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == 13 || (byte == 10 && !afterReturn) { kept.append(10) } else if byte != 10 { kept.append(byte) }
            afterReturn = byte == 13
        }
        return normalised(String(decoding: kept, as: UTF8.self))
    }
}
