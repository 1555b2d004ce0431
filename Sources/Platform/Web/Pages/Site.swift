// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
package import Kernel
package import Markup
import NIOCore

/// The shell around every page: its name, its navigation, its footer.
package struct Site: Sendable {
    package var name: Phrase
    /// Under the name, whose site it is.
    package var owner: Phrase?
    /// The main links for whoever looks.
    package var navigation: @Sendable (WebContext) -> [(Phrase, String)]
    /// The corner of the account: sign in, or name and sign out.
    package var account: @Sendable (WebContext) -> HTML
    package var footer: @Sendable (WebContext) -> HTML
    /// Loaded by every page after the standard one.
    package var stylesheets: [Asset]
    /// Modules loaded by every page.
    package var scripts: [Asset]
    /// Whatever else is served under `/assets/`.
    package var otherAssets: [Asset]

    package init(
        name: Phrase, owner: Phrase? = nil, navigation: @escaping @Sendable (WebContext) -> [(Phrase, String)] = { _ in [] },
        account: @escaping @Sendable (WebContext) -> HTML = { _ in .empty }, footer: @escaping @Sendable (WebContext) -> HTML = { _ in .empty },
        stylesheets: [Asset] = [], scripts: [Asset] = [], otherAssets: [Asset] = []
    ) {
        (self.name, self.owner, self.navigation, self.account, self.footer) = (name, owner, navigation, account, footer)
        (self.stylesheets, self.scripts, self.otherAssets) = (stylesheets, scripts, otherAssets)
    }

    package func respond(_ page: Page, _ request: Request, _ context: WebContext) -> Response {
        let language = context.language
        let html = shell(page, request, context, language)
        let body = ByteBuffer(bytes: html.bytes)
        var headers = HTTPFields()
        headers.reserveCapacity(18)
        headers.append(HTTPField(name: .contentType, value: "text/html; charset=utf-8"))
        headers.append(HTTPField(name: .contentLength, value: String(body.readableBytes)))
        headers.append(HTTPField(name: .contentLanguage, value: language.rawValue))
        // A signed-in page must not come back from the cache after signing out on a shared machine.
        headers.append(HTTPField(name: .cacheControl, value: context.principal == nil ? "private, no-cache" : "no-store"))
        return Response(status: page.status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// Everything served under `/assets/`.
    var assets: [Asset] { [Asset.stylesheet, .uploads] + stylesheets + scripts + otherAssets }
}

extension WebContext {
    /// The page in the site's shell.
    package func respond(_ page: Page, to request: Request) -> Response {
        parts.site.respond(page, request, self)
    }
}
