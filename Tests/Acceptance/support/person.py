# SPDX-License-Identifier: Apache-2.0
"""A person who reads each page as it comes and answers what it asks, however the questions are spread over pages; every press counted."""

import io
import re
import time

from support.filing import PAPER, WARD
from support.visitor import Visitor

ANSWERS = {
    "Trường hợp của bạn": "Đăng ký đúng hạn (trong 60 ngày kể từ ngày sinh)",
    "Nơi tiếp nhận hồ sơ": WARD,
    "Nơi cư trú": "Số 12, tổ 3",
    "Nơi cư trú – xã, phường": "Phường Phan Đình Phùng",
    "Quan hệ với người được khai sinh": "Mẹ",
    "Họ, chữ đệm, tên của trẻ": "Nguyễn Bảo An",
    "Giới tính": "Nữ",
    "Ngày sinh": ("5", "10", "2026"),
    "Nơi sinh": "Bệnh viện Trung ương Thái Nguyên",
    "Dân tộc": "Tày",
    "Quê quán": "Xã Đại Phúc, tỉnh Thái Nguyên",
    "Giấy tờ về việc sinh": "Giấy chứng sinh bản giấy",
    "Trường hợp của trẻ": "Thông thường",
    "Ghi thông tin người mẹ": "Có",
    "Ghi thông tin người cha": "Không",
    "Cách nhận kết quả": "Nhận bản điện tử",
    "Họ, chữ đệm, tên người mẹ": "Nguyễn Thị Thu Hà",
    "Năm sinh hoặc ngày sinh của người mẹ": ("", "", "1990"),
}
# What leads on, the farthest first.
ONWARD = ("Nộp hồ sơ", "Lưu và tiếp tục", "Tiếp tục", "Bắt đầu", "Xem lại", "Xem lại hồ sơ")

CONTROLS = """() => [...document.querySelectorAll('main input, main select, main textarea')]
    .filter(e => e.type !== 'hidden' && !e.closest('[hidden]') && e.checkVisibility() && e.form && !e.closest('[role=search], search'))
    .map(e => ({id: e.id, type: e.tagName === 'SELECT' ? 'select' : e.role === 'combobox' ? 'combobox' : e.type, name: e.name, value: e.value, checked: e.checked,
        label: (e.labels?.[0]?.innerText || e.getAttribute('aria-label') || '').trim(), group: (e.closest('fieldset')?.querySelector('legend')?.innerText || '').trim()}))"""


def plain(label):
    """A label without the mark of what is optional."""
    return re.sub(r"\s*\((không bắt buộc|optional)\)\s*$", "", label.split("\n")[0]).strip()


def photo(words="GIẤY CHỨNG SINH", size=(1600, 1200)):
    """A photo of a paper as a telephone takes it: writing on white, a little noise, some hundred kilobytes."""
    from PIL import Image, ImageDraw

    picture = Image.effect_noise(size, 24).convert("RGB").point(lambda shade: 150 + shade * 2 // 5)
    pen = ImageDraw.Draw(picture)
    for row in range(18):
        pen.text((size[0] // 14, size[1] // 14 + row * size[1] // 20), f"{words} {row} " * 6, fill=(20, 20, 60), font_size=max(12, size[0] // 47))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


class Person(Visitor):
    """Counts presses (or touches), keys and seconds. `answers` are added to those everybody would give."""

    def __init__(self, browser, server, scripts=True, answers=None, **context):
        super().__init__(browser, server, scripts)
        if context:
            self.context.close()
            self.context = browser.new_context(base_url=server.address, locale="vi-VN", java_script_enabled=scripts, **context)
            self.context.set_default_timeout(15_000)
            self.page = self.context.new_page()
        self.is_touching = bool(context.get("has_touch"))
        self.answers, self.presses, self.keys, self.pages, self.began = {**ANSWERS, **(answers or {})}, 0, 0, 0, time.monotonic()
        self.seen = lambda: None

    def press_on(self, target):
        self.presses += 1
        target.tap() if self.is_touching else target.click()

    def write(self, target, text):
        self.presses += 1
        self.keys += len(text)
        target.fill(text)

    def turn(self, target):
        """Presses what leads to another page."""
        with self.page.expect_navigation():
            self.press_on(target)
        self.pages += 1
        self.seen()

    def press(self, name, inside=None):
        self.turn((inside or self.page.locator("main")).get_by_role("button", name=name, exact=True).first)

    def follow(self, name, inside=None):
        self.turn((inside or self.page.locator("main")).get_by_role("link", name=name, exact=True).first)

    def look_up(self, words, name):
        """From the front page to a procedure, by one's own words."""
        self.open("/")
        self.seen()
        self.write(self.page.get_by_label("Bạn cần làm gì?"), words)
        self.press("Tìm")
        self.turn(self.page.locator("main").get_by_role("link").filter(has_text=name).first)

    # MARK: A form, page by page

    def answer_page(self):
        """Answers what is asked on this page and still empty; again, while answers raise further questions here."""
        for _ in range(4):
            if not sum(self.answer(control) for control in self.page.evaluate(CONTROLS)):
                return

    def answer(self, control):
        kind, label, group = control["type"], plain(control["label"]), plain(control["group"])
        target = self.page.locator(f"[id='{control['id']}']")
        is_optional = control["label"] != label or control["group"] != group
        if kind == "radio":
            is_wanted = self.answers.get(group) == label and not control["checked"]
            if is_wanted:
                self.press_on(self.page.locator(f"label[for='{control['id']}']"))
            return is_wanted
        if kind == "file":
            return self.attach_photo(target, label)
        if kind == "checkbox" or control["value"] or (is_optional and label not in self.answers):
            return False
        value = self.answers.get(label, self.answers.get(group))
        if isinstance(value, tuple):
            value = dict(zip(("Ngày", "Tháng", "Năm"), value)).get(label, "")
        if not value:
            return False
        if kind == "select":
            self.presses += 2
            target.select_option(label=value)
        else:
            # Of a name with suggestions people type a part; a whole one that fits exactly opens no list.
            self.write(target, value[:-3] if kind == "combobox" else value)
        if kind == "combobox":
            # What is suggested lies over the next question until one is chosen.
            self.press_on(self.page.get_by_role("option").first)
        return True

    def attach_photo(self, target, label):
        if label not in self.answers.get("photos", (PAPER,)) or target.evaluate("e => e.files.length || !!e.dataset.attached"):
            return False
        target.evaluate("e => { e.dataset.attached = 1 }")
        self.presses += 2
        target.set_input_files({"name": "ảnh chụp.jpg", "mimeType": "image/jpeg", "buffer": photo(label[:24])})
        self.wait_for_uploads()
        return True

    def wait_for_uploads(self):
        self.page.wait_for_function("() => !document.querySelector('.uploads progress')", timeout=30_000)

    def onward(self):
        """The button that leads on from here."""
        for name in ONWARD:
            button = self.page.locator("main").get_by_role("button", name=name, exact=True)
            if button.count():
                return button.first
        raise AssertionError(f"nothing leads on from {self.page.url}:\n{self.text()[:900]}")

    def file(self, most=25):
        """From the first question to the filed dossier; gives its code."""
        for _ in range(most):
            if self.is_filed():
                return self.code()
            self.answer_page()
            self.turn(self.onward())
            alert = self.page.get_by_role("alert")
            assert not alert.count(), f"at {self.page.url}: {alert.first.inner_text()}"
        raise AssertionError(f"not filed after {most} pages:\n{self.text()[:900]}")

    def effort(self):
        return {"presses": self.presses, "keys": self.keys, "pages": self.pages, "seconds": round(time.monotonic() - self.began, 1)}
