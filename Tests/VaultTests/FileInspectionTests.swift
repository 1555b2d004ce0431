// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Vault

@Suite struct FileInspectionTests {
    private func inspect(_ content: [UInt8]) -> FileInspection {
        FileInspection(content, kind: FileKind(content: content))
    }

    @Test func thePagesOfAPDFAreCounted() {
        #expect(inspect(PDFSamples.plain(pages: 1)).pages == 1)
        #expect(inspect(PDFSamples.plain(pages: 57)).pages == 57)
        #expect(inspect(PDFSamples.packed).pages == 3)
        #expect(inspect(PDFSamples.restricted) == FileInspection(pages: 2))
    }

    @Test func aPDFThatAsksForAPasswordIsLocked() {
        #expect(inspect(PDFSamples.locked) == FileInspection(isLocked: true))
    }

    @Test func aLostTableOfObjectsIsMadeAgain() {
        let text = String(decoding: PDFSamples.plain(pages: 4), as: UTF8.self)
        let misled = text.replacing("startxref\n", with: "startxref\n9")
        #expect(inspect(Array(misled.utf8)).pages == 4)
    }

    @Test func officeDocumentsHaveNoPagesToCount() {
        #expect(inspect(Samples.docx) == FileInspection())
        #expect(inspect(Array("Kính gửi".utf8)).pages == nil)
    }

    @Test func aTreeOfPagesThatIsEndlesslyDeepOrRoundEndsNothing() {
        let depth = 20_000
        let nodes = (0..<depth).map { "<< /Type /Pages /Count 1 /Kids [\($0 + 3) 0 R] >>" }
        let page = "<< /Type /Page /MediaBox [0 0 9 9] >>"
        #expect(inspect(PDFSamples.document(["<< /Type /Catalog /Pages 2 0 R >>"] + nodes + [page])).pages == 1)
        let round = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R 2 0 R 3 0 R] >>", page]
        #expect(inspect(PDFSamples.document(round)).pages == 1)
    }

    /// Half a megabyte of zeros, a thousand times smaller: enough such streams would fill the memory.
    @Test func whatUnpacksToMuchMoreThanItIsIsNotUnpacked() throws {
        let zeros = try #require(Data(base64Encoded: PDFSamples.packedZerosText))
        #expect(PDFExpansion.isHarmless(bomb(zeros, times: 1)))
        #expect(!PDFExpansion.isHarmless(bomb(zeros, times: 140)))
        let twice = "%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream\nendobj\n"
        #expect(!PDFExpansion.isHarmless(Array(twice.utf8)))
    }

    private func bomb(_ packed: Data, times: Int) -> [UInt8] {
        let head = "obj\n<< /Type /ObjStm /N 1 /First 4 /Length \(packed.count) /Filter /FlateDecode >>\nstream\n"
        let object = Array(head.utf8) + packed + Array("\nendstream\nendobj\n".utf8)
        return Array("%PDF-1.7\n".utf8) + Array(repeatElement(object, count: times).joined())
    }

    /// Every variant gives an answer; most still have their pages.
    @Test(arguments: [PDFSamples.plain(pages: 3), PDFSamples.packed, PDFSamples.restricted, PDFSamples.locked])
    func brokenPDFsNeverEndTheProgram(whole: [UInt8]) {
        var random = Numbers(seed: UInt64(whole.count))
        for variant in 0..<200 {
            var content = whole
            if variant.isMultiple(of: 2) {
                content.removeLast(Int.random(in: 1..<(content.count - 5), using: &random))
            } else {
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    content[Int.random(in: 5..<content.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            let found = inspect(content)
            #expect((found.pages != nil) != (found.isLocked || found.isUnreadable))
        }
    }

    @Test func picturesTellTheirSizeAndHowTheyWereHeld() {
        #expect(inspect(Pictures.png(width: 640, height: 480)).dimensions == PictureDimensions(width: 640, height: 480))
        let turned = inspect(Pictures.jpeg(width: 4000, height: 3000, orientation: 6))
        #expect(turned.pages == 1 && turned.dimensions?.orientation == 6)
        #expect(turned.dimensions.map { [$0.shown.width, $0.shown.height] } == [3000, 4000])
        #expect(inspect(Pictures.webp(width: 300, height: 200)).dimensions == PictureDimensions(width: 300, height: 200))
    }

    @Test func headersCutAnywhereGiveNoSizeAndNoCrash() {
        for picture in [Pictures.png(width: 9, height: 9), Pictures.jpeg(width: 9, height: 9, orientation: 8), Pictures.webp(width: 9, height: 9)] {
            for count in 0..<picture.count {
                let kind = FileKind(content: picture)
                let found = FileInspection(Array(picture.prefix(count)), kind: kind).dimensions
                #expect(found == nil || found?.width == 9)
            }
        }
    }
}

/// Numbers that are the same in every run.
private struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 33
    }
}

/// Headers of pictures; what follows is of no matter here.
private enum Pictures {
    static func png(width: Int, height: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4) + big(height, 4)
    }

    static func jpeg(width: Int, height: Int, orientation: Int) -> [UInt8] {
        let tiff = Array("MM".utf8) + big(42, 2) + big(8, 4) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1, 4) + big(orientation, 2) + big(0, 2)
        let exif = Array("Exif\0\0".utf8) + tiff
        let frame = [8] + big(height, 2) + big(width, 2) + [3]
        return [0xFF, 0xD8, 0xFF, 0xE1] + big(exif.count + 2, 2) + exif + [0xFF, 0xC0] + big(frame.count + 2, 2) + frame
    }

    static func webp(width: Int, height: Int) -> [UInt8] {
        let size = { (number: Int) in [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number >> 16 & 0xFF)] }
        return Array("RIFF\0\0\0\0WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + size(width - 1) + size(height - 1)
    }

    private static func big(_ number: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
