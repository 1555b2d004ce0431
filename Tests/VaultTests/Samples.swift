// SPDX-License-Identifier: Apache-2.0

/// The smallest contents that are what they claim to be.
enum Samples {
    static let pdf = PDFSamples.plain(pages: 1)
    static let lockedPDF = Array("%PDF-1.7\ntrailer\n<< /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF\n".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    static let program: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + Array(repeating: 0, count: 56)
    static let docx = zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")])
    static let odt = zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>")])

    /// A ZIP container of uncompressed entries.
    static func zip(_ entries: [(name: String, content: String)]) -> [UInt8] {
        var (body, directory) = ([UInt8](), [UInt8]())
        for (name, content) in entries {
            let offset = body.count
            let sizes = little(content.utf8.count, 4) + little(content.utf8.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            let common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(0, 4) + sizes
            body += little(0x0403_4B50, 4) + common + Array(name.utf8) + Array(content.utf8)
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            directory += little(offset, 4) + Array(name.utf8)
        }
        let counts = little(entries.count, 2) + little(entries.count, 2)
        return body + directory + little(0x0605_4B50, 4) + little(0, 4) + counts + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
