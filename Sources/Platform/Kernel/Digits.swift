// SPDX-License-Identifier: Apache-2.0

/// Writes numbers of fixed width and the signs between them into one text: dates and times stand on every page, and putting
/// them together out of small texts takes many times as long.
struct Digits {
    private var buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// The text that `write` writes; `capacity` is as long as it can become.
    static func text(capacity: Int, _ write: (inout Digits) -> Void) -> String {
        String(unsafeUninitializedCapacity: capacity) { buffer in
            var digits = Digits(buffer: buffer)
            write(&digits)
            return digits.count
        }
    }

    private init(buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    /// The last `width` digits of a number, zeros before it; of a negative one zeros alone: no calendar of ours goes there.
    mutating func number(_ value: Int, _ width: Int) {
        var rest = max(value, 0)
        for place in stride(from: count + width - 1, through: count, by: -1) {
            buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += width
    }

    mutating func sign(_ sign: Unicode.Scalar) {
        buffer[count] = UInt8(ascii: sign)
        count += 1
    }
}
