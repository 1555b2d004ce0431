# SPDX-License-Identifier: Apache-2.0
"""What the common tasks of an office cost: presses, keys and seconds of the machine, by mouse and by keyboard."""

import re
import time

import pytest

from support.quality_figures import keep
from support.town import Town
from support.visitor import Visitor, called
from support.walks import Walk

CARD = "019190000071|091123456|Hoàng Thị Mai Lan|01031990|Nữ|Tổ 1, Phan Đình Phùng, Thái Nguyên|20062021"
TASKS = []


class Clerk(Visitor):
    """An officer whose every press and key is counted. Scanned text counts as one press: the scanner types it."""

    def begin(self):
        self.presses, self.keys, self.pages, self.began = 0, 0, 0, time.monotonic()
        return self

    def click(self, target, leads=False):
        self.presses += 1
        if leads:
            with self.page.expect_navigation():
                target.click()
            self.pages += 1
        else:
            target.click()

    def key(self, name, leads=False):
        self.keys += 1
        if leads:
            with self.page.expect_navigation():
                self.page.keyboard.press(name)
            self.pages += 1
        else:
            self.page.keyboard.press(name)

    def write(self, text):
        self.keys += len(text)
        self.page.keyboard.type(text)

    def scan(self, text):
        self.presses += 1
        self.page.wait_for_function("() => document.activeElement.matches('input[autofocus]')")
        self.page.keyboard.insert_text(text)

    def button(self, name):
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True).first

    def done(self, task, way, presses, seconds):
        """Kept for the table; more effort than this is a step back."""
        taken = round(time.monotonic() - self.began, 1)
        TASKS.append([task, way, self.presses, self.keys, self.pages, taken])
        assert self.presses <= presses, f"{task} took {self.presses} presses, at most {presses} were needed before"
        assert taken <= seconds, f"{task} took {taken} s of machine time"


@pytest.fixture(scope="module")
def town(server):
    return Town(server)


@pytest.fixture(scope="module")
def office(browser, server, people):
    class Desks(dict):
        def __missing__(self, username):
            self[username] = Clerk(browser, server).sign_in(people[username])
            return self[username]

    desks = Desks()
    yield desks
    for clerk in desks.values():
        clerk.close()


def test_a_walk_in_is_received(office):
    desk = office["motcua"]
    desk.open("/work")
    desk.begin()
    desk.page.goto("/work/reception")
    desk.pages += 1
    desk.scan(CARD)
    desk.click(desk.page.get_by_label(called("Thủ tục")))
    desk.write("sao y")
    desk.key("Enter", leads=True)
    desk.click(desk.button("Điền hồ sơ"), leads=True)
    for group, option in (("Yêu cầu với tư cách", "Cá nhân"), ("Đã có sẵn bản sao", "Không"), ("Nơi cấp", "Cơ quan, tổ chức Việt Nam")):
        desk.click(desk.page.get_by_role("group", name=re.compile(group)).get_by_role("radio", name=option, exact=True))
    for label, value in (
        ("Số điện thoại", "0912345678"), ("Tên giấy tờ, văn bản", "Bằng tốt nghiệp"), ("Số trang của bản chính", "2"), ("Số bản cần chứng thực", "3")):
        desk.click(desk.page.get_by_label(called(label)))
        desk.write(value)
    desk.click(desk.button("Nhận hồ sơ và in giấy tiếp nhận"), leads=True)
    assert "ĐÃ TIẾP NHẬN" in desk.text(), desk.text()[:500]
    desk.done("Receive a walk-in (card scanned, copies certified)", "mouse", 12, 25)


def test_an_online_filing_is_accepted_by_mouse(office, town):
    desk = office["motcua"]
    desk.open("/work?view=new")
    desk.begin()
    desk.click(desk.page.get_by_role("link", name=town.new, exact=True), leads=True)
    desk.click(desk.button("Tiếp nhận"), leads=True)
    assert "Đang xử lý" in desk.text()
    desk.done("Accept an online filing", "mouse", 2, 10)


def test_an_online_filing_is_accepted_by_keyboard(office, town):
    town.crowd(1)
    desk = office["motcua"]
    desk.open("/work?view=new")
    desk.begin()
    desk.key("j")
    desk.key("Enter", leads=True)
    desk.key("a")
    desk.key("Enter", leads=True)
    assert "Đang xử lý" in desk.text(), desk.text()[:500]
    desk.done("Accept an online filing", "keyboard", 0, 10)
    assert desk.keys == 4


def test_ten_are_approved_at_once(office, town):
    for code in town.crowd(10):
        town.act(Walk(town.api, town, code), ("motcua", "accept", {"forward": True}), ("chuyenvien", "advance", {}))
    head = office["lanhdao"]
    head.open("/work?view=unit")
    rows = head.page.get_by_role("row").count() - 1
    assert rows >= 10, rows
    head.begin()
    head.click(head.page.get_by_role("link", name="Chọn cả trang"))
    head.click(head.button("Phê duyệt, ký"), leads=True)
    head.click(head.page.get_by_role("main").get_by_role("button", name=re.compile(r"^Thực hiện với 1\d hồ sơ")), leads=True)
    assert re.search(r"Đã làm xong 1\d hồ sơ", head.text()), head.text()[:500]
    head.done("Approve ten", "mouse", 3, 15)


@pytest.mark.parametrize("words", ["thu ha", "Thu Hà", "nguyen thi"])
def test_a_dossier_is_found_by_part_of_a_name(office, town, words):
    specialist = office["chuyenvien"]
    specialist.open("/work?view=unit")
    specialist.begin()
    specialist.key("/")
    specialist.write(words)
    specialist.key("Enter", leads=True)
    found = specialist.page.get_by_role("main").get_by_role("link", name=town.processing, exact=True)
    assert found.count(), f"{words!r} finds nothing: {specialist.text()[:400]}"
    specialist.click(found.first, leads=True)
    assert town.processing in specialist.page.get_by_role("heading", level=1).inner_text()
    specialist.done(f"Find a dossier by part of a name ({words})", "keyboard, mouse", 1, 10)


def test_a_result_is_signed_by_the_head(office, town):
    head = office["lanhdao"]
    walk = town.birth("congdan")
    code = town.act(walk, ("motcua", "accept", {"forward": True}), ("chuyenvien", "advance", {}))
    head.open("/work?view=unit")
    head.begin()
    head.click(head.page.get_by_role("link", name=code, exact=True), leads=True)
    head.click(head.button("Ký"), leads=True)
    assert not head.page.get_by_role("alert").count()
    head.done("Sign one result", "mouse", 2, 10)


def test_the_table(note):
    lines = [f"{'task':56}{'way':18}{'presses':>8}{'keys':>6}{'pages':>7}{'seconds':>9}"]
    lines += [f"{task:56}{way:18}{presses:8}{keys:6}{pages:7}{seconds:9}" for task, way, presses, keys, pages, seconds in TASKS]
    note("\n".join(lines))
    assert len(TASKS) >= 5
    keep("tasks", TASKS)
