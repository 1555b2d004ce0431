// SPDX-License-Identifier: Apache-2.0

import CQPDF

/// How many pages a PDF has. The page tree is walked here and not by the library, which walks it by recursion: a tree
/// made too deep on purpose would end the program.
enum PDFPages: Hashable {
    case count(Int)
    case locked
    case unreadable

    init(_ content: [UInt8]) {
        guard PDFExpansion.isHarmless(content) else {
            self = .unreadable
            return
        }
        self = content.withUnsafeBytes { Self.read($0) }
    }

    private static func read(_ content: UnsafeRawBufferPointer) -> PDFPages {
        var handle: qpdf_data? = qpdf_init()
        defer { qpdf_cleanup(&handle) }
        guard let document = handle else { return .unreadable }
        // An error nobody asked for would be written to the log when the document goes.
        defer { _ = qpdf_get_error(document) }
        qpdf_silence_errors(document)
        qpdf_set_suppress_warnings(document, QPDF_TRUE)
        let start = content.bindMemory(to: CChar.self).baseAddress
        let code = qpdf_read_memory(document, "upload", start, UInt64(content.count), nil)
        if code & 2 != 0 {
            let isPassword = qpdf_has_error(document) != 0 && qpdf_get_error_code(document, qpdf_get_error(document)) == qpdf_e_password
            return isPassword ? .locked : .unreadable
        }
        guard let count = PageTree(document: document).count(), count > 0 else { return .unreadable }
        return .count(count)
    }
}

/// The pages under the root of an open document.
private struct PageTree {
    let document: qpdf_data

    private static let nodeLimit = 50_000

    /// Nil when there is no tree, or one that leads round in circles.
    func count() -> Int? {
        let root = qpdf_get_root(document)
        let top = qpdf_oh_get_key_if_dict(document, root, "/Pages")
        guard qpdf_oh_is_dictionary(document, top) != 0 else { return nil }
        var (waiting, seen, pages) = ([top], Set<Int32>(), 0)
        while let node = waiting.popLast() {
            guard seen.count < Self.nodeLimit, pages < Self.nodeLimit else { return nil }
            let id = qpdf_oh_get_object_id(document, node)
            if id != 0, !seen.insert(id).inserted { continue }
            guard qpdf_oh_is_dictionary(document, node) != 0 else { continue }
            let kids = qpdf_oh_get_key_if_dict(document, node, "/Kids")
            if qpdf_oh_is_array(document, kids) == 0 {
                pages += 1
            } else {
                let size = qpdf_oh_get_array_n_items(document, kids)
                guard Int(size) + waiting.count < Self.nodeLimit else { return nil }
                for index in 0..<max(0, size) { waiting.append(qpdf_oh_get_array_item(document, kids, index)) }
            }
            qpdf_oh_release(document, kids)
            qpdf_oh_release(document, node)
        }
        return pages
    }
}
