// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The 34 provinces and cities of Việt Nam since 1 July 2025, and the ones that became part of them.
package enum ProvinceNames {
    package static let today = [
        "Thành phố Hà Nội", "Tỉnh Cao Bằng", "Tỉnh Tuyên Quang", "Tỉnh Điện Biên", "Tỉnh Lai Châu", "Tỉnh Sơn La", "Tỉnh Lào Cai",
        "Tỉnh Thái Nguyên", "Tỉnh Lạng Sơn", "Tỉnh Quảng Ninh", "Tỉnh Bắc Ninh", "Tỉnh Phú Thọ", "Thành phố Hải Phòng", "Tỉnh Hưng Yên",
        "Tỉnh Ninh Bình", "Tỉnh Thanh Hóa", "Tỉnh Nghệ An", "Tỉnh Hà Tĩnh", "Tỉnh Quảng Trị", "Thành phố Huế", "Thành phố Đà Nẵng",
        "Tỉnh Quảng Ngãi", "Tỉnh Gia Lai", "Tỉnh Khánh Hòa", "Tỉnh Đắk Lắk", "Tỉnh Lâm Đồng", "Thành phố Đồng Nai", "Thành phố Hồ Chí Minh",
        "Tỉnh Tây Ninh", "Tỉnh Đồng Tháp", "Tỉnh Vĩnh Long", "Tỉnh An Giang", "Thành phố Cần Thơ", "Tỉnh Cà Mau",
    ]

    /// Former name, then the bare name of today.
    private static let joined = [
        ("Tỉnh Hà Giang", "Tuyên Quang"), ("Tỉnh Yên Bái", "Lào Cai"), ("Tỉnh Bắc Kạn", "Thái Nguyên"), ("Tỉnh Vĩnh Phúc", "Phú Thọ"),
        ("Tỉnh Hòa Bình", "Phú Thọ"), ("Tỉnh Bắc Giang", "Bắc Ninh"), ("Tỉnh Thái Bình", "Hưng Yên"), ("Tỉnh Hải Dương", "Hải Phòng"),
        ("Tỉnh Hà Nam", "Ninh Bình"), ("Tỉnh Nam Định", "Ninh Bình"), ("Tỉnh Quảng Bình", "Quảng Trị"), ("Tỉnh Thừa Thiên Huế", "Huế"),
        ("Tỉnh Quảng Nam", "Đà Nẵng"), ("Tỉnh Kon Tum", "Quảng Ngãi"), ("Tỉnh Bình Định", "Gia Lai"), ("Tỉnh Ninh Thuận", "Khánh Hòa"),
        ("Tỉnh Phú Yên", "Đắk Lắk"), ("Tỉnh Đắk Nông", "Lâm Đồng"), ("Tỉnh Bình Thuận", "Lâm Đồng"), ("Tỉnh Bình Phước", "Đồng Nai"),
        ("Tỉnh Bình Dương", "Hồ Chí Minh"), ("Tỉnh Bà Rịa – Vũng Tàu", "Hồ Chí Minh"), ("Tỉnh Long An", "Tây Ninh"), ("Tỉnh Tiền Giang", "Đồng Tháp"),
        ("Tỉnh Bến Tre", "Vĩnh Long"), ("Tỉnh Trà Vinh", "Vĩnh Long"), ("Tỉnh Kiên Giang", "An Giang"), ("Tỉnh Sóc Trăng", "Cần Thơ"),
        ("Tỉnh Hậu Giang", "Cần Thơ"), ("Tỉnh Bạc Liêu", "Cà Mau"),
    ]

    /// The province somebody means: `hà nội`, `TP. Hồ Chí Minh`, `tỉnh Cà Mau`.
    package static func today(_ typed: String) -> String? { byBareName[bare(typed)] }

    /// The province of today that a former one became part of, with the former one's whole name.
    package static func former(_ typed: String) -> (former: String, today: String)? {
        let typed = bare(typed)
        guard let found = joined.first(where: { bare($0.0) == typed }), let today = today(found.1) else { return nil }
        return (found.0, today)
    }

    private static let byBareName = Dictionary(
        today.map { (bare($0), $0) } + [("hcm", "Thành phố Hồ Chí Minh"), ("dac lac", "Tỉnh Đắk Lắk")], uniquingKeysWith: { first, _ in first })

    private static let kinds = ["tinh ", "thanh pho ", "tp ", "t p "]

    private static func bare(_ name: String) -> String {
        let name = folded(name)
        if name == "tphcm" { return "hcm" }
        return kinds.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
    }
}
