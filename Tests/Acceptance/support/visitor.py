# SPDX-License-Identifier: Apache-2.0
"""A person at a browser of their own. Controls are found as people and screen readers find them: by role and label."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

from support.gallery import DESKTOP


def called(label):
    """A field's label, whether or not the page marks it as optional."""
    return re.compile(f"^{re.escape(label)}( \\((không bắt buộc|optional)\\))?$")


class Visitor:
    def __init__(self, browser, server, scripts=True):
        self.browser, self.address = browser, server.address
        self.context = browser.new_context(base_url=server.address, viewport=DESKTOP, locale="vi-VN", java_script_enabled=scripts)
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.wire = Wire(self.page)

    def close(self):
        self.context.close()

    def open(self, path):
        answer = self.page.goto(path)
        assert answer.status < 500, f"{path} answered {answer.status}"
        return answer

    def sign_in(self, account):
        self.open("/sign-in")
        self.type("Tên đăng nhập", account.username)
        self.type("Mật khẩu", account.password)
        self.press("Đăng nhập")
        assert self.page.get_by_role("button", name="Đăng xuất").is_visible(), f"{account.username} is not signed in:\n{self.text()[:500]}"
        return self

    def text(self):
        return self.page.locator("body").inner_text()

    def within(self, heading):
        """The section under a heading; labels such as "Địa chỉ" can stand in several."""
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name=heading, exact=True)).last

    def type(self, label, value, inside=None):
        (inside or self.page).get_by_label(called(label)).fill(value)

    def choose(self, label, option, inside=None):
        (inside or self.page).get_by_label(called(label)).select_option(label=option)

    def tick(self, group, option, inside=None):
        (inside or self.page).get_by_role("group", name=called(group)).get_by_role("radio", name=option, exact=True).check()

    def date(self, group, day, month, year, inside=None):
        boxes = (inside or self.page).get_by_role("group", name=called(group))
        for label, value in (("Ngày", day), ("Tháng", month), ("Năm", year)):
            boxes.get_by_label(called(label)).fill(value)

    def attach(self, label, name, content, kind="application/pdf", inside=None):
        (inside or self.page).get_by_label(called(label)).set_input_files({"name": name, "mimeType": kind, "buffer": content})

    def press(self, name, inside=None):
        """Presses a button and waits for the page it leads to."""
        with self.page.expect_navigation():
            (inside or self.page.locator("main")).get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name, inside=None):
        with self.page.expect_navigation():
            (inside or self.page.locator("main")).get_by_role("link", name=name, exact=True).first.click()

    def is_filed(self):
        """Whether the big state of the page says so."""
        return self.page.get_by_role("status").get_by_text("ĐÃ NỘP", exact=True).count() == 1

    def code(self):
        return self.page.locator("main .code").first.inner_text()

    def download(self, name):
        """The bytes behind a link, fetched with this browser's cookies."""
        link = self.page.locator("main").get_by_role("link", name=name, exact=True).first
        answer = self.context.request.get(link.get_attribute("href"))
        assert answer.ok, f"{name}: {answer.status}"
        return answer.body()

    @contextmanager
    def in_english(self, address):
        """The same page for the same person in another window that speaks English."""
        context = self.browser.new_context(base_url=self.address, viewport=DESKTOP, locale="en-GB")
        language = {"name": "language", "value": "en", "domain": urlsplit(self.address).hostname, "path": "/"}
        context.add_cookies([*self.context.cookies(), language])
        page = context.new_page()
        wire = Wire(page)
        page.goto(address)
        try:
            yield page, wire
        finally:
            context.close()


class Wire:
    """What crosses the wire for the page on screen, as on a first visit: nothing comes from a cache."""

    def __init__(self, page):
        self.sizes, self.papers, self.answers_a_form = {}, set(), False
        session = page.context.new_cdp_session(page)
        self.frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        session.on("Network.requestWillBeSent", self.begin)
        session.on("Network.loadingFinished", self.end)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def begin(self, event):
        # A paper shown inside the page is part of its weight, not a page of its own.
        if event.get("type") == "Document" and event.get("frameId") == self.frame:
            self.sizes.clear()
            self.papers.clear()
            self.answers_a_form = event["request"]["method"] == "POST"
        elif "/files/" in event["request"]["url"]:
            self.papers.add(event["requestId"])

    def end(self, event):
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def bytes(self, with_papers=True):
        """The page with its styles and scripts; with or without the papers of a dossier that a viewer on it shows."""
        return int(sum(size for request, size in self.sizes.items() if with_papers or request not in self.papers))
