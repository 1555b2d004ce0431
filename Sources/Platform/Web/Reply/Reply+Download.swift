// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
import Kernel
import NIOCore

extension Reply {
    /// Bytes to be saved under `filename`, or shown in place when `isInline` and the type is one browsers show safely.
    package static func download(_ bytes: some Sequence<UInt8>, type: String, filename: String, isInline: Bool = false) -> Response {
        let buffer = ByteBuffer(bytes: bytes)
        return download(ResponseBody(byteBuffer: buffer), type: type, filename: filename, isInline: isInline)
    }

    /// The same in pieces that are read while they are sent. What fails in between cuts the answer off.
    package static func download<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, count: Int, type: String, filename: String, isInline: Bool = false
    ) -> Response where Pieces.Element == [UInt8] {
        let body = ResponseBody(contentLength: count) { writer in
            for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return download(body, type: type, filename: filename, isInline: isInline)
    }

    /// The same for a body that streams; give the body its length when it is known.
    package static func download(_ body: ResponseBody, type: String, filename: String, isInline: Bool = false) -> Response {
        let isShown = isInline && shownTypes.contains(type)
        var headers = HTTPFields()
        headers[.contentType] = isInline && !isShown ? "application/octet-stream" : type
        headers[.contentDisposition] = contentDisposition(isShown ? "inline" : "attachment", filename: filename)
        // What people sent must not run as part of this site; the sandbox would keep browsers from showing a PDF.
        let sandbox = type == "application/pdf" ? "" : "; sandbox"
        headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'\(sandbox)"
        headers[.cacheControl] = "private, no-store"
        return Response(status: .ok, headers: headers, body: body)
    }

    private static let shownTypes: Set<String> = [
        "application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif", "text/plain; charset=utf-8",
    ]

    /// Both names: letters of ASCII for old clients, RFC 8187 for the rest.
    static func contentDisposition(_ kind: String, filename: String) -> String {
        let name = safeFileName(filename)
        let plain = String(decoding: name.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(percentEncoded(name))"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && !"\"\\%;".utf8.contains(byte)
    }
}

extension Reply {
    /// A table for spreadsheets: UTF-8 with its mark, RFC 4180; a cell that would be taken for a formula gets a quote before it.
    package static func csv(_ rows: [[String]], filename: String) -> Response {
        var bytes = CSVCell.byteOrderMark
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                CSVCell.append(cell, to: &bytes)
            }
            bytes.append(contentsOf: [13, 10])
        }
        return download(bytes, type: "text/csv; charset=utf-8", filename: filename)
    }
}
