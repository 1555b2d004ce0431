# SPDX-License-Identifier: Apache-2.0
"""How a citizen fills in the two filings on the pages, control by control."""

from support.papers import pdf, png

WARD = "Trung tâm Phục vụ hành chính công phường Phan Đình Phùng"
WARD_PLACE = "Phường Phan Đình Phùng"
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"
PAPER = "Giấy chứng sinh, hoặc văn bản của người làm chứng, hoặc giấy cam đoan về việc sinh"


def nothing():
    pass


def send(visitor, answer_more=nothing, look=nothing, rounds=4):
    """Presses "Nộp hồ sơ" until the dossier is filed, answering what the answers before led to."""
    for _ in range(rounds):
        visitor.press("Nộp hồ sơ")
        if visitor.is_filed():
            return
        assert not visitor.page.get_by_role("alert").count(), visitor.page.get_by_role("alert").inner_text()
        look()
        answer_more()
    raise AssertionError(f"the dossier is not filed after {rounds} rounds:\n{visitor.text()[:800]}")


def open_birth_form(visitor):
    visitor.open("/dossiers/new?procedure=1.001193")


def file_birth(visitor):
    """Files a birth registration; gives its provisional code."""
    open_birth_form(visitor)
    fill_birth(visitor)
    assert visitor.is_filed()
    return visitor.code()


def fill_birth(visitor, look=nothing):
    """From the first question, which case at which desk, to the filed dossier."""
    look()
    visitor.tick("Trường hợp của bạn", "Đăng ký đúng hạn (trong 60 ngày kể từ ngày sinh)")
    visitor.choose("Nơi tiếp nhận hồ sơ", WARD)
    visitor.press("Tiếp tục")
    look()
    answer_birth(visitor)
    send(visitor, lambda: answer_more_about_birth(visitor), look)


def answer_birth(visitor):
    me, child = visitor.within("Người yêu cầu"), visitor.within("Người được khai sinh")
    visitor.type("Nơi cư trú", "Số 12, tổ 3", inside=me)
    visitor.choose("Nơi cư trú – xã, phường", WARD_PLACE, inside=me)
    visitor.tick("Quan hệ với người được khai sinh", "Mẹ", inside=me)
    visitor.type("Họ, chữ đệm, tên của trẻ", "Nguyễn Bảo An", inside=child)
    visitor.tick("Giới tính", "Nữ", inside=child)
    visitor.date("Ngày sinh", "5", "10", "2026", inside=child)
    visitor.type("Nơi sinh", "Bệnh viện Trung ương Thái Nguyên", inside=child)
    visitor.type("Dân tộc", "Tày", inside=child)
    visitor.type("Quê quán", "Xã Đại Phúc, tỉnh Thái Nguyên", inside=child)
    visitor.tick("Giấy tờ về việc sinh", "Giấy chứng sinh bản giấy", inside=child)
    visitor.tick("Trường hợp của trẻ", "Thông thường", inside=child)
    visitor.tick("Ghi thông tin người mẹ", "Có")
    visitor.tick("Ghi thông tin người cha", "Không")
    visitor.tick("Cách nhận kết quả", "Nhận bản điện tử")


def answer_more_about_birth(visitor):
    mother = visitor.within("Người mẹ")
    visitor.type("Họ, chữ đệm, tên người mẹ", "Nguyễn Thị Thu Hà", inside=mother)
    visitor.date("Năm sinh hoặc ngày sinh của người mẹ", "", "", "1990", inside=mother)
    visitor.attach(PAPER, "giấy chứng sinh.pdf", pdf("Giay chung sinh"))


def fill_land(visitor, look=nothing):
    look()
    visitor.tick("Trường hợp của bạn", "Chuyển đổi, chuyển nhượng, tặng cho, góp vốn, cho thuê lại")
    visitor.choose("Nơi tiếp nhận hồ sơ", CENTRE)
    visitor.press("Tiếp tục")
    look()
    answer_land(visitor)
    send(visitor, lambda: answer_more_about_land(visitor), look)


def answer_land(visitor):
    giver, receiver = visitor.within("Bên chuyển quyền"), visitor.within("Bên nhận quyền")
    land, transfer = visitor.within("Thửa đất"), visitor.within("Việc chuyển quyền")
    visitor.type("Địa chỉ", "Số 12, tổ 3", inside=giver)
    visitor.choose("Địa chỉ – xã, phường", WARD_PLACE, inside=giver)
    visitor.tick("Nộp qua người đại diện", "Không", inside=giver)
    visitor.type("Tên người, tổ chức nhận quyền", "Hoàng Văn Bách", inside=receiver)
    visitor.type("Số định danh cá nhân hoặc mã số thuế", "006085000000", inside=receiver)
    visitor.type("Địa chỉ", "Xóm Đầm, số 4", inside=receiver)
    visitor.choose("Địa chỉ – xã, phường", "Xã Đại Phúc", inside=receiver)
    visitor.type("Số phát hành Giấy chứng nhận", "CA 123456", inside=land)
    visitor.date("Ngày cấp", "3", "4", "2019", inside=land)
    visitor.type("Địa chỉ thửa đất", "Tổ 3", inside=land)
    visitor.choose("Địa chỉ thửa đất – xã, phường", WARD_PLACE, inside=land)
    visitor.type("Số thửa", "117", inside=land)
    visitor.type("Tờ bản đồ", "24", inside=land)
    visitor.type("Diện tích (m²)", "96,5", inside=land)
    for question in ("Đo đạc lại thửa đất", "Tách thửa hoặc hợp thửa"):
        visitor.tick(question, "Không", inside=land)
    visitor.tick("Hình thức", "Chuyển nhượng", inside=transfer)
    for question in ("Đất thuê của Nhà nước trả tiền hằng năm", "Nhiều người nhận, cấp chung một Giấy chứng nhận"):
        visitor.tick(question, "Không", inside=transfer)
    visitor.tick("Cách nhận kết quả", "Nhận tại Bộ phận Một cửa")


def answer_more_about_land(visitor):
    transfer = visitor.within("Việc chuyển quyền")
    visitor.type("Giá chuyển nhượng", "1.500.000.000", inside=transfer)
    visitor.tick("Đất đang được thế chấp", "Không", inside=transfer)
    visitor.attach("Bản gốc Giấy chứng nhận đã cấp", "sổ đỏ.png", png(), "image/png")
    visitor.attach("Hợp đồng hoặc văn bản chuyển quyền", "hợp đồng.pdf", pdf("Hop dong"))
