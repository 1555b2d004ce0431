// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
package import Kernel
package import Markup
import NIOCore

/// The shell around every page: its name, its navigation, its footer. What a visitor without an account sees of it may depend on
/// the language alone: it is asked for once.
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

    /// Everything served under `/assets/`.
    var assets: [Asset] { [Asset.stylesheet, .uploads] + stylesheets + scripts + otherAssets }
}

extension WebContext {
    /// The page in the site's shell.
    package func respond(_ page: Page, to request: Request) -> Response {
        respond(page.status, bytes(page, request))
    }

    func bytes(_ page: Page, _ request: Request) -> ByteBuffer {
        ByteBuffer(shell.pieces(page, request, self))
    }

    /// A page that is made already.
    func respond(_ status: HTTPResponse.Status, _ page: ByteBuffer) -> Response {
        var headers = principal == nil ? shell.fields.visitor : shell.fields.account
        headers.append(HTTPField(name: .contentLength, value: String(page.readableBytes)))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: page))
    }

    private var shell: Shell {
        (parts.shells ?? Shells(parts.site, isSecure: parts.configuration.isSecure))[language]
    }
}

extension ByteBuffer {
    /// All pieces in order.
    fileprivate init(_ pieces: [HTML]) {
        self.init()
        reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { writeBytes(piece.bytes) }
    }
}
