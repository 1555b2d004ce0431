// SPDX-License-Identifier: Apache-2.0

extension FileKind {
    /// Decides by the bytes alone.
    package init(content: [UInt8]) {
        self = Self.byFirstBytes(content) ?? Self.ofText(content)
    }

    private static func byFirstBytes(_ content: [UInt8]) -> FileKind? {
        for (kind, start) in signatures where content.starts(with: start) { return kind }
        if content.starts(with: [0x50, 0x4B, 3, 4]) || content.starts(with: [0x50, 0x4B, 5, 6]) { return ofContainer(ZipDirectory(content)) }
        if content.starts(with: Array("RIFF".utf8)), content.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
        if content.dropFirst(4).starts(with: Array("ftyp".utf8)) { return ofMovieBox(content) }
        return nil
    }

    private static let signatures: [(FileKind, [UInt8])] = [
        (.pdf, Array("%PDF-".utf8)),
        (.pdf, [0xEF, 0xBB, 0xBF] + Array("%PDF-".utf8)),
        (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.gif, Array("GIF87a".utf8)),
        (.gif, Array("GIF89a".utf8)),
        (.tiff, [0x49, 0x49, 0x2A, 0]),
        (.tiff, [0x4D, 0x4D, 0, 0x2A]),
        (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.executable, [0x7F, 0x45, 0x4C, 0x46]),
        (.executable, Array("MZ".utf8)),
        (.executable, [0xFE, 0xED, 0xFA, 0xCE]), (.executable, [0xFE, 0xED, 0xFA, 0xCF]),
        (.executable, [0xCE, 0xFA, 0xED, 0xFE]), (.executable, [0xCF, 0xFA, 0xED, 0xFE]),
        (.executable, [0xCA, 0xFE, 0xBA, 0xBE]),
        (.executable, [0, 0x61, 0x73, 0x6D]),
        (.script, Array("#!".utf8)),
        (.archive, Array("Rar!".utf8)),
        (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (.archive, [0x1F, 0x8B]),
        (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        (.archive, Array("BZh".utf8)),
    ]

    /// HEIC names itself in the brand of its first box; the same box opens films, which are nothing for a dossier.
    private static func ofMovieBox(_ content: [UInt8]) -> FileKind {
        let brand = String(decoding: content.dropFirst(8).prefix(4), as: UTF8.self)
        return ["heic", "heix", "heim", "heis", "mif1", "msf1"].contains(brand) ? .heic : .unknown
    }

    private static func ofContainer(_ directory: ZipDirectory?) -> FileKind {
        guard let directory else { return .archive }
        let names = directory.names
        if names.contains(where: { $0.hasSuffix("vbaProject.bin") || $0.hasPrefix("Basic/") }) { return .macros }
        if names.contains("[Content_Types].xml") {
            if names.contains("word/document.xml") { return .docx }
            if names.contains("xl/workbook.xml") { return .xlsx }
            if names.contains("ppt/presentation.xml") { return .pptx }
        }
        switch directory.declaredType {
        case "application/vnd.oasis.opendocument.text": return .odt
        case "application/vnd.oasis.opendocument.spreadsheet": return .ods
        default: return .archive
        }
    }

    private static func ofText(_ content: [UInt8]) -> FileKind {
        let body = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
        // Tab, line feed, form feed and carriage return are the only controls plain text needs.
        guard body.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 || $0 == 12 || $0 == 13 }) else { return .unknown }
        guard String(validating: body, as: UTF8.self) != nil else { return .unknown }
        guard let first = body.first(where: { $0 > 0x20 }) else { return body.isEmpty ? .unknown : .text }
        if first == UInt8(ascii: "<") { return .markup }
        return first == UInt8(ascii: "#") && body.drop(while: { $0 <= 0x20 }).starts(with: Array("#!".utf8)) ? .script : .text
    }
}

/// True for a PDF whose trailer names an encryption dictionary.
func isEncryptedPDF(_ content: [UInt8]) -> Bool {
    let key = Array("/Encrypt".utf8)
    var rest = content[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
        rest = content[slash...]
        if rest.starts(with: key), let next = rest.dropFirst(key.count).first {
            // Not `/EncryptMetadata`: the reference `12 0 R` or the dictionary `<<` follows.
            if next <= 0x20 || next == UInt8(ascii: "<") { return true }
        }
        rest = rest.dropFirst()
    }
    return false
}
