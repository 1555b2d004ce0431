// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Vault

@Suite struct FileKindTests {
    static let known: [(FileKind, [UInt8])] = [
        (.pdf, Samples.pdf), (.png, Samples.png), (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), (.gif, Array("GIF89a..".utf8)),
        (.webp, Array("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ".utf8)), (.tiff, [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2A]),
        (.heic, [0, 0, 0, 24] + Array("ftypheic".utf8)), (.unknown, [0, 0, 0, 24] + Array("ftypisom".utf8)),
        (.docx, Samples.docx), (.odt, Samples.odt), (.xlsx, Samples.zip([("xl/workbook.xml", ""), ("[Content_Types].xml", "")])),
        (.macros, Samples.zip([("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")])),
        (.archive, Samples.zip([("setup.exe", "MZ")])), (.archive, [0x50, 0x4B, 3, 4]), (.archive, Array("Rar!\u{1A}\u{7}".utf8)),
        (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.executable, Samples.program), (.executable, Array("MZ\u{0}\u{0}".utf8)), (.script, Array("#!/bin/sh\n".utf8)),
        (.script, Array("\n#!/bin/sh\n".utf8)),
        (.markup, Array("<!DOCTYPE html>".utf8)), (.markup, Array("\u{FEFF}  <svg onload=alert(1)>".utf8)),
        (.markup, Array("<?xml version='1.0'?>".utf8)),
        (.text, Array("Kính gửi Ủy ban nhân dân xã\r\n\tĐơn đề nghị".utf8)), (.text, Array(" \n".utf8)), (.text, Array("# Ghi chú".utf8)),
        (.unknown, [0xFF, 0x41, 0x42]), (.unknown, Array("a\u{0}b".utf8)), (.unknown, []), (.unknown, Array("a\u{1B}[2J".utf8)),
    ]

    @Test(arguments: known)
    func contentDecidesTheKind(kind: FileKind, content: [UInt8]) {
        #expect(FileKind(content: content) == kind)
    }

    @Test func aDirectoryThatLiesAboutItselfIsNoCrash() {
        let honest = Samples.docx
        for position in honest.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var broken = honest
                broken[position] = value
                _ = FileKind(content: broken)
            }
            _ = FileKind(content: Array(honest[..<position]))
        }
    }

    @Test func aProgramIsNeverNamedToTheBrowser() {
        for kind in FileKind.allCases where kind.canRun { #expect(kind.mediaType == "application/octet-stream") }
    }

    @Test func anEncryptedPDFIsRecognised() {
        #expect(isEncryptedPDF(Samples.lockedPDF))
        #expect(isEncryptedPDF(Array("%PDF-1.7 << /Encrypt<</Filter/Standard>> >>".utf8)))
        #expect(!isEncryptedPDF(Samples.pdf))
        #expect(!isEncryptedPDF(Array("%PDF-1.7 << /EncryptMetadata false >> /Encrypt".utf8)))
    }
}
