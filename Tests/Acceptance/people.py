# SPDX-License-Identifier: Apache-2.0
"""Nine people and their errands, end to end in browsers: a phone, bad eyes, no mouse, no scripts, a lapsed session, two officers, a second supplement."""

import re

import pytest

from support.api import API
from support.client import refused
from support.filing import PAPER
from support.papers import pdf
from support.person import Person, plain
from support.quality_figures import keep
from support.server import Server
from support.session import BIRTH_FORM, Session, birth_fields
from support.visitor import Visitor
from support.walks import BIRTH, file_birth

SURROGACY = "Xác nhận của cơ sở y tế về việc mang thai hộ"
EFFORTS = {}


# A birth that needs two papers.
TWO_PAPERS = {"Trường hợp của trẻ": "Sinh do mang thai hộ", "photos": (PAPER, SURROGACY)}


def sign_in_on_the_way(person, account):
    if "/sign-in" in person.page.url:
        person.write(person.page.get_by_label("Tên đăng nhập"), account.username)
        person.write(person.page.get_by_label("Mật khẩu"), account.password)
        person.turn(person.page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True))


def to_the_form(person, account):
    """From the front page by one's own words to the first question."""
    person.look_up("lam giay khai sinh cho con", "Đăng ký khai sinh")
    person.follow("Nộp hồ sơ")
    sign_in_on_the_way(person, account)


# MARK: On a phone

def test_a_first_time_citizen_files_from_a_phone_with_two_photos(browser, server, people, note):
    phone = Person(
        browser, server, answers=TWO_PAPERS, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, device_scale_factor=2)
    trouble = []
    phone.seen = lambda: trouble.extend(flaws_on_a_phone(phone.page))
    to_the_form(phone, people["congdan"])
    code = phone.file()
    assert code.startswith("DK-") and not trouble, trouble
    effort = EFFORTS["first filing on a phone, two photos"] = phone.effort()
    note(f"a first filing on a phone, with sign-in and two photos: {effort}")
    phone.open(f"/me/dossiers/{code}")
    assert phone.text().count("ảnh chụp") >= 2
    assert effort["presses"] <= 60, effort
    phone.close()


def flaws_on_a_phone(page):
    """Sideways scrolling, and targets too small for a thumb (links in running text aside)."""
    return page.evaluate("""() => {
        const wrong = [], root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) wrong.push(location.pathname + ' scrolls sideways');
        for (const e of document.querySelectorAll('main button, main a.button, main select, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file])')) {
            const box = e.getBoundingClientRect();
            if (e.checkVisibility() && box.height && box.height < 43.5) wrong.push(`${location.pathname}: ${e.innerText || e.name} is ${box.height} px high`);
        }
        return wrong;
    }""")


# MARK: With bad eyes

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
LOST = """() => {
    const wrong = [], root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`${location.pathname} scrolls both ways, by ${root.scrollWidth - root.clientWidth} px`);
    for (const e of document.querySelectorAll('body *')) {
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        if (!e.checkVisibility() || box.width <= 2 || box.height <= 2 || !e.innerText?.trim()) continue;
        const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
        if (clips && !/auto|scroll/.test(style.overflowX + style.overflowY) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
            wrong.push(`${location.pathname}: “${e.innerText.slice(0, 40)}” is cut off`);
        if (style.textOverflow === 'ellipsis' && e.scrollWidth > e.clientWidth + 1) wrong.push(`${location.pathname}: “${e.innerText.slice(0, 40)}” ends in dots`);
        if (box.right > root.clientWidth + 1 && !e.closest('.table-scroll, [tabindex]')) wrong.push(`${location.pathname}: “${e.innerText.slice(0, 40)}” leaves the page`);
    }
    return wrong.slice(0, 6);
}"""


def test_an_elderly_citizen_files_at_twice_the_size_with_wide_spacing(browser, server, people):
    """1366×768 at 200 % is 683×384; the spacing is that of WCAG 1.4.12. Nothing may be cut off or need scrolling both ways."""
    elder = Person(browser, server, viewport={"width": 683, "height": 384}, device_scale_factor=2, bypass_csp=True)
    trouble = []

    def seen():
        elder.page.add_style_tag(content=SPACING)
        trouble.extend(elder.page.evaluate(LOST))

    elder.seen = seen
    to_the_form(elder, people["congdan"])
    code = elder.file()
    for path in (f"/me/dossiers/{code}", "/me", f"/tracking?code={code}"):
        elder.open(path)
        seen()
    EFFORTS["filing at 200 %, wide spacing"] = elder.effort()
    elder.close()
    assert not trouble, "\n".join(dict.fromkeys(trouble))


@pytest.mark.parametrize("who, paths", [("motcua", ("/work?view=new", "/work/reception", "/work/logbook")), ("chuyenvien", ("/work?view=unit", "/work/absence"))])
def test_officers_pages_bear_twice_the_size_too(browser, server, people, tokens, who, paths):
    code = file_birth(API(server.port), tokens["congdan2"])
    officer = Person(browser, server, viewport={"width": 683, "height": 384}, device_scale_factor=2, bypass_csp=True).sign_in(people[who])
    trouble = []
    for path in (*paths, *([f"/work/dossiers/{code}"] if who == "motcua" else [])):
        officer.open(path)
        officer.page.add_style_tag(content=SPACING)
        trouble += officer.page.evaluate(LOST)
    officer.close()
    assert not trouble, "\n".join(trouble)


# MARK: Without a mouse

FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    const label = e.labels?.[0];
    const shown = [e, label, e.parentElement].filter(Boolean).map(x => getComputedStyle(x)).some(s =>
        (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none');
    return {tag: e.tagName, type: e.type || '', id: e.id, name: e.name || '', value: e.value ?? '', checked: !!e.checked, text: (e.innerText || '').trim(),
        href: e.getAttribute('href'), label: (label?.innerText || e.getAttribute('aria-label') || '').trim(), tabindex: e.tabIndex,
        group: (e.closest('fieldset')?.querySelector('legend')?.innerText || '').trim(), shown,
        seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight || e.type === 'file', inMain: !!e.closest('main'), y: box.top + scrollY};
}"""


class Keyboard(Person):
    """Nothing but Tab, Enter, Space, arrows and letters. Remembers where the focus was and whether one saw it."""

    def __init__(self, browser, server):
        # Without the glide, so that where the focus is can be judged at once.
        super().__init__(browser, server, viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
        self.trouble = []

    def key(self, name):
        self.keys += 1
        self.page.keyboard.press(name)

    def tab(self, back=False):
        self.key("Shift+Tab" if back else "Tab")
        focus = self.page.evaluate(FOCUS)
        if focus["tag"] not in ("BODY", "HTML"):
            what = f"{self.page.url.split('/', 3)[-1]}: {focus['tag']} {focus['name'] or focus['text'][:30]}"
            if not focus["shown"]:
                self.trouble.append(f"{what} has the focus and does not show it")
            if not focus["seen"]:
                self.trouble.append(f"{what} has the focus outside the window")
            if focus["tabindex"] > 0:
                self.trouble.append(f"{what} jumps the queue")
        return focus

    def tab_to(self, wanted, most=150):
        for _ in range(most):
            focus = self.tab()
            if wanted(focus):
                return focus
        raise AssertionError(f"Tab does not reach it on {self.page.url}")

    def enter(self, key="Enter"):
        with self.page.expect_navigation():
            self.key(key)
        self.pages += 1

    def type_here(self, text):
        self.keys += len(text)
        self.page.keyboard.type(text)

    def fill_page(self):
        """Tabs through the form once, answering what is empty, and presses the button that leads on."""
        onward = self.onward().inner_text()
        for _ in range(200):
            focus = self.tab()
            if focus["tag"] == "BUTTON" and focus["inMain"] and focus["text"] == onward:
                return self.enter()
            self.answer_focus(focus)
        raise AssertionError(f"Tab does not reach {onward!r} on {self.page.url}")

    def answer_focus(self, focus):
        label, group = plain(focus["label"]), plain(focus["group"])
        if not focus["inMain"] or focus["tag"] not in ("INPUT", "SELECT", "TEXTAREA"):
            return
        if focus["type"] == "radio":
            return self.choose_radio(self.answers.get(group))
        if focus["type"] == "file" and label in (PAPER,):
            return self.page.locator(":focus").set_input_files({"name": "giấy chứng sinh.pdf", "mimeType": "application/pdf", "buffer": pdf("Giay")})
        if focus["type"] in ("file", "checkbox", "submit"):
            return None
        value = self.answers.get(label, self.answers.get(group))
        if isinstance(value, tuple):
            value = dict(zip(("Ngày", "Tháng", "Năm"), value)).get(label, "")
        if focus["tag"] == "SELECT" and value:
            return self.choose_option(value)
        if value and not focus["value"]:
            self.type_here(value)

    def choose_radio(self, wanted):
        """Space takes the first, arrows go on to the one meant."""
        if not wanted:
            return
        self.key("Space")
        for _ in range(30):
            focus = self.page.evaluate(FOCUS)
            if focus["label"] == wanted and focus["checked"]:
                return
            self.key("ArrowDown")
        raise AssertionError(f"arrows do not reach {wanted!r}")

    def choose_option(self, wanted):
        for _ in range(220):
            if self.page.evaluate("document.activeElement.selectedOptions[0]?.text") == wanted:
                return
            self.key("ArrowDown")
        raise AssertionError(f"arrows do not reach {wanted!r}")


def test_somebody_without_a_mouse_files_from_the_front_page(browser, server, people, note):
    person = Keyboard(browser, server)
    person.open("/")
    first = person.tab()
    assert "nội dung chính" in first["text"], f"the first Tab does not offer to skip to the content: {first}"
    person.tab_to(lambda focus: focus["label"] == "Bạn cần làm gì?" or "Bạn cần làm gì?" in focus["label"])
    person.type_here("khai sinh")
    person.enter()
    person.tab_to(lambda focus: focus["tag"] == "A" and focus["inMain"] and focus["text"].startswith("Đăng ký khai sinh"))
    person.enter()
    person.tab_to(lambda focus: focus["inMain"] and focus["text"] == "Nộp hồ sơ")
    person.enter()
    if "/sign-in" in person.page.url:
        for label, value in (("Tên đăng nhập", people["congdan2"].username), ("Mật khẩu", people["congdan2"].password)):
            if person.page.evaluate(FOCUS)["label"] != label:
                person.tab_to(lambda focus: focus["label"] == label)
            person.type_here(value)
        person.enter()
    for _ in range(25):
        if person.is_filed():
            break
        person.fill_page()
        assert not person.page.get_by_role("alert").count(), person.page.get_by_role("alert").first.inner_text()
    assert person.is_filed(), person.text()[:600]
    EFFORTS["filing by keyboard alone"] = person.effort()
    note(f"a filing by keyboard alone, with sign-in: {person.effort()}")
    person.close()
    assert not person.trouble, "\n".join(list(dict.fromkeys(person.trouble))[:30])


# MARK: The office

def work_on(visitor, code, view=None):
    visitor.open(f"/work?view={view}" if view else "/work")
    visitor.follow(code)
    return visitor


def action(visitor, button):
    form = visitor.page.locator("div.action").filter(has=visitor.page.get_by_role("button", name=button, exact=True, include_hidden=True))
    if not form.is_visible():
        visitor.page.locator("details").filter(has=form).locator("> summary").click()
    return form


def do(visitor, button, fields=None):
    form = action(visitor, button)
    for label, value in (fields or {}).items():
        visitor.type(label, value, inside=form)
    visitor.press(button, inside=form)


@pytest.fixture(scope="module")
def at(browser, server, people):
    class Desks(dict):
        def __missing__(self, username):
            self[username] = Visitor(browser, server).sign_in(people[username])
            return self[username]

    desks = Desks()
    yield desks
    for visitor in desks.values():
        visitor.close()


@pytest.fixture
def filed(server, tokens):
    """The code of a birth registration that waits at the desk."""
    return file_birth(API(server.port), tokens["congdan"])


@pytest.fixture
def accepted(at, filed):
    """A dossier received at the desk and sent on to the specialist; its code."""
    do(work_on(at["motcua"], filed, "new"), "Tiếp nhận")
    return at["motcua"].page.get_by_role("heading", level=1).inner_text().split()[0]


def supplement(citizen, code, text):
    citizen.open(f"/me/dossiers/{code}")
    citizen.attach("Giấy tờ bổ sung", f"{text}.pdf", pdf(text))
    citizen.type("Giải trình", text)
    citizen.press("Gửi bổ sung")


def test_a_second_supplement_needs_the_head(at, accepted):
    citizen, specialist, head, code = at["congdan"], at["chuyenvien"], at["lanhdao"], accepted
    do(work_on(specialist, code, "unit"), "Yêu cầu bổ sung", {"Cần bổ sung": "Giấy chứng sinh bản rõ nét", "Lý do": "Bản chụp mờ"})
    supplement(citizen, code, "lan mot")
    work_on(specialist, code, "unit")
    main = specialist.page.locator("main")
    assert not main.get_by_role("button", name="Yêu cầu bổ sung", exact=True, include_hidden=True).count(), "a specialist may ask a second time"
    propose = "Đề nghị lãnh đạo cho bổ sung lần nữa"
    do(specialist, propose, {"Cần bổ sung": "Xác nhận của bệnh viện", "Lý do": "Ngày sinh trên hai giấy khác nhau"})
    assert not specialist.page.get_by_role("alert").count(), specialist.page.get_by_role("alert").inner_text()
    head.open("/work?view=proposals")
    head.follow(code)
    assert "Ngày sinh trên hai giấy khác nhau" in head.text()
    form = action(head, "Yêu cầu bổ sung")
    head.press("Yêu cầu bổ sung", inside=form)
    assert head.page.get_by_role("alert").count(), "the head asked a second time without a reason"
    do(head, "Yêu cầu bổ sung", {"Lý do yêu cầu bổ sung lần nữa (lãnh đạo)": "Cần đối chiếu ngày sinh trước khi ký"})
    assert not head.page.get_by_role("alert").count(), head.page.get_by_role("alert").inner_text()
    citizen.open(f"/me/dossiers/{code}")
    assert "Xác nhận của bệnh viện" in citizen.text()
    supplement(citizen, code, "lan hai")
    work_on(specialist, code, "unit")
    assert "lan hai.pdf" in specialist.text()


def test_a_refusal_names_its_legal_ground(at, accepted):
    citizen, specialist, code = at["congdan"], at["chuyenvien"], accepted
    work_on(specialist, code, "unit")
    specialist.press("Từ chối giải quyết", inside=action(specialist, "Từ chối giải quyết"))
    assert specialist.page.get_by_role("alert").count(), "refused without a reason"
    do(specialist, "Từ chối giải quyết", {"Lý do": "Trẻ đã được đăng ký khai sinh", "Căn cứ pháp lý": "60/2014/QH13, Điều 13"})
    assert not specialist.page.get_by_role("alert").count(), specialist.page.get_by_role("alert").inner_text()
    citizen.open(f"/me/dossiers/{code}")
    for words in ("Trẻ đã được đăng ký khai sinh", "60/2014/QH13, Điều 13"):
        assert words in citizen.text(), words


def test_a_citizen_withdraws(at, filed):
    citizen, desk, code = at["congdan"], at["motcua"], filed
    citizen.open(f"/me/dossiers/{code}")
    folded = citizen.page.locator("details").filter(has_text="Rút hồ sơ")
    if folded.count():
        folded.first.locator("> summary").click()
    citizen.type("Lý do rút hồ sơ", "Nộp nhầm nơi tiếp nhận")
    citizen.press("Rút hồ sơ")
    assert "Công dân yêu cầu rút hồ sơ" in citizen.page.get_by_role("main").inner_text(), citizen.text()[:600]
    assert not citizen.page.get_by_role("button", name="Rút hồ sơ", exact=True, include_hidden=True).count()
    desk.open("/work?view=new")
    assert not desk.page.get_by_role("link", name=code, exact=True).count(), "a withdrawn filing still waits at the desk"


def test_of_two_officers_at_once_one_acts_and_the_other_is_told(browser, server, people, filed):
    first, second = (Visitor(browser, server).sign_in(people["motcua"]) for _ in range(2))
    work_on(first, filed, "new"), work_on(second, filed, "new")
    do(first, "Tiếp nhận")
    official = first.page.get_by_role("heading", level=1).inner_text().split()[0]
    # The other page may have heard of it and offer nothing any more; what was on screen can still be sent.
    button = second.page.locator("form#form-accept").get_by_role("button")
    if button.count():
        with second.page.expect_navigation():
            button.first.click()
        told = second.page.get_by_role("alert").inner_text()
        assert len(told) > 20, told
    assert official in second.text() or "đã" in second.text()
    second.open(f"/work/dossiers/{official}")
    assert second.text().count("Tiếp nhận hồ sơ") <= 2
    first.close(), second.close()


def test_a_session_that_lapses_in_a_long_form_costs_nothing_typed(browser, server, people):
    """She types for an hour, the session ends, she presses on: after signing in again what she typed is filed."""
    person = Person(browser, server).sign_in(people["congdan"])
    person.open(f"/dossiers/new?procedure={BIRTH}")
    person.answers["Họ, chữ đệm, tên của trẻ"] = "Nguyễn Không Mất"
    for _ in range(12):
        person.answer_page()
        if person.page.get_by_label("Họ, chữ đệm, tên của trẻ").count():
            break
        person.turn(person.onward())
    assert person.page.get_by_label("Họ, chữ đệm, tên của trẻ").input_value() == "Nguyễn Không Mất"
    person.context.clear_cookies(name="session")
    person.turn(person.onward())
    assert "Nguyễn Không Mất" not in person.page.url
    person.turn(person.page.locator("main").get_by_role("link", name=re.compile("Đăng nhập")).first)
    sign_in_on_the_way(person, people["congdan"])
    assert "Nguyễn Không Mất" in person.page.content(), f"what was typed is not on {person.page.url}"
    if not person.page.locator("main").get_by_label("Họ, chữ đệm, tên của trẻ").count():
        # Offered again as it was: one button sends it.
        person.turn(person.page.locator("main form[method=post]").get_by_role("button").first)
    code = person.file()
    person.open(f"/me/dossiers/{code}")
    assert "Nguyễn Không Mất" in person.text()
    person.close()


# MARK: Without scripts

def test_somebody_without_scripts_files_on_a_phone(browser, server, people):
    person = Person(browser, server, scripts=False, viewport={"width": 360, "height": 740})
    to_the_form(person, people["congdan2"])
    code = person.file()
    EFFORTS["filing without scripts"] = person.effort()
    person.open(f"/tracking?code={code}")
    assert person.page.get_by_text("Chờ Bộ phận Một cửa tiếp nhận").is_visible()
    person.close()


# MARK: Where citizens file on the national portal

@pytest.fixture(scope="module")
def national():
    with Server("--no-rate-limit", "--submission", "national") as running:
        yield running


def test_under_national_submission_the_site_informs_and_tracks_and_takes_no_filing(browser, national):
    people = national.accounts()
    citizen = Visitor(browser, national).sign_in(people["congdan"])
    citizen.open(f"/procedures/{BIRTH}")
    main = citizen.page.locator("main")
    assert not main.get_by_role("link", name="Nộp hồ sơ", exact=True).count(), "the page offers to file here"
    assert main.get_by_role("link", name=re.compile("Cổng Dịch vụ công quốc gia")).count()
    assert citizen.open(f"/dossiers/new?procedure={BIRTH}").status in (200, 303, 403, 404, 409)
    assert not main.get_by_role("group", name="Trường hợp của bạn").count(), "the filing form is open"
    session = Session(national).sign_in(people["congdan"])
    page = session.get(BIRTH_FORM)
    if page.status == 200 and "child_name" in page.text:
        refused(session.post("/dossiers", birth_fields(session), []))
    citizen.close()


def test_under_national_submission_the_desk_receives(browser, national):
    people = national.accounts()
    desk = Visitor(browser, national).sign_in(people["motcua"])
    desk.open("/work/reception")
    desk.type("Người đến làm thủ tục", "Hoàng Thị Mai Lan")
    desk.type("Thủ tục", "sao y")
    desk.press("Tìm")
    desk.press("Điền hồ sơ")
    desk.tick("Yêu cầu với tư cách", "Cá nhân")
    desk.type("Họ, chữ đệm, tên người yêu cầu", "Hoàng Thị Mai Lan")
    desk.type("Số điện thoại", "0912345678")
    desk.tick("Đã có sẵn bản sao", "Không")
    desk.type("Tên giấy tờ, văn bản", "Học bạ")
    desk.tick("Nơi cấp", "Cơ quan, tổ chức Việt Nam")
    desk.type("Số trang của bản chính", "2")
    desk.type("Số bản cần chứng thực", "3")
    desk.press("Nhận hồ sơ và in giấy tiếp nhận")
    assert "ĐÃ TIẾP NHẬN" in desk.text(), desk.text()[:600]
    code = desk.page.locator("main .code").first.inner_text()
    stranger = Visitor(browser, national)
    stranger.open(f"/tracking?code={code}")
    assert code in stranger.text() and "Hoàng Thị Mai Lan" not in stranger.text()
    stranger.close(), desk.close()


def test_the_efforts_are_kept():
    assert len(EFFORTS) >= 3
    keep("people", EFFORTS)
