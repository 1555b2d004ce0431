// SPDX-License-Identifier: Apache-2.0

/// Parts of Vietnamese names and how often they occur, with the family names of the north's mountains as frequent as they are
/// there. People are put together from them; whoever is called so in life is called so by chance.
enum NameLists {
    static let families = Weighted(
        frequencies(
            """
            Nguyễn 270, Trần 86, Lê 66, Phạm 52, Hoàng 62, Vũ 34, Bùi 24, Dương 46, Đỗ 22, Đặng 20, Ngô 18, Nông 42, Ma 34, Lường 16,
            Triệu 30, Lý 22, Hà 24, Phan 12, Lương 18, Lưu 14, Trương 10, Đinh 10, Đào 12, Chu 12, Phùng 8, Mai 6, Tạ 6, Tống 4, Đàm 8,
            Bế 8, Vi 8, Lộc 4, Bàn 8, Đồng 5, Hứa 6, La 5, Luân 4, Âu 3, Cao 6, Trịnh 8, Đoàn 6, Hồ 3, Tô 4, Thái 3, Lâm 4, Sằm 2, Mông 2
            """))
    static let maleMiddles = Weighted(
        frequencies(
            """
            Văn 380, Đức 70, Quang 60, Minh 70, Hữu 45, Đình 45, Xuân 45, Ngọc 35, Quốc 45, Mạnh 30, Tuấn 20, Thành 35, Công 28, Duy 38,
            Thế 30, Trọng 25, Anh 18, Hoàng 30, Tiến 20, Trung 20, Bá 14, Khắc 10, Viết 8, Đăng 12, Thanh 20, Việt 12
            """))
    static let femaleMiddles = Weighted(
        frequencies(
            """
            Thị 420, Thị Thu 60, Thị Kim 28, Thị Ngọc 34, Thị Thanh 40, Thị Hồng 42, Thị Minh 26, Thị Bích 20, Ngọc 35, Thu 30, Thanh 28,
            Phương 26, Kim 14, Hồng 18, Minh 24, Khánh 14, Thùy 24, Bảo 10, Hoài 10, Mai 10, Diệu 8, Quỳnh 14
            """))
    static let maleGivens = Weighted(
        frequencies(
            """
            Hùng 48, Dũng 50, Tuấn 58, Anh 40, Sơn 48, Nam 46, Cường 42, Thắng 40, Hải 44, Hiếu 40, Đức 38, Minh 42, Long 36, Trung 40,
            Thành 42, Tùng 36, Huy 44, Duy 34, Quân 28, Hoàng 34, Tiến 34, Đạt 36, Kiên 26, Toàn 30, Hưng 34, Vinh 22, Bình 24, Quang 26,
            Khánh 18, Phong 18, Lâm 18, Việt 22, Thái 18, Tú 20, Chiến 16, Mạnh 18, Thịnh 20, Linh 12, Nghĩa 14, Bách 8, Giang 14, Luân 8
            """))
    static let femaleGivens = Weighted(
        frequencies(
            """
            Hương 48, Lan 40, Hoa 42, Hà 44, Linh 56, Trang 48, Thảo 46, Hằng 38, Nga 34, Thủy 36, Huyền 40, Phương 46, Yến 26, Hạnh 30,
            Hiền 38, Loan 24, Mai 34, Ngân 26, Ngọc 32, Nhung 30, Oanh 20, Quyên 18, Thu 28, Thúy 24, Tuyết 22, Vân 32, Xuân 14, Liên 22,
            Lý 10, Dung 28, Giang 20, Chi 18, Anh 44, Tâm 20, Bích 8, Nguyệt 16, Duyên 20, Luyến 8, Thơm 8, Ánh 18
            """))
    static let ethnicities = Weighted(frequencies("Kinh 640, Tày 170, Nùng 75, Dao 45, Sán Dìu 32, Sán Chay 20, Mông 12, Hoa 4"))

    /// `Văn 380, Thị Thu 60`: the number after the last space.
    private static func frequencies(_ text: String) -> [(String, Double)] {
        text.split(whereSeparator: { $0 == "," || $0 == "\n" }).compactMap { part in
            let words = part.split(separator: " ")
            guard words.count > 1, let weight = words.last.flatMap({ Double($0) }) else { return nil }
            return (words.dropLast().joined(separator: " "), weight)
        }
    }
}
