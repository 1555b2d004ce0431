// SPDX-License-Identifier: Apache-2.0

/// Four words and four digits, `suoi-trang-doi-gio-4821`: easy to read out in a room, about 35 bits.
func readablePassword(using random: inout some RandomNumberGenerator) -> String {
    let chosen = (0..<4).map { _ in words[Int.random(in: words.indices, using: &random)] }
    return (chosen + [String(Int.random(in: 1000...9999, using: &random))]).joined(separator: "-")
}

/// Short Vietnamese words without marks.
private let words = [
    "tre", "lua", "song", "nui", "che", "suoi", "trang", "sao", "mua", "nang", "gio", "may", "bien", "dao", "rung", "hoa", "la", "cam", "buoi",
    "chanh",
    "sen", "dua", "mai", "cuc", "hong", "lan", "thong", "trau", "chim", "ca", "ong", "buom", "cau", "duong", "nha", "cua", "den", "sach", "but",
    "giay",
    "ban", "ghe", "bat", "khay", "com", "pho", "banh", "tra", "xanh", "vang", "tim", "nau", "cao", "rong", "sau", "dai", "sang", "trua", "chieu",
    "toi",
]
