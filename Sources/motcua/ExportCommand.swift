// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cases
import Database
import Dossiers
import Exports
import Foundation
import Kernel
import NIOCore
import Organisation
import Web

/// `motcua export`: dossiers as a table, to standard output or into a file.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes dossiers as a table.",
        discussion: "Example: motcua export --format csv --from 2026-01-01 --to 2026-06-30 --out dossiers.csv. Every export is recorded.")

    @Option(help: "csv, jsonl or xlsx.")
    var format: ExportFormat = .csv

    @Option(help: "What the days are about: submitted, accepted or resolved.")
    var kind: ExportMoment = .submitted

    @Option(help: "The first day, such as 2026-01-01; from the beginning by default.", transform: localDay)
    var from: LocalDate?

    @Option(help: "The last day; without an end by default.", transform: localDay)
    var to: LocalDate?

    @Option(help: "Code of a unit that receives or resolves.")
    var unit: String?

    @Option(help: "Code of a procedure.")
    var procedure: String?

    @Option(help: "Number of a status, 1 to 10; may be repeated.")
    var status: [Int] = []

    @Flag(help: "Leaves the names of applicants out.")
    var withoutNames = false

    @Option(help: "Language of headings and words: vi or en.")
    var lang: Language = .vi

    @Option(help: "The file to write; standard output by default.")
    var out: String?

    @OptionGroup var data: DataOptions

    func validate() throws {
        if let wrong = status.first(where: { DossierStatus(rawValue: $0) == nil }) { throw ValidationError("There is no status \(wrong).") }
        if let from, let to, to < from { throw ValidationError("The last day is before the first.") }
    }

    func run() async throws {
        let installation = try await Installation.existing(data)
        let organisation = try await installation.organisation()
        if let unit, organisation.unit(unit) == nil { throw ValidationError("There is no unit “\(unit)”.") }
        let filter = ExportFilter(
            kind, from: from, to: to, unit: unit, procedure: procedure, statuses: status.compactMap(DossierStatus.init(rawValue:)))
        let order = ExportOrder(
            format, filter, access: .everything, includesNames: !withoutNames, language: lang, door: .command, account: "", name: "motcua export")
        let export = try await ExportDossiers(database: installation.database, now: { systemNow() })
            .begin(order, words: ExportWords(lang, organisation))
        let output = try ExportOutput(path: out)
        var told = 0
        let rows = try await export.write(progress: { rows in
            if rows / 100_000 > told { tell("\(rows) rows") }
            told = rows / 100_000
        }) { try output.write($0) }
        try output.finish()
        await installation.database.close()
        tell("\(rows) rows written.")
    }
}

private func localDay(_ text: String) throws -> LocalDate {
    guard let day = LocalDate(iso: text) else { throw ValidationError("“\(text)” is no day like 2026-11-20.") }
    return day
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportMoment: ExpressibleByArgument {}

/// Standard output, or a file that bears its name only once it is whole.
private struct ExportOutput {
    private let descriptor: Int32
    private let path: String?

    init(path: String?) throws {
        self.path = path
        descriptor = path.map { open($0 + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) } ?? STDOUT_FILENO
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path ?? ""]) }
    }

    func write(_ buffer: ByteBuffer) throws {
        try buffer.withUnsafeReadableBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            }
        }
    }

    func finish() throws {
        guard let path else { return }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(path + ".part", path) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }
}
