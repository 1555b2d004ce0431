// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import HTTPTypes
import Hummingbird
import Jobs
import Kernel
import Web

/// Probes and the API's contract: for supervisors, monitors and programs.
struct OperatorRoutes: Sendable {
    let database: any Database
    let readiness: Readiness

    func mount(on router: Router<WebContext>) {
        router.get("/health") { _, _ in try Reply.json(["status": "ok"]) }
        router.get("/health/ready", use: ready)
        router.get("/metrics", use: metrics)
        router.get("/api/openapi.json") { _, _ in Reply.text(OpenAPI.document, type: "application/json") }
    }

    @Sendable private func ready(_ request: Request, _ context: WebContext) async throws -> Response {
        switch await readiness.answer() {
        case .ready: return try Reply.json(["status": "ok"])
        case .draining:
            throw UserError(code: "draining", status: 503, title: Phrase(vi: "Máy chủ này sắp dừng", en: "This server is about to stop"))
        case .cutOff:
            throw UserError(code: "not_ready", status: 503, title: Phrase(vi: "Cơ sở dữ liệu chưa sẵn sàng", en: "The database is not ready"))
        }
    }

    /// Prometheus text format.
    @Sendable private func metrics(_ request: Request, _ context: WebContext) async throws -> Response {
        let counts = try await database.read { try JobStore.counts($0) }
        var lines = ["# TYPE motcua_up gauge", "motcua_up 1", "# TYPE motcua_resident_bytes gauge", "motcua_resident_bytes \(Self.residentBytes)"]
        lines.append("# TYPE motcua_jobs gauge")
        for job in counts { lines.append("motcua_jobs{topic=\"\(job.topic)\",state=\"\(job.state.rawValue)\"} \(job.count)") }
        return Reply.text(lines.joined(separator: "\n") + "\n", type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private static var residentBytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
