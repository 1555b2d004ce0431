// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Finds the province pack: the one named, the one of `MOTCUA_PROVINCE`, or the one pack in the nearest folder
/// `Provinces` in, or above, the current directory or the executable's.
enum ProvinceFolder {
    static func find(
        named path: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
        from places: [URL] = [currentDirectory, executableDirectory].compactMap { $0 }
    ) throws -> URL {
        if let path = path ?? environment["MOTCUA_PROVINCE"], !path.isEmpty {
            let folder = URL(filePath: path, directoryHint: .isDirectory)
            guard isFolder(folder) else { throw ValidationError("There is no province pack in \(folder.path).") }
            return folder
        }
        for place in places {
            if let folder = try above(place) { return folder }
        }
        throw ValidationError("No province pack was found; name one with --province DIR or MOTCUA_PROVINCE.")
    }

    private static var currentDirectory: URL {
        URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    }

    private static var executableDirectory: URL? {
        Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    }

    private static func above(_ place: URL) throws -> URL? {
        var folder = place.standardizedFileURL
        while true {
            let packs = packs(in: folder.appending(path: "Provinces", directoryHint: .isDirectory))
            if packs.count == 1 { return packs[0] }
            if packs.count > 1 {
                let names = packs.map(\.lastPathComponent).joined(separator: ", ")
                throw ValidationError("There are several province packs (\(names)); name one with --province DIR or MOTCUA_PROVINCE.")
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }

    /// The packs of a folder: every one has a folder `calendars`.
    private static func packs(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0, directoryHint: .isDirectory) }
            .filter { isFolder($0.appending(path: "calendars", directoryHint: .isDirectory)) }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
