// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

/// What a form shows of a file that was sent before and kept.
package struct KeptFileView: Sendable, Hashable {
    package let name: String
    package let size: Int
    package let pages: Int?

    package init(name: String, size: Int, pages: Int?) {
        (self.name, self.size, self.pages) = (name, size, pages)
    }
}

extension FormView {
    /// The script of file fields and its words. `form(to:takesFiles:)` brings them; other forms with files put them inside.
    package var uploadParts: HTML {
        "\(UploadMessages.element(language))<script type=\"module\" src=\"\(Asset.uploads.link)\"></script>\n"
    }

    /// A file to attach. Files already sent stay listed and may be taken out. In a form with `uploadParts` files are sent as
    /// soon as they are chosen; without the script they come with the form.
    package func fileField(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, isRequired: Bool = true, accepts: String = ".pdf,.jpg,.jpeg,.png",
        takesSeveral: Bool = false
    ) -> HTML {
        let input: HTML = """
            <input id="\(name)" name="\(name)" type="file" accept="\(accepts)" data-uploads="\(keptFieldName(name))"\
            \(flag: "multiple", takesSeveral)\(marks(name, hint: hint, isRequired: false))>\(keptFiles(name))
            """
        return frame(name, label, hint: hint, isRequired: isRequired, input)
    }

    private func keptFiles(_ name: String) -> HTML? {
        let references = values.keptFiles(name)
        guard !references.isEmpty else { return nil }
        let field = keptFieldName(name)
        let shown = references.map { keptFile?($0) }
        let items = zip(references, shown).enumerated().compactMap { index, kept -> HTML? in
            guard let file = kept.1 else { return nil }
            return """
                <li><span class="choice"><input type="checkbox" id="\(field)-\(index)" name="\(field)" value="\(kept.0)" checked>\
                <label for="\(field)-\(index)">\(description(file))</label></span></li>
                """
        }
        let unnamed = zip(references, shown).filter { $0.1 == nil }.map { "<input type=\"hidden\" name=\"\(field)\" value=\"\($0.0)\">" as HTML }
        let note: HTML? = unnamed.isEmpty ? nil : "<p class=\"hint\">\(Words.kept(language, ["n": "\(unnamed.count)"]))</p>"
        let list: HTML? = items.isEmpty ? nil : "<p class=\"hint\">\(Words.keptFiles[language])</p><ul class=\"uploads\">\(items)</ul>"
        return "\(unnamed)\(note)\(list)"
    }

    private func description(_ file: KeptFileView) -> String {
        let size = file.size < 1_000_000 ? "\((file.size + 1023) / 1024) KB" : "\(megabytes(file.size)) MB"
        let pages = file.pages.map { Words.pages(language, ["n": "\($0)"]) }
        return [file.name, size, pages].compactMap(\.self).joined(separator: " · ")
    }

    private func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return "\(tenths / 10)\(language == .vi ? "," : ".")\(tenths % 10)"
    }

    private enum Words {
        static let kept = Phrase(vi: "Đã giữ {n} tệp bạn gửi lần trước.", en: "{n} file(s) you sent before are kept.")
        static let keptFiles = Phrase(vi: "Các tệp đã gửi; bỏ dấu để không dùng tệp nào.", en: "Files already sent; untick one to leave it out.")
        static let pages = Phrase(vi: "{n} trang", en: "pages: {n}")
    }
}
