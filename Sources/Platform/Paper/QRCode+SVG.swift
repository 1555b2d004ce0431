// SPDX-License-Identifier: Apache-2.0

package import Markup

extension QRCode {
    /// Light modules on every side, without which scanners do not find the code (ISO/IEC 18004).
    package static let quietZone = 4

    /// The code as a picture that stays crisp at any size; `label` is what a screen reader says instead. Size and place
    /// come from the style sheet by class `qr`; `moduleSize` gives the picture its own size where there is none.
    package func svg(label: String, moduleSize: Int = 4) -> HTML {
        let side = width + 2 * Self.quietZone
        let pixels = side * max(1, moduleSize)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" aria-label="\(label)" width="\(pixels)" height="\(pixels)" \
            viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One rectangle a run of dark modules, row by row.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard isDark(column: column, row: row) else {
                    column += 1
                    continue
                }
                let start = column
                while isDark(column: column, row: row) { column += 1 }
                path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }
}
