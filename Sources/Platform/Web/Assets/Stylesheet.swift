// SPDX-License-Identifier: Apache-2.0

extension Asset {
    /// The style of every page.
    package static let stylesheet = Asset(
        name: "style.css", type: "text/css; charset=utf-8",
        text: [Stylesheet.foundations, Stylesheet.shell, Stylesheet.forms, Stylesheet.components, Stylesheet.uploads, Stylesheet.print].joined(
            separator: "\n"))
}

enum Stylesheet {}
