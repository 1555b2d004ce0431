// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Kernel
import NIOCore

/// The one program of the house; every door is a subcommand.
@main struct MotCua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motcua", abstract: "The open digital one-stop government of a province.", version: Release.version,
        subcommands: [
            ServeCommand.self, InitCommand.self, ImportCommand.self, DueCommand.self, ExportCommand.self, VerifyCommand.self, TokenCommand.self,
            DemoAccountsCommand.self, SimulateCommand.self, MigrateCommand.self, FilesCommand.self, MoveCommand.self, HealthcheckCommand.self,
        ])

    /// Bad usage ends with 64 and the usage; what went wrong later with 1 and a sentence.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { try command.run() }
        } catch let error as UserError {
            fail(([error.title.en] + error.fields.map { "\($0.field): \($0.message.en)" }).joined(separator: "\n"))
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            fail("The port is taken by another program. Choose another one with --port.")
        } catch let error as NotInitialised {
            fail(error.description)
        } catch let error as any Outage {
            fail(error.description)
        } catch {
            exit(withError: error)
        }
    }

    private static func fail(_ sentence: String) -> Never {
        tell("Error: " + sentence)
        exit(withError: ExitCode.failure)
    }
}

enum Release {
    static let version = "0.1.0"
}
