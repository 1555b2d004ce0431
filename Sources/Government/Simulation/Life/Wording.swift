// SPDX-License-Identifier: Apache-2.0

/// What officers and applicants write, in the language of the office.
enum Wording {
    static let rejections = [
        "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.", "Hồ sơ trùng với hồ sơ đã nộp trước đó.",
        "Thông tin kê khai không đúng đối tượng thực hiện thủ tục.",
    ]
    static let intakeGround = "Điều 17 Nghị định 61/2018/NĐ-CP"
    static let withdrawals = ["Không còn nhu cầu.", "Nộp nhầm thủ tục, sẽ nộp lại.", "Đã giải quyết bằng cách khác."]
    static let supplementReason = "Hồ sơ còn thiếu thành phần theo quy định."
    static let supplementItem = "Bản chụp giấy tờ rõ nét, đủ trang"
    static let supplementNote = "Gửi bổ sung giấy tờ theo yêu cầu."
    static let consultations = ["Đề nghị cho ý kiến về nội dung hồ sơ thuộc lĩnh vực quản lý.", "Đề nghị xác minh thông tin trong hồ sơ."]
    static let answers = ["Thống nhất với nội dung hồ sơ.", "Thông tin đúng với dữ liệu đang quản lý."]
    static let advances = ["", "", "Hồ sơ đủ điều kiện.", "Đã đối chiếu dữ liệu, kính trình."]
    static let refusals = ["Không đủ điều kiện theo quy định của thủ tục.", "Kết quả xác minh không khớp với nội dung đề nghị."]
    static let refusalGround = "Khoản 6 Điều 19 Nghị định 61/2018/NĐ-CP"
    static let stops = ["Chờ kết quả xác minh của cơ quan liên quan.", "Có đơn đề nghị tạm dừng để làm rõ nội dung."]
    static let resume = "Đã có kết quả xác minh."
    static let sendBacks = ["Cần làm rõ thêm căn cứ trong dự thảo.", "Sửa lại thông tin trong dự thảo kết quả."]
    static let extensions = ["Cần thêm thời gian xác minh.", "Số lượng hồ sơ tăng đột biến."]
    static let fee = "Phí, lệ phí giải quyết thủ tục"
    static let praises = ["", "", "", "Nhanh, đúng hẹn.", "Cán bộ hướng dẫn tận tình.", "Hài lòng."]
    static let complaints = ["Chờ lâu.", "Phải đi lại nhiều lần."]
}
