// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Records in the shape of the published files.
enum Lines {
    static let birth = listed("1.001193", "Thủ tục đăng ký khai sinh", field: "Hộ tịch", level: "xa")

    static func listed(
        _ code: String, _ name: String, field: String, level: String = "xa", type: String = "STANDARD", by: String = "Bộ Tư pháp"
    ) -> String {
        """
        {"code": "\(code)", "name": "\(name)", "field": "\(field)", "level": [\(level.isEmpty ? "" : "\"\(level)\"")], "level_inferred": false, \
        "agency": "Ủy ban nhân dân cấp xã", "promulgated_by": "\(by)", "targets": ["Công dân Việt Nam"], "type": "\(type)", \
        "state": "ACTIVE", "detail": false, "source": "https://example.vn/\(code)"}
        """
    }

    /// A detail record without anything odd; `changes` replace members.
    static func detail(
        _ changes: [String: String] = [:], code: String = "1.004873", name: String = "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"
    ) -> String {
        var members = [
            "code": "\"\(code)\"", "name": "\"\(name)\"", "field": "\"Hộ tịch\"", "field_code": "\"G15-TP07\"", "level": "[\"xa\"]",
            "level_inferred": "false", "agency": "\"Ủy ban nhân dân cấp xã\"", "promulgated_by": "\"Bộ Tư pháp\"",
            "targets": "[\"Công dân Việt Nam\"]", "type": "\"STANDARD\"", "state": "\"ACTIVE\"", "requirements": "\"\"",
            "channels":
                #"[{"method": "Trực tiếp", "qty": 3, "unit": "WORKING_DAY", "note": "", "fees": [{"type": "FEE", "vnd": 8000, "note": ""}]}]"#,
            "cases": "[{\"code\": \"\(code).01\", \"name\": \"Cấp\", \"qty\": 3, \"unit\": \"WORKING_DAY\"}]",
            "documents": #"[{"group": "* Giấy tờ phải nộp:", "code": "G15-KQ000001", "name": "Tờ khai", "original": 1, "copy": 0}]"#,
            "result": "\"Giấy xác nhận\"", "result_codes": "[\"KQ.G15.000038\"]", "steps": #"[{"name": "", "text": "Nộp hồ sơ."}]"#,
            "legal_basis": #"[{"code": "123/2015/NĐ-CP", "name": "Nghị định"}]"#, "full_process": "false", "non_territorial": "true",
        ]
        members.merge(changes) { _, new in new }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    }

    /// Writes lines to a file of their own.
    static func file(_ lines: [String], name: String = "lines.jsonl") throws -> String {
        try file(bytes: Array(lines.joined(separator: "\n").utf8) + [10], name: name)
    }

    static func file(bytes: [UInt8], name: String = "lines.jsonl") throws -> String {
        let folder = folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Gone when the tests end.
    private static let folder: URL = {
        atexit { try? FileManager.default.removeItem(at: Lines.folder) }
        return FileManager.default.temporaryDirectory.appending(path: "catalogue-\(UUID().uuidString)")
    }()
}

/// Folders of the project and, where it lies beside it, of the public data.
enum Places {
    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let pack = project.appending(path: "Provinces/ThaiNguyen")

    /// Published files are never part of the project; tests that need them run where they are at hand.
    static var nationalFiles: [String]? {
        let folder =
            ProcessInfo.processInfo.environment["MOTCUA_TEST_DATA"].map { URL(filePath: $0) } ?? project.appending(path: "../shared/data")
        let files = ["national_catalogue.jsonl", "national_detail.jsonl"].map { folder.appending(path: "procedures/\($0)").standardized.path }
        return files.allSatisfy { FileManager.default.fileExists(atPath: $0) } ? files : nil
    }
}
