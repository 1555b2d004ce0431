// SPDX-License-Identifier: Apache-2.0

extension HTML {
    /// Gathers the bytes of one literal. An optional `String` has no door here on purpose: decide what an absent text says.
    package struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ markup: String) {
            appendPlain(markup, to: &bytes)
        }

        /// Text, escaped for an element's content and for a quoted attribute alike.
        package mutating func appendInterpolation(_ text: String) {
            appendEscaped(text, to: &bytes)
        }

        package mutating func appendInterpolation(_ text: Substring) {
            appendEscaped(text, to: &bytes)
        }

        package mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        package mutating func appendInterpolation(_ piece: HTML) {
            bytes.append(contentsOf: piece.bytes)
        }

        package mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// A link inside this site; anything else (`javascript:`, `//elsewhere`) becomes `#`.
        package mutating func appendInterpolation(href link: String) {
            appendEscaped(isLocalLink(link) ? link : "#", to: &bytes)
        }

        /// ` name="value"` with its leading space, or nothing.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(UInt8(ascii: " "))
            appendName(name)
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            appendEscaped(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }

        /// ` name` with its leading space when `isSet`, or nothing.
        package mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
            guard isSet else { return }
            bytes.append(UInt8(ascii: " "))
            appendName(name)
        }

        private mutating func appendName(_ name: StaticString) {
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
    }
}
