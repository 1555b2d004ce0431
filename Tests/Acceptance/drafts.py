# SPDX-License-Identifier: Apache-2.0
"""Drafts: kept as they are typed, on every device, and filed once however often they are sent."""

import re

import pytest

from support.client import refused
from support.filing import BIRTH_STEPS, PAPER, open_birth_form, requester, start_birth, through_the_steps
from support.gallery import DESKTOP, PHONE, Gallery
from support.papers import pdf
from support.session import Form, Session
from support.visitor import Visitor

START = {"procedure": "1.001193", "case": "1.001193.01", "unit": "H55.238"}
REQUESTER = {
    "applicant_name": "Nguyễn Thị Thu Hà", "applicant_id": "019190000000", "applicant_phone": "0900000001", "applicant_home": "Số 12, tổ 3",
    "applicant_home_commune": "05443", "applicant_relation": "mother"}
CHILD = {
    "child_name": "Nguyễn Bảo An", "child_sex": "female", "child_birth_date_day": "5", "child_birth_date_month": "10",
    "child_birth_date_year": "2026", "child_birth_place": "Bệnh viện", "child_ethnicity": "Tày", "child_origin": "Xã Đại Phúc",
    "birth_proof": "electronic", "child_situation": "usual"}


@pytest.fixture(scope="module")
def gallery():
    return Gallery("drafts")


@pytest.fixture
def citizen(browser, server, people):
    visitor = Visitor(browser, server).sign_in(people["congdan"])
    visitor.page.set_viewport_size(PHONE)
    yield visitor
    visitor.close()


@pytest.fixture
def session(server, people):
    return Session(server).sign_in(people["congdan"])


def begin(session):
    """A draft begun without scripts; gives the address of its first step."""
    form = Form.of(session.get("/dossiers/new?procedure=1.001193"), "/drafts")
    draft = session.post("/drafts", form.fields(START)).header("location")
    return draft, session.get(draft).header("location")


def post(session, address, values):
    step = Form.of(session.get(address), address)
    return session.post(address, step.fields(values))


def fill(session, draft):
    for step, values in (
        ("applicant", REQUESTER), ("child", CHILD), ("mother", {"mother_known": "no"}), ("father", {"father_known": "no"}),
        ("delivery", {"_delivery": "online"}),
    ):
        reply = post(session, f"{draft}/{step}", values)
        assert reply.status == 303, f"{step}: {reply}\n{reply.text[reply.text.find('error-summary'):][:600]}"


def file(session, draft):
    form = Form.of(session.get(f"{draft}/review"), f"{draft}/file")
    return session.post(f"{draft}/file", form.fields({}))


def test_a_step_is_kept_while_it_is_typed(citizen, gallery):
    open_birth_form(citizen)
    start_birth(citizen)
    citizen.type("Nơi cư trú", "Số 99 đường chưa bấm nút")
    citizen.page.get_by_text("Bản nháp đã lưu").wait_for()
    citizen.page.wait_for_timeout(2500)
    address = citizen.page.url
    citizen.open("/me")
    gallery.look(citizen, "my-drafts", english=True)
    assert "CHƯA NỘP" in citizen.text() and "còn thiếu" in citizen.text()
    citizen.follow("Làm tiếp")
    assert citizen.page.url == address
    assert citizen.page.get_by_label("Nơi cư trú", exact=True).input_value() == "Số 99 đường chưa bấm nút"


def test_a_lost_line_is_said_and_what_was_typed_is_sent_later(citizen):
    open_birth_form(citizen)
    start_birth(citizen)
    citizen.context.set_offline(True)
    citizen.type("Nơi cư trú", "Gõ lúc mất mạng")
    citizen.page.get_by_text("Chưa lưu được").wait_for()
    citizen.context.set_offline(False)
    citizen.page.get_by_text("Bản nháp đã lưu").wait_for(timeout=15_000)
    citizen.page.reload()
    assert citizen.page.get_by_label("Nơi cư trú", exact=True).input_value() == "Gõ lúc mất mạng"


def test_the_back_button_files_once(citizen):
    open_birth_form(citizen)
    start_birth(citizen)
    through_the_steps(citizen, BIRTH_STEPS)
    code = citizen.code()
    citizen.page.go_back()
    citizen.page.wait_for_load_state()
    if "ĐÃ NỘP" not in citizen.text():
        citizen.press("Nộp hồ sơ")
    assert citizen.is_filed() and citizen.code() == code


def test_two_devices_on_two_steps_lose_nothing(server, people, session):
    draft, first = begin(session)
    phone = Session(server).sign_in(people["congdan"])
    laptop_page = Form.of(session.get(f"{draft}/applicant"), f"{draft}/applicant")
    assert post(phone, f"{draft}/child", CHILD).status == 303
    reply = session.post(f"{draft}/applicant", laptop_page.fields(REQUESTER))
    assert reply.status == 303
    review = session.get(f"{draft}/review").text
    assert "Nguyễn Bảo An" in review and "Số 12, tổ 3" in review


def test_a_page_opened_long_ago_overwrites_only_what_was_changed_on_it(server, people, session):
    draft, _ = begin(session)
    phone = Session(server).sign_in(people["congdan"])
    old = Form.of(session.get(f"{draft}/applicant"), f"{draft}/applicant")
    assert post(phone, f"{draft}/applicant", REQUESTER).status == 303
    # The old page still shows an empty address; only the telephone is typed there.
    known = {"applicant_name": "Nguyễn Thị Thu Hà", "applicant_id": "019190000000", "applicant_home": "", "applicant_home_commune": ""}
    reply = session.post(f"{draft}/applicant", old.fields({**known, "applicant_phone": "0987654321"}))
    assert reply.status == 200 and "vừa được lưu ở thiết bị khác" in reply.text, reply.text[reply.text.find("error-summary") :][:600]
    page = session.get(f"{draft}/applicant").text
    assert "0987654321" in page and "Số 12, tổ 3" in page


def test_what_another_device_changed_is_not_filed_unseen(server, people, session):
    draft, _ = begin(session)
    fill(session, draft)
    review = Form.of(session.get(f"{draft}/review"), f"{draft}/file")
    phone = Session(server).sign_in(people["congdan"])
    assert post(phone, f"{draft}/child", {**CHILD, "child_name": "Nguyễn Đổi Tên"}).status == 303
    reply = session.post(review.action, review.fields({}))
    assert reply.status == 200 and "nên chưa nộp" in reply.text and "Nguyễn Đổi Tên" in reply.text
    assert session.post(review.action, Form.of(reply, review.action).fields({})).status == 303


def test_sent_twice_and_from_two_devices_it_is_one_dossier(server, people, session):
    draft, _ = begin(session)
    fill(session, draft)
    phone = Session(server).sign_in(people["congdan"])
    places = {file(session, draft).header("location")}
    for device in (session, phone):
        again = device.get(f"{draft}/review")
        assert again.status == 303
        places.add(again.header("location"))
        form = Form.of(device.get("/dossiers/new?procedure=1.001193"), "/drafts")
        places.add(device.post(f"{draft}/file", form.fields({"_seen": "2"})).header("location"))
        places.add(device.post(f"{draft}/child", form.fields(CHILD)).header("location"))
    assert len(places) == 1 and "/me/dossiers/DK-" in places.pop()
    assert draft not in session.get("/me").text


def test_what_is_missing_is_listed_and_nothing_is_filed(session, citizen, gallery):
    draft, _ = begin(session)
    review = session.get(f"{draft}/review")
    assert re.search(r"Còn thiếu \d+ mục", review.text) and "Nộp hồ sơ</button>" not in review.text
    form = Form.of(review, f"{draft}/file")
    reply = refused(session.post(f"{draft}/file", form.fields({})), 422)
    assert "error-summary" in reply.text
    citizen.page.set_viewport_size(DESKTOP)
    citizen.open(f"{draft}/review")
    gallery.look(citizen, "review-missing", english=True)


def test_a_session_that_ends_in_the_middle_loses_nothing(server, people):
    session = Session(server).sign_in(people["congdan"])
    draft, first = begin(session)
    step = Form.of(session.get(first), first)
    session.forget_sign_in()
    reply = refused(session.post(first, step.fields({**REQUESTER, "applicant_home": "Nhà giữ lại"})), 401)
    way = reply.text.split('href="/sign-in?held=')[1].split('"')[0]
    session.sign_in(people["congdan"], "/sign-in?held=" + way)
    offered = Form.of(session.get(session.landing), first)
    assert ("applicant_home", "Nhà giữ lại") in offered.hidden
    assert session.post(first, offered.fields({})).status == 303
    assert "Nhà giữ lại" in session.get(first).text


def test_rows_are_added_and_taken_out(session):
    form = Form.of(session.get("/dossiers/new?procedure=1.013831"), "/drafts")
    reply = session.post("/drafts", form.fields({"procedure": "1.013831", "case": "1.013831.01", "unit": "H55.20"}))
    if "/drafts/" not in (reply.header("location") or ""):
        pytest.skip("the land procedure has no such case")
    draft = reply.header("location")
    step = f"{draft}/receivers"
    page = session.post(step, Form.of(session.get(step), step).fields({"receivers[0].receiver_name": "Người Một", "_add": "receivers"}))
    assert page.status == 200 and "receivers[1]." in page.text
    two = Form.of(page, step).fields({"receivers[0].receiver_name": "Người Một", "receivers[1].receiver_name": "Người Hai", "_remove": "0"})
    page = session.post(step, two)
    assert "Người Hai" in page.text and "Người Một" not in page.text


def test_it_can_be_thrown_away_and_belongs_to_its_owner(server, people, session):
    draft, first = begin(session)
    stranger = Session(server).sign_in(people["chuyenvien"])
    assert stranger.get(first).status in (403, 404)
    form = Form.of(session.get("/me"), f"{draft}/discard")
    assert session.post(form.action, form.fields({})).status == 303
    refused(session.get(first), 404)
    refused(session.get("/drafts/not-an-id/child"), 404)


def test_every_step_holds_up(citizen, gallery):
    open_birth_form(citizen)
    start_birth(citizen)
    names = (f"step-{number}" for number in range(1, 12))
    through_the_steps(citizen, BIRTH_STEPS, look=lambda: gallery.look(citizen, next(names), english=True))
    for look in gallery.looks:
        assert not look.violations and look.overflow <= 0 and look.h1 == 1 and look.bytes < 50_000, look
