// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Vault

@Suite struct FileEndingTests {
    @Test func theEndingFollowsTheContent() {
        #expect(safeFileName("scan.jpeg", for: .jpeg) == "scan.jpeg")
        #expect(safeFileName("scan.exe", for: .pdf) == "scan.exe.pdf")
        #expect(safeFileName("scan", for: .jpeg) == "scan.jpg")
    }
}
