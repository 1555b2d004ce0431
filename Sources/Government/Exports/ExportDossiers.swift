// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import NIOCore
import Organisation

/// Writes the dossiers of an order as a file, however many: the rows are read piece by piece, one piece ahead of what is being
/// sent, and nothing else is kept. Every export is recorded before its first byte.
package struct ExportDossiers: Sendable {
    private let database: any Database
    private let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    /// Records that it begins.
    package func begin(_ order: ExportOrder, words: ExportWords) async throws -> RunningExport {
        let began = now()
        let id = Identifier.new(at: began)
        try await database.write { try ExportRecordStore($0).add(order, id: id, at: began) }
        let desks = order.filter.moment == .accepted ? try await database.read { try ExportStore($0).desks() } : nil
        return RunningExport(
            id: id, order: order, selection: ExportSelection(order, desks: desks),
            lines: DossierLines(words: words, includesNames: order.includesNames, now: began), database: database, now: now)
    }
}

/// An export that has been recorded and not been written yet.
package struct RunningExport: Sendable {
    let id: Identifier
    let order: ExportOrder
    let selection: ExportSelection
    let lines: DossierLines
    let database: any Database
    let now: @Sendable () -> Instant
    var firstPlace = SheetPlace()

    /// Sends the file. An error on either side ends it in the middle, and the record says so.
    /// - Returns: how many rows there were.
    @discardableResult
    package func write(
        progress: (_ rows: Int) -> Void = { _ in }, to send: (ByteBuffer) async throws -> Void
    ) async throws -> Int {
        var sent = 0
        do {
            try await writeFile(to: send) { rows in
                sent += rows
                progress(sent)
            }
            try await end(sent, isComplete: true)
            return sent
        } catch {
            try? await end(sent, isComplete: false)
            throw error
        }
    }

    private func end(_ rows: Int, isComplete: Bool) async throws {
        try await database.write { [id, now] in try ExportRecordStore($0).end(id, at: now(), rows: rows, isComplete: isComplete) }
    }

    private func writeFile(to send: (ByteBuffer) async throws -> Void, counting: (Int) -> Void) async throws {
        let columns = ExportColumn.all(withNames: order.includesNames)
        switch order.format {
        case .csv:
            try await stream(CSVCells(), PlainFile(beginning: CSVCells.beginning(columns, order.language)), send, counting)
        case .jsonl:
            try await stream(JSONCells(), PlainFile(beginning: []), send, counting)
        case .xlsx:
            let file = try WorkbookFile(columns, order.language, at: LocalDateTime(lines.now))
            try await stream(SheetCells(columns), file, send, counting)
        }
    }

    private func stream<Writer: CellWriter, File: ExportFile>(
        _ writer: Writer, _ file: consuming File, _ send: (ByteBuffer) async throws -> Void, _ counting: (Int) -> Void
    ) async throws {
        var file = file
        try await forward(try file.begin(), send)
        var place = firstPlace
        var piece = try await read(writer, from: ExportPlace(), place)
        while let next = piece.next {
            let sheet = place.sheet
            place.advance(rows: piece.rows, bytes: piece.bytes.count)
            let following = place
            async let rest = read(writer, from: next, following)
            try await forward(try file.add(piece.bytes, sheet: sheet), send)
            counting(piece.rows)
            piece = try await rest
        }
        if piece.rows > 0 { try await forward(try file.add(piece.bytes, sheet: place.sheet), send) }
        counting(piece.rows)
        try await forward(try file.end(), send)
    }

    private func forward(_ bytes: [UInt8], _ send: (ByteBuffer) async throws -> Void) async throws {
        if !bytes.isEmpty { try await send(ByteBuffer(bytes: bytes)) }
    }

    private struct Piece: Sendable {
        let bytes: [UInt8]
        let rows: Int
        let next: ExportPlace?
    }

    /// The rows become bytes where they are read; a read that is run again begins anew.
    private func read<Writer: CellWriter>(_ writer: Writer, from start: ExportPlace, _ place: SheetPlace) async throws -> Piece {
        let limit = min(order.format.rowsAtOnce, order.format == .xlsx ? place.room : .max)
        return try await database.read { [selection, lines] connection in
            var cells = writer.starting(at: place, rows: limit)
            let (rows, next) = try ExportStore(connection).read(selection, from: start, limit: limit) { try lines.append($0, to: &cells) }
            return Piece(bytes: cells.bytes, rows: rows, next: next)
        }
    }
}
