// SPDX-License-Identifier: Apache-2.0

/// A page of about the bytes of the program's own, filled in by interpolation.
func trackingPage(_ row: TrackedRow, path: String) -> String {
    let code = escaped(row.code)
    return """
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Tra cứu hồ sơ – Một cửa</title>
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="/assets/style-971e2e5f63dd.css">
        </head>
        <body>
        <a class="skip" href="#main">Đến nội dung chính</a>
        <header class="site-header"><div class="site-inner">
        <a class="site-name" href="/"><strong>Một cửa</strong><span>tỉnh Thái Nguyên</span></a>
        <div class="site-tools"><a class="account" href="/sign-in">Đăng nhập</a>\
        <a class="language" href="\(escaped(path))&amp;lang=en" lang="en" hreflang="en">English</a></div>
        </div><nav class="site-navigation" aria-label="Mục chính"><ul class="site-inner"><li><a href="/">Trang chủ</a></li>\
        <li><a href="/procedures">Thủ tục</a></li><li><a href="/tracking" aria-current="true">Tra cứu hồ sơ</a></li></ul></nav></header>
        <main id="main" class="page-reading" tabindex="-1">
        <h1>Tra cứu hồ sơ</h1>
        <section class="tracked"><h2 class="code">\(code)</h2>
        <p><span class="tag \(tones[row.status])">\(statusNames[row.status])</span> Hoàn thành \(completion(row)) %</p>
        <ol class="timeline">\(timeline(row))</ol>
        <p class="hint">Trang này không hiện thông tin cá nhân. Chủ hồ sơ đăng nhập để xem đầy đủ.</p></section>
        <form method="get" action="/tracking" role="search">
        <div class="field">
        <label for="code">Mã hồ sơ</label>
        <p class="hint" id="code-hint">In trên giấy tiếp nhận, ví dụ H55.242-261121-0001.</p>
        <input id="code" name="code" type="text" value="\(code)" maxlength="64" aria-describedby="code-hint" required>
        </div>
        <button type="submit" class="button primary">Tra cứu</button>
        </form>
        </main>
        <footer class="site-footer"><div class="site-inner"><p>Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh Thái Nguyên.</p>\
        <p><a href="/api/openapi.json">API</a></p></div></footer>
        </body>
        </html>
        """
}

private func timeline(_ row: TrackedRow) -> String {
    var entries = entry("done", "Đã nộp", row.submittedAt)
    if let acceptedAt = row.acceptedAt {
        entries += entry("done", "Đã tiếp nhận", acceptedAt)
        if row.resolvedAt == nil, row.closedAt == nil { entries += entry("now", statusNames[row.status], nil) }
    } else if row.closedAt == nil {
        entries += entry("now", "Chờ Bộ phận Một cửa tiếp nhận", nil)
    }
    if let resolvedAt = row.resolvedAt { entries += entry("done", "Đã có kết quả", resolvedAt) }
    if let closedAt = row.closedAt {
        entries += entry("done", statusNames[row.status], closedAt)
    } else if row.resolvedAt != nil {
        entries += entry("now", "Chờ nhận kết quả", nil)
    } else if let dueAt = row.dueAt {
        entries += entry("next", "Hẹn trả kết quả", dueAt)
    }
    return entries
}

private func entry(_ state: String, _ title: String, _ at: Int64?) -> String {
    let time = at.map { "<p><time datetime=\"\(Moment.utc($0).rfc3339)\">\(Moment.local($0).spoken)</time></p>" } ?? ""
    let current = state == "now" ? " aria-current=\"step\"" : ""
    return "<li class=\"\(state)\"\(current)><strong>\(title)</strong>\(time)</li>\n"
}

private func completion(_ row: TrackedRow) -> Int {
    switch row.status {
    case 1: 0
    case 3, 7, 9, 10: 100
    default: row.steps > 1 ? min(95, max(5, (row.step ?? 0) * 100 / (row.steps - 1))) : 50
    }
}

private let statusNames = [
    "", "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
    "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
]

private let tones = ["", "action", "neutral", "late", "neutral", "soon", "soon", "paused", "paused", "good", "good"]

/// Text for an element's content or a quoted attribute.
private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
