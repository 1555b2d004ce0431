// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Foundation
import FoundationEssentials
import Identity
import Kernel
import Logging
import Organisation
import ServiceLifecycle
import Web

/// `motcua serve`: the server, and the workers that drain its queue.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Runs the server.")

    @Option(help: "Address to listen on (or MOTCUA_HOST); 127.0.0.1 by default.")
    var host: String?

    @Option(help: "Port to listen on (or MOTCUA_PORT); 8080 by default, 0 for any free one.")
    var port: Int?

    @Flag(help: "Makes the accounts of the demonstration (once) and prints them.")
    var demo = false

    @Option(help: "Where citizens file: local, or national (only on the National Portal). The province pack's choice by default.")
    var submission: ProvinceSettings.Submission?

    @Option(help: "Where people reach the portal, https://… (or MOTCUA_PUBLIC_URL): what QR codes lead to.")
    var publicURL: String?

    @Flag(help: "Switches the limits on requests off, for load tests on this machine.")
    var noRateLimit = false

    @Option(help: "Folder of the province pack for --demo (or MOTCUA_PROVINCE).")
    var province: String?

    @OptionGroup var papers: PaperOptions

    @OptionGroup var mail: MailOptions

    @OptionGroup var node: NodeOptions

    @OptionGroup var data: DataOptions

    func run() async throws {
        LoggingSystem.bootstrap(LogLines.init(label:))
        var logger = Logger(label: "motcua")
        logger.logLevel = environment(nil, "LOG_LEVEL").flatMap(Logger.Level.init(rawValue:)) ?? .notice
        let installation = try await Installation.open(data)
        try await installation.files.check(writing: true)
        if demo { try await makeDemoAccounts(installation) }
        let server = try await Server(
            installation: installation, host: environment(host, "HOST") ?? "127.0.0.1", port: try listeningPort(),
            publicURL: environment(publicURL, "PUBLIC_URL"), submission: submission, letters: try mail.office(),
            press: try papers.settings(province: try? ProvinceFolder.find(named: province)), limitsRates: !noRateLimit, node: node, logger: logger)
        try await server.run()
        await installation.database.close()
    }

    private func listeningPort() throws -> Int {
        guard let text = environment(port.map(String.init), "PORT") else { return 8080 }
        guard let port = Int(text), (0...65_535).contains(port) else { throw ValidationError("\(text) is not a port.") }
        return port
    }

    private func makeDemoAccounts(_ installation: Installation) async throws {
        let accounts = DemoAccounts(database: installation.database, passwords: PasswordHasher())
        let before = try await accounts.list(at: systemNow())
        guard before.isEmpty else { return }
        tell("Making the accounts of the demonstration…")
        let made = try await accounts.create(from: try ProvinceFolder.find(named: province).path, at: systemNow())
        print(DemoAccountSheet.text(made))
        // Where the output is no terminal it would wait in the buffer until the server ends.
        fflush(nil)
    }
}

extension ProvinceSettings.Submission: ExpressibleByArgument {}
