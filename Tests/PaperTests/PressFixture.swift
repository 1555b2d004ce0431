// SPDX-License-Identifier: Apache-2.0

import Foundation
import Paper
import Testing

/// A press over a folder with one template, `page.typ`.
enum PressFixture {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The Python the tests use: the one named, the one bin/test makes, or the machine's.
    static let pythonWithTypst: String? = {
        let named = ProcessInfo.processInfo.environment["MOTCUA_PYTHON"]
        return [named, "\(root)/.build/papers-venv/bin/python", "python3"].compactMap { $0 }.first { python in
            let asking = Process()
            asking.executableURL = URL(filePath: "/usr/bin/env")
            asking.arguments = [python, "-c", "import typst"]
            asking.standardError = FileHandle.nullDevice
            guard (try? asking.run()) != nil else { return false }
            asking.waitUntilExit()
            return asking.terminationStatus == 0
        }
    }()

    static func withPress(
        template: String, limit: Duration = .seconds(10), _ body: (PaperPress, String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "press-\(UInt64.random(in: .min ... .max))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try template.write(toFile: "\(folder)/page.typ", atomically: true, encoding: .utf8)
        var settings = PressSettings(
            python: pythonWithTypst ?? "python3", worker: "\(root)/Papers/typst_worker.py", folders: ["\(root)/Papers", folder])
        settings.timeLimit = limit
        let press = PaperPress(settings: settings)
        try await serving(press) { try await body(press, folder) }
    }

    static func expectPage(of press: PaperPress, _ data: [String: String], at location: SourceLocation = #_sourceLocation) async throws {
        let pdf = try await press.press("page", data)
        #expect(pdf.starts(with: "%PDF-".utf8), sourceLocation: location)
    }

    static func serving(_ press: PaperPress, _ body: () async throws -> Void) async throws {
        let running = Task { await press.run() }
        defer { running.cancel() }
        try await body()
    }

    /// The processes that work for this folder.
    static func workers(of folder: String) -> [pid_t] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
        return processes.filter { process in
            guard let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8) else { return false }
            return line.contains("typst_worker.py") && line.contains(folder)
        }
    }
}
