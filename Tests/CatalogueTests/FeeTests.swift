// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Forms
import Foundation
import Kernel
import Process
import Testing

@Suite struct FeeTests {
    static func line(_ json: String) throws -> FeeLine {
        let head = #"{"code":"P","name":{"vi":"Phí","en":"Fee"},"kind":"serviceFee","#
        return try JSONDecoder().decode(FeeLine.self, from: Data((head + json + "}").utf8))
    }

    static let pages =
        #""unit":"page","tiers":[{"through":2,"amount":2000},{"amount":1000}],"maximumPerCopy":200000,"counts":{"section":"documents","pages":"pages","copies":"copies"}"#

    @Test(arguments: [
        (0, 1, 0), (1, 1, 2000), (2, 1, 4000), (3, 1, 5000), (10, 3, 36_000), (198, 1, 200_000), (199, 1, 200_000), (2000, 2, 400_000), (5, 0, 0),
    ])
    func countsPagesByTheirPlace(pages: Int, copies: Int, dong: Int64) throws {
        let quote = try Self.line(Self.pages).quote(.inPerson, [FeeQuantity(pages: pages, copies: copies)])
        #expect(quote.amount == Money(dong: dong))
    }

    @Test func capsEachCopyOfEachPaperByItself() throws {
        let line = try Self.line(Self.pages)
        let answers: Answers = ["documents": .group([["pages": "300", "copies": "2"], ["pages": "1", "copies": "5"]])]
        #expect(line.quote(.inPerson, line.quantities(in: answers)).amount == Money(dong: 410_000))
        #expect(line.quote(.inPerson, line.quantities(in: [:])).amount == .zero)
    }

    @Test func survivesAbsurdNumbers() throws {
        let line = try Self.line(#""unit":"page","tiers":[{"amount":1000000000}],"counts":{"section":"documents","pages":"pages","copies":"copies"}"#)
        let row: [String: AnswerValue] = ["pages": .text("\(Int.max)"), "copies": .text("\(Int.max)")]
        let quantities = line.quantities(in: ["documents": .group(Array(repeating: row, count: 1000))])
        #expect(line.quote(.inPerson, quantities).amount == Money(dong: 2_000_000_000_000_000_000))
    }

    @Test func saysThatTheCouncilSetsAnUnknownAmount() throws {
        let quote = try Self.line(#""unit":"dossier""#).quote(.online, [FeeQuantity()])
        #expect(quote.amount == nil)
        #expect(quote.note?.vi.contains("Hội đồng nhân dân tỉnh") == true)
    }

    @Test func takesLessOnline() throws {
        let half = try Self.line(#""amount":15001,"onlineDiscountPercent":50"#)
        #expect(half.quote(.inPerson, [FeeQuantity()]).amount == Money(dong: 15_001))
        #expect(half.quote(.online, [FeeQuantity()]).amount == Money(dong: 7501))
        #expect(half.quote(.online, [FeeQuantity()]).note?.en == "50% less when filed online.")
        let fixed = try Self.line(#""amount":20000,"onlineAmount":10000"#)
        #expect(fixed.quote(.online, [FeeQuantity()]).amount == Money(dong: 10_000))
        #expect(fixed.quote(.postal, [FeeQuantity()]).amount == Money(dong: 20_000))
    }
}
