// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Markup

/// What the script of file fields says, carried by the form so that the script itself knows no language.
enum UploadMessages {
    static func element(_ language: Language) -> HTML {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let words = (try? encoder.encode(all.mapValues { $0[language] })) ?? Data("{}".utf8)
        return "<template data-words=\"\(String(decoding: words, as: UTF8.self))\"></template>\n"
    }

    static let all: [String: Phrase] = [
        "looking": Phrase(vi: "đang xem tệp…", en: "looking at the file…"),
        "waiting": Phrase(vi: "đang chờ đến lượt", en: "waiting for its turn"),
        "sending": Phrase(vi: "đã gửi {n}\u{A0}%", en: "{n}\u{A0}% sent"),
        "offline": Phrase(
            vi: "đường truyền bị gián đoạn ở {n}\u{A0}%; sẽ tự gửi tiếp, không phải gửi lại từ đầu",
            en: "the line broke at {n}\u{A0}%; it will continue by itself, not from the start"),
        "signedOut": Phrase(
            vi: "phiên đăng nhập đã hết; đăng nhập ở một thẻ khác của trình duyệt, tệp sẽ tự gửi tiếp",
            en: "you were signed out; sign in in another tab, and the file continues by itself"),
        "done": Phrase(vi: "✓ đã gửi đủ", en: "✓ sent completely"),
        "pages": Phrase(vi: "{n}\u{A0}trang", en: "pages:\u{A0}{n}"),
        "shrunk": Phrase(
            vi: "Ảnh đã được thu nhỏ từ {from} còn {to} cho nhẹ đường truyền, chữ vẫn rõ.",
            en: "The picture was reduced from {from} to {to} to spare the line; its text stays clear."),
        "remove": Phrase(vi: "Bỏ tệp", en: "Remove"),
        "removed": Phrase(vi: "Đã bỏ tệp.", en: "The file was removed."),
        "blank": Phrase(
            vi: "Ảnh gần như chỉ có một màu. Hãy kiểm tra có phải trang trắng, hoặc chụp lại nơi đủ sáng.",
            en: "The picture is almost one colour. Check whether it is a blank page, or take it again in better light."),
        "blurred": Phrase(
            vi: "Ảnh có vẻ bị mờ. Hãy giữ chắc máy, lau ống kính rồi chụp lại; giữ nguyên nếu bạn đọc được mọi chữ.",
            en: "The picture looks blurred. Hold the camera still, wipe the lens and take it again; keep it if you can read every word."),
        "sideways": Phrase(
            vi: "Giấy tờ có vẻ nằm ngang. Nếu chữ bị xoay, hãy xoay ảnh cho thẳng rồi chọn lại.",
            en: "The paper seems to lie on its side. If the text is turned, rotate the picture and choose it again."),
        "small": Phrase(
            vi: "Ảnh quá nhỏ, có thể không đọc được chữ. Hãy chụp gần hơn hoặc gửi ảnh gốc, đừng gửi ảnh chụp màn hình.",
            en: "The picture is so small that its text may be unreadable. Go closer, or send the original rather than a screenshot."),
        "locked": Phrase(
            vi: "Tệp PDF này có đặt mật khẩu. Nếu phải nhập mật khẩu mới mở được, hãy in lại thành PDF không mật khẩu rồi chọn tệp mới.",
            en: "This PDF has a password set. If it asks for one when opened, print it to a PDF without a password and choose the new file."),
        "refused": Phrase(vi: "Chưa nhận được tệp này", en: "This file was not accepted"),
        "hold": Phrase(
            vi: "Đang gửi nốt {n} tệp, đã được {p}\u{A0}%. Xin đừng đóng trang; biểu mẫu sẽ tự gửi ngay khi tệp gửi xong.",
            en: "Sending {n} more file(s), {p}\u{A0}% done. Please keep this page open; the form is sent as soon as they are complete."),
        "stuck": Phrase(
            vi: "Biểu mẫu chưa được gửi vì có tệp chưa nhận được. Hãy bỏ hoặc thay tệp đó, rồi bấm gửi lại.",
            en: "The form was not sent because a file was not accepted. Remove or replace it, then send again."),
    ]
}
