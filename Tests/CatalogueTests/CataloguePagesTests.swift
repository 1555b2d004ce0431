// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore
import Organisation
import Synchronization
import TestDatabases
import Testing
import Web

@testable import Catalogue

/// The public pages and the JSON, asked as a browser asks them.
@Suite struct CataloguePagesTests {
    private let server: WebServer

    struct Answer {
        let status: Int
        let location: String?
        let body: String

        func json() throws -> [String: Any] {
            try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        }
    }

    /// One site for all of these tests: none of them changes anything.
    private static let site = Task { try await makeServer() }

    init() async throws {
        server = try await Self.site.value
    }

    private static func makeServer() async throws -> WebServer {
        let database = try temporaryDatabase()
        _ = try await Migrator(CatalogueMigrations.all + WebMigrations.all).migrate(database)
        let now = Instant(milliseconds: 1_795_000_000_000)
        _ = try await InstallProcedures(database: database, now: now)(ProcedureFiles.load(PackTests.pack), words: SearchWords.load(pack: Places.pack))
        let lines = [
            Lines.birth, Lines.listed("1.000894", "Thủ tục đăng ký kết hôn", field: "Hộ tịch"),
            Lines.detail(code: "1.009999", name: "Việc <b>lạ</b>"),
            Lines.listed("1.115001", "Việc đất", field: "Đất đai", type: "SPECIFIC", by: "UBND tỉnh Gia Lai"),
            Lines.detail(
                ["channels": #"[{"method": "Trực tiếp", "qty": 1, "unit": "OTHER", "note": "", "fees": []}]"#], code: "1.009998", name: "Việc ba ngày"
            ),
            Lines.listed("1.004222", "Đăng ký thường trú", field: "Đăng ký, quản lý cư trú"),
            Lines.listed("1.000656", "Thủ tục đăng ký khai tử", field: "Hộ tịch"), Lines.listed("1.014955-Xoa", "Mã lạ", field: "Khác"),
        ]
        _ = try await ImportCatalogue(database: database, now: now)([try Lines.file(lines)])
        let directory = try await ProcedureDirectory.open(database, provinceName: "Thái Nguyên", today: LocalDateTime(now).date)
        let pack = try ProvincePack.load(Places.pack.path)
        let organisation = OrganisationDirectory(province: pack.province, units: pack.units, calendar: pack.calendar)
        var configuration = WebConfiguration(key: Secret(Array(repeating: 7, count: 32)))
        configuration.gzipLevel = nil
        let loaders = Loaders(principal: { Reader(displayName: $0 == legalOfficer ? "phapche" : "congdan", accountID: $0) })
        return WebServer(
            configuration: configuration, site: Site(name: Phrase("Cổng"), otherAssets: CatalogueRoutes.scripts), database: database,
            loaders: loaders,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { now }
        ) { router in
            CatalogueRoutes(
                procedures: directory, organisation: { organisation }, publicAddress: "https://motcua.example",
                figures: { [HomeFigure(value: Phrase("98 %"), label: Phrase(vi: "đúng hạn", en: "on time"), link: "/statistics")] },
                reviews: { $0.displayName == "phapche" }
            ).add(to: router)
            for account in [legalOfficer, citizen] {
                router.get("/be/\(account)") { _, context in
                    try await context.signIn(account)
                    return Reply.text("")
                }
            }
        }
    }

    private static let legalOfficer = Identifier(high: 1, low: 1)
    private static let citizen = Identifier(high: 1, low: 2)

    private struct Reader: Principal {
        let displayName: String
        let accountID: Identifier
    }

    private func get(_ path: String, as account: Identifier? = nil) async throws -> Answer {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
        if let account { head.headerFields[.cookie] = try await cookies(of: account) }
        let context = WebContext(detached: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let response = try await server.responder.respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Answer(status: response.status.code, location: response.headers[.location], body: writer.text)
    }

    private func cookies(of account: Identifier) async throws -> String {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/be/\(account)")
        let context = WebContext(detached: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let response = try await server.responder.respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
        return response.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
    }

    @Test func aProvinceThatTakesNoFilingsSendsPeopleToTheNationalPortal() {
        let home = HomePage.view(HomePage.Model(province: Phrase("X"), figures: [], events: [], takesFilings: false, language: .vi)).string
        #expect(home.contains("https://dichvucong.gov.vn") && !home.contains("class=\"figures\""))
        let open = HomePage.view(HomePage.Model(province: Phrase("X"), figures: [], events: [], takesFilings: true, language: .vi)).string
        #expect(!open.contains("dichvucong"))
    }

    @Test func theFrontDoorHasSearchEventsTrackingAndFigures() async throws {
        let page = try await get("/")
        #expect(page.status == 200)
        #expect(page.body.contains("action=\"/procedures\"") && page.body.contains("action=\"/tracking\"") && page.body.contains("name=\"code\""))
        #expect(page.body.components(separatedBy: "<li class=\"card\">").count - 1 == 8)
        #expect(page.body.contains("href=\"/statistics\""))
        #expect(page.body.components(separatedBy: "<h1").count == 2)
    }

    @Test func everyTurnOfLifeLeadsToItsProcedures() async throws {
        let events = try SearchWords.load(pack: Places.pack).events
        #expect(events.count == 8 && Set(events.map(\.id)).count == 8)
        for event in events {
            let page = try await get("/life/" + encoded(event.id))
            #expect(page.status == 200 && page.body.contains("href=\"/procedures/"), "\(event.id)")
            #expect(page.body.components(separatedBy: "<h1").count == 2)
        }
        #expect(try await get("/life/none").status == 404)
    }

    @Test func suggestionsAreFewAndSayHowManyThereAre() async throws {
        let answer = try await get("/procedures/suggest?q=dang+ky").json()
        let items = try #require(answer["items"] as? [[String: Any]])
        #expect((1...6).contains(items.count) && (answer["status"] as? String)?.contains("Enter") == true)
        #expect(items.allSatisfy { ($0["link"] as? String)?.hasPrefix("/procedures/") == true && $0["name"] != nil && $0["hint"] != nil })
        let nothing = try await get("/procedures/suggest?q=zzzz&lang=en").json()
        #expect((nothing["items"] as? [Any])?.isEmpty == true && (nothing["status"] as? String)?.contains("No procedure") == true)
    }

    @Test func whereNothingIsFoundThePageSaysWhatToDo() async throws {
        let page = try await get("/procedures?q=zzzz")
        #expect(page.body.contains("bộ phận một cửa") && page.body.contains("href=\"/life/sinh-con\""))
    }

    @Test func theScriptOfTheSearchBoxIsSmall() async throws {
        let script = try await get(Asset.catalogueSearch.link)
        #expect(script.status == 200 && script.body.utf8.count < 3_072)
    }

    @Test func thePageOfAProcedureAnswersFiveQuestionsAndLeadsToFiling() async throws {
        let page = try await get("/procedures/1.001193")
        #expect(page.status == 200)
        for question in ["Tôi nhận được gì?", "Tôi cần những gì?", "Mất bao lâu?", "Hết bao nhiêu tiền?", "Nộp ở đâu, bằng cách nào?"] {
            #expect(page.body.contains(question))
        }
        for part in ["steps", "ways", "papers", "subjects", "agency", "results", "legal"] { #expect(page.body.contains("<section id=\"\(part)\"")) }
        #expect(page.body.contains("href=\"/dossiers/new?procedure=1.001193\""))
        #expect(page.body.contains("https://motcua.example/procedures/1.001193"))
        #expect(try await get("/procedures/1.001193").body == page.body)
    }

    @Test func inEnglishEverythingTheProvinceWroteIsEnglish() async throws {
        let page = try await get("/procedures/2.000815?lang=en")
        #expect(
            page.body.contains("Certified copies of originals") && page.body.contains("What do I need?") && page.body.contains("a page up to page 2"))
    }

    @Test func whatCannotBeFiledSaysWhy() async throws {
        let information = try await get("/procedures/1.009999")
        #expect(information.status == 200 && !information.body.contains("/dossiers/new"))
        #expect(information.body.contains("chỉ được cung cấp thông tin"))
        #expect(try await get("/procedures/1.115001").body.contains("UBND tỉnh Gia Lai công bố"))
    }

    @Test func theFilingCaseSaysWhatAChannelWithoutUnitMeans() async throws {
        let page = try await get("/procedures/1.009998")
        #expect(page.body.contains("3 ngày làm việc") && !page.body.contains("chưa rõ đơn vị"))
    }

    @Test func publishedTextIsEscaped() async throws {
        let page = try await get("/procedures/1.009999")
        #expect(page.body.contains("Việc &lt;b&gt;lạ&lt;/b&gt;") && !page.body.contains("<b>lạ"))
    }

    @Test func onlyLegalOfficersSeeWhatIsToBeConfirmed() async throws {
        #expect(try await !get("/procedures/2.000815").body.contains("id=\"review\""))
        #expect(try await !get("/procedures/2.000815", as: Self.citizen).body.contains("id=\"review\""))
        #expect(try await get("/procedures/2.000815", as: Self.legalOfficer).body.contains("id=\"review\""))
    }

    @Test(arguments: [
        ("/procedures/9.999999", 404), ("/procedures/%FF", 400), ("/procedures/1.001193.000.00.00.H55", 303), ("/procedures/1.014955-Xoa", 200),
        ("/procedures?q=%FF", 400),
    ])
    func answersEveryAddressWithTheRightStatus(_ path: String, _ status: Int) async throws {
        #expect(try await get(path).status == status)
    }

    @Test func listsFiltersAndPages() async throws {
        let page = try await get("/procedures?q=dang+ky&limit=1")
        #expect(page.body.contains("Nộp được ở đây") && page.body.contains("rel=\"next\""))
        #expect(try await get("/procedures?q=zzzz").body.contains("Không tìm thấy thủ tục nào"))
        #expect(try await get("/procedures?field=H%E1%BB%99+t%E1%BB%8Bch&level=commune").body.contains("1.000894"))
        #expect(try await get("/procedures?limit=abc&level=zzz").status == 200)
    }

    @Test func theListAsJSON() async throws {
        let answer = try await get("/api/v1/procedures?q=khai%20sinh&limit=1").json()
        let item = try #require((answer["items"] as? [[String: Any]])?.first)
        #expect(item["code"] as? String == "1.001193" && item["levels"] as? [String] == ["commune"] && item["can_be_filed"] as? Bool == true)
        #expect(Set(item.keys) == ["code", "name", "field", "field_code", "levels", "online_level", "can_be_filed", "score"])
        #expect(try #require(item["score"] as? Double) > 0)
        #expect(Set(answer.keys) == ["items", "total", "next"])
    }

    @Test(arguments: ["limit=0", "limit=101", "limit=x", "level=village"])
    func aMachineIsToldWhatItGotWrong(_ query: String) async throws {
        let answer = try await get("/api/v1/procedures?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.json()["code"] as? String == "procedures.bad_query")
    }

    @Test func theWholeProcedureAsJSON() async throws {
        let answer = try await get("/api/v1/procedures/1.001193.000.00.00.H55").json()
        let definition = try #require(answer["definition"] as? [String: Any])
        #expect(definition["effective_from"] as? String == "2025-07-01")
        #expect((answer["national"] as? [String: Any])?["announced_by"] as? String == "Bộ Tư pháp")
        let first = try #require((definition["cases"] as? [[String: Any]])?.first)
        #expect((first["form"] as? [String: Any])?["sections"] != nil && (first["limit"] as? [String: Any])?["unit"] as? String == "workingDay")
        #expect(try await get("/api/v1/procedures/9.999999").status == 404)
    }

    @Test func theReviewShowsFactsAndFlags() throws {
        let model = ReviewSection.Model(
            toBeConfirmed: ["ngày hiệu lực"], flags: [CatalogueFlag(.unitMissing, "channels[0].qty", found: "OTHER")], language: .vi)
        let html = try #require(ReviewSection.view(model)).string
        #expect(html.contains("ngày hiệu lực") && html.contains("Thời hạn không có đơn vị") && html.contains("channels[0].qty"))
        #expect(ReviewSection.view(ReviewSection.Model(toBeConfirmed: [], flags: [], language: .vi)) == nil)
    }
}

/// Gathers the bytes of an answer.
private final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let buffer = Mutex(ByteBuffer())
    var text: String { buffer.withLock { String(buffer: $0) } }

    func write(_ buffer: ByteBuffer) async throws { self.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
