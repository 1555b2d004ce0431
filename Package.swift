// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// Builds a target whose folder says what it is for: `Platform`, `Casework` or `Government`.
func room(_ name: String, in floor: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", swiftSettings: strict)
}

func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

func cLibrary(_ name: String, package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/Platform/\(name)", providers: [.apt([package])])
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPaths = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "MotCua",
    defaultLocalization: "vi",
    products: [.executable(name: "motcua", targets: ["motcua"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2", traits: []),
    ],
    targets: [
        // Platform: knows no government word.
        cLibrary("CSQLite", package: "libsqlite3-dev"),
        cLibrary("CPostgres", package: "libpq-dev"),
        cLibrary("CQREncode", package: "libqrencode-dev"),
        cLibrary("CZlib", package: "zlib1g-dev"),
        cLibrary("CQPDF", package: "libqpdf-dev"),
        room("Kernel", in: "Platform"),
        room("Markup", in: "Platform"),
        room("Database", in: "Platform", uses: ["Kernel", "CSQLite", "CPostgres"]),
        room("Jobs", in: "Platform", uses: ["Kernel", "Database", logging, lifecycle]),
        room("Mail", in: "Platform", uses: ["Kernel", nio, nioPosix, nioSSL]),
        room("Vault", in: "Platform", uses: ["Kernel", "Database", "CQPDF", "CZlib", crypto, httpClient, nio, nioHTTP1, nioSSL]),
        room("Paper", in: "Platform", uses: ["Kernel", "Markup", "CQREncode", subprocess, systemPaths]),
        room("Web", in: "Platform", uses: ["Kernel", "Markup", "Database", "CZlib", hummingbird, httpTypes, nio, crypto, logging, lifecycle]),
        room("Uploads", in: "Platform", uses: ["Kernel", "Database", "Vault", "Web", hummingbird, httpTypes, nio, crypto]),

        // Casework: the engine, pure, no I/O.
        room("WorkingTime", in: "Casework", uses: ["Kernel"]),
        room("Forms", in: "Casework", uses: ["Kernel"]),
        room("Process", in: "Casework", uses: ["Kernel", "WorkingTime"]),
        room("Cases", in: "Casework", uses: ["Kernel", "WorkingTime", "Forms", "Process"]),

        // Government: one context a target.
        room("Organisation", in: "Government", uses: ["Kernel", "Database", "WorkingTime", "Process", yaml]),
        room(
            "Identity", in: "Government",
            uses: ["Kernel", "Markup", "Database", "Web", "Organisation", hummingbird, httpTypes, crypto, cryptoExtras, yaml]),
        room(
            "Catalogue", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Web", "Paper", "WorkingTime", "Forms", "Process", "Organisation", hummingbird, crypto,
                yaml,
            ]),
        room(
            "Notices", in: "Government",
            uses: ["Kernel", "Markup", "Database", "Jobs", "Mail", "Web", "Forms", "Identity", hummingbird, httpTypes, crypto]),
        room(
            "Dossiers", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Jobs", "Vault", "Paper", "Web", "WorkingTime", "Forms", "Process", "Cases", "Organisation",
                "Identity", "Catalogue", "Notices", hummingbird, httpTypes, crypto,
            ]),
        room(
            "DossierViews", in: "Government",
            uses: [
                "Kernel", "Markup", "Paper", "Web", "WorkingTime", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue", "Dossiers",
                hummingbird,
            ]),
        room(
            "Receipts", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Paper", "Web", "Forms", "Cases", "Organisation", "Identity", "Catalogue", "Dossiers",
                "DossierViews", hummingbird, httpTypes, crypto,
            ]),
        room(
            "Correspondence", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Web", "Cases", "Organisation", "Identity", "Notices", "Dossiers", "DossierViews", hummingbird,
                httpTypes,
            ]),
        room(
            "Drafts", in: "Government", uses: ["Kernel", "Database", "Cases", "Identity", "Notices", "Dossiers"]),
        room(
            "CitizenDesk", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Jobs", "Web", "WorkingTime", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue",
                "Notices", "Drafts", "Dossiers", "Correspondence", "DossierViews", hummingbird, httpTypes,
            ]),
        room(
            "OfficerDesk", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Web", "WorkingTime", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue",
                "Dossiers", "Correspondence", "DossierViews", hummingbird, httpTypes,
            ]),

        room(
            "Counter", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Web", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue", "Dossiers",
                "DossierViews", "CitizenDesk", hummingbird, httpTypes,
            ]),
        room(
            "Papers", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Paper", "Web", "WorkingTime", "Forms", "Cases", "Organisation", "Identity", "Catalogue",
                "Dossiers", hummingbird,
            ]),
        room(
            "Measures", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "Jobs", "Web", "WorkingTime", "Process", "Cases", "Organisation", "Identity", "Catalogue", "Dossiers",
                "DossierViews", hummingbird, httpTypes, logging, lifecycle,
            ]),
        room(
            "Exports", in: "Government",
            uses: [
                "Kernel", "Markup", "Database", "CZlib", "Web", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue", "Dossiers",
                "DossierViews", hummingbird, httpTypes, nio, logging,
            ]),
        room(
            "Simulation", in: "Government",
            uses: [
                "Kernel", "Database", "Vault", "WorkingTime", "Forms", "Process", "Cases", "Organisation", "Identity", "Catalogue", "Notices",
                "Dossiers", "Measures", crypto, httpClient, nio, nioHTTP1, yaml,
            ]),
        room("Styleguide", in: "Government", uses: ["Kernel", "Markup", "Web", hummingbird]),

        .executableTarget(
            name: "motcua",
            dependencies: [
                "Kernel", "Markup", "Database", "Jobs", "Mail", "Uploads", "Vault", "Web", "WorkingTime", "Cases", "Organisation",
                "Identity", "Catalogue", "Notices", "Correspondence", "Dossiers", "DossierViews", "Paper", "Papers", "Receipts", "Styleguide",
                "Counter", "Drafts", "CitizenDesk", "OfficerDesk", "Exports", "Measures", "Simulation", hummingbird, httpTypes, nio, logging,
                lifecycle, arguments,
            ],
            path: "Sources/motcua", swiftSettings: strict,
            // In place of the allocator of the C library: docs/adr/0006.
            linkerSettings: [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]),

        // What tests share.
        .target(name: "TestDatabases", dependencies: ["Database"], path: "Tests/TestDatabases", swiftSettings: strict),

        tests("KernelTests", uses: ["Kernel"]),
        tests("MarkupTests", uses: ["Markup", "Kernel"]),
        tests("DatabaseTests", uses: ["TestDatabases", "Database", "CPostgres", "Kernel"]),
        tests("JobsTests", uses: ["TestDatabases", "Jobs", "Database", "Kernel", logging, lifecycle]),
        tests("MailTests", uses: ["Mail", "Kernel", nio, nioPosix, nioSSL]),
        tests("VaultTests", uses: ["Vault", "Database", "Kernel", hummingbird, httpTypes, nio, logging]),
        tests("PaperTests", uses: ["Paper", "Markup", "Kernel"]),
        tests("WebTests", uses: ["TestDatabases", "Web", "Database", "Markup", "Kernel", hummingbird, httpTypes, nio]),
        tests("UploadsTests", uses: ["TestDatabases", "Uploads", "Vault", "Web", "Database", "Kernel", hummingbird, httpTypes, nio, logging]),
        tests(
            "PapersTests", uses: ["Papers", "Paper", "Catalogue", "Organisation", "Cases", "Dossiers", "Kernel"]),
        tests("DraftsTests", uses: ["TestDatabases", "Drafts", "Notices", "Identity", "Organisation", "Jobs", "Database", "Kernel"]),
        tests("CounterTests", uses: ["Counter", "Kernel"]),
        tests("ReceiptsTests", uses: ["Receipts", "Dossiers", "Cases", "Kernel"]),
        tests("WorkingTimeTests", uses: ["WorkingTime", "Kernel"]),
        tests("FormsTests", uses: ["Forms", "Kernel"]),
        tests("ProcessTests", uses: ["Process", "WorkingTime", "Kernel"]),
        tests("CasesTests", uses: ["Cases", "Process", "Forms", "WorkingTime", "Kernel"]),
        tests(
            "IdentityTests",
            uses: [
                "TestDatabases", "Identity", "Organisation", "WorkingTime", "Process", "Database", "Web", "Kernel", hummingbird, httpTypes, nio,
                logging,
            ]),
        tests(
            "CatalogueTests",
            uses: [
                "TestDatabases", "Catalogue", "Organisation", "Database", "Forms", "Process", "WorkingTime", "Web", "Markup", "Kernel", hummingbird,
                httpTypes, nio,
                logging,
            ]),
        tests("NoticesTests", uses: ["TestDatabases", "Notices", "Identity", "Organisation", "Database", "Jobs", "Kernel"]),
        tests("CorrespondenceTests", uses: ["Correspondence", "Web", "Markup", "Kernel", logging]),
        tests("DossierViewsTests", uses: ["DossierViews", "Organisation", "Forms", "WorkingTime", "Web", "Kernel"]),
        tests(
            "MeasuresTests",
            uses: [
                "TestDatabases", "Measures", "Simulation", "Dossiers", "Catalogue", "Organisation", "Identity", "Notices", "Database", "Jobs",
                "Vault",
                "Web", "Cases", "Process", "Forms", "WorkingTime", "Kernel",
            ]),
        tests("ExportsTests", uses: ["TestDatabases", "Exports", "Cases", "Dossiers", "Database", "CZlib", "Kernel", nio]),
        tests(
            "SimulationTests",
            uses: [
                "TestDatabases", "Simulation", "Measures", "Dossiers", "Catalogue", "Organisation", "Identity", "Database", "Cases", "WorkingTime",
                "Kernel",
            ]),
        tests(
            "DossiersTests",
            uses: [
                "TestDatabases", "Dossiers", "Catalogue", "Organisation", "Identity", "Notices", "Database", "Jobs", "Vault", "Web", "Cases",
                "Process", "Forms",
                "WorkingTime", "Kernel",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
