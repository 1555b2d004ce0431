// SPDX-License-Identifier: Apache-2.0

/// Which files a form takes.
package struct AcceptedFiles: Hashable, Sendable {
    package let kinds: Set<FileKind>
    package let maximumBytes: Int

    package init(kinds: Set<FileKind>, maximumBytes: Int = 10 << 20) {
        (self.kinds, self.maximumBytes) = (kinds, maximumBytes)
    }

    /// Scans, photographs and office documents of at most 10 MB.
    package static let documents = AcceptedFiles(kinds: [.pdf, .jpeg, .png, .webp, .tiff, .docx, .xlsx, .odt, .ods, .text])
    package static let pictures = AcceptedFiles(kinds: [.jpeg, .png, .webp])

    /// The `accept` attribute of a file field.
    package var acceptAttribute: String {
        kinds.sorted { $0.rawValue < $1.rawValue }.flatMap(\.endings).map { "." + $0 }.joined(separator: ",")
    }

    /// Why a file is not taken; nil when it is.
    package func refusal(of name: String, size: Int, kind: @autoclosure () -> FileKind) -> FileRefusal? {
        guard size > 0 else { return .empty }
        guard size <= maximumBytes else { return .tooLarge(limit: maximumBytes) }
        let kind = kind()
        let ending = fileEnding(name)
        if kind.canRun { return .canRun(kind) }
        if Self.runningEndings.contains(ending) { return .canRun(.script) }
        return kinds.contains(kind) ? nil : .notAccepted(kind)
    }

    /// Text that a double click would run.
    private static let runningEndings: Set<String> = [
        "exe", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "hta", "sh", "py", "pl", "php", "jar", "lnk", "reg",
        "html", "htm", "xhtml", "svg", "xml", "shtml", "mht", "docm", "xlsm", "pptm", "desktop", "url", "iqy", "slk",
    ]
}
