# SPDX-License-Identifier: Apache-2.0
"""The commune of an address is typed: names of today and before 1 July 2025, in the province and outside it, with and without scripts."""

import json

import pytest

from support.client import refused, send
from support.gallery import Gallery
from support.session import BIRTH_FORM, Form, Session, birth_fields
from support.visitor import Visitor

FIELD = "applicant_home_commune"
LABEL = "Nơi cư trú – xã, phường"


@pytest.fixture(scope="module")
def gallery():
    return Gallery("addresses")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def visitor(request, browser, server, people):
    visitor = Visitor(browser, server, scripts=request.param).sign_in(people["congdan"])
    visitor.has_scripts = request.param
    yield visitor
    visitor.close()


@pytest.fixture
def citizen(server, people):
    return Session(server).sign_in(people["congdan"])


def file(session, typed, **changes):
    return session.post("/dossiers", birth_fields(session, **{FIELD: typed}, **changes), [])


def offered(page):
    """The form once more, ready to be sent with something changed."""
    form = Form.of(page, "/dossiers")
    return lambda **changes: form.fields({**dict(birth_fields_of(page)), **changes})


def birth_fields_of(page):
    from support.session import BIRTH_FIELDS

    return {**BIRTH_FIELDS, "_shown": dict(Form.of(page, "/dossiers").hidden)["_shown"]}


def home_of(session, reply):
    """Where the filed dossier says the applicant lives."""
    page = session.follow(reply)
    assert "ĐÃ NỘP" in page.text, str(page)
    return page.text


def box(visitor):
    return visitor.page.get_by_label(LABEL)


def find(server, **query):
    from urllib.parse import urlencode

    return send(server, "GET", "/api/v1/communes?" + urlencode(query))


# MARK: What is filed


@pytest.mark.parametrize("typed", ["Phường Phan Đình Phùng", "phan dinh phung", "P. Phan Đình Phùng, tỉnh Thái Nguyên", "05443"])
def test_a_name_of_today_is_filed_as_the_commune(citizen, typed):
    assert "Số 12, tổ 3, Phường Phan Đình Phùng" in home_of(citizen, file(citizen, typed))


@pytest.mark.parametrize("typed", ["Phường Trưng Vương", "trung vuong", "Trưng Vương (TP Thái Nguyên)", "phường Trưng Vương, TP. Thái Nguyên, Thái Nguyên"])
def test_a_former_name_is_said_before_it_is_filed(citizen, typed):
    page = file(citizen, typed)
    assert page.status == 200 and "Phường Trưng Vương (TP Thái Nguyên) nay là Phường Phan Đình Phùng" in page.text
    assert f'name="{FIELD}" type="text" value="Phường Phan Đình Phùng"' in page.text, "today's name stands in the field"
    again = offered(page)(**{FIELD: "Phường Phan Đình Phùng"})
    assert "Số 12, tổ 3, Phường Phan Đình Phùng" in home_of(citizen, citizen.post("/dossiers", again, []))


def test_a_name_of_several_places_is_asked_about(citizen):
    page = refused(file(citizen, "Gia Sàng"), 422)
    assert "có 2 nơi tên “Gia Sàng”" in page.text and 'value="Gia Sàng"' in page.text
    again = offered(page)(**{FIELD: "Gia Sàng", FIELD + "_choice": "05443"})
    said = citizen.post("/dossiers", again, [])
    assert "Phường Gia Sàng (TP Thái Nguyên) nay là Phường Phan Đình Phùng" in said.text
    again = offered(said)(**{FIELD: "Phường Phan Đình Phùng"})
    assert "Phường Phan Đình Phùng" in home_of(citizen, citizen.post("/dossiers", again, []))


@pytest.mark.parametrize("typed", ["Phường Ba Đình, Thành phố Hà Nội", "xã Ea Kar, tỉnh Đắk Lắk", "ba dinh, ha noi"])
def test_a_place_outside_the_province_is_filed_as_typed(citizen, typed):
    text = home_of(citizen, file(citizen, typed))
    assert f"Số 12, tổ 3, {typed}" in text and "elsewhere" not in text


@pytest.mark.parametrize("typed, said", [
    ("Phường Không Có", "không thấy xã, phường “Phường Không Có”"), ("Hà Nội", "ghi cả tên tỉnh"), ("phan di", "Gần giống: Phường Phan Đình Phùng"),
    ("Xã A, tỉnh Hà Giang", "nay thuộc Tỉnh Tuyên Quang"), ("99999", "không thấy xã, phường"), ("elsewhere:Hà Nội", "dấu phẩy"), ("", "Nhập tên xã, phường"),
])
def test_what_is_not_understood_is_explained_and_kept(citizen, typed, said):
    page = refused(file(citizen, typed, child_name=""), 422)
    assert said in page.text and f'id="{FIELD}-error"' in page.text
    assert "Họ, chữ đệm, tên của trẻ" in page.text.split('class="error-summary"')[1].split("</div>")[0], "all that is wrong is said at once"
    assert f'value="{typed.removeprefix("elsewhere:")}"' in page.text


def test_programs_answer_with_codes_and_places_elsewhere(server, tokens, citizen):
    from support.answers import answers_to
    from support.api import API
    from support.walks import BIRTH, BIRTH_DESK, COMMUNE

    case = API(server.port).done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    for number, (commune, status) in enumerate([
            (COMMUNE, 201), ("elsewhere:Phường Ba Đình, Hà Nội", 201), ("elsewhere:Hà Nội", 422), ("Phường Phan Đình Phùng", 422), ("99999", 422)]):
        answers = answers_to(case["form"], commune, {"birth_proof": "electronic"})
        body = {"procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "delivery": "online"}
        headers = {"Idempotency-Key": f"address-{number}", "Content-Type": "application/json"}
        reply = send(server, "POST", "/api/v1/dossiers", json.dumps(body).encode(), token=tokens["congdan"], headers=headers)
        assert reply.status == status, str(reply)


# MARK: Finding


def test_communes_are_found_by_their_names(server):
    first = find(server, q="trung vuong").json()["items"][0]
    assert first["code"] == "05443" and first["name"] == "Phường Phan Đình Phùng"
    assert (first["former"], first["former_district"]) == ("Phường Trưng Vương", "Thành phố Thái Nguyên")
    assert "former" not in find(server, q="Phan Đình Phùng").json()["items"][0]
    assert [item["code"] for item in find(server, q="gia sang").json()["items"]][:2] == ["05467", "05443"]
    assert len(find(server, limit=100).json()["items"]) == 92 and len(find(server, q="t", limit=3).json()["items"]) == 3
    assert find(server, q="zzzz").json()["items"] == []
    for limit in ("0", "101", "x", ""):
        refused(find(server, q="a", limit=limit), 400)


# MARK: In a browser


def fill(visitor, typed):
    visitor.open(BIRTH_FORM)
    box(visitor).fill(typed)
    visitor.press("Nộp hồ sơ")


def test_the_page_asks_which_place_is_meant(visitor, gallery):
    fill(visitor, "Gia Sàng")
    if visitor.has_scripts:  # axe is one
        gallery.look(visitor, "several")
    visitor.tick("Đó là nơi nào?", "Phường Phan Đình Phùng")
    visitor.press("Nộp hồ sơ")
    assert box(visitor).input_value() == "Phường Phan Đình Phùng"
    assert not visitor.page.get_by_role("group", name="Đó là nơi nào?").count()
    visitor.press("Nộp hồ sơ")
    assert box(visitor).input_value() == "Phường Phan Đình Phùng", "a name that was understood stays so"
    assert not visitor.page.locator(f"[id='{FIELD}-error']").count()


def test_a_name_of_today_that_was_also_another_place_stays_chosen(visitor):
    fill(visitor, "Phường Gia Sàng")
    visitor.tick("Đó là nơi nào?", "Phường Gia Sàng")
    for _ in range(2):
        visitor.press("Nộp hồ sơ")
        assert box(visitor).input_value() == "Phường Gia Sàng" and not visitor.page.locator(f"[id='{FIELD}-error']").count()
    box(visitor).fill("Đại Phúc")
    visitor.press("Nộp hồ sơ")
    assert box(visitor).input_value() == "Xã Đại Phúc", "another name takes the choice's place"


@pytest.fixture
def typist(browser, server, people):
    visitor = Visitor(browser, server).sign_in(people["congdan"])
    visitor.open(BIRTH_FORM)
    yield visitor
    visitor.close()


def options(visitor):
    return visitor.page.get_by_role("listbox", name="Xã, phường gợi ý").get_by_role("option")


def test_the_keyboard_alone_chooses_among_suggestions(typist, gallery):
    field = box(typist)
    assert field.get_attribute("role") == "combobox" and field.get_attribute("aria-expanded") == "false"
    field.press_sequentially("trung", delay=20)
    options(typist).first.wait_for()
    assert field.get_attribute("aria-expanded") == "true" and field.get_attribute("aria-activedescendant") is None
    field.press_sequentially(" vuo", delay=20)
    typist.page.wait_for_function("() => document.querySelectorAll('[role=option]').length == 1")
    gallery.look(typist, "suggestions")
    field.press("ArrowDown")
    assert options(typist).first.get_attribute("aria-selected") == "true"
    assert options(typist).first.inner_text() == "Phường Trưng Vương (TP Thái Nguyên) nay là Phường Phan Đình Phùng"
    field.press("Enter")
    assert field.input_value() == "Phường Phan Đình Phùng" and field.get_attribute("aria-expanded") == "false"
    assert typist.page.evaluate("document.activeElement.id") == FIELD, "the focus stays"


def test_escape_keeps_what_was_typed_and_a_suggestion_can_be_clicked(typist):
    field = box(typist)
    field.press_sequentially("gia sang", delay=20)
    options(typist).nth(1).wait_for()
    field.press("Escape")
    assert field.input_value() == "gia sang" and not options(typist).first.is_visible()
    field.press("ArrowDown")
    options(typist).first.click()
    assert field.input_value() == "Phường Gia Sàng"
    typist.press("Nộp hồ sơ")
    assert field.input_value() == "Phường Gia Sàng" and not typist.page.locator(f"[id='{FIELD}-error']").count(), "which one is known"


def test_every_page_seen_is_sound(gallery, note):
    assert not [f"{look.name}: {one}" for look in gallery.looks for one in look.violations]
    assert not [look.name for look in gallery.looks if look.overflow > 0]
    note(gallery.table())


# MARK: At the counter


@pytest.mark.parametrize("address, commune", [
    ("Tổ 1, Phan Đình Phùng, Thái Nguyên", "Phường Phan Đình Phùng"), ("Tổ 5, Trưng Vương, TP. Thái Nguyên, Thái Nguyên", "Phường Phan Đình Phùng"),
    ("Xóm 2, Hùng Sơn, Đại Từ, Thái Nguyên", "Xã Đại Phúc"), ("Tổ 2, Gia Sàng, Thái Nguyên", None),
])
def test_an_identity_card_tells_the_commune_of_today(server, people, address, commune):
    session = Session(server).sign_in(people["motcua"])
    form = Form.of(session.get("/work/reception"), "/work/reception")
    card = f"019190000077|091123456|Hoàng Thị Thẻ|03031990|Nữ|{address}|20062021"
    search = form.fields({"who": card, "words": "khai sinh", "person": "0", "case": "1.001193 1.001193.01", "go": "form"})
    page = session.post(form.action, search)
    assert page.status == 200
    shown = f'name="{FIELD}" type="text" value="{commune or ""}"'
    assert shown in page.text, page.text[page.text.find(FIELD):][:300]
