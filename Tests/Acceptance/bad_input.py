# SPDX-License-Identifier: Apache-2.0
"""Text, addresses and requests as they should not be: every answer is a clear refusal, and the server goes on."""

import base64
import socket
import time
import uuid
from urllib.parse import quote

import pytest

from support.answers import answers_to
from support.api import API
from support.client import guarded, refused, send, send_json, send_raw
from support.papers import pdf
from support.session import BIRTH_FORM, Session, birth_fields
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, file_birth


@pytest.fixture(scope="module")
def citizen(server, people):
    return Session(server).sign_in(people["congdan"])


@pytest.fixture(scope="module")
def code(server, tokens):
    return file_birth(API(server.port), tokens["congdan"])


@pytest.mark.parametrize("path", [
    "/procedures?q=%FF%FE", "/api/v1/procedures?q=%C3%28", "/tracking?code=%ED%A0%80", "/procedures?q=%00", "/api/v1/procedures?q=a%00b",
    "/procedures?q=%ZZ", "/api/v1/procedures?q=%", "/procedures/%FF", "/api/v1/procedures/%C0%AF", "/api/v1/tracking/%00", "/me/dossiers/%FF",
    "/held/%FF", "/dossiers/new?procedure=%FF",
])
def test_an_address_that_is_not_text_is_refused(server, citizen, path):
    refused(citizen.get(path), 400, 404)


@pytest.mark.parametrize("path", [b"/procedures/\xff\xfe", b"/procedures?q=\xc3\x28", b"/\xe1\xba", b"/a b"])
def test_raw_bytes_in_an_address_are_refused(server, path):
    reply = send_raw(server, b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert reply is None or 400 <= reply.status < 500, str(reply)


@pytest.mark.parametrize("value", [b"%FF%FE", b"%C3%28", b"a%00b", b"%E1%BA", b"%G1"])
def test_a_form_that_is_not_text_is_refused(citizen, value):
    refused(citizen.post_bytes("/dossiers", b"_procedure=1.001193&child_name=" + value, "application/x-www-form-urlencoded"), 400)
    refused(citizen.post_bytes("/sign-in", b"username=" + value + b"&password=x", "application/x-www-form-urlencoded"), 400)


@pytest.mark.parametrize("fields", [
    {"procedure": "1.001193\u0000"}, {"unit": "H55.238\u0000"}, {"answers": {"child_name": "a\u0000b"}}, {"applicant": {"name": "a\u0000b"}},
    {"answers": {"a\u0000b": "c"}}, {"answers": {"child_name": "\ud800"}},
])
def test_nul_and_broken_characters_in_json_are_refused(server, tokens, fields):
    body = {"procedure": "1.001193", "unit": "H55.238", "applicant": {}, "answers": {}, "delivery": "online", **fields}
    reply = send_json(server, "POST", "/api/v1/dossiers", body, tokens["congdan"], {"Idempotency-Key": "nul"})
    refused(reply, 400, 422)


def test_nul_in_a_command_is_refused(server, tokens):
    code = file_birth(API(server.port), tokens["congdan"])
    for fields in ({"type": "withdraw\u0000"}, {"type": "withdraw", "reason": "a\u0000b"}):
        refused(send_json(server, "POST", f"/api/v1/dossiers/{code}/commands", fields, tokens["congdan"]), 400, 422)


@pytest.mark.parametrize("body, status", [
    (b"", 400), (b"{", 400), (b'{"type": "accept"', 400), (b"\xff\xfe", 400), (b'{"type": "\xc3\x28"}', 400), (b"[" * 50_000, 400), (b"null", 422),
    (b"[]", 422), (b'"accept"', 422), (b"{}", 422), (b'{"type": 7}', 422), (b'{"type": "accept", "seen": "one"}', 422),
    (b'{"type": "accept", "seen": 1.5}', 422), (b'{"type": "pay_request", "amount": 1e400}', (400, 422)),
    (b'{"type": "pay_request", "amount": 99999999999999999999}', 422),
    (b'{"type": "rate", "score": true}', 422), (b'{"type": "request_supplement", "items": "one"}', 422), (b'{"type": "supplement", "answers": []}', 422),
    (b'{"type": "fly"}', 422), (b'{"type": "submit"}', 422), (b'{"type": "expire"}', 422),
])
def test_commands_that_make_no_sense_are_refused(server, tokens, code, body, status):
    reply = send(server, "POST", f"/api/v1/dossiers/{code}/commands", body, {"Content-Type": "application/json"}, tokens["congdan"])
    refused(reply, *(status if isinstance(status, tuple) else (status,)))


def test_the_wrong_kind_of_body_is_refused(server, citizen, tokens, code):
    path = f"/api/v1/dossiers/{code}/commands"
    for kind in ("text/plain", "application/xml", "multipart/form-data; boundary=x", None):
        refused(send(server, "POST", path, b'{"type": "accept"}', {"Content-Type": kind} if kind else {}, tokens["congdan"]), 415)
    refused(citizen.post_bytes("/dossiers", b"{}", "application/json"), 415)
    refused(citizen.post_bytes("/dossiers", b"<a/>", "text/xml"), 415)


@pytest.fixture(scope="module")
def filing(server):
    """A birth registration that is sound in every part."""
    case = API(server.port).done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    answers = answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"})
    return {"procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "delivery": "online"}


PAPER = {"component": "000.00.00.G15-KQ004389", "name": "a.pdf", "content": base64.b64encode(pdf()).decode()}


@pytest.mark.parametrize("part, value", [
    ("answers", {"child_name": "a\0b"}), ("answers", {"applicant_home_commune": "99999"}), ("applicant", {"name": "a" * 501}),
    ("applicant", {"personal_id": "twelve digits"}), ("applicant", {"phone": "none"}), ("files", [PAPER] * 51), ("files", [{**PAPER, "component": "nonsense"}]),
])
def test_an_otherwise_sound_filing_with_one_thing_wrong_is_refused(server, tokens, filing, part, value):
    body = {**filing, part: {**filing[part], **value} if isinstance(value, dict) else value}
    refused(send_json(server, "POST", "/api/v1/dossiers", body, tokens["congdan"], {"Idempotency-Key": str(uuid.uuid4())}), 400, 413, 422)


@pytest.mark.parametrize("key", [None, "", "   ", "k" * 129, "a b", "é".encode(), b"\xff\xfe"])
def test_a_filing_without_a_sound_key_is_refused(server, tokens, filing, key):
    refused(send_json(server, "POST", "/api/v1/dossiers", filing, tokens["congdan"], {} if key is None else {"Idempotency-Key": key}), 400, 422)


def test_answers_that_break_the_rules_name_every_field(server, tokens):
    answers = {"child_birth_date": "2031-02-30", "applicant_id": "12", "applicant_phone": "abc", "child_sex": "other", "child_name": "x" * 101}
    body = {"procedure": "1.001193", "unit": "H55.238", "applicant": {}, "answers": answers, "delivery": "online"}
    reply = refused(send_json(server, "POST", "/api/v1/dossiers", body, tokens["congdan"], {"Idempotency-Key": "rules"}), 422)
    assert set(answers) <= {error["field"] for error in reply.json()["errors"]}


@pytest.mark.parametrize("fields", [
    {"procedure": "9.999999"}, {"unit": "H55.99"}, {"unit": "H55.06"}, {"case": "1.001193.77"}, {"delivery": "pigeon"}, {"resolving_unit": "H55.06"},
    {"files": [{"component": "x", "name": "a.pdf", "reference": "forged.reference"}]}, {"files": [{"component": "x", "content": "@@@"}]},
    {"files": [{"component": "x"}]},
])
def test_filings_for_what_does_not_exist_are_refused(server, tokens, fields):
    body = {"procedure": "1.001193", "unit": "H55.238", "applicant": {}, "answers": {}, "delivery": "online", **fields}
    refused(send_json(server, "POST", "/api/v1/dossiers", body, tokens["congdan"], {"Idempotency-Key": "unknown"}), 422)


@pytest.mark.parametrize("path", ["/nowhere", "/api/v1/nowhere", "/procedures/9.999999", "/work/dossiers/X", "/dossiers/new?procedure=9",
    "/me/dossiers/H55.238-261121-9999"])
def test_unknown_addresses_are_404(citizen, path):
    reply = citizen.get(path)
    # Officers' pages tell a citizen no more than that they are not for him.
    refused(reply, *((403, 404) if path.startswith("/work") else (404,)))
    if path.startswith("/api"):
        assert reply.kind == "application/problem+json"


@pytest.mark.parametrize("method, path", [
    ("DELETE", "/procedures"), ("POST", "/"), ("PUT", "/api/v1/dossiers"), ("PATCH", "/api/v1/procedures/1.001193"), ("GET", "/dossiers"),
    ("GET", "/api/v1/dossiers/H55.238-261121-0001/commands"), ("DELETE", "/health"), ("TRACE", "/"),
])
def test_wrong_methods_are_405_and_name_the_right_ones(server, method, path):
    reply = refused(send(server, method, path, headers={"Accept": "text/html", "Origin": server.address}), 405)
    assert reply.header("allow"), "405 without Allow"
    assert method not in reply.header("allow").split(", ")


@pytest.mark.parametrize("path", [
    "/assets/../../../../etc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cetc/passwd",
    "/me/dossiers/..%2f..%2fsecret", "/api/v1/procedures/..%2f..%2fhealth", "//etc/passwd", "/held/../../etc/passwd",
])
def test_no_address_leads_out_of_the_site(server, citizen, path):
    reply = citizen.get(path)
    assert b"root:" not in reply.body
    refused(reply, 400, 404)


def test_sign_in_leads_only_to_this_site(server, people):
    for target in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        visitor = Session(server)
        visitor.sign_in(people["congdan"], "/sign-in?next=" + quote(target, safe=""))
        assert visitor.landing == "/me", visitor.landing


def test_what_people_type_is_never_markup(server, citizen, people):
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    reply = citizen.post("/dossiers", birth_fields(citizen, child_name=evil), files=[])
    page = citizen.follow(reply)
    officer = Session(server).sign_in(people["motcua"])
    seen = officer.get(reply.header("location").split("?")[0].replace("/me/", "/work/"))
    search = citizen.get("/procedures?q=%3Cscript%3Ealert(1)%3C/script%3E")
    for shown in (page, seen, search):
        assert shown.status == 200 and "&lt;script&gt;alert(1)" in shown.text
        assert "<script>alert" not in shown.text and "<img src=x" not in shown.text


def test_huge_heads_are_refused(server):
    for header in (b"X-Long: " + b"a" * 200_000, b"\r\n".join(b"X-%d: a" % number for number in range(2000)), b"Cookie: session=" + b"a" * 60_000):
        reply = send_raw(server, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + header + b"\r\n\r\n")
        assert reply is None or reply.status in (400, 413, 414, 431), str(reply)
    reply = send_raw(server, b"GET /procedures?q=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert reply is None or 400 <= reply.status < 500, str(reply)


@pytest.mark.parametrize("data", [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, b"HELO mail\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /\r\n\r\n",
    b"POST /dossiers HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", b"POST /dossiers HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
    b"POST /dossiers HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello",
    b"POST /dossiers HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzz\r\n", b"\r\n" * 1000, b"\0" * 5000,
    b"GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
])
def test_what_is_not_http_is_refused_or_hung_up_on(server, data):
    try:
        reply = send_raw(server, data, timeout=5, half_close=True)
    except TimeoutError:
        reply = None
    assert reply is None or reply.status < 500, str(reply)
    assert send(server, "GET", "/health").status == 200


def test_slow_clients_keep_nobody_waiting(server):
    """Two hundred connections that trickle; others are served at once."""
    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    try:
        for number, connection in enumerate(slow):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " if number % 2 else b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nuser")
        began = time.monotonic()
        assert send(server, "GET", "/procedures").status == 200
        assert time.monotonic() - began < 2
    finally:
        for connection in slow:
            connection.close()


def test_a_client_that_hangs_up_is_forgotten(server, citizen):
    fields = birth_fields(citizen)
    body = "&".join(f"{name}={value}" for name, value in fields).encode()
    for cut in (0, 10, len(body) - 1):
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            head = f"POST /dossiers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body[:cut])
    assert send(server, "GET", "/health/ready").status == 200


def test_every_kind_of_answer_has_the_security_headers(server, citizen, tokens, code):
    style = citizen.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    for path in ("/", style, "/health", "/metrics", "/api/openapi.json", "/api/v1/procedures", "/tracking", BIRTH_FORM, "/me", "/nowhere", "/work"):
        guarded(citizen.get(path))
    guarded(send(server, "GET", "/me"))
    guarded(send(server, "GET", f"/api/v1/dossiers/{code}"))
    guarded(send(server, "GET", f"/api/v1/dossiers/{code}", token="mc_forged"))
    guarded(send(server, "HEAD", "/"))
    guarded(send(server, "OPTIONS", "/procedures"))
    guarded(citizen.get(f"/me/dossiers/{code}/files/0"))


def test_forged_tokens_open_nothing(server, tokens, code):
    real = tokens["congdan"]
    for token in ("mc_", "x", real[:-1], real + "a", real.swapcase(), "é" * 20):
        reply = send(server, "GET", f"/api/v1/dossiers/{code}", headers={"Authorization": f"Bearer {token}".encode()})
        refused(reply, 400, 401)
    refused(send(server, "POST", "/api/v1/dossiers", b"{}", {"Content-Type": "application/json"}, server.token("congdan", "read")), 403)


def test_the_server_lived_through_it(server):
    assert server.is_alive() and send(server, "GET", "/health/ready").status == 200
    assert "fault" not in server.log.read_text(errors="replace"), server.log_tail()
