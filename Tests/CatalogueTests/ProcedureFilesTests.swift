// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Foundation
import Kernel
import Testing

@Suite struct ProcedureFilesTests {
    static func text() throws -> String {
        try String(contentsOf: PackTests.pack.appending(path: "1.001193-khai-sinh.yaml"), encoding: .utf8)
    }

    /// The complaints about the birth file with one passage changed.
    static func complaints(_ old: String, _ new: String) throws -> [String] {
        let text = try text()
        guard let range = text.range(of: old) else { return ["the passage is not in the file: \(old)"] }
        do {
            let definition = try ProcedureFiles.load(text: text.replacingCharacters(in: range, with: new), name: "birth.yaml")
            return definition.problems().map(\.en)
        } catch let error as ProcedureFilesError {
            return error.complaints
        }
    }

    @Test(arguments: [
        ("effectiveFrom: 2025-07-01", "effectiveFrom: 2025-02-30", "birth.yaml, line 5, at effectiveFrom"),
        ("version: 1\n", "version: one\n", "birth.yaml, line 4, at version: a whole number was expected"),
        ("resolvedBy: commune\n", "", "“resolvedBy” is missing"),
        ("            - {id: child_name, kind: shortText,", "            - {id: child_name, knid: shortText,", "“kind” is missing"),
        ("keywords:", "keyword:", "unknown key “keyword”"),
        ("prefill: applicantName}", "prefil: applicantName}", "unknown key “prefil”"),
        ("kind: intake", "kind: reception", "at cases/[1]/process/steps/[1]/kind"),
        ("visibleWhen: {question: applicant_relation, equals: agent}", "visibleWhen: {question: applicant_relation}", "needs exactly one of"),
        ("levels: [commune]", "levels: [commune", "this is not YAML"),
        ("sameDayCutoff: \"15:00\"", "sameDayCutoff: \"25:00\"", "at cases/[1]/sameDayCutoff"),
    ])
    func namesFileAndLine(old: String, new: String, expected: String) throws {
        let complaints = try Self.complaints(old, new)
        #expect(complaints.contains { $0.contains(expected) }, "\(complaints)")
        #expect(complaints.allSatisfy { $0.hasPrefix("birth.yaml") }, "\(complaints)")
    }

    @Test(arguments: [
        ("duration: 0.5", "duration: 0.75", "Case 1.001193.01: The steps sum to 1,25, the time limit is 1"),
        ("code: \"1.001193\"", "code: \"11.01193\"", "is not a procedure code"),
        ("code: KQ.G15.000031", "code: dsfas", "is not a result code"),
        ("code: \"1.001193.02\"", "code: \"1.001193.01\"", "Two cases share the code"),
        ("code: 000.00.00.G15-KQ003208", "code: 000.00.00.G15-KQ004389", "two papers share the code"),
        (
            "{question: child_situation, equals: abandoned}\n      - code", "{question: child_situation, equals: lost}\n      - code",
            "an answer it never has"
        ),
        ("amount: 0\n", "amount: -1\n", "between 0 and 1 billion"),
        ("partialReason:\n  vi: \"Bản chính", "conditions2:\n  vi: \"Bản chính", "unknown key"),
        ("G15-TP07", "TP07", "is not a field code"),
    ])
    func findsWhatIsUnsound(old: String, new: String, expected: String) throws {
        let complaints = try Self.complaints(old, new)
        #expect(complaints.contains { $0.contains(expected) }, "\(complaints)")
    }

    @Test func refusesTwoVersionsInForceAtOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "procedures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try Self.text()
        try Data(text.utf8).write(to: folder.appending(path: "1.001193-a.yaml"))
        try Data(text.replacing("\nversion: 1\n", with: "\nversion: 2\n").utf8).write(to: folder.appending(path: "1.001193-b.yaml"))
        try Data("code: [".utf8).write(to: folder.appending(path: "broken.yaml"))
        let error = #expect(throws: ProcedureFilesError.self) { try ProcedureFiles.load(folder) }
        #expect(error?.complaints.count == 2, "\(error?.description ?? "")")
        #expect(error?.description.contains("versions 1 and 2 are in force at the same time") == true)
        #expect(error?.description.contains("broken.yaml: this is not YAML") == true)
    }
}
