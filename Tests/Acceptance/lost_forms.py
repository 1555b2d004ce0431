# SPDX-License-Identifier: Apache-2.0
"""Nothing typed is lost: sessions that end, pages that are stale, forms that come from elsewhere."""

import pytest

from support.client import multipart, refused
from support.papers import pdf
from support.session import BIRTH_FORM, BIRTH_PAPER, Form, Session, birth_fields

NAME = "Nguyễn Không Mất"


@pytest.fixture
def citizen(server, people):
    return Session(server).sign_in(people["congdan"])


def kept(page, action="/dossiers"):
    """The form the page offers again, with everything that was typed."""
    form = Form.of(page, action)
    assert ("child_name", NAME) in form.hidden and ("child_ethnicity", "Tày") in form.hidden, form.hidden
    return form


def filed(session, reply):
    page = session.follow(reply)
    assert page.status == 200 and "ĐÃ NỘP" in page.text and NAME in page.text
    return page


def test_a_session_that_ended_while_typing_loses_nothing(citizen, people):
    fields = birth_fields(citizen, child_name=NAME, birth_proof="paper")
    citizen.forget_sign_in()
    reply = refused(citizen.post("/dossiers", fields, [(BIRTH_PAPER, "giấy chứng sinh.pdf", "application/pdf", pdf())]), 401)
    way = reply.text.split('href="/sign-in?held=')[1].split('"')[0]
    sign_in = citizen.get("/sign-in?held=" + way)
    assert sign_in.status == 200
    citizen.sign_in(people["congdan"], "/sign-in?held=" + way)
    offered = citizen.get(citizen.landing)
    form = kept(offered)
    assert any(name == "kept_" + BIRTH_PAPER for name, _ in form.hidden), "the attached paper is gone"
    page = filed(citizen, citizen.post("/dossiers", form.fields({})))
    assert "giấy chứng sinh.pdf" in page.text


def test_what_was_typed_waits_only_for_the_browser_it_was_typed_in(server, citizen, people):
    fields = birth_fields(citizen, child_name=NAME)
    citizen.forget_sign_in()
    reply = refused(citizen.post("/dossiers", fields, []), 401)
    key = reply.text.split('href="/sign-in?held=')[1].split('"')[0]
    stranger = Session(server).sign_in(people["congdan2"])
    page = refused(stranger.get("/held/" + key), 404)
    assert NAME not in page.text


def test_signing_out_in_another_window_loses_nothing(citizen, people):
    fields = birth_fields(citizen, child_name=NAME)
    sign_out = Form.of(citizen.get("/"), "/sign-out")
    assert citizen.post("/sign-out", sign_out.fields({})).status == 303
    reply = refused(citizen.post("/dossiers", fields, []), 401)
    citizen.sign_in(people["congdan"], "/sign-in?held=" + reply.text.split('href="/sign-in?held=')[1].split('"')[0])
    filed(citizen, citizen.post("/dossiers", kept(citizen.get(citizen.landing)).fields({})))


@pytest.mark.parametrize("token", ["", "0" * 64, "forged", "é"])
def test_a_forged_token_files_nothing_and_loses_nothing(citizen, token):
    fields = dict(birth_fields(citizen, child_name=NAME))
    reply = refused(citizen.post("/dossiers", list({**fields, "_token": token}.items()), [], origin=False), 403)
    again = kept(reply)
    filed(citizen, citizen.post(again.action, again.fields({}), origin=False))


def test_a_form_without_a_token_files_nothing_and_loses_nothing(citizen):
    fields = [(name, value) for name, value in birth_fields(citizen, child_name=NAME) if name != "_token"]
    again = kept(refused(citizen.post("/dossiers", fields, [], origin=False), 403))
    filed(citizen, citizen.post(again.action, again.fields({}), origin=False))


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
])
def test_another_site_can_send_nothing_in_somebodys_name(citizen, headers):
    fields = [(name, value) for name, value in birth_fields(citizen, child_name=NAME) if name != "_token"]
    reply = refused(citizen.post("/dossiers", fields, [], headers=headers, origin=False), 403)
    assert NAME not in reply.text, "what another site sent is offered for sending"


def test_cookies_alone_open_no_door_of_the_api(citizen, server):
    """A browser's session must not let another site's script command the API."""
    body, kind = multipart([("type", "withdraw")])
    for content, content_type in ((b'{"type": "withdraw"}', "application/json"), (body, kind), (b"x", "text/plain")):
        reply = citizen.post_bytes("/api/v1/dossiers", content, content_type, {"Origin": "https://evil.example"}, origin=False)
        refused(reply, 401, 403)


def test_the_session_changes_with_sign_in_and_ends_with_sign_out(server, people):
    session = Session(server)
    session.cookies["session"] = "fixed-by-somebody-else"
    session.sign_in(people["congdan"])
    held = session.cookies["session"]
    assert held != "fixed-by-somebody-else" and session.get("/me").status == 200
    session.post("/sign-out", Form.of(session.page, "/sign-out").fields({}))
    session.cookies["session"] = held
    assert session.get("/me").status == 303, "the session goes on after signing out"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(server, people):
    session = Session(server)
    form = Form.of(session.get("/sign-in"), "/sign-in")
    account = people["congdan"]
    reply = session.post("/sign-in", form.fields({"username": account.username, "password": account.password}))
    for cookie in reply.all("set-cookie"):
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie, cookie


def test_the_other_language_keeps_what_was_typed(citizen):
    """A page that answered a form still leads to the same page in English, not to an error."""
    page = refused(citizen.post("/dossiers", birth_fields(citizen, child_name=NAME, child_ethnicity=""), []), 422)
    button = page.text.split('class="language"')[1].split(">")[0]
    assert 'form="filing"' in button and 'name="_language" value="en"' in button, button
    english = citizen.post("/dossiers", birth_fields(citizen, child_name=NAME, child_ethnicity="", _language="en"), [])
    assert english.status == 200 and '<html lang="en">' in english.text and NAME in english.text, english


def test_a_page_that_needs_an_account_comes_back_after_signing_in(server, people):
    session = Session(server)
    reply = session.get(BIRTH_FORM)
    assert reply.status == 303 and reply.header("location").startswith("/sign-in?next=")
    session.sign_in(people["congdan"], reply.header("location"))
    assert session.landing.replace("%3D", "=") == BIRTH_FORM


def test_wrong_passwords_are_slowed_down_without_telling_names(server, people):
    session = Session(server)
    texts = set()
    for name in ("congdan2", "khong-co-ai"):
        form = Form.of(session.get("/sign-in"), "/sign-in")
        reply = session.post("/sign-in", form.fields({"username": name, "password": "sai mat khau"}))
        assert reply.status == 422 and "sai mat khau" not in reply.text
        texts.add(reply.text.split('role="alert"')[1].split("</div>")[0])
    assert len(texts) == 1, "the page tells which names exist"
    for _ in range(30):
        reply = session.post("/sign-in", form.fields({"username": "khong-co-ai", "password": "x"}))
        if reply.status == 429:
            break
    assert reply.status == 429 and int(reply.header("retry-after")) > 0


def test_the_server_lived_through_it(server):
    assert server.is_alive() and "fault" not in server.log.read_text(errors="replace"), server.log_tail()
