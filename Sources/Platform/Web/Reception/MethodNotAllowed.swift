// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird

/// The path exists, but not for this method.
struct MethodNotAllowed: Error {
    let allow: String
}

extension Router<WebContext> {
    /// Answers 405 (204 for OPTIONS) on every known path for the methods nobody took; the framework would say 404.
    func addMethodNotAllowed() {
        var known: [String: (path: RouterPath, methods: Set<String>)] = [:]
        for route in routes { known[route.path.description, default: (route.path, [])].methods.insert(route.method.rawValue) }
        for (path, methods) in known.values {
            var allowed = methods.union(["OPTIONS"])
            if methods.contains("GET") { allowed.insert("HEAD") }
            let allow = allowed.sorted().joined(separator: ", ")
            for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .trace] where !allowed.contains(method.rawValue) {
                on(path, method: method) { _, _ -> Response in throw MethodNotAllowed(allow: allow) }
            }
            if !methods.contains("OPTIONS") { on(path, method: .options) { _, _ in Response(status: .noContent, headers: [.allow: allow]) } }
        }
    }
}
