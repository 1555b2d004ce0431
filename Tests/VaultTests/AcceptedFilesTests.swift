// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Vault

@Suite struct AcceptedFilesTests {
    private func refusal(_ name: String, _ content: [UInt8]) -> FileRefusal? {
        AcceptedFiles.documents.refusal(of: name, size: content.count, kind: FileKind(content: content))
    }

    @Test func aScanIsTaken() {
        #expect(refusal("giấy khai sinh.pdf", Samples.pdf) == nil)
        #expect(refusal("ảnh.PNG", Samples.png) == nil)
        #expect(refusal("đơn.docx", Samples.docx) == nil)
        #expect(refusal("ghi chú.txt", Array("Kính gửi".utf8)) == nil)
    }

    @Test func aProgramUnderAnotherNameIsRefusedInPlainWords() throws {
        let refusal = try #require(self.refusal("giấy khai sinh.pdf", Samples.program))
        #expect(refusal == .canRun(.executable))
        let error = refusal.fieldError("birth_proof", named: "C:\\tệp\\giấy khai sinh.pdf")
        #expect(error.field == "birth_proof")
        #expect(error.message.vi.hasPrefix("Tệp “giấy khai sinh.pdf” là chương trình chạy được, dù tên tệp thế nào"))
        #expect(error.message.en.hasPrefix("The file “giấy khai sinh.pdf” is a program, whatever its name says"))
        #expect(refusal.userError(named: "a.pdf").status == 415)
    }

    @Test(arguments: ["run.bat", "page.HTML", "x.js", "x.svg", "x.txt.ps1", "don.docm"])
    func textThatADoubleClickWouldRunIsRefused(name: String) {
        #expect(refusal(name, Array("echo hello".utf8)) == .canRun(.script))
    }

    @Test func anEmptyFileATooLargeOneAndAnotherKindAreToldApart() {
        #expect(refusal("a.pdf", []) == .empty)
        #expect(AcceptedFiles.documents.refusal(of: "a.pdf", size: 10 << 20, kind: .pdf) == nil)
        #expect(AcceptedFiles.documents.refusal(of: "a.pdf", size: (10 << 20) + 1, kind: .pdf) == .tooLarge(limit: 10 << 20))
        #expect(refusal("a.zip", Samples.zip([("a.txt", "a")])) == .notAccepted(.archive))
        #expect(AcceptedFiles.pictures.refusal(of: "a.pdf", size: 9, kind: .pdf) == .notAccepted(.pdf))
    }

    @Test(arguments: [
        FileRefusal.empty, .tooLarge(limit: 512 << 10), .canRun(.markup), .notAccepted(.heic), .notAccepted(.unknown), .locked, .unreadable,
    ])
    func everyRefusalNamesTheFileInBothLanguages(refusal: FileRefusal) {
        let phrase = refusal.phrase(named: "tờ 1.heic")
        for language in Language.allCases {
            #expect(phrase[language].contains("“tờ 1.heic”"))
            #expect(!phrase[language].contains("{"))
        }
    }

    @Test func theFieldOffersTheEndings() {
        #expect(AcceptedFiles.pictures.acceptAttribute == ".jpg,.jpeg,.jpe,.jfif,.png,.webp")
    }
}
