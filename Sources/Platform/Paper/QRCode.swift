// SPDX-License-Identifier: Apache-2.0

import CQREncode

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A QR code as squares: dark modules on a light ground, in the smallest version that holds the text.
package struct QRCode: Hashable, Sendable {
    /// How much of a damaged print can still be read.
    package enum Correction: Hashable, Sendable, CaseIterable {
        /// About 7, 15, 25 and 30 per cent.
        case low, medium, quartile, high
    }

    /// Modules along one side, without the quiet zone.
    package let width: Int
    private let modules: [Bool]

    /// Encodes the UTF-8 of `text`; letters keep their case.
    package init(text: String, correction: Correction = .medium) throws(QRCodeError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        // The library takes lengths as a C int and knows no text beyond version 40; this bound is far above both needs.
        guard bytes.count <= 8192 else { throw .tooLong }
        let code = bytes.allSatisfy { $0 > 0 && $0 < 0x80 } ? Self.encode(text, correction) : Self.encode(bytes, correction)
        guard let code else { throw errno == ENOMEM ? .outOfMemory : .tooLong }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { throw .tooLong }
        self.width = width
        // The lowest bit of each byte is the module; the others tell which part of the code it belongs to.
        modules = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
    }

    package func isDark(column: Int, row: Int) -> Bool {
        (0..<width).contains(column) && (0..<width).contains(row) && modules[row * width + column]
    }

    /// Plain ASCII goes through the library's mode chooser, so digits and capitals take less room.
    private static func encode(_ text: String, _ correction: Correction) -> UnsafeMutablePointer<QRcode>? {
        QRcode_encodeString(text, 0, correction.level, QR_MODE_8, 1)
    }

    /// Other text says that it is UTF-8 (ECI 26); scanners guess otherwise, and some guess Big5.
    private static func encode(_ bytes: [UInt8], _ correction: Correction) -> UnsafeMutablePointer<QRcode>? {
        guard let input = QRinput_new2(0, correction.level) else { return nil }
        defer { QRinput_free(input) }
        guard QRinput_appendECIheader(input, 26) == 0, QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes) == 0 else { return nil }
        return QRcode_encodeInput(input)
    }
}

/// Why a text has no QR code.
package enum QRCodeError: Error, Hashable, Sendable {
    case empty
    /// More than the largest code (version 40) holds at the wanted correction.
    case tooLong
    case outOfMemory
}

extension QRCode.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
