# SPDX-License-Identifier: Apache-2.0
"""Letters about dossiers, through a real mail server that refuses, hesitates, hangs up and asks who we are."""

import email.utils
import json
import re
import time
import uuid
from urllib.parse import urlsplit

import pytest

from support import database
from support.answers import answers_to, papers_for
from support.api import API
from support.client import send
from support.crowd import Crowd
from support.mailbox import Mailbox, certificate, expecting, text_of
from support.papers import pdf
from support.server import Server
from support.session import Session
from support.walks import BIRTH, BIRTH_DESK, Walk, file_birth

SENDER = "Một cửa <motcua@example.vn>"
BURST = 500


@pytest.fixture(scope="module")
def mailbox():
    with Mailbox() as running:
        yield running


@pytest.fixture(scope="module")
def server(mailbox):
    with Server("--no-rate-limit", "--smtp-url", f"smtp://127.0.0.1:{mailbox.port}", "--mail-from", SENDER) as running:
        yield running


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


class Filer:
    """Files birth registrations over the API, each with an address for its letters."""

    def __init__(self, api, token):
        self.api, self.token = api, token
        case = api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]
        answers = answers_to(case["form"], "05443", {"birth_proof": "paper"})
        kept = api.done("keepFile", token, name="giay.pdf", body=pdf("giay"))
        files = [{"component": paper["code"], "name": "giay.pdf", "reference": kept["reference"]} for paper in papers_for(case, answers)]
        self.body = {"procedure": BIRTH, "case": case["code"], "unit": BIRTH_DESK, "answers": answers, "files": files, "delivery": "online"}

    def call(self, address, **applicant):
        body = {**self.body, "applicant": {"email": address, **applicant}}
        return self.api.call("fileDossier", self.token, body=body, idempotency_key=str(uuid.uuid4()))

    def file(self, address, **applicant):
        reply = self.call(address, **applicant)
        assert reply.status == 201, str(reply)
        return reply.json()["provisional_code"]


@pytest.fixture(scope="module")
def filer(api, tokens):
    return Filer(api, tokens["congdan"])


def jobs(server, **where):
    """The letters in the queue: state, attempts, last answer."""
    with database.Connection(server.data, read_only=True) as connection:
        rows = connection.execute("SELECT payload ->> 'to', state, attempts, last_answer FROM jobs WHERE topic = 'mail'").fetchall()
    return [row[1:] for row in rows if row[0] == where["to"]]


def wait_for_job(server, to, states, patience=60):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        found = jobs(server, to=to)
        if found and all(state in states for state, _, _ in found):
            return found
        time.sleep(0.1)
    raise AssertionError(f"{to}: {jobs(server, to=to)} after {patience} s")


def signed_in(server, account):
    session = Session(server)
    session.sign_in(account)
    return session


def test_filing_and_acceptance_are_told_in_both_languages(server, api, tokens, people, filer, mailbox):
    address = "ba.hoa@example.vn"
    code = filer.file(address)
    first = mailbox.wait_for(1, address)[0]
    walk = Walk(api, tokens, code)
    walk.act("motcua", "accept", "processing", forward=True)
    second = mailbox.wait_for(2, address)[1]

    assert first["subject"] == "Hồ sơ đã nộp" and second["subject"] == "Hồ sơ đã được tiếp nhận"
    assert email.utils.parseaddr(str(first["from"])) == ("Một cửa", "motcua@example.vn")
    assert first["auto-submitted"] == "auto-generated" and first["message-id"] != second["message-id"]
    assert abs(email.utils.parsedate_to_datetime(first["date"]).timestamp() - time.time()) < 120
    assert first.get_content_type() == "multipart/alternative"
    for letter, shown in ((first, code), (second, walk.code)):
        plain, html = text_of(letter), text_of(letter, "html")
        for words in (plain, html):
            assert shown in words and f"{server.address}/me/dossiers/{shown}" in words
            assert "Đăng ký khai sinh" in words and "Kính gửi ông/bà," in words and "Hello," in words
            # Whoever typed the address may have typed a stranger's.
            for personal in (people["congdan"].name, "019190000000", "0900000001", "Nguyễn Văn Thử"):
                assert personal not in words
        assert plain.index("Kính gửi") < plain.index("Hello")
        assert "\r" not in plain.replace("\r\n", "\n")


def test_what_reaches_the_wire_is_seven_bits_in_short_lines(filer, mailbox):
    filer.file("ngan@example.vn")
    mailbox.wait_for(1, "ngan@example.vn")
    for raw in mailbox.raw:
        assert all(byte < 128 for byte in raw)
        # The address that stops letters cannot be broken.
        assert max(len(line) for line in raw.split(b"\r\n") if not line.startswith(b"List-Unsubscribe:")) <= 78
        assert b"\n" not in raw.replace(b"\r\n", b"")


def test_an_address_is_confirmed_and_the_letters_greet_by_name(server, api, tokens, people, mailbox):
    account, address = people["congdan2"], "tham@example.vn"
    session = signed_in(server, account)
    assert "chưa có địa chỉ" in session.get("/me/contact").text
    wrong = session.post("/me/contact", [("email", "tham@")])
    assert wrong.status == 422 and "chưa đúng" in wrong.text
    assert session.post("/me/contact", [("email", address)]).status == 303
    letter = mailbox.wait_for(1, address)[0]
    code = re.search(r"Mã xác nhận: (\d{6})", text_of(letter))[1]
    assert f"/me/contact?code={code}" in text_of(letter) and account.name not in text_of(letter)
    assert session.post("/me/contact", [("email", address)]).status == 422, "a second code at once"
    other = str((int(code) + 1) % 1_000_000).zfill(6)
    assert session.post("/me/contact/confirmation", [("code", other)]).status == 422
    assert signed_in(server, people["congdan"]).post("/me/contact/confirmation", [("code", code)]).status == 422, "somebody else's code"
    assert session.post("/me/contact/confirmation", [("code", f" {code[:3]} {code[3:]} ")]).status == 303
    assert "Đã xác nhận" in session.get("/me/contact").text

    file_birth(api, tokens["congdan2"])
    told = mailbox.wait_for(2, address)[1]
    assert email.utils.parseaddr(str(told["to"])) == (account.name, address)
    assert f"Kính gửi {account.name}," in text_of(told) and "Hello" not in text_of(told)
    wait_for_job(server, address, {"done"})
    assert "Đã gửi" in session.get("/me/contact").text


def test_a_code_cannot_be_guessed(server, people, mailbox):
    session = signed_in(server, people["congdan"])
    session.post("/me/contact", [("email", "doan@example.vn")])
    code = re.search(r"Mã xác nhận: (\d{6})", text_of(mailbox.wait_for(1, "doan@example.vn")[0]))[1]
    for guess in range(5):
        session.post("/me/contact/confirmation", [("code", str((int(code) + 1 + guess) % 1_000_000).zfill(6))])
    assert session.post("/me/contact/confirmation", [("code", code)]).status == 422
    assert "doan@example.vn" not in session.get("/me/contact").text.split("Nhập mã xác nhận")[0]


def test_a_server_that_is_busy_gets_the_letter_later(server, filer, mailbox):
    address = "ban@example.vn"
    mailbox.refuse[address] = ["451 4.3.0 try again later", None]
    filer.file(address)
    letter = mailbox.wait_for(1, address, patience=40)
    assert len(letter) == 1
    assert wait_for_job(server, address, {"done"})[0][1] == 2, "the second attempt"


def test_a_line_that_is_cut_in_the_middle_loses_nothing(server, filer, mailbox):
    address = "dut@example.vn"
    mailbox.hang_up = 1
    filer.file(address)
    assert len(mailbox.wait_for(1, address, patience=40)) == 1
    assert wait_for_job(server, address, {"done"})[0][1] == 2


def test_a_slow_server_is_waited_for(server, filer, mailbox):
    mailbox.delay = 3
    try:
        filer.file("cham@example.vn")
        mailbox.wait_for(1, "cham@example.vn")
    finally:
        mailbox.delay = 0
    assert wait_for_job(server, "cham@example.vn", {"done"})[0][1] == 1


def test_a_final_refusal_is_not_repeated_and_can_be_seen(server, filer, mailbox, people):
    address = "khong.co@example.vn"
    mailbox.refuse[address] = ["550 5.1.1 no such mailbox <khong.co@example.vn>"]
    filer.file(address)
    state, attempts, answer = wait_for_job(server, address, {"failed"})[0]
    assert attempts == 1 and answer == "recipient: 550 5.1.1 no such mailbox …"
    page = signed_in(server, people["congdan"]).get("/me/contact").text
    assert "Không gửi được" in page and "550 5.1.1" in page
    assert 'motcua_jobs{topic="mail",state="failed"} 1' in send(server, "GET", "/metrics").text


@pytest.mark.parametrize("address", [
    "a@example.vn\r\nBcc: ke.xau@example.vn", "a@example.vn\nBcc: ke.xau@example.vn", "a@example.vn>\r\nRCPT TO:<ke.xau@example.vn",
    "a@example.vn, ke.xau@example.vn", "\"a\nb\"@example.vn", "a@example.vn\u2028Bcc: ke.xau@example.vn", "a@[127.0.0.1]", "<a@example.vn>",
])
def test_no_address_smuggles_a_header(server, filer, mailbox, people, address):
    assert filer.call(address).status == 422
    assert signed_in(server, people["congdan"]).post("/me/contact", [("email", address)]).status == 422
    assert not mailbox.to("ke.xau@example.vn")


def test_a_name_smuggles_no_header(server, api, tokens, mailbox):
    desk = Filer(api, tokens["motcua"])
    walk_in = {"channel": "in_person", "applicant": {
        "name": "Nông Thị Hạnh\r\nBcc: ke.xau@example.vn\r\n\r\nThân thư", "personal_id": "019190000000", "phone": "0912345678",
        "email": "tai.quay@example.vn"}}
    reply = api.call("fileDossier", tokens["motcua"], body={**desk.body, **walk_in}, idempotency_key=str(uuid.uuid4()))
    assert reply.status in (201, 422), str(reply)
    if reply.status == 422:
        walk_in["applicant"]["name"] = "Nông Thị Hạnh Bcc: ke.xau@example.vn"
        reply = api.call("fileDossier", tokens["motcua"], body={**desk.body, **walk_in}, idempotency_key=str(uuid.uuid4()))
        assert reply.status == 201, str(reply)
    letter = mailbox.wait_for(1, "tai.quay@example.vn")[0]
    assert letter["bcc"] is None and not mailbox.to("ke.xau@example.vn")
    # Who filed at the counter has no account: the letter leads to the public tracking page.
    assert f"/tracking?code={reply.json()['provisional_code']}" in text_of(letter)


def test_the_link_in_a_letter_stops_letters_with_one_request(server, filer, mailbox):
    address = "thoi@example.vn"
    filer.file(address)
    letter = mailbox.wait_for(1, address)[0]
    assert letter["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    link = urlsplit(str(letter["list-unsubscribe"]).strip("<>"))
    path = f"{link.path}?{link.query}"
    assert address in send(server, "GET", path).text
    filer.file(address)
    assert len(mailbox.wait_for(2, address)) == 2, "looking stops nothing"
    stop = send(server, "POST", path, b"List-Unsubscribe=One-Click", {"Content-Type": "application/x-www-form-urlencoded"})
    assert stop.status == 200, str(stop)
    filer.file(address)
    filer.file("sau.do@example.vn")
    mailbox.wait_for(1, "sau.do@example.vn")
    assert len(mailbox.to(address)) == 2
    forged = path.replace("token=", "token=A")
    assert send(server, "POST", forged, b"").status == 404


def test_encryption_and_password_are_used_when_asked_for(tmp_path, monkeypatch):
    context, trusted = certificate(tmp_path)
    (tmp_path / "password").write_text("mật khẩu rất dài\n")
    monkeypatch.setenv("MOTCUA_SMTP_PASSWORD_FILE", str(tmp_path / "password"))
    monkeypatch.setenv("MOTCUA_MAIL_FROM", SENDER)
    sign_ins = []
    strict = {"tls_context": context, "require_starttls": True, "auth_required": True}
    with Mailbox(authenticator=expecting("motcua", "mật khẩu rất dài", sign_ins), **strict) as mailbox:
        monkeypatch.setenv("MOTCUA_SMTP_URL", f"smtp://motcua@localhost:{mailbox.port}")
        monkeypatch.setenv("MOTCUA_SMTP_CA_FILE", str(trusted))
        with Server("--no-rate-limit") as server:
            filer = Filer(API(server.port), server.token("congdan"))
            filer.file("kin@example.vn")
            mailbox.wait_for(1, "kin@example.vn")
            assert sign_ins and all(encrypted and good for _, encrypted, good in sign_ins)
            server.stop()

            # A certificate nobody vouches for, then a wrong password: nothing goes out, nothing is lost.
            monkeypatch.delenv("MOTCUA_SMTP_CA_FILE")
            server.start()
            filer = Filer(API(server.port), filer.token)
            filer.file("gia@example.vn")
            _, attempts, answer = waiting_with_answer(server, "gia@example.vn")
            assert answer == "tls: the server's certificate is not trusted" and not mailbox.to("gia@example.vn")
            server.stop()

            monkeypatch.setenv("MOTCUA_SMTP_CA_FILE", str(trusted))
            (tmp_path / "password").write_text("sai")
            server.start()
            filer = Filer(API(server.port), filer.token)
            filer.file("sai@example.vn")
            _, _, answer = waiting_with_answer(server, "sai@example.vn")
            assert answer.startswith("authentication: 535") and not mailbox.to("sai@example.vn")
            assert "mật khẩu" not in server.log.read_text()


def waiting_with_answer(server, to, patience=40):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        for job in jobs(server, to=to):
            if job[0] == "waiting" and job[2]:
                return job
        time.sleep(0.1)
    raise AssertionError(f"{jobs(server, to=to)}")


def test_without_a_mail_server_nothing_is_sent_and_nothing_fails():
    with Server("--no-rate-limit") as server:
        filer = Filer(API(server.port), server.token("congdan"))
        filer.file("khong@example.vn")
        assert wait_for_job(server, "khong@example.vn", {"done"})[0][2] == "not sent: no mail server is set up"
        session = signed_in(server, server.accounts()["congdan"])
        assert "Hồ sơ đã nộp" in session.get("/me").text
        page = session.get("/me/contact").text
        assert "hiện chưa gửi thư" in page and "Không gửi" in page


def test_a_burst_of_filings_is_told_quickly(server, filer, mailbox, note):
    before = mailbox.connections

    def task(number):
        body = json.dumps({**filer.body, "applicant": {"email": f"dot{number}@example.vn"}}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {filer.token}", "Idempotency-Key": f"burst-{number}"}
        return number, "POST", "/api/v1/dossiers", body, headers

    began = time.monotonic()
    Crowd(server.port, map(task, range(BURST)), workers=8).start().join().json()
    filed = time.monotonic()
    deadline = filed + 120
    while time.monotonic() < deadline:
        arrived = {receiver for receivers, _ in list(mailbox.letters) for receiver in receivers if receiver.startswith("dot")}
        if len(arrived) == BURST:
            break
        time.sleep(0.05)
    assert len(arrived) == BURST, f"{len(arrived)} of {BURST}"
    copies = [receiver for receivers, _ in mailbox.letters for receiver in receivers if receiver.startswith("dot")]
    assert len(copies) == BURST, "some letters came twice"
    note(
        f"mail: {BURST} filings in {filed - began:.1f} s, their letters {time.monotonic() - filed:.1f} s after the last, "
        f"over {mailbox.connections - before} connections")
