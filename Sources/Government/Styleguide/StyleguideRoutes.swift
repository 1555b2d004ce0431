// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
package import Web

/// `/styleguide`: every piece pages are built of, in every state it can have.
package struct StyleguideRoutes: Sendable {
    package init() {}

    package func mount(on router: Router<WebContext>) {
        router.get("/styleguide") { request, context in
            context.respond(StyleguidePage(language: context.language).page(context), to: request)
        }
    }
}
