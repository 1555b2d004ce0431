// SPDX-License-Identifier: Apache-2.0

import Catalogue
import CitizenDesk
import Correspondence
import Counter
import Database
import Dossiers
import Drafts
import Exports
import Hummingbird
import Identity
import Jobs
import Kernel
import Logging
import Measures
import NIOCore
import Notices
import OfficerDesk
import Organisation
import Paper
import Papers
import Receipts
import ServiceLifecycle
import Styleguide
import UnixSignals
import Uploads
import Web

/// Everything a serving process consists of, put together once.
struct Server {
    private let services: [any Service]
    private let drainSeconds: Int
    private let logger: Logger

    init(
        installation: Installation, host: String, port: Int, publicURL: String?, submission: ProvinceSettings.Submission?,
        letters: LetterOffice?, press settings: PressSettings, limitsRates: Bool, node: NodeOptions, logger: Logger
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
        (configuration.publicURL, configuration.trustedProxies) = (publicURL, try node.proxies())
        configuration.isSecure = publicURL?.hasPrefix("https://") ?? false
        configuration.signInPath = "/sign-in"
        configuration.forgeryExemptPrefixes = [ContactRoutes.stopPath]
        if !limitsRates { configuration.rateRules = [] }
        let files = submission ?? organisation.province.settings.submission
        let proofs = AddressProofs(key: try await SiteKeyStore(database: database).key("address proofs", now: now))
        let contacts = ContactRoutes(database: database, proofs: proofs, sendsLetters: letters != nil, now: { systemNow() })
        let receiptKey = try ReceiptKey(seed: try await SiteKeyStore(database: database).key("content receipts", now: now))
        let uploads = try installation.uploads(house)
        let press = PaperPress(settings: settings)
        let bearers = BearerTokens(database: database)
        let readiness = Readiness(database: database)
        let operators = OperatorRoutes(database: database, readiness: readiness)
        let web = Self.web(configuration, bearers, house, files, receiptKey, contacts, uploads, press, operators, logger)
        let application = web.application { channel in
            tell("Listening on http://\(host):\(channel.localAddress?.port ?? port)")
        }
        let runner = JobRunner(database: database, handlers: Self.handlers(house), now: { systemNow() }, logger: logger)
        // Letters have a runner of their own: a mail server that hangs holds nothing else up.
        var postal = JobRunner.Settings()
        postal.concurrency = 8
        let site = Phrase(vi: "Một cửa \(organisation.province.name.vi)", en: "One door, \(organisation.province.name.en)")
        let sendLetter = SendLetter(office: letters, publicURL: house.publicURL, site: site, proofs: proofs)
        let letterRunner = JobRunner(
            database: database, handlers: Self.handlers(sendLetter), settings: postal, now: { systemNow() }, logger: logger)
        let sweep = UploadSweep(uploads: uploads, logger: logger)
        let work = NodeWork(installation: installation, house: house, web: web, bearers: bearers, logger: logger)
        drainSeconds = try node.drain()
        // What stands behind the application here stops before it, what stands before it after it: papers are set to the last request.
        services =
            work.beat(host: host, port: port) + work.listeners + [runner, letterRunner, PressRun(press: press), application, sweep] + work.chores
            + [
                DayService(procedures: procedures, logger: logger), FoldingService(database: database, logger: logger),
                Drain(readiness: readiness, seconds: drainSeconds),
            ]
        self.logger = logger
    }

    private static func web(
        _ configuration: WebConfiguration, _ bearers: BearerTokens, _ house: DossierHouse, _ submission: ProvinceSettings.Submission,
        _ receiptKey: ReceiptKey, _ contacts: ContactRoutes, _ uploads: Uploads, _ press: PaperPress, _ operators: OperatorRoutes,
        _ logger: Logger
    ) -> WebServer {
        let database = house.database
        var loaders = identityLoaders(database: database, bearers: bearers, clock: { systemNow() })
        loaders.fileKeeper = { try await KeptUpload(house: house)($0) }
        let promises = PromisesKept(house: house)
        return WebServer(
            configuration: configuration, site: Portal.site(house.organisation.province), database: database, loaders: loaders, logger: logger
        ) { router in
            IdentityRoutes(database: database, passwords: PasswordHasher()).add(to: router)
            CatalogueRoutes(
                procedures: house.procedures, organisation: { house.organisation }, publicAddress: house.publicURL,
                takesFilings: submission == .local, figures: { await promises() },
                reviews: { ($0 as? Person)?.holds(.legalOfficer) ?? false }
            ).add(to: router)
            DossierRoutes(house: house, takesFilings: submission == .local).mount(on: router)
            CitizenRoutes(house: house, takesFilings: submission == .local).mount(on: router)
            OfficerRoutes(house: house, press: DraftPress(PressPaper(house: house, press: press))).mount(on: router)
            PaperRoutes(house: house, press: press).mount(on: router)
            CorrespondenceRoutes(house: house).mount(on: router)
            contacts.mount(on: router)
            ReceiptRoutes(house: house, key: receiptKey).mount(on: router)
            UploadRoutes(uploads: uploads).mount(on: router)
            CounterRoutes(house: house).mount(on: router)
            ExportRoutes(house: house).mount(on: router)
            StatisticsRoutes(house: house).mount(on: router)
            StyleguideRoutes().mount(on: router)
            operators.mount(on: router)
        }
    }

    private static func handlers(_ house: DossierHouse) -> JobHandlers {
        var handlers = JobHandlers()
        handlers.on(Notice.topic) { try await DeliverNotice(database: house.database, now: house.now)($0) }
        handlers.on(ExpireWaiting.topic) { try await ExpireWaiting(house: house)($0) }
        return handlers
    }

    private static func handlers(_ sendLetter: SendLetter) -> JobHandlers {
        var handlers = JobHandlers()
        handlers.on(Letter.topic, retry: SendLetter.retry) { try await sendLetter($0) }
        return handlers
    }

    func run() async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(drainSeconds + 20)
        configuration.maximumCancellationDuration = .seconds(5)
        try await ServiceGroup(configuration: configuration).run()
    }
}
