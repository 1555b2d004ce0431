// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Kernel

/// `GET /held/{key}`: offers a held form to the browser it came from.
enum HeldFormRoutes {
    static func add(to router: Router<WebContext>) {
        router.get("/held/:key") { request, context in
            let key = try context.path("key")
            guard let store = context.parts.heldForms, isHeldKey(key), let browser = context.visit.with({ $0.visitor }),
                let form = try await store.form(key, browser: browser, now: context.now)
            else { throw HeldFormPage.Words.gone }
            let words = HeldFormPage.Words.self
            return context.respond(
                HeldFormPage.page(form, title: words.again, explanation: words.againExplained, status: 200, context: context), to: request)
        }
    }
}
