# SPDX-License-Identifier: Apache-2.0
"""The counter: walk-ins received in under a minute, copies certified while people wait, and the logbook of the day."""

import csv
import io
import re
import time

import pytest
from playwright.sync_api import expect

from support.client import refused, send
from support.gallery import Gallery
from support.papers import pdf
from support.session import Session
from support.visitor import Visitor

# As the QR code of an identity card says it: number, former number, name, birth, sex, address, issue.
CARDS = [
    f"01919000{number:04}|09112345{number}|{name}|0{number}031990|{sex}|Tổ {number}, Phan Đình Phùng, Thái Nguyên|20062021"
    for number, name, sex in (
        (1, "Hoàng Thị Mai Lan", "Nữ"), (2, "Lường Văn Đức", "Nam"), (3, "Nông Thị Ước", "Nữ"), (4, "Triệu Quý Tài", "Nam"), (5, "Đặng Mỹ Ỹ", "Nữ"))
]


@pytest.fixture(scope="module")
def gallery():
    gallery = Gallery("counter")
    yield gallery


@pytest.fixture(scope="module")
def desk(browser, server, people):
    visitor = Visitor(browser, server).sign_in(people["motcua"])
    yield visitor
    visitor.close()


class Effort:
    """Counts presses and keys of one piece of work, and how long the pages took."""

    def __init__(self):
        self.presses, self.fields, self.begun = 0, 0, time.monotonic()

    def press(self, desk, name):
        self.presses += 1
        desk.press(name)

    def type(self, desk, label, value):
        self.fields += 1
        desk.type(label, value)

    def seconds(self):
        return time.monotonic() - self.begun


def receive_copies(desk, card, look=lambda name: None):
    """Somebody has a paper copied: from the empty counter to the printed receipt."""
    effort = Effort()
    desk.open("/work/reception")
    look("reception")
    expect(desk.page.get_by_label("Người đến làm thủ tục")).to_be_focused()
    desk.page.keyboard.type(card)  # the scanner types into the field that has the focus
    effort.fields += 1
    effort.type(desk, "Thủ tục", "sao y")
    effort.press(desk, "Tìm")
    look("found")
    effort.press(desk, "Điền hồ sơ")
    assert desk.page.get_by_label("Họ, chữ đệm, tên người yêu cầu").input_value() == card.split("|")[2]
    desk.tick("Yêu cầu với tư cách", "Cá nhân")
    effort.type(desk, "Số điện thoại", "0912345678")
    desk.tick("Đã có sẵn bản sao", "Không")
    effort.type(desk, "Tên giấy tờ, văn bản", "Bằng tốt nghiệp trung học phổ thông")
    desk.tick("Nơi cấp", "Cơ quan, tổ chức Việt Nam")
    effort.type(desk, "Số trang của bản chính", "2")
    effort.type(desk, "Số bản cần chứng thực", "3")
    look("walk-in")
    effort.press(desk, "Nhận hồ sơ và in giấy tiếp nhận")
    effort.presses += 3
    assert "ĐÃ TIẾP NHẬN" in desk.text(), desk.text()[:900]
    assert "12.000 đ" in desk.text(), "two pages at 2.000 đ, three copies"
    look("received")
    return desk.page.locator("main .code").first.inner_text(), effort


def test_five_walk_ins_one_after_the_other(desk, gallery, note):
    codes, lines = [], []
    for number, card in enumerate(CARDS):
        code, effort = receive_copies(desk, card, (lambda name: gallery.look(desk, name, english=True)) if number == 4 else lambda name: None)
        codes.append(code)
        if number < 4:
            lines.append(f"{effort.presses} presses, {effort.fields} fields, {effort.seconds():.1f} s")
    assert len(set(codes)) == 5 and all(re.fullmatch(r"H55\.238-\d{6}-\d{4,}", code) for code in codes)
    note("walk-in received (machine time): " + "; ".join(lines))


def test_a_number_known_here_finds_the_person_again(desk):
    desk.open("/work/reception")
    desk.type("Người đến làm thủ tục", "019190000002")
    desk.type("Thủ tục", "khai sinh")
    desk.press("Tìm")
    assert "Lường Văn Đức" in desk.text() and "Đã có hồ sơ tại đơn vị" in desk.text()


def test_pressing_twice_receives_once(server, people):
    session = Session(server).sign_in(people["motcua"])
    from support.session import Form

    form = Form.of(session.get("/work/reception"), "/work/reception")
    search = form.fields({"who": "Người Bấm Hai Lần", "words": "sao y", "person": "new", "case": "2.000815 2.000815.01", "go": "form"})
    walk_in = Form.of(session.post(form.action, search), "/work/reception/file")
    fields = walk_in.fields({
        "requester_kind": "person", "requester_name": "Người Bấm Hai Lần", "requester_phone": "0912345678", "copies_brought": "no",
        "documents[0].document_name": "Học bạ", "documents[0].document_issuer": "vietnamese", "documents[0].document_pages": "1",
        "documents[0].document_copies": "1", "_delivery": "desk"})
    first, second = (session.post(walk_in.action, fields, []) for _ in range(2))
    assert first.status == second.status == 303 and first.header("location") == second.header("location"), (first.text[:500], second.text[:300])


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(server, people):
    from support.session import Form

    session = Session(server).sign_in(people["motcua"])
    form = Form.of(session.get("/work/reception"), "/work/reception")
    search = form.fields({"who": "Người Chưa Ai Biết", "words": "sao y", "person": "new", "case": "2.000815 2.000815.01", "go": "form"})
    walk_in = Form.of(session.post(form.action, search), "/work/reception/file")
    assert "Người Chưa Ai Biết" in session.post(form.action, search).text, "the name typed at the start goes into the form"
    reply = session.post(walk_in.action, walk_in.fields({"requester_name": "Tên Đã Gõ", "_delivery": "desk"}), [])
    assert reply.status == 422 and "Tên Đã Gõ" in reply.text and "error-summary" in reply.text
    nameless = session.post(walk_in.action, walk_in.fields({"requester_name": "", "_delivery": "desk"}), [])
    assert nameless.status == 422 and 'href="#requester_name"' in nameless.text


def test_the_logbook_lists_the_day_and_comes_as_a_table(desk, server, people, gallery):
    desk.open("/work/logbook")
    gallery.look(desk, "logbook", english=True)
    for card in CARDS:
        assert card.split("|")[2] in desk.text()
    session = Session(server).sign_in(people["motcua"])
    day = re.search(r"day=(\d{4}-\d\d-\d\d)\"[^>]*>Tải bảng", session.get("/work/logbook").text)[1]
    table = list(csv.reader(io.StringIO(session.get(f"/work/logbook.csv?day={day}").body.decode("utf-8-sig"))))
    assert [row[3] for row in table[1:6]] == [card.split("|")[2] for card in CARDS]
    desk.open("/work/logbook?day=2026-01-02")
    assert "chưa tiếp nhận hồ sơ nào" in desk.text()
    refused(session.get("/work/logbook?day=yesterday"), 404)
    refused(session.get("/work/logbook?unit=H55.242"), 403)


def test_only_the_desk_receives(server, people):
    for username in ("chuyenvien", "congdan"):
        refused(Session(server).sign_in(people[username]).get("/work/reception"), 403)
    assert send(server, "GET", "/work/reception").status in (303, 401)


def test_the_pages_hold_up(gallery):
    for look in gallery.looks:
        assert not look.violations and look.overflow <= 0 and look.h1 == 1 and look.bytes < 100_000, look


def test_copies_are_certified_while_people_wait(browser, server, people, desk):
    """The desk solves as far as it may; the specialist, the head and the clerk take their steps; the desk hands over."""
    code, _ = receive_copies(desk, CARDS[0].replace("Hoàng Thị Mai Lan", "Ma Thị Chờ Ngay"))
    for username in ("chuyenvien", "lanhdao", "vanthu", "motcua"):
        visitor = desk if username == "motcua" else Visitor(browser, server).sign_in(people[username])
        visitor.open(f"/work/dossiers/{code}/received")
        visitor.type("Số vào sổ", "215")
        visitor.attach("Bản quét kết quả", "bản sao.pdf", pdf("ban sao"))
        visitor.press("Giải quyết và trả ngay")
        assert not visitor.page.get_by_role("alert").count(), visitor.page.get_by_role("alert").inner_text()
        if username != "motcua":
            assert "ĐÃ TIẾP NHẬN" in visitor.text()
            visitor.close()
    assert "ĐÃ TRẢ KẾT QUẢ" in desk.text()
