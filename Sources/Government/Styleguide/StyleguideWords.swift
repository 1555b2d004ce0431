// SPDX-License-Identifier: Apache-2.0

import Kernel

extension StyleguidePage {
    enum Words {
        static let title = Phrase(vi: "Thư viện giao diện", en: "Style guide")
        static let intro = Phrase(
            vi: "Mọi thành phần của các trang, ở mọi trạng thái. Đổi cỡ cửa sổ, giao diện tối hoặc độ tương phản của máy để xem.",
            en: "Every component of the pages in every state. Change the window, the dark scheme or the contrast of your system to see.")
        static let contents = Phrase(vi: "Nội dung", en: "Contents")
        static let colours = Phrase(vi: "Màu theo ý nghĩa", en: "Colour by meaning")
        static let coloursNote = Phrase(
            vi: "Màu chỉ nhắc lại điều chữ đã nói; không bao giờ chỉ có màu.", en: "A colour repeats what the words say; never colour alone.")
        static let neutral = Phrase(vi: "Bình thường", en: "Neutral")
        static let action = Phrase(vi: "Việc cần làm", en: "Action")
        static let good = Phrase(vi: "Tốt", en: "Good")
        static let soon = Phrase(vi: "Sắp đến hạn", en: "Soon")
        static let late = Phrase(vi: "Quá hạn", en: "Late")
        static let paused = Phrase(vi: "Tạm dừng", en: "Paused")
        static let type = Phrase(vi: "Chữ", en: "Type")
        static let lead = Phrase(vi: "Đoạn mở đầu nói điều quan trọng nhất.", en: "The lead says what matters most.")
        static let paragraph = Phrase(
            vi: "Câu ngắn, lời lẽ tôn trọng, dấu tiếng Việt rõ ràng: ẩm, ễnh, ượt, ỹ.", en: "Short sentences, respectful words.")
        static let link = Phrase(vi: "Một liên kết", en: "A link")
        static let heading = Phrase(vi: "Đề mục nhỏ", en: "Smaller heading")
        static let hint = Phrase(vi: "Dòng gợi ý", en: "A hint")
        static let buttons = Phrase(vi: "Nút", en: "Buttons")
        static let file = Phrase(vi: "Nộp hồ sơ", en: "File")
        static let save = Phrase(vi: "Lưu và làm tiếp sau", en: "Save and go on later")
        static let withdraw = Phrase(vi: "Rút hồ sơ", en: "Withdraw")
        static let disabled = Phrase(vi: "Chưa dùng được", en: "Not available")
        static let goOn = Phrase(vi: "Tiếp tục", en: "Go on")
        static let back = Phrase(vi: "Quay lại", en: "Back")
        static let states = Phrase(vi: "Trạng thái của hồ sơ", en: "States of a dossier")
        static let notFiled = Phrase(vi: "CHƯA NỘP", en: "NOT FILED")
        static let notFiledDetail = Phrase(
            vi: "Bạn đang điền. Hồ sơ chỉ được nộp khi có mã.", en: "You are filling in. It is filed only once it has a code.")
        static let filed = Phrase(vi: "ĐÃ NỘP", en: "FILED")
        static let accepted = Phrase(vi: "ĐÃ TIẾP NHẬN", en: "ACCEPTED")
        static let tags = Phrase(vi: "Nhãn trạng thái", en: "Status tags")
        static let newlyFiled = Phrase(vi: "Mới nộp", en: "New")
        static let inProgress = Phrase(vi: "Đang xử lý", en: "In progress")
        static let returned = Phrase(vi: "Đã trả kết quả", en: "Returned")
        static let oneDayLeft = Phrase(vi: "Còn 1 ngày", en: "1 day left")
        static let overdue = Phrase(vi: "Quá hạn 2 ngày", en: "2 days overdue")
        static let stopped = Phrase(vi: "Dừng xử lý", en: "Stopped")
        static let notices = Phrase(vi: "Thông báo", en: "Notices")
        static let information = Phrase(vi: "Điều bạn nên biết.", en: "Something to know.")
        static let success = Phrase(vi: "Đã lưu lúc 09:41.", en: "Saved at 09:41.")
        static let warning = Phrase(vi: "Ảnh hơi mờ. Hãy xem lại trước khi nộp.", en: "The picture is blurred. Look at it again before filing.")
        static let failure = Phrase(
            vi: "Tệp chưa gửi được. Kiểm tra mạng rồi thử lại.", en: "The file was not sent. Check the network and try again.")
        static let fields = Phrase(vi: "Ô nhập", en: "Fields")
        static let errors = Phrase(vi: "Ô nhập có lỗi", en: "Fields in error")
        static let lists = Phrase(vi: "Danh sách tóm tắt", en: "Summary list")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let longName = Phrase(
            vi: "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong trường hợp chuyển nhượng, thừa kế, tặng cho",
            en: "Registration of changes of land-use rights and of assets on land by transfer, inheritance or gift")
        static let empty = Phrase(vi: "Chưa trả lời", en: "Not answered")
        static let tables = Phrase(vi: "Bảng, trang tiếp, danh sách trống", en: "Table, pager, empty state")
        static let tableCaption = Phrase(vi: "Hồ sơ theo mức khẩn", en: "Dossiers by danger")
        static let stackedCaption = Phrase(vi: "Danh sách, thành thẻ trên điện thoại", en: "A list, cards on a phone")
        static let left = Phrase(vi: "Thời gian còn lại", en: "Time left")
        static let nothing = Phrase(vi: "Không có hồ sơ nào.", en: "Nothing here.")
        static let nothingAdvice = Phrase(vi: "Chọn danh sách khác, hoặc nhận hồ sơ mới.", en: "Choose another list, or receive a dossier.")
        static let timeline = Phrase(vi: "Quá trình", en: "Timeline")
        static let filedStep = Phrase(vi: "Đã nộp", en: "Filed")
        static let examinedStep = Phrase(vi: "Đang thẩm tra", en: "Being examined")
        static let examiner = Phrase(vi: "Chuyên viên, từ 20/11/2026", en: "Specialist, since 20/11/2026")
        static let returnStep = Phrase(vi: "Hẹn trả kết quả", en: "Promised date")
        static let more = Phrase(vi: "Thẻ, số liệu, phần mở ra", en: "Tabs, figures, disclosure, cards")
        static let tabs = Phrase(vi: "Danh sách việc", en: "Queues")
        static let whyDate = Phrase(vi: "Vì sao là ngày này?", en: "Why this date?")
        static let whyDetail = Phrase(
            vi: "3 ngày làm việc từ 09:00 ngày 20/11; bỏ thứ Bảy, Chủ nhật và ngày 24/11.",
            en: "3 working days from 09:00 on 20/11; the weekend and 24/11 are skipped.")
        static let figure = Phrase(vi: "hồ sơ trong sáu tháng", en: "dossiers in six months")
        static let onTime = Phrase(vi: "đúng hạn", en: "on time")
        static let card = Phrase(vi: "Sinh con", en: "Having a child")
    }
}
