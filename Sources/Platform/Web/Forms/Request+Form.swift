// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
import Kernel

extension Request {
    /// The body as a form, urlencoded or multipart. Asking twice gives the same form; broken bodies throw a `UserError`.
    package func form(_ context: WebContext) async throws -> FormData {
        if let form = context.visit.with({ $0.form }) { return form }
        try claimBody(context)
        let configuration = context.parts.configuration
        let reader = FormReader(limits: configuration.form, uploadFolder: configuration.uploadFolder, visit: context.visit)
        do {
            let form = try await reader.read(self)
            context.visit.with { $0.form = form }
            return form
        } catch {
            context.visit.with { $0.bodyWasCut = $0.form == nil }
            throw error
        }
    }

    /// A body can be read once; a second reader gets a clear error instead of an empty body.
    func claimBody(_ context: WebContext) throws(UserError) {
        let wasRead = context.visit.with { state in
            defer { state.bodyIsRead = true }
            return state.bodyIsRead
        }
        if wasRead { throw FormProblem.unreadable.userError }
    }

    /// Whether the request announces a body.
    var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}
