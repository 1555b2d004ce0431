// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes
package import Kernel
package import Markup

/// What a handler shows: the content of `main`, with its one `h1`; the site puts the shell around it.
package struct Page: Sendable {
    package var title: Phrase
    package var body: HTML
    package var status: HTTPResponse.Status
    package var width: Width
    /// Links to scripts this page needs beside those of every page (modules, from `Site.scripts` or a context's assets).
    package var scripts: [Asset]
    /// Styles this page needs beside those of every page.
    package var stylesheets: [Asset] = []
    /// The form a page that answers a form shows again: changing the language sends it along, so nothing typed is lost.
    package var formID: String?
    /// Where one is, from the top down, without the page itself.
    package var trail: [(label: Phrase, link: String)]

    package enum Width: String, Sendable {
        /// One column to read and fill in, at most 42 rem.
        case reading
        /// As wide as the window.
        case wide
    }

    package init(
        title: Phrase, body: HTML, status: HTTPResponse.Status = .ok, width: Width = .reading, scripts: [Asset] = [],
        formID: String? = nil, trail: [(label: Phrase, link: String)] = []
    ) {
        (self.title, self.body, self.status, self.width, self.scripts, self.trail) = (title, body, status, width, scripts, trail)
        self.formID = formID
    }

    /// For titles that are data: a name, a code.
    package init(title: String, body: HTML, status: HTTPResponse.Status = .ok, width: Width = .reading) {
        self.init(title: Phrase(title), body: body, status: status, width: width)
    }
}
