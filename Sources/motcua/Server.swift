// SPDX-License-Identifier: Apache-2.0

import Catalogue
import CitizenDesk
import Database
import Dossiers
import Hummingbird
import Identity
import Jobs
import Kernel
import Logging
import NIOCore
import Notices
import OfficerDesk
import Organisation
import ServiceLifecycle
import UnixSignals
import Web

/// Everything a serving process consists of, put together once.
struct Server {
    private let services: [any Service]
    private let logger: Logger

    init(
        installation: Installation, host: String, port: Int, publicURL: String?, submission: ProvinceSettings.Submission?, limitsRates: Bool,
        logger: Logger
    ) async throws {
        let database = installation.database
        let organisation = try await installation.organisation()
        let now = systemNow()
        let procedures = try await ProcedureDirectory.open(
            database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(now).date)
        let house = try await installation.house(
            publicURL: publicURL ?? "http://\(host):\(port)", organisation: organisation, procedures: procedures)
        var configuration = WebConfiguration(key: try await SiteKeyStore(database: database).key("forgery tokens", now: now))
        (configuration.host, configuration.port) = (host, port)
        configuration.isSecure = publicURL?.hasPrefix("https://") ?? false
        configuration.signInPath = "/sign-in"
        if !limitsRates { configuration.rateRules = [] }
        let files = submission ?? organisation.province.settings.submission
        let web = Self.web(configuration, database, house, files, logger)
        let application = web.application { channel in
            tell("Listening on http://\(host):\(channel.localAddress?.port ?? port)")
        }
        let runner = JobRunner(database: database, handlers: Self.handlers(house), now: { systemNow() }, logger: logger)
        services = [runner, application, DayService(procedures: procedures, web: web, logger: logger)]
        self.logger = logger
    }

    private static func web(
        _ configuration: WebConfiguration, _ database: any Database, _ house: DossierHouse, _ submission: ProvinceSettings.Submission,
        _ logger: Logger
    ) -> WebServer {
        var loaders = identityLoaders(database: database, bearers: BearerTokens(database: database), clock: { systemNow() })
        loaders.fileKeeper = { try await KeptUpload(house: house)($0) }
        return WebServer(
            configuration: configuration, site: Portal.site(house.organisation.province), database: database, loaders: loaders, logger: logger
        ) { router in
            IdentityRoutes(database: database, passwords: PasswordHasher()).add(to: router)
            CatalogueRoutes(
                procedures: house.procedures, organisation: house.organisation, publicAddress: house.publicURL,
                reviews: { ($0 as? Person)?.holds(.legalOfficer) ?? false }
            ).add(to: router)
            DossierRoutes(house: house, takesFilings: submission == .local).mount(on: router)
            CitizenRoutes(house: house, takesFilings: submission == .local).mount(on: router)
            OfficerRoutes(house: house).mount(on: router)
            OperatorRoutes(database: database).mount(on: router)
        }
    }

    private static func handlers(_ house: DossierHouse) -> JobHandlers {
        var handlers = JobHandlers()
        handlers.on(Notice.topic) { try await DeliverNotice(database: house.database, now: house.now)($0) }
        handlers.on(ExpireWaiting.topic) { try await ExpireWaiting(house: house)($0) }
        return handlers
    }

    func run() async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        configuration.maximumCancellationDuration = .seconds(5)
        try await ServiceGroup(configuration: configuration).run()
    }
}
