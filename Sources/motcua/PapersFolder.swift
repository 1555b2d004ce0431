// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Paper

/// Where the templates of papers lie, and the Python that sets them.
struct PaperOptions: ParsableArguments {
    @Option(help: "Folder of the templates of papers and their worker (or MOTCUA_PAPERS); the nearest folder Papers by default.")
    var papers: String?

    /// What the press works with. Where there are no templates the rest of the program works, and PDF pages say what to install.
    /// - Parameter province: the folder of the pack, whose folder `papers` may hold templates of its own.
    func settings(province: URL?) throws -> PressSettings {
        guard let folder = try PapersFolder.find(named: environment(papers, "PAPERS")) else {
            return PressSettings(python: "", worker: "", folders: [])
        }
        let own = province?.appending(path: "papers", directoryHint: .isDirectory)
        let folders = [folder] + [own].compactMap { $0 }.filter { FileManager.default.fileExists(atPath: $0.path) }
        return PressSettings(
            python: environment(nil, "PYTHON") ?? Self.python(beside: folder), worker: folder.appending(path: PapersFolder.worker).path,
            folders: folders.map(\.path))
    }

    /// The environment that bin/run makes, where there is one.
    private static func python(beside folder: URL) -> String {
        let made = folder.deletingLastPathComponent().appending(path: ".build/papers-venv/bin/python").path
        return FileManager.default.isExecutableFile(atPath: made) ? made : "python3"
    }
}

/// Finds the folder of templates: the one named, or the nearest folder `Papers` in, or above, the current directory or the
/// executable's.
enum PapersFolder {
    static let worker = "typst_worker.py"

    static func find(named path: String?) throws -> URL? {
        if let path {
            let folder = URL(filePath: path, directoryHint: .isDirectory)
            guard holdsWorker(folder) else { throw ValidationError("There is no \(worker) in \(folder.path).") }
            return folder
        }
        let executable = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let current = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        return [current, executable].compactMap { $0 }.lazy.compactMap(above).first
    }

    private static func above(_ place: URL) -> URL? {
        var folder = place.standardizedFileURL
        while true {
            let papers = folder.appending(path: "Papers", directoryHint: .isDirectory)
            if holdsWorker(papers) { return papers }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }

    private static func holdsWorker(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: worker).path)
    }
}
