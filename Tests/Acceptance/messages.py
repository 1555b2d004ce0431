# SPDX-License-Identifier: Apache-2.0
"""An applicant and the office write to each other about a dossier: in browsers without scripts, and over the API."""

import pytest

from support.api import API
from support.gallery import Gallery
from support.session import Session
from support.visitor import Visitor, Wire
from support.walks import Walk, file_birth

HOSTILE = '<script>alert(1)</script> <b>đậm</b> http://ke-xau.example/dang-nhap "nháy" \u202eđảo\u202c'


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


@pytest.fixture(scope="module")
def gallery():
    return Gallery("messages")


@pytest.fixture(scope="module")
def accepted(api, tokens):
    """A dossier that the desk has taken in; its code."""
    walk = Walk(api, tokens, file_birth(api, tokens["congdan"]))
    walk.act("motcua", "accept", "processing", forward=True)
    return walk.code


@pytest.fixture(scope="module")
def at(browser, server, people):
    class Desks(dict):
        def __missing__(self, username):
            self[username] = Visitor(browser, server, scripts=False).sign_in(people[username])
            return self[username]

    desks = Desks()
    yield desks
    for visitor in desks.values():
        visitor.close()


def look(gallery, visitor, name, languages=("vi", "en")):
    """Looks at the page in another window of the same person: axe-core needs scripts, these people have none."""
    for language in languages:
        context = visitor.browser.new_context(base_url=visitor.address)
        cookie = {"name": "language", "value": language, "url": visitor.address}
        context.add_cookies([*visitor.context.cookies(), cookie])
        page = context.new_page()
        wire = Wire(page)
        page.goto(visitor.page.url)
        gallery.picture(page, name, language, wire.bytes())
        context.close()


def write(visitor, text):
    visitor.type("Viết tin nhắn", text)
    visitor.press("Gửi tin nhắn")


def thread(visitor):
    return visitor.page.locator("#messages li")


def marks(desk, code):
    """What the queue says beside the code."""
    row = desk.page.locator("tr", has=desk.page.get_by_role("link", name=code, exact=True))
    return row.first.inner_text()


def test_a_question_is_asked_and_answered_without_scripts(at, gallery, people, accepted):
    citizen, officer = at["congdan"], at["chuyenvien"]
    citizen.open(f"/me/dossiers/{accepted}")
    assert "Chưa có tin nhắn" in citizen.page.locator("#messages").inner_text()
    look(gallery, citizen, "citizen-empty")
    write(citizen, "Cháu sinh ở bệnh viện tỉnh,\ngiấy chứng sinh ghi sai tên mẹ.\nTôi cần làm gì?")
    assert citizen.page.url.endswith("#messages") and thread(citizen).count() == 1
    assert "giấy chứng sinh ghi sai tên mẹ.\nTôi" in thread(citizen).first.inner_text(), "line ends are kept"
    assert "đã xem" not in thread(citizen).first.inner_text()

    officer.open("/work?view=unit")
    assert "1 tin nhắn mới" in marks(officer, accepted)
    look(gallery, officer, "queue-with-message")
    officer.follow(accepted)
    assert people["congdan"].name in thread(officer).first.inner_text() and "Mới" in thread(officer).first.inner_text()
    write(officer, "Anh chị mang giấy chứng sinh đến bệnh viện để sửa, rồi gửi bổ sung.\nXem hướng dẫn: " + officer.address + "/procedures/1.001193.")
    assert thread(officer).count() == 2
    look(gallery, officer, "officer-thread")
    officer.open("/work?view=unit")
    assert "tin nhắn" not in marks(officer, accepted)

    citizen.open("/me")
    assert citizen.page.get_by_role("link", name="Cơ quan nhắn tin về hồ sơ của bạn").count() == 1
    look(gallery, citizen, "citizen-notice")
    citizen.follow("Cơ quan nhắn tin về hồ sơ của bạn")
    last = thread(citizen).last
    assert "Mới" in last.inner_text() and people["chuyenvien"].name in last.inner_text() and "(cơ quan)" in last.inner_text()
    assert "đã xem" in thread(citizen).first.inner_text()
    assert last.get_by_role("link").get_attribute("href") == "/procedures/1.001193"
    look(gallery, citizen, "citizen-thread")


def test_what_somebody_writes_is_text(at, accepted):
    citizen = at["congdan"]
    citizen.open(f"/me/dossiers/{accepted}")
    write(citizen, HOSTILE)
    last = thread(citizen).last
    assert HOSTILE in last.locator(".message").text_content()
    assert not last.locator("a, script, b").count()
    assert last.locator(".message").get_attribute("dir") == "auto"


def test_an_empty_message_is_refused_and_a_long_one_taken(at, accepted):
    citizen = at["congdan"]
    citizen.open(f"/me/dossiers/{accepted}")
    write(citizen, "   ")
    assert "Nhập nội dung tin nhắn." in citizen.page.get_by_role("alert").inner_text()
    write(citizen, "đ" * 4000)
    assert thread(citizen).last.locator(".message").inner_text() == "đ" * 4000


def test_a_message_that_is_too_long_comes_back_whole(browser, server, people, gallery, accepted):
    long = "đ" * 4001
    reply = Session(server).sign_in(people["congdan"]).post(f"/me/dossiers/{accepted}/messages", [("text", long)])
    assert reply.status == 422 and "4.000 ký tự" in reply.text and long in reply.text
    visitor = Visitor(browser, server).sign_in(people["congdan"])
    visitor.open(f"/me/dossiers/{accepted}")
    write(visitor, " ")
    gallery.look(visitor, "citizen-refused")
    visitor.close()


def test_pressing_twice_sends_once(api, tokens, accepted):
    before = len(api.done("listMessages", tokens["congdan"], code=accepted)["items"])
    ids = {api.done("writeMessage", tokens["congdan"], 201, code=accepted, body={"text": "Xin cảm ơn."})["id"] for _ in range(3)}
    assert len(ids) == 1
    assert len(api.done("listMessages", tokens["congdan"], code=accepted)["items"]) == before + 1


def test_only_the_two_sides_write_and_only_who_sees_the_dossier_reads(api, server, tokens, people, accepted):
    for stranger in ("congdan2", "chuyenvien.daiphuc"):
        assert api.call("listMessages", tokens[stranger], code=accepted).status == 404
        assert api.call("writeMessage", tokens[stranger], code=accepted, body={"text": "x"}).status == 404
    assert api.call("listMessages", code=accepted).status == 401
    # An auditor reads, leaves no trace of having read for the office, and does not write.
    api.done("writeMessage", tokens["congdan"], 201, code=accepted, body={"text": "Còn ai đọc không?"})
    assert api.done("listMessages", tokens["kiemtra"], code=accepted)["items"][-1].get("read_at") is None
    assert api.done("listMessages", tokens["kiemtra"], code=accepted)["items"][-1].get("read_at") is None
    assert api.call("writeMessage", tokens["kiemtra"], code=accepted, body={"text": "x"}).status == 403
    page = Session(server).sign_in(people["kiemtra"]).get(f"/work/dossiers/{accepted}").text
    assert "Còn ai đọc không?" in page and "Gửi tin nhắn" not in page
    api.done("listMessages", tokens["chuyenvien"], code=accepted)
    assert api.done("listMessages", tokens["kiemtra"], code=accepted)["items"][-1]["read_at"]


def test_a_series_of_messages_is_one_notice(api, server, tokens, people, accepted):
    session = Session(server).sign_in(people["congdan"])
    api.done("listMessages", tokens["congdan"], code=accepted)
    before = session.get("/me").text.count("Cơ quan nhắn tin")
    for number in range(4):
        api.done("writeMessage", tokens["chuyenvien"], 201, code=accepted, body={"text": f"Tin {number}"})
    assert session.get("/me").text.count("Cơ quan nhắn tin") == before + 1


def test_a_flood_is_stopped(api, tokens, people, server, accepted):
    replies = [api.call("writeMessage", tokens["congdan"], code=accepted, body={"text": f"Tin nhắn {number}"}) for number in range(25)]
    assert replies[-1].status == 429 and replies[-1].json()["code"] == "correspondence.too_many"
    session = Session(server).sign_in(people["congdan"])
    reply = session.post(f"/me/dossiers/{accepted}/messages", [("text", "thêm nữa")])
    assert reply.status == 422 and "thêm nữa" in reply.text and "Xin đợi" in reply.text


def test_the_pages_are_clean(gallery, note):
    flaws = [f"{look.name} {look.language}: {flaw}" for look in gallery.looks for flaw in look.violations]
    flaws += [f"{look.name} {look.language}: {look.overflow} px sideways" for look in gallery.looks if look.overflow > 0]
    flaws += [f"{look.name}: {look.h1} h1" for look in gallery.looks if look.h1 != 1]
    assert not flaws, "\n".join(flaws)
    note(gallery.table())
