# SPDX-License-Identifier: Apache-2.0
"""Uploads that are broken, too large, or not what they claim to be."""

import base64
import socket
import threading
import time
from urllib.parse import quote

import pytest

from support.client import multipart, read_reply, refused, send, send_json, send_raw
from support.papers import pdf, png, program
from support.session import BIRTH_PAPER, Session, birth_fields

MEGABYTE = 1024 * 1024
END = b"\r\n--x--\r\n"


@pytest.fixture(scope="module")
def citizen(server, people):
    return Session(server).sign_in(people["congdan"])


def part(name="child_name", value=b"An", extra=b""):
    return b'--x\r\nContent-Disposition: form-data; name="' + name.encode() + b'"' + extra + b"\r\n\r\n" + value


@pytest.mark.parametrize("kind, body", [
    ("multipart/form-data", part() + END),
    ("multipart/form-data; boundary=", part() + END),
    ("multipart/form-data; boundary=" + "b" * 100, part() + END),
    ("multipart/form-data; boundary=other", part() + END),
    ("multipart/form-data; boundary=x", b""),
    ("multipart/form-data; boundary=x", part()),
    ("multipart/form-data; boundary=x", part()[:40]),
    ("multipart/form-data; boundary=x", part() + b"\r\n--x"),
    ("multipart/form-data; boundary=x", b"--x\r\n\r\nno header" + END),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nno name" + END),
    ("multipart/form-data; boundary=x", part(value=b"\xff\xfe") + END),
    ("multipart/form-data; boundary=x", part(value=b"a\0b") + END),
    ("multipart/form-data; boundary=x", part(name="a\0b") + END),
    ("multipart/form-data; boundary=x", b"--x\r\nX: " + b"a" * 70_000 + b"\r\n\r\n" + END),
    ("multipart/form-data; boundary=x", b"a" * 200_000),
    ("multipart/form-data; boundary=x", part(extra=b"\r\nContent-Transfer-Encoding: base64", value=b"QW4=") + END),
])
def test_broken_multipart_is_refused(citizen, kind, body):
    refused(citizen.post_bytes("/dossiers", body, kind), 400)


@pytest.mark.parametrize("count, size, status", [(1500, 1, 413), (1, 300 * 1024, 413)])
def test_too_many_and_too_long_fields_are_refused(citizen, count, size, status):
    body, kind = multipart([(f"f{number}", "a" * size) for number in range(count)])
    refused(citizen.post_bytes("/dossiers", body, kind), status)


def test_a_body_that_stops_short_is_refused_or_hung_up_on(server, citizen):
    body, kind = multipart(birth_fields(citizen), [(BIRTH_PAPER, "a.pdf", "application/pdf", pdf())])
    cookie = citizen.with_cookies({})["Cookie"]
    head = f"POST /dossiers HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.address}\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\n"
    reply = send_raw(server, f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[: len(body) // 2], timeout=10, half_close=True)
    assert reply is None or 400 <= reply.status < 500, str(reply)
    assert send(server, "GET", "/health/ready").status == 200


def pour(server, head, amount, chunk=64 * 1024):
    """Sends `amount` bytes after the head until the server answers; gives the answer, what was sent, and how long it took."""
    began, sent = time.monotonic(), 0
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head)
        connection.setblocking(False)
        block = b"a" * chunk
        while sent < amount:
            try:
                sent += connection.send(block[: amount - sent])
            except BlockingIOError:
                time.sleep(0.001)
            except (BrokenPipeError, ConnectionResetError):
                break
            try:
                if connection.recv(1, socket.MSG_PEEK):
                    break
            except BlockingIOError:
                pass
        connection.settimeout(30)
        return read_reply(connection), sent, time.monotonic() - began


def growth(server, work):
    """How much more memory the server holds at any moment of the work."""
    before, peak, done = server.resident_bytes(), [0], threading.Event()

    def watch():
        while not done.wait(0.005):
            peak[0] = max(peak[0], server.resident_bytes())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        result = work()
    finally:
        done.set()
        watcher.join()
    return max(0, peak[0] - before), result


@pytest.mark.parametrize("target", ["form with its length", "form in chunks", "file", "json"])
def test_a_hundred_megabytes_are_refused_quickly_and_never_held(server, citizen, tokens, note, target):
    path = {"file": "/api/v1/files?name=a.pdf", "json": "/api/v1/dossiers"}.get(target, "/dossiers")
    lines = [f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}"]
    begin = b""
    if target.startswith("form"):
        lines += [f"Origin: {server.address}", f"Cookie: {citizen.with_cookies({})['Cookie']}", "Content-Type: multipart/form-data; boundary=x"]
        begin = part("file.x", b"", b'; filename="a.pdf"')
    else:
        kind = "application/json" if target == "json" else "application/octet-stream"
        lines += [f"Authorization: Bearer {tokens['congdan']}", f"Content-Type: {kind}", "Idempotency-Key: big"]
    if target == "form in chunks":
        lines.append("Transfer-Encoding: chunked")
        begin = f"{len(begin):x}\r\n".encode() + begin + b"\r\n" + f"{100 * MEGABYTE:x}\r\n".encode()
    else:
        lines.append(f"Content-Length: {100 * MEGABYTE + len(begin)}")
    head = "\r\n".join(lines).encode() + b"\r\n\r\n" + begin
    grown, (reply, sent, seconds) = growth(server, lambda: pour(server, head, 100 * MEGABYTE))
    note(f"100 MB as {target}: {reply and reply.status} after {sent / MEGABYTE:.1f} MB and {seconds:.2f} s, memory grew by {grown / MEGABYTE:.1f} MB")
    refused(reply, 413)
    assert grown < 60 * MEGABYTE
    # A form of unknown length is read to the limit of a whole form, so that its text is not lost.
    assert sent < 70 * MEGABYTE if target == "form in chunks" else seconds < 5


def test_many_large_uploads_at_once_do_not_fill_the_memory(server, citizen, note):
    """Eight people send 9 MB each, which is allowed."""
    fields = birth_fields(citizen, birth_proof="paper")
    content = pdf() + b"%" + b"a" * (9 * MEGABYTE)
    statuses = []

    def upload():
        statuses.append(citizen.post("/dossiers", fields, [(BIRTH_PAPER, "a.pdf", "application/pdf", content)]).status)

    def everybody():
        threads = [threading.Thread(target=upload) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    grown, _ = growth(server, everybody)
    note(f"8 uploads of 9 MB at once: memory grew by {grown / MEGABYTE:.1f} MB")
    assert statuses == [303] * 8 and grown < 100 * MEGABYTE


NOT_PAPERS = [
    ("giấy.pdf", program()), ("anh.png", b"#!/bin/sh\nrm -rf /\n"), ("a.pdf", b"<html><script>alert(1)</script></html>"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), ("a.pdf", b""), ("a.exe", pdf()), ("a.jpg", b"MZ\x90\0" + bytes(200)),
    ("a.pdf", b"PK\x03\x04" + bytes(100)),
]


@pytest.mark.parametrize("name, content", NOT_PAPERS)
def test_what_is_no_paper_is_refused_on_the_page(citizen, name, content):
    fields = birth_fields(citizen, birth_proof="paper", child_name="Nguyễn Giữ Lại")
    reply = refused(citizen.post("/dossiers", fields, [(BIRTH_PAPER, name, "application/pdf", content)]), 413, 415, 422)
    assert f'href="#{BIRTH_PAPER}"' in reply.text, "no error leads to the file's field"
    assert "Nguyễn Giữ Lại" in reply.text, "what was typed is gone"


@pytest.mark.parametrize("name, content", NOT_PAPERS)
def test_what_is_no_paper_is_refused_by_the_api(server, tokens, name, content):
    refused(send(server, "POST", "/api/v1/files?name=" + quote(name), content, token=tokens["congdan"]), 413, 415, 422)
    body = {
        "procedure": "1.001193", "unit": "H55.238", "applicant": {}, "answers": {}, "delivery": "online",
        "files": [{"component": "x", "name": name, "content": base64.b64encode(content).decode()}]}
    reply = refused(send_json(server, "POST", "/api/v1/dossiers", body, tokens["congdan"], {"Idempotency-Key": "paper"}), 413, 415, 422)
    assert [error["field"] for error in reply.json()["errors"]] == ["files[0]"]


@pytest.mark.parametrize("name", [
    "../../etc/passwd.pdf", "..\\\\..\\\\boot.pdf", "/etc/shadow.pdf", "a\r\nSet-Cookie: x=1.pdf", "con.pdf", "a" * 400 + ".pdf", ".pdf",
    "ảnh 🙂.pdf",
])
def test_no_file_name_leads_anywhere(server, citizen, name):
    fields = birth_fields(citizen, birth_proof="paper")
    sent = name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    page = citizen.follow(citizen.post("/dossiers", fields, [(BIRTH_PAPER, sent, "application/pdf", pdf())]))
    link = page.text.split("/files/0")[0].rsplit('"', 1)[1] + "/files/0"
    reply = citizen.get(link)
    assert reply.status == 200 and reply.body == pdf()
    disposition = reply.header("content-disposition")
    assert "/" not in disposition.replace("UTF-8''", "") and "\\" not in disposition and ".." not in disposition and len(disposition) < 1000
    assert reply.header("set-cookie") is None and reply.header("x-content-type-options") == "nosniff"


def test_papers_survive_a_form_that_must_be_corrected(citizen):
    fields = birth_fields(citizen, birth_proof="paper", child_name="")
    reply = refused(citizen.post("/dossiers", fields, [(BIRTH_PAPER, "a.png", "image/png", png())]), 422)
    kept = f'name="kept_{BIRTH_PAPER}" value="'
    assert kept in reply.text
    reference = reply.text.split(kept)[1].split('"')[0]
    assert citizen.post("/dossiers", birth_fields(citizen, birth_proof="paper") + [(f"kept_{BIRTH_PAPER}", reference)], []).status == 303
    forged = birth_fields(citizen, birth_proof="paper") + [(f"kept_{BIRTH_PAPER}", reference[:-2] + "xx")]
    refused(citizen.post("/dossiers", forged, []), 422)


def test_no_upload_is_left_lying_about(server):
    """Temporary files go with their request."""
    time.sleep(0.5)
    assert not list(server.scratch.iterdir())


def test_the_server_lived_through_it(server):
    assert server.is_alive() and "fault" not in server.log.read_text(errors="replace"), server.log_tail()
