// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// The plain loop: one process, one connection, no HTTP; a filing's rows, a commit, the next.
struct WriteBare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "write", abstract: "Writes the rows of a filing again and again; tells how often.")

    @OptionGroup var bare: BareOptions

    @Option(help: "A file with the body of a filing.")
    var filing: String

    @Option(help: "The token of the account that files.")
    var token: String

    @Option(help: "How many filings share a commit.")
    var batch = 1

    @Option(help: "How long.")
    var seconds = 4

    func run() async throws {
        let body = try Data(contentsOf: URL(filePath: filing))
        let account = try Bearers(database: bare.database).account(token: token)
        let references = try FileReferences(database: bare.database)
        let rows = try bare.database.rows()
        let run = UUID().uuidString
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(seconds) {
            // The body is read anew each time, as a request's would be.
            let filings = try (0..<batch).map { index in
                try Filing(body: body, key: "\(run)-\(count + index)", account: account, references: references)
            }
            _ = try rows.write(filings, now: nowInMilliseconds(), hours: bare.hours)
            count += batch
        }
        let elapsed = clock.now - start
        let took = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        print("{\"filings\": \(count), \"rate\": \(Double(count) / took)}")
    }
}
