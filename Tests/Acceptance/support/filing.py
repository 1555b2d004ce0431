# SPDX-License-Identifier: Apache-2.0
"""How a citizen fills in the two filings on the pages, step by step and control by control."""

from support.papers import pdf, png
from support.visitor import called

WARD = "Trung tâm Phục vụ hành chính công phường Phan Đình Phùng"
WARD_PLACE = "Phường Phan Đình Phùng"
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"
PAPER = "Giấy chứng sinh, hoặc văn bản của người làm chứng, hoặc giấy cam đoan về việc sinh"


def nothing():
    pass


def through_the_steps(visitor, answers, look=nothing):
    """Answers each step by its heading until the dossier is filed; a step that asks more is answered again."""
    for _ in range(24):
        heading = visitor.page.get_by_role("heading", level=1).inner_text()
        look()
        if heading == "Xem lại trước khi nộp":
            visitor.press("Nộp hồ sơ")
            assert visitor.is_filed(), visitor.text()[:800]
            return
        for answer in answers.get(heading, []):
            if answer(visitor) is not AGAIN:
                continue
            visitor.press("Tiếp tục")
            look()
        visitor.press("Tiếp tục")
        assert not visitor.page.get_by_role("alert").count(), visitor.page.get_by_role("alert").inner_text()
    raise AssertionError(f"the dossier is not filed:\n{visitor.text()[:800]}")


# What an answer gives when the page must be sent before the next questions are there.
AGAIN = object()


def open_birth_form(visitor):
    visitor.open("/dossiers/new?procedure=1.001193")


def file_birth(visitor):
    """Files a birth registration; gives its provisional code."""
    open_birth_form(visitor)
    fill_birth(visitor)
    assert visitor.is_filed()
    return visitor.code()


def start_birth(visitor):
    """The first question, which case at which desk."""
    visitor.tick("Trường hợp của bạn", "Đăng ký đúng hạn (trong 60 ngày kể từ ngày sinh)")
    visitor.choose("Nơi tiếp nhận hồ sơ", WARD)
    visitor.press("Tiếp tục")


def fill_birth(visitor, look=nothing):
    look()
    start_birth(visitor)
    through_the_steps(visitor, BIRTH_STEPS, look)


def requester(visitor):
    visitor.type("Nơi cư trú", "Số 12, tổ 3")
    commune(visitor, "Nơi cư trú – xã, phường", WARD_PLACE)
    visitor.tick("Quan hệ với người được khai sinh", "Mẹ")


def child(visitor):
    visitor.type("Họ, chữ đệm, tên của trẻ", "Nguyễn Bảo An")
    visitor.tick("Giới tính", "Nữ")
    visitor.date("Ngày sinh", "5", "10", "2026")
    visitor.type("Nơi sinh", "Bệnh viện Trung ương Thái Nguyên")
    visitor.type("Dân tộc", "Tày")
    visitor.type("Quê quán", "Xã Đại Phúc, tỉnh Thái Nguyên")
    visitor.tick("Giấy tờ về việc sinh", "Giấy chứng sinh bản giấy")
    visitor.tick("Trường hợp của trẻ", "Thông thường")


def mother_is_named(visitor):
    visitor.tick("Ghi thông tin người mẹ", "Có")
    return AGAIN


def mother(visitor):
    visitor.type("Họ, chữ đệm, tên người mẹ", "Nguyễn Thị Thu Hà")
    visitor.date("Năm sinh hoặc ngày sinh của người mẹ", "", "", "1990")


def birth_paper(visitor):
    visitor.attach(PAPER, "giấy chứng sinh.pdf", pdf("Giay chung sinh"))


BIRTH_STEPS = {
    "Người yêu cầu": [requester],
    "Người được khai sinh": [child],
    "Người mẹ": [mother_is_named, mother],
    "Người cha": [lambda visitor: visitor.tick("Ghi thông tin người cha", "Không")],
    "Giấy tờ kèm theo": [birth_paper],
    "Cách nhận kết quả": [lambda visitor: visitor.tick("Cách nhận kết quả", "Nhận bản điện tử")],
}


def fill_land(visitor, look=nothing):
    look()
    visitor.tick("Trường hợp của bạn", "Chuyển đổi, chuyển nhượng, tặng cho, góp vốn, cho thuê lại")
    visitor.choose("Nơi tiếp nhận hồ sơ", CENTRE)
    visitor.press("Tiếp tục")
    through_the_steps(visitor, LAND_STEPS, look)


def giver(visitor):
    visitor.type("Địa chỉ", "Số 12, tổ 3")
    commune(visitor, "Địa chỉ – xã, phường", WARD_PLACE)
    visitor.tick("Nộp qua người đại diện", "Không")


def receiver(visitor):
    visitor.type("Tên người, tổ chức nhận quyền", "Hoàng Văn Bách")
    visitor.type("Số định danh cá nhân hoặc mã số thuế", "006085000000")
    visitor.type("Địa chỉ", "Xóm Đầm, số 4")
    commune(visitor, "Địa chỉ – xã, phường", "Xã Đại Phúc")


def land(visitor):
    visitor.type("Số phát hành Giấy chứng nhận", "CA 123456")
    visitor.date("Ngày cấp", "3", "4", "2019")
    visitor.type("Địa chỉ thửa đất", "Tổ 3")
    commune(visitor, "Địa chỉ thửa đất – xã, phường", WARD_PLACE)
    visitor.type("Số thửa", "117")
    visitor.type("Tờ bản đồ", "24")
    visitor.type("Diện tích (m²)", "96,5")
    for question in ("Đo đạc lại thửa đất", "Tách thửa hoặc hợp thửa"):
        visitor.tick(question, "Không")


def transfer(visitor):
    visitor.tick("Hình thức", "Chuyển nhượng")
    for question in ("Đất thuê của Nhà nước trả tiền hằng năm", "Nhiều người nhận, cấp chung một Giấy chứng nhận"):
        visitor.tick(question, "Không")
    return AGAIN


def price(visitor):
    visitor.type("Giá chuyển nhượng", "1.500.000.000")
    visitor.tick("Đất đang được thế chấp", "Không")


def land_papers(visitor):
    visitor.attach("Bản gốc Giấy chứng nhận đã cấp", "sổ đỏ.png", png(), "image/png")
    visitor.attach("Hợp đồng hoặc văn bản chuyển quyền", "hợp đồng.pdf", pdf("Hop dong"))


LAND_STEPS = {
    "Bên chuyển quyền": [giver],
    "Bên nhận quyền": [receiver],
    "Thửa đất": [land],
    "Việc chuyển quyền": [transfer, price],
    "Giấy tờ kèm theo": [land_papers],
    "Cách nhận kết quả": [lambda visitor: visitor.tick("Cách nhận kết quả", "Nhận tại Bộ phận Một cửa")],
}


def commune(visitor, label, place):
    """The commune's field takes names as people type them."""
    field = visitor.page.get_by_label(called(label))
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(label=place)
    else:
        field.fill(place)
        # Typed in full, nothing has to be chosen; the suggestions close.
        field.blur()
