// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// What the program is measured against: the same work, with everything written out by hand and nothing around it.
@main
struct BareServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bare-server", abstract: "Bare handlers over a database that motcua has filled. Only for benchmarks.",
        subcommands: [ServeBare.self, WriteBare.self])
}

/// Where the rows go, and what a filing needs to know beside its body.
struct BareOptions: ParsableArguments {
    @Option(help: "The database file, or the address of a PostgreSQL server.", transform: { Database($0) })
    var database: Database

    @Option(help: "When offices are open, FROM-TO in milliseconds since 1970, separated by commas.", transform: { OpeningHours($0) })
    var hours = OpeningHours("")
}
