// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Vault

/// `motcua files`: what can be done with the files alone.
struct FilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Moves the files of dossiers.", subcommands: [FilesCopyCommand.self])
}

/// `motcua files copy`: from the data folder to a shared disk or a store, or back. What is there already stays, so it can be
/// broken off and run again.
struct FilesCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Copies every file to another place, compared with its hash; files there already are passed over.")

    @Option(help: "Where to: a folder that is there already, or s3://BUCKET/PREFIX with the same --s3-… options.")
    var to: String

    @OptionGroup var data: DataOptions

    private static let width = 8

    func run() async throws {
        let (source, target) = (try data.files.place(data: data.directory), try data.files.place(to, data: data.directory))
        try await source.check(writing: false)
        try await target.check(writing: true)
        let copy = FilesCopy(from: Vault(storage: try source.room("files")), to: Vault(storage: try target.room("files")))
        let (copied, there) = try await copy(width: Self.width) { done in
            if done.isMultiple(of: 1000) { tell("\(done) files") }
        }
        tell("\(copied) files copied, \(there) were there already. In-flight uploads begin again.")
    }
}

/// Copies a vault into another, a few files at a time.
struct FilesCopy: Sendable {
    let source: Vault
    let target: Vault

    init(from source: Vault, to target: Vault) {
        (self.source, self.target) = (source, target)
    }

    func callAsFunction(width: Int, progress: (Int) -> Void) async throws -> (copied: Int, there: Int) {
        try await withThrowingTaskGroup(of: Bool.self) { [source, target] group in
            var (running, copied, there) = (0, 0, 0)
            func count(_ wasCopied: Bool?) {
                if wasCopied == true { copied += 1 } else { there += 1 }
                progress(copied + there)
            }
            try await source.forEach { hash, size in
                if running == width { count(try await group.next()) } else { running += 1 }
                group.addTask { try await target.take(hash, size: size, from: source) }
            }
            while let wasCopied = try await group.next() { count(wasCopied) }
            return (copied, there)
        }
    }
}
