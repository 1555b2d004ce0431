# SPDX-License-Identifier: Apache-2.0
"""Officers work at their desk: queues by keyboard, dossiers found by part of a name, ten approved together, papers ticked,
a second supplement decided by the head, a colleague covered, and news of what others do."""

import signal
import subprocess
import time
import uuid
from datetime import datetime, timedelta, timezone

import pytest

from support.answers import answers_to, papers_for
from support.api import API
from support.gallery import Gallery
from support.papers import pdf, png
from support.visitor import Visitor
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, Walk

LONG = "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Bảo Ngọc Phương Anh Thư Quỳnh Trang Diễm My"
NAMES = ["Nguyễn Thị Hoa", "Trần Văn Bình", "Lê Thị Đào", "Ma Văn Khánh", LONG]


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


@pytest.fixture(scope="module")
def gallery():
    return Gallery("desk")


@pytest.fixture(scope="module")
def at(browser, server, people):
    """Everybody at a browser of their own, signed in when first needed."""

    class Desks(dict):
        def __missing__(self, username):
            self[username] = Visitor(browser, server).sign_in(people[username])
            return self[username]

    desks = Desks()
    yield desks
    for visitor in desks.values():
        visitor.close()


@pytest.fixture(scope="module")
def file(api, tokens):
    """Files a birth registration for somebody, with papers where asked."""
    case = api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]

    def one(name, papers=False, phone="0912345678"):
        answers = answers_to(case["form"], COMMUNE, {"birth_proof": "paper" if papers else "electronic"})
        files = []
        for paper in papers_for(case, answers) if papers else []:
            for content, title in ((pdf(paper["code"]), "giấy chứng sinh.pdf"), (png(), "ảnh chụp.png")):
                kept = api.done("keepFile", tokens["congdan"], name=title, body=content)
                files.append({"component": paper["code"], "name": title, "reference": kept["reference"]})
        body = {
            "procedure": BIRTH, "case": case["code"], "unit": BIRTH_DESK, "applicant": {"name": name, "phone": phone}, "answers": answers,
            "files": files, "delivery": "online"}
        return api.done("fileDossier", tokens["congdan"], 201, body=body, idempotency_key=str(uuid.uuid4()))["provisional_code"]

    return one


@pytest.fixture(scope="module")
def walk(api, tokens):
    return lambda code: Walk(api, tokens, code)


@pytest.fixture(scope="module")
def to_sign(file, walk):
    """Twelve dossiers before the head."""
    codes = []
    for index in range(12):
        one = walk(file(NAMES[index % len(NAMES)]))
        one.act("motcua", "accept", forward=True)
        one.act("chuyenvien", "advance")
        codes.append(one.code)
    return codes


class Clicks:
    """Counts what a person does with mouse and keys."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def click(self, control, leaves=True):
        self.count += 1
        if leaves:
            with self.page.expect_navigation():
                control.click()
        else:
            control.click()


def shown(visitor, kind):
    return visitor.page.get_by_role(kind)


def test_an_empty_desk_is_calm(at, gallery):
    at["vanthu"].open("/work")
    assert at["vanthu"].page.get_by_text("Không có hồ sơ nào.").is_visible()
    gallery.look(at["vanthu"], "queue-empty", english=True)


def test_the_queue_is_walked_by_keys(at, file, gallery):
    for index in range(5):
        file(NAMES[index], papers=index == 0)
    desk = at["motcua"]
    desk.open("/work?view=new")
    gallery.look(desk, "queue-usual", english=True)
    keys = desk.page.keyboard
    first, second = desk.page.locator(".queue tbody tr a").nth(0), desk.page.locator(".queue tbody tr a").nth(1)
    keys.press("j")
    assert first.evaluate("e => e === document.activeElement")
    keys.press("j")
    assert second.evaluate("e => e === document.activeElement")
    keys.press("x")
    assert desk.page.locator(".queue tbody tr").nth(1).get_by_role("checkbox").is_checked()
    assert "Đã chọn 1 hồ sơ" in desk.page.locator(".batch").inner_text()
    keys.press("x")
    keys.press("k")
    assert first.evaluate("e => e === document.activeElement")
    keys.press("?")
    assert desk.page.get_by_role("dialog", name="Phím tắt").is_visible()
    gallery.look(desk, "keys")
    keys.press("Escape")
    keys.press("/")
    keys.type("jx?")
    assert desk.page.get_by_role("searchbox").input_value() == "jx?", "keys must be letters inside a field"
    second_code = second.inner_text()
    desk.open("/work?view=new")
    keys.press("j")
    code = first.inner_text()
    with desk.page.expect_navigation():
        keys.press("Enter")
    assert code in desk.page.get_by_role("heading", level=1).inner_text()
    with desk.page.expect_navigation():
        keys.press("n")
    assert second_code in desk.page.get_by_role("heading", level=1).inner_text()
    with desk.page.expect_navigation():
        keys.press("p")
    assert code in desk.page.get_by_role("heading", level=1).inner_text()
    keys.press("a")
    assert desk.page.evaluate("document.activeElement.textContent").strip() == "Tiếp nhận"
    with desk.page.expect_navigation():
        keys.press("Enter")
    assert "DK-" not in desk.page.get_by_role("heading", level=1).inner_text()


def test_without_scripts_the_desk_is_links_and_forms(browser, server, people, file):
    code = file("Nông Thị Hạnh")
    officer = Visitor(browser, server, scripts=False).sign_in(people["motcua"])
    officer.open("/work?view=new")
    officer.follow("Chọn cả trang")
    assert officer.page.get_by_role("checkbox", name=f"Chọn hồ sơ {code}").is_checked()
    officer.open("/work?view=new")
    officer.page.get_by_role("checkbox", name=f"Chọn hồ sơ {code}").check()
    officer.press("Tiếp nhận")
    officer.press("Thực hiện với 1 hồ sơ")
    assert officer.page.get_by_text("Đã làm xong 1 hồ sơ.").is_visible()
    officer.close()


def test_a_dossier_is_found_by_part_of_a_name_a_number_or_a_code(at, file, gallery, note):
    code = file("Nguyễn Thị Hòa Bình Yên", phone="0987654321")
    desk = at["motcua"]
    desk.open("/work")
    doing = Clicks(desk.page)
    desk.page.keyboard.press("/")
    desk.page.keyboard.type("binh ye")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    assert desk.page.get_by_role("link", name=code).is_visible()
    gallery.look(desk, "search", english=True)
    doing.click(desk.page.get_by_role("link", name=code))
    note(f"find a dossier by part of a name: 1 key, 7 letters, Enter, {doing.count} click")
    day, number = code.split("-")[-2:]
    for typed in (f"{day}-{number}", str(int(number)), number, "0987654321", "+84 987 654 321"):
        desk.open("/work/search?q=" + typed.replace("+", "%2B").replace(" ", "+"))
        assert desk.page.get_by_role("link", name=code).count() == 1, typed
    desk.open(f"/work/search?q={code.lower()}")
    assert code in shown(desk, "heading").first.inner_text(), "a whole code opens the dossier"
    desk.open("/work/search?q=khong-co-ai-ten-nhu-vay")
    assert desk.page.get_by_text("Không tìm thấy hồ sơ nào").is_visible()
    gallery.look(desk, "search-nothing")


def test_another_unit_finds_nothing_of_it(at, file):
    code = file("Vàng A Páo Sính", phone="0977000111")
    other = at["motcua.daiphuc"]
    for typed in ("sinh", "vang a pao", "0977000111", code, code.split("-")[-1]):
        other.open(f"/work/search?q={typed}")
        assert not other.page.locator("main").get_by_role("link", name=code).count(), typed
        assert "Vàng A Páo" not in other.text()


def test_the_head_approves_ten_together(at, to_sign, walk, gallery, note):
    head, before = at["lanhdao"], walk(to_sign[0]).read("lanhdao")["sequence"]
    head.open("/work")
    gallery.look(head, "queue-head", english=True)
    began, doing = time.monotonic(), Clicks(head.page)
    for code in to_sign[:10]:
        doing.click(head.page.get_by_role("checkbox", name=f"Chọn hồ sơ {code}"), leaves=False)
    doing.click(head.page.get_by_role("button", name="Phê duyệt, ký"))
    assert head.page.get_by_role("heading", name="10 hồ sơ sẽ được làm").is_visible()
    assert walk(to_sign[0]).read("lanhdao")["sequence"] == before, "a preview does nothing"
    gallery.look(head, "batch-preview", english=True)
    doing.click(head.page.get_by_role("button", name="Thực hiện với 10 hồ sơ"))
    took = time.monotonic() - began
    assert head.page.get_by_text("Đã làm xong 10 hồ sơ.").is_visible()
    gallery.look(head, "batch-results")
    note(f"approve ten chosen one by one: {doing.count} clicks, {took:.1f} s; with “Chọn cả trang” it is 3 clicks")
    assert doing.count == 12


def test_whole_page_in_three_clicks_and_exceptions_are_named(at, to_sign, walk, gallery):
    head = at["lanhdao"]
    head.open("/work")
    doing = Clicks(head.page)
    doing.click(head.page.get_by_role("link", name="Chọn cả trang"), leaves=False)
    doing.click(head.page.get_by_role("button", name="Phê duyệt, ký"))
    # Meanwhile one of them goes back to the specialist.
    walk(to_sign[10]).act("lanhdao", "send_back", reason="Sai quê quán")
    doing.click(head.page.get_by_role("button", name="Thực hiện với"))
    assert doing.count == 3
    assert head.page.get_by_text("1 hồ sơ chưa làm được").is_visible()
    assert head.page.get_by_text("Đã làm xong 1 hồ sơ.").is_visible()
    gallery.look(head, "batch-exception")


def test_papers_are_seen_and_ticked_and_asked_for_at_once(at, file, walk, gallery):
    code = file("Lê Thị Đào", papers=True)
    desk = at["motcua"]
    desk.open(f"/work/dossiers/{code}")
    assert desk.page.locator(".viewer iframe").get_attribute("src") == f"/work/dossiers/{code}/files/0"
    gallery.look(desk, "dossier-intake", english=True)
    desk.follow("Sau ›")
    assert desk.page.locator(".viewer img").is_visible() and desk.page.get_by_text("Tệp 2/2").is_visible()
    gallery.look(desk, "dossier-picture")
    papers = desk.page.locator(".components li").filter(has=desk.page.get_by_role("radio"))
    papers.nth(0).get_by_role("radio", name="Không hợp lệ").check()
    papers.nth(0).get_by_role("textbox").fill("bản chụp mờ")
    papers.nth(1).get_by_role("radio", name="Thiếu").check()
    desk.page.locator("summary", has_text="Yêu cầu bổ sung").click()
    form = desk.page.locator("#form-request_supplement")
    desk.type("Lý do", "Cần đủ giấy tờ", inside=form)
    desk.press("Yêu cầu bổ sung", inside=form)
    citizen = at["congdan"]
    citizen.open(f"/me/dossiers/{code}")
    text = citizen.text()
    assert "Không hợp lệ: Giấy chứng sinh" in text and "bản chụp mờ" in text and "Thiếu: Giấy tờ tùy thân" in text


def test_a_second_supplement_is_proposed_and_the_head_decides(at, file, walk, gallery):
    one = walk(file("Trần Văn Bình"))
    one.act("motcua", "request_supplement", items=["Giấy chứng sinh"], reason="Thiếu")
    one.act("congdan", "supplement", note="Đã nộp")
    desk, head = at["motcua"], at["lanhdao"]
    desk.open(f"/work/dossiers/{one.code}")
    desk.page.locator("summary", has_text="Đề nghị lãnh đạo").click()
    form = desk.page.locator("#form-propose")
    desk.type("Cần bổ sung", "Văn bản của người làm chứng", inside=form)
    desk.type("Lý do", "Giấy chứng sinh không ghi tên mẹ", inside=form)
    gallery.look(desk, "proposal", english=True)
    desk.press("Đề nghị lãnh đạo cho bổ sung lần nữa", inside=form)
    assert desk.page.get_by_text("Đang chờ lãnh đạo đơn vị quyết định.").is_visible()
    head.open("/work?view=proposals")
    head.follow(one.code)
    assert head.page.get_by_text("Văn bản của người làm chứng").first.is_visible()
    gallery.look(head, "proposal-head", english=True)
    form = head.page.locator("#primary-action form")
    head.press("Yêu cầu bổ sung", inside=form)
    assert shown(head, "alert").is_visible(), "the head gives a reason of their own"
    form = head.page.locator("#primary-action form")
    head.type("Lý do yêu cầu bổ sung lần nữa (lãnh đạo)", "Lần đầu chưa yêu cầu giấy này", inside=form)
    head.press("Yêu cầu bổ sung", inside=form)
    assert head.page.locator("main .tag").first.inner_text() == "Yêu cầu bổ sung giấy tờ"
    head.open("/work?view=proposals")
    assert one.code not in head.page.content()


def test_a_note_is_for_colleagues_only(at, file):
    code = file("Ma Văn Khánh")
    desk, citizen = at["motcua"], at["congdan"]
    desk.open(f"/work/dossiers/{code}")
    desk.page.locator("summary", has_text="Viết ghi chú").click()
    desk.type("Ghi chú cho đồng nghiệp", "Đã gọi điện, hẹn thứ Hai <b>mang bản gốc</b>")
    desk.press("Lưu ghi chú")
    assert desk.page.get_by_text("hẹn thứ Hai <b>mang bản gốc</b>").is_visible()
    citizen.open(f"/me/dossiers/{code}")
    assert "hẹn thứ Hai" not in citizen.text()


def test_two_officers_at_once_see_the_bar_and_the_second_is_refused(browser, server, people, at, file, gallery):
    code = file("Nguyễn Thị Hoa")
    first, second = at["motcua"], Visitor(browser, server).sign_in(people["lanhdao"])
    head_queue = at["vanthu"]
    head_queue.open("/work")
    second.open(f"/work/dossiers/{code}")
    first.open(f"/work/dossiers/{code}")
    second.page.wait_for_timeout(500)
    first.press("Tiếp nhận", inside=first.page.locator("#primary-action"))
    bar = second.page.locator("#live p")
    bar.wait_for(state="visible")
    assert f"Hồ sơ vừa thay đổi bởi {people['motcua'].name}." in bar.inner_text()
    assert "DK-" in second.page.get_by_role("heading", level=1).inner_text(), "nothing moves under the hand"
    gallery.look(second, "changed-meanwhile", english=True)
    assert not first.page.locator("#live p").is_visible(), "one's own work is no news"
    head_queue.page.locator("#live p").wait_for(state="visible")
    assert "Có 1 hồ sơ vừa thay đổi." in head_queue.page.locator("#live p").inner_text()
    with second.page.expect_navigation():
        bar.get_by_role("link", name="Tải lại").click()
    second.close()


def test_the_second_of_two_who_act_hears_what_changed(at, file, walk):
    code = file("Lê Thị Đào")
    desk = at["motcua"]
    desk.open(f"/work/dossiers/{code}")
    walk(code).act("motcua", "request_supplement", items=["Ảnh"], reason="Mờ")
    desk.press("Tiếp nhận", inside=desk.page.locator("#primary-action"))
    assert "Người khác vừa xử lý hồ sơ này" in shown(desk, "alert").inner_text()


def test_a_browser_that_missed_news_hears_of_it_when_it_listens_again(at, file):
    desk = at["motcua"]
    desk.open("/work?view=new")
    since = desk.page.locator("#live").get_attribute("data-mark")
    file("Trần Văn Bình")
    heard = desk.page.evaluate(
        """since => new Promise(done => { const s = new EventSource('/work/events?since=' + since);
           s.addEventListener('change', e => { s.close(); done(e.data) }); setTimeout(() => done('nothing'), 5000) })""", since)
    assert "DK-" in heard


def test_news_are_for_officers_and_few_lines_a_session(at, server, browser, people):
    stranger = Visitor(browser, server)
    assert "/sign-in" in stranger.open("/work/events").url
    stranger.close()
    citizen = at["congdan"].context.request.get("/work/events")
    assert citizen.status == 403
    desk = at["vanthu"]
    desk.open("/work/absence")
    displaced = desk.page.evaluate(
        """() => new Promise(done => { let gone = 0; const all = [1,2,3,4,5].map(() => { const s = new EventSource('/work/events');
           s.addEventListener('displaced', () => { gone += 1; s.close() }); return s });
           setTimeout(() => { all.forEach(s => s.close()); done(gone) }, 2000) })""")
    assert displaced >= 2, "a session has three lines; the oldest are closed for newer ones"


def test_a_colleague_stands_in_for_the_head(at, file, walk, gallery, people):
    head, specialist = at["lanhdao"], at["chuyenvien"]
    one = walk(file("Nông Thị Hạnh"))
    one.act("motcua", "accept", forward=True)
    one.act("chuyenvien", "advance")
    specialist.open(f"/work/dossiers/{one.code}")
    assert not specialist.page.get_by_role("button", name="Ký", exact=True).count()
    head.open("/work/absence")
    gallery.look(head, "absence", english=True)
    head.choose("Người làm thay", f"{people['chuyenvien'].name} – Chuyên viên")
    today = datetime.now(timezone(timedelta(hours=7)))
    last = today + timedelta(days=2)
    head.date("Đến hết ngày", str(last.day), str(last.month), str(last.year))
    head.press("Cử người làm thay")
    assert head.page.get_by_text(f"{people['chuyenvien'].name} làm thay {people['lanhdao'].name}").is_visible()
    gallery.look(head, "absence-named")
    # What a session knows of its person is a few seconds old at most.
    for _ in range(20):
        specialist.open("/work?view=unit")
        if "Bạn đang làm thay" in specialist.text():
            break
        time.sleep(0.5)
    assert f"Bạn đang làm thay: {people['lanhdao'].name}." in specialist.text()
    gallery.look(specialist, "queue-covering")
    specialist.follow(one.code)
    specialist.press("Ký", inside=specialist.page.locator("#primary-action"))
    assert f"{people['chuyenvien'].name} (thay {people['lanhdao'].name})" in specialist.text()
    head.open("/work/absence")
    head.press("Kết thúc")
    assert head.page.get_by_text("Không ai vắng mặt.").is_visible()


def test_a_result_is_drafted_from_a_template_and_goes_on_with_the_dossier(at, file, walk, gallery):
    one = walk(file("Trần Văn Bình"))
    one.act("motcua", "accept", forward=True)
    specialist = at["chuyenvien"]
    specialist.open(f"/work/dossiers/{one.code}")
    specialist.follow("Soạn dự thảo kết quả")
    assert specialist.page.get_by_role("link", name="Giấy khai sinh", exact=True).get_attribute("aria-current"), "the fitting template"
    gallery.look(specialist, "draft", english=True)
    specialist.type("Tên, trích yếu văn bản", "Giấy khai sinh (bản chính)")
    specialist.press("Lưu dự thảo")
    assert specialist.page.get_by_label("Tên, trích yếu văn bản").input_value() == "Giấy khai sinh (bản chính)"
    specialist.press("Đính kèm bản PDF và chuyển bước")
    head = at["lanhdao"]
    head.open(f"/work/dossiers/{one.code}")
    assert head.page.get_by_role("button", name="Ký", exact=True).count() == 1
    assert head.download("Tải kết quả").startswith(b"%PDF")


def test_a_crowded_queue_stays_calm_and_pages_on(at, file, gallery):
    for index in range(55):
        file(NAMES[index % len(NAMES)])
    desk = at["motcua"]
    desk.open("/work?view=new")
    assert desk.page.locator(".queue tbody tr").count() == 50
    gallery.look(desk, "queue-crowded", english=True)
    desk.follow("Xem tiếp")
    assert 0 < desk.page.locator(".queue tbody tr").count() < 50


def test_axe_finds_nothing_at_the_desk(gallery):
    assert gallery.looks and all(look.checked > 20 for look in gallery.looks)
    wrong = [f"{look.name} ({look.language}): {one}" for look in gallery.looks for one in look.violations]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_no_page_of_the_desk_scrolls_sideways_on_a_phone(gallery):
    assert not [f"{look.name} ({look.language}) by {look.overflow} px" for look in gallery.looks if look.overflow > 0]


def test_every_page_of_the_desk_is_light_and_has_one_h1(gallery, note):
    note(gallery.table())
    assert not [look.name for look in gallery.looks if look.h1 != 1]
    assert not [f"{look.name}: {look.bytes}" for look in gallery.looks if look.bytes > 50_000]


def test_open_lines_do_not_hold_up_the_end(at, server, note):
    """The last test: the server is asked to end while desks listen."""
    at["motcua"].open("/work")
    at["motcua"].page.wait_for_timeout(500)
    began = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    try:
        server.process.wait(15)
    except subprocess.TimeoutExpired:
        pytest.fail("open lines hold up the end")
    took = time.monotonic() - began
    note(f"ended {took:.1f} s after SIGTERM with lines open")
    assert took < 8
    assert "fault" not in server.log.read_text(errors="replace"), server.log_tail()
