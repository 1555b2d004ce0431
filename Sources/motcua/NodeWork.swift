// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Database
import Dossiers
import Drafts
import Foundation
import Identity
import Jobs
import Kernel
import Logging
import Organisation
import ServiceLifecycle
import Web

/// What a serving process does as one of several on the same database; alone it does the same.
struct NodeWork {
    let installation: Installation
    let house: DossierHouse
    let web: WebServer
    let bearers: BearerTokens
    let logger: Logger
    private let id = Identifier.new(at: systemNow())

    init(installation: Installation, house: DossierHouse, web: WebServer, bearers: BearerTokens, logger: Logger) {
        (self.installation, self.house, self.web, self.bearers, self.logger) = (installation, house, web, bearers, logger)
    }

    private var database: any Database { installation.database }

    /// What other processes tell, for whatever is remembered here.
    var listeners: [any Service] {
        let (house, web, bearers, logger, database) = (house, web, bearers, logger, database)
        return [
            Listener(database, LiveHub.channel) { house.live.hear($0) },
            Listener(database, AccessChange.channel) { payload in
                web.sessions.hear(payload)
                bearers.hear(payload)
            },
            Listener(database, ProcedureDirectory.channel) { _ in
                await attempt("the catalogue could not be read anew", logger) {
                    try await house.procedures.reload(today: LocalDateTime(systemNow()).date)
                }
            },
            Listener(database, OrganisationDirectory.channel) { _ in
                await attempt("the province could not be read anew", logger) {
                    if let organisation = try await OpenOrganisation(database: database)() { house.adopt(organisation) }
                }
            },
        ]
    }

    /// What one process does for all of them.
    var chores: [any Service] {
        let reminders = RemindDrafts(database: database, now: house.now)
        let removal = DoneJobsRemoval(database: database, now: house.now)
        let (web, installation) = (web, installation)
        return [
            chore("dossiers older than the program") { try await installation.fillIn() },
            chore("draft reminders") { try await reminders() },
            chore("finished jobs") { try await removal() },
            chore("ended sessions") { _ = try await web.sweep() },
        ]
    }

    /// Says on a server that others share that this process serves; the embedded engine has no others.
    func beat(host: String, port: Int) -> [any Service] {
        guard database.dialect == .postgres else { return [] }
        let node = Node(
            id: id, name: "\(ProcessInfo.processInfo.hostName) \(host):\(port)", release: Release.version,
            fingerprint: Migrator(Installation.migrations).fingerprint)
        return [NodeBeat(node, database: database, now: house.now, logger: logger)]
    }

    private func chore(_ name: String, _ work: @escaping @Sendable () async throws -> Void) -> Chore {
        Chore(name, node: id, database: database, now: house.now, logger: logger, work)
    }
}

private func attempt(_ failure: String, _ logger: Logger, _ work: () async throws -> Void) async {
    do { try await work() } catch { logger.error("\(failure)", metadata: ["error": "\(error)"]) }
}
