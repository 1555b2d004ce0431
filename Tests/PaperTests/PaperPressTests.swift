// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@testable import Paper

@Suite struct PaperPressTests {
    static let isReady = PressFixture.pythonWithTypst != nil
    static let why: Comment = "Python with typst==0.15.0 and the fonts of fonts-noto-core are needed (bin/test installs them)"

    @Test(.enabled(if: isReady, why)) func dataBecomesAPageAndNeverMarkup() async throws {
        try await PressFixture.withPress(template: #"#let data = json(bytes(sys.inputs.data)); #data.text"#) { press, _ in
            let pdf = try await press.press("page", ["text": "#panic() $x$ *không* <a> Giấy tiếp nhận"])
            #expect(pdf.starts(with: "%PDF-".utf8))
            let other = try await press.press("page", ["text": "một trang khác"])
            #expect(other != pdf)
        }
    }

    @Test(.enabled(if: isReady, why)) func fiftyPapersAtOnceAreAllMade() async throws {
        try await PressFixture.withPress(template: #"#json(bytes(sys.inputs.data)).text"#) { press, _ in
            let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<50 { group.addTask { try await press.press("page", ["text": "Hồ sơ \(number)"]).count } }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(sizes.count == 50)
            #expect(sizes.allSatisfy { $0 > 1000 })
        }
    }

    @Test(.enabled(if: isReady, why)) func aWrongTemplateIsAFaultAndTheNextPageIsFine() async throws {
        try await PressFixture.withPress(template: #"#json(bytes(sys.inputs.data)).at("wanted")"#) { press, _ in
            await #expect(throws: PressError.self) { try await press.press("page", ["other": ""]) }
            await #expect(throws: PressError.self) { try await press.press("nowhere", ["other": ""]) }
            await #expect(throws: PressError.self) { try await press.press("../page", ["other": ""]) }
            try await PressFixture.expectPage(of: press, ["wanted": "x"])
        }
    }

    @Test(.enabled(if: isReady, why)) func aPageThatTakesTooLongIsGivenUp() async throws {
        let endless = #"#if json(bytes(sys.inputs.data)).slow == "yes" { range(2000).map(n => range(100000).map(m => m * n).sum()).sum() } else [x]"#
        try await PressFixture.withPress(template: endless, limit: .seconds(1)) { press, _ in
            await #expect(throws: UserError.self) { try await press.press("page", ["slow": "yes"]) }
            try await PressFixture.expectPage(of: press, ["slow": "no"])
        }
    }

    @Test(.enabled(if: isReady, why)) func aKilledWorkerIsReplaced() async throws {
        try await PressFixture.withPress(template: #"#json(bytes(sys.inputs.data)).text"#) { press, folder in
            for _ in 0..<3 {
                try await PressFixture.expectPage(of: press, ["text": "trước"])
                for worker in PressFixture.workers(of: folder) { kill(worker, SIGKILL) }
                try await PressFixture.expectPage(of: press, ["text": "sau"])
            }
            #expect(PressFixture.workers(of: folder).count == 1)
        }
    }

    @Test(.enabled(if: isReady, why)) func aLaterFolderGoesFirstAndChangesCountAtOnce() async throws {
        try await PressFixture.withPress(template: #"trang chung"#) { press, folder in
            let before = try await press.press("page", ["a": "b"])
            try "trang của tỉnh, dài hơn nhiều".write(toFile: "\(folder)/page.typ", atomically: true, encoding: .utf8)
            let after = try await press.press("page", ["a": "b"])
            #expect(before.count != after.count)
        }
    }

    @Test func withoutPythonThePersonIsToldWhatToInstall() async throws {
        for python in ["/nowhere/python3", "no-such-python", "/bin/false", "/bin/cat"] {
            let press = PaperPress(settings: PressSettings(python: python, worker: "/nowhere.py", folders: []))
            try await PressFixture.serving(press) {
                let error = await #expect(throws: UserError.self) { try await press.press("page", ["text": ""]) }
                #expect(error?.status == 503)
                #expect(error?.advice?.vi.contains("typst") == true)
            }
        }
    }

    @Test func theQueueIsBounded() async throws {
        var settings = PressSettings(python: "/nowhere/python3", worker: "/nowhere.py", folders: [])
        settings.queueLimit = 0
        let press = PaperPress(settings: settings)
        let error = await #expect(throws: UserError.self) { try await press.press("page", ["text": ""]) }
        #expect(error?.code == "paper.press_busy")
    }

    @Test func whoStopsWaitingLeavesTheQueue() async throws {
        let press = PaperPress(settings: PressSettings(python: "/nowhere/python3", worker: "/nowhere.py", folders: []))
        let asking = Task { try await press.press("page", ["text": ""]) }
        asking.cancel()
        await #expect(throws: CancellationError.self) { try await asking.value }
    }
}
