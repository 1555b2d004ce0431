// SPDX-License-Identifier: Apache-2.0

/// How large a picture is, by its header alone.
package struct PictureDimensions: Hashable, Sendable {
    /// As the pixels are stored; a camera held upright may store them lying.
    package let width: Int
    package let height: Int
    /// The flag of the camera, 1…8: 1 is as stored, 6 and 8 are turned by a quarter.
    package let orientation: Int

    package init(width: Int, height: Int, orientation: Int = 1) {
        (self.width, self.height, self.orientation) = (width, height, orientation)
    }

    /// Nil when the header is not whole.
    init?(_ content: [UInt8], kind: FileKind) {
        let reader = ByteReader(content)
        let found: PictureDimensions? =
            switch kind {
            case .png: Self.png(reader)
            case .jpeg: Self.jpeg(reader)
            case .webp: Self.webp(reader)
            default: nil
            }
        guard let found, found.width > 0, found.height > 0 else { return nil }
        self = found
    }

    /// Width and height as a viewer shows them.
    package var shown: (width: Int, height: Int) {
        (5...8).contains(orientation) ? (height, width) : (width, height)
    }

    private static func png(_ reader: ByteReader) -> PictureDimensions? {
        guard let width = reader.big(16, 4), let height = reader.big(20, 4), reader.big(12, 4) == 0x4948_4452 else { return nil }
        return PictureDimensions(width: width, height: height)
    }

    /// The segments up to the first that says how large the frame is.
    private static func jpeg(_ reader: ByteReader) -> PictureDimensions? {
        var (offset, orientation) = (2, 1)
        while let mark = reader.byte(offset), mark == 0xFF, let kind = reader.byte(offset + 1) {
            if kind == 0xFF || kind == 1 || (0xD0...0xD8).contains(kind) {
                offset += kind == 0xFF ? 1 : 2
                continue
            }
            guard let length = reader.big(offset + 2, 2), length >= 2, kind != 0xD9, kind != 0xDA else { return nil }
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                guard let height = reader.big(offset + 5, 2), let width = reader.big(offset + 7, 2) else { return nil }
                return PictureDimensions(width: width, height: height, orientation: orientation)
            }
            if kind == 0xE1 { orientation = exifOrientation(reader, at: offset + 4) ?? orientation }
            offset += 2 + length
        }
        return nil
    }

    private static func webp(_ reader: ByteReader) -> PictureDimensions? {
        switch reader.big(12, 4) {
        case 0x5650_3858:  // VP8X
            guard let width = reader.little(24, 3), let height = reader.little(27, 3) else { return nil }
            return PictureDimensions(width: width + 1, height: height + 1)
        case 0x5650_384C:  // VP8L
            guard reader.byte(20) == 0x2F, let bits = reader.little(21, 4) else { return nil }
            return PictureDimensions(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case 0x5650_3820:  // VP8
            guard let width = reader.little(26, 2), let height = reader.little(28, 2) else { return nil }
            return PictureDimensions(width: width & 0x3FFF, height: height & 0x3FFF)
        default: return nil
        }
    }

    /// Tag 0x0112 in the first directory of the TIFF that an Exif segment holds.
    private static func exifOrientation(_ reader: ByteReader, at start: Int) -> Int? {
        guard reader.big(start, 4) == 0x4578_6966, let order = reader.big(start + 6, 2) else { return nil }
        let tiff = start + 6
        let number = { (offset: Int, count: Int) -> Int? in order == 0x4949 ? reader.little(offset, count) : reader.big(offset, count) }
        guard let directory = number(tiff + 4, 4), let count = number(tiff + directory, 2) else { return nil }
        for index in 0..<min(count, 200) {
            let entry = tiff + directory + 2 + index * 12
            guard number(entry, 2) == 0x0112 else { continue }
            return number(entry + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil }
        }
        return nil
    }
}

/// Numbers in bytes; nil past the end.
private struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func byte(_ offset: Int) -> UInt8? {
        bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    func big(_ offset: Int, _ count: Int) -> Int? {
        slice(offset, count)?.reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ offset: Int, _ count: Int) -> Int? {
        slice(offset, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
        offset >= 0 && offset + count <= bytes.count ? bytes[offset..<(offset + count)] : nil
    }
}
