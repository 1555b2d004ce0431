// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel

/// A tiny file that lies in the vault once and stands for the papers of many dossiers.
struct SimulatedPaper: Sendable {
    let file: AttachedFile

    /// Puts the papers into the vault, where they are like any other.
    static func keep(in house: DossierHouse) async throws -> [SimulatedPaper] {
        var papers: [SimulatedPaper] = []
        for pages in 1...3 {
            let file = try await KeepFile(house: house)(pdf(pages: pages), name: "giay-to.pdf", component: "", field: "file")
            papers.append(SimulatedPaper(file: file))
        }
        return papers
    }

    func attached(to component: String, named name: String) -> AttachedFile {
        AttachedFile(component: component, name: name, sha256: file.sha256, size: file.size, mediaType: file.mediaType, pages: file.pages)
    }

    /// A PDF of some empty pages, with a table of its objects that fits.
    static func pdf(pages: Int) -> [UInt8] {
        let kids = (0..<pages).map { "\(3 + $0) 0 R" }.joined(separator: " ")
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>"]
        objects += (0..<pages).map { _ in "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>" }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += padded(offset, 10) + " 00000 n \n" }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }
}
