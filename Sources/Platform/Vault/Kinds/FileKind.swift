// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What a file is by its content. Its name and what the browser declared are hearsay.
package enum FileKind: String, Hashable, Sendable, Codable, CaseIterable {
    case pdf, jpeg, png, gif, webp, tiff, heic
    case docx, xlsx, pptx, odt, ods
    case text
    /// .doc, .xls and whatever else uses their container, encrypted .docx among them.
    case oldOffice
    /// An Office document that carries macros.
    case macros
    case archive
    /// HTML, SVG, XML: text a browser may run.
    case markup
    case script
    case executable
    case unknown

    /// What to send the file as; kinds that could run are never named.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .tiff: "image/tiff"
        case .heic: "image/heic"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .text: "text/plain; charset=utf-8"
        case .oldOffice, .macros, .archive, .markup, .script, .executable, .unknown: "application/octet-stream"
        }
    }

    /// The endings a file of this kind may have; the first is given where none fits.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .tiff: ["tif", "tiff"]
        case .heic: ["heic", "heif"]
        case .text: ["txt", "csv", "md"]
        case .pdf, .png, .gif, .webp, .docx, .xlsx, .pptx, .odt, .ods: [rawValue]
        case .oldOffice: ["doc", "xls", "ppt"]
        case .macros, .archive, .markup, .script, .executable, .unknown: ["bin"]
        }
    }

    package var canRun: Bool {
        switch self {
        case .executable, .script, .markup, .macros: true
        default: false
        }
    }

    /// A noun for a sentence about the file.
    package var phrase: Phrase {
        switch self {
        case .pdf, .jpeg, .png, .gif, .webp, .tiff, .heic: Phrase(vi: "tệp \(rawValue.uppercased())", en: "a \(rawValue.uppercased()) file")
        case .docx: Phrase(vi: "văn bản Word (.docx)", en: "a Word document (.docx)")
        case .xlsx: Phrase(vi: "bảng tính Excel (.xlsx)", en: "an Excel workbook (.xlsx)")
        case .pptx: Phrase(vi: "bản trình chiếu (.pptx)", en: "a presentation (.pptx)")
        case .odt: Phrase(vi: "văn bản OpenDocument (.odt)", en: "an OpenDocument text (.odt)")
        case .ods: Phrase(vi: "bảng tính OpenDocument (.ods)", en: "an OpenDocument spreadsheet (.ods)")
        case .text: Phrase(vi: "văn bản thuần (.txt)", en: "plain text (.txt)")
        case .oldOffice:
            Phrase(vi: "tệp Word hoặc Excel kiểu cũ (.doc, .xls) hay có mật khẩu", en: "an old or password-protected Word or Excel file (.doc, .xls)")
        case .macros: Phrase(vi: "văn bản có chứa macro", en: "a document with macros")
        case .archive: Phrase(vi: "tệp nén (zip, rar…)", en: "an archive (zip, rar…)")
        case .markup:
            Phrase(vi: "trang web hoặc hình vẽ có thể chứa mã (HTML, SVG, XML)", en: "a web page or drawing that may carry code (HTML, SVG, XML)")
        case .script: Phrase(vi: "tệp lệnh", en: "a script")
        case .executable: Phrase(vi: "chương trình chạy được", en: "a program")
        case .unknown: Phrase(vi: "tệp không rõ định dạng", en: "a file of unknown format")
        }
    }
}
