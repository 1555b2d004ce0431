// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Testing

@testable import Dossiers
@testable import Receipts

/// A receipt is checked by its signature alone; nothing in it can be changed.
@Suite struct ReceiptTests {
    private let key: ReceiptKey
    private let receipt: ContentReceipt

    init() throws {
        key = try ReceiptKey(seed: Secret((0..<32).map { UInt8($0) }))
        let event = StoredEvent(
            sequence: 1, name: "submitted", at: Instant(milliseconds: 1_795_000_000_000), actor: Assignee(account: "a", name: "Nông Thị Ước"),
            content: #"{"files":[]}"#, previousHash: "00", hash: "11")
        receipt = try ContentReceipt(event, of: "DK-H55.238-261121-0001", signedBy: key)
    }

    private func isValid(_ token: ReceiptToken) -> Bool {
        key.isValid(token.signature, of: ContentReceipt.statement(code: token.code, sequence: token.sequence, hash: token.hash))
    }

    @Test func theTokenOfTheQRCodeComesBackWhole() throws {
        let token = ReceiptToken(receipt)
        #expect(ReceiptToken(token.text) == token)
        #expect(isValid(token))
        #expect(token.text.utf8.count < 180)
    }

    @Test func noCharacterOfTheTokenCanBeChanged() {
        let text = Array(ReceiptToken(receipt).text.utf8)
        for place in text.indices {
            for other in [UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "1"), UInt8(ascii: "~")] where other != text[place] {
                var changed = text
                changed[place] = other
                let token = ReceiptToken(String(decoding: changed, as: UTF8.self))
                #expect(token.map(isValid) != true, "place \(place)")
            }
        }
    }

    @Test func theSameEventGivesTheSameReceiptAgain() throws {
        let event = StoredEvent(
            sequence: 1, name: "submitted", at: receipt.receivedAt, actor: Assignee(account: "b", name: "x"), content: #"{"files":[]}"#,
            previousHash: "00", hash: "11")
        #expect(try ContentReceipt(event, of: receipt.code, signedBy: key).document == receipt.document)
    }

    @Test func aFileKeepsTheDocumentAndItsHashIsCountedAgain() throws {
        let file = ReceiptFile(receipt, key: key)
        #expect(file.token == ReceiptToken(receipt))
        #expect(file.sha256 == ContentReceipt.hash(of: file.document))
    }

    @Test func anotherKeyDoesNotVerify() throws {
        let other = try ReceiptKey(seed: Secret([UInt8](repeating: 9, count: 32)))
        let token = ReceiptToken(receipt)
        #expect(!other.isValid(token.signature, of: ContentReceipt.statement(code: token.code, sequence: 1, hash: token.hash)))
        #expect(other.id != key.id)
    }
}
