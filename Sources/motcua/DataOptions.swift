// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Where an installation keeps its data.
struct DataOptions: ParsableArguments {
    @Option(help: "Folder of the embedded database and the files (or MOTCUA_DATA); ./data by default.")
    var data: String?

    var directory: URL {
        URL(filePath: environment(data, "DATA") ?? "data", directoryHint: .isDirectory)
    }
}

/// The option's value, or that of its environment variable `MOTCUA_…`.
func environment(_ value: String?, _ name: String) -> String? {
    value ?? ProcessInfo.processInfo.environment["MOTCUA_" + name].flatMap { $0.isEmpty ? nil : $0 }
}

/// Words for the person at the terminal; data goes to standard output, words do not.
func tell(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}
