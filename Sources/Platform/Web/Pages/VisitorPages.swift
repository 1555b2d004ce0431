// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
import Kernel
import NIOCore
import Synchronization

/// Whole pages for visitors without an account, kept ready to be sent. A page is known by everything it is made of: the link, the
/// language, and the content it shows. So what is kept is never out of date; it only stops being asked for.
package final class VisitorPages<Content: Equatable & Sendable>: Sendable {
    private struct Kept {
        var content: Content
        var body: ByteBuffer
    }

    private struct Shelf {
        /// Where each page stands. By a type that is the same for every content, which is looked up much faster.
        var places: [PageAddress: Int] = [:]
        var pages: [Kept] = []
        var bytes = 0
    }

    private let shelf = Mutex(Shelf())
    private let mostBytes: Int

    package init(mostBytes: Int = 16 << 20) {
        self.mostBytes = mostBytes
    }

    func page(_ address: PageAddress, _ content: Content) -> ByteBuffer? {
        shelf.withLock { shelf in
            guard let place = shelf.places[address], shelf.pages[place].content == content else { return nil }
            return shelf.pages[place].body
        }
    }

    /// Forgets everything when full: whoever asks for each page once fills it, and people fill it again.
    func keep(_ body: ByteBuffer, _ address: PageAddress, _ content: Content) {
        shelf.withLock { shelf in
            if shelf.bytes + body.readableBytes > mostBytes { shelf = Shelf() }
            shelf.bytes += body.readableBytes
            let page = Kept(content: content, body: body)
            if let place = shelf.places[address] {
                shelf.bytes -= shelf.pages[place].body.readableBytes
                shelf.pages[place] = page
            } else {
                shelf.places[address] = shelf.pages.count
                shelf.pages.append(page)
            }
        }
    }
}

/// What a visitor asks for.
struct PageAddress: Hashable, Sendable {
    let link: String
    let language: Language
}

extension WebContext {
    /// The page with this content for this visitor, if it was made before.
    package func kept<Content>(_ pages: VisitorPages<Content>, _ content: Content, for request: Request) -> Response? {
        guard let address = address(request), let body = pages.page(address, content) else { return nil }
        return respond(.ok, body)
    }

    /// Answers with a page that depends on the link, the language and `content` alone, and keeps it for other visitors.
    package func respond<Content>(
        _ page: Page, to request: Request, keepingIn pages: VisitorPages<Content>, for content: Content
    ) -> Response {
        let body = bytes(page, request)
        if page.status == .ok, let address = address(request) { pages.keep(body, address, content) }
        return respond(page.status, body)
    }

    private func address(_ request: Request) -> PageAddress? {
        guard principal == nil, request.method == .get || request.method == .head else { return nil }
        let link = request.localLink
        return link.utf8.count <= 512 ? PageAddress(link: link, language: language) : nil
    }
}
