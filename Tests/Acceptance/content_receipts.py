# SPDX-License-Identifier: Apache-2.0
"""The content receipt: what it states, who can check it, and that a single altered byte is noticed."""

import base64
import hashlib
import json
import re
import subprocess
import sys

import pytest

from support.api import API
from support.client import refused, send
from support.gallery import Gallery
from support.papers import pdf
from support.server import PROJECT
from support.session import Form, Session
from support.visitor import Visitor
from support.walks import file_birth

CHECKER = PROJECT / "docs" / "content-receipt" / "check.py"


@pytest.fixture(scope="module")
def filed(server, tokens):
    """A filing over the API: its code, its receipt file, and the paper that was sent."""
    api = API(server.port)
    code = file_birth(api, tokens["congdan"])
    reply = send(server, "GET", f"/api/v1/dossiers/{code}/content-receipt", token=tokens["congdan"])
    assert reply.status == 200, reply
    return code, reply.body


def check(path, *papers, key=None):
    return subprocess.run(
        [sys.executable, CHECKER, path, *papers], capture_output=True, text=True, env={"MOTCUA_RECEIPT_KEY": key} if key else {})


def test_an_independent_program_checks_the_signature(server, filed, tmp_path):
    code, body = filed
    path = tmp_path / "receipt.json"
    path.write_bytes(body)
    published = json.loads(send(server, "GET", "/receipts/key").body)
    result = check(path, key=published["x"])
    assert result.returncode == 0 and result.stdout.startswith(f"VALID: {code}"), result.stdout + result.stderr
    document = json.loads(json.loads(body)["document"])
    assert document["dossier"] == code and document["sequence"] == 1
    assert all(re.fullmatch("[0-9a-f]{64}", one["sha256"]) and one["size"] > 0 for one in document["content"]["files"])


def test_openssl_checks_the_signature_too(filed, tmp_path):
    file = json.loads(filed[1])
    unpadded = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    der = bytes.fromhex("302a300506032b6570032100") + unpadded(file["public_key"])
    (tmp_path / "key.der").write_bytes(der)
    digest = hashlib.sha256(file["document"].encode()).hexdigest()
    (tmp_path / "statement").write_text(f"motcua content receipt 1\n{file['dossier']}\n{file['sequence']}\n{digest}")
    (tmp_path / "signature").write_bytes(unpadded(file["signature"]))
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin", "-in", "statement", "-sigfile", "signature"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert "Signature Verified Successfully" in result.stdout, result.stdout + result.stderr


def test_one_altered_byte_is_refused_by_both(server, filed, tmp_path, note):
    _, body = filed
    refusals = 0
    document = json.loads(body)["document"]
    for place in range(0, len(document), max(1, len(document) // 60)):
        file = json.loads(body)
        file["document"] = document[:place] + ("x" if document[place] != "x" else "y") + document[place + 1 :]
        path = tmp_path / "altered.json"
        path.write_text(json.dumps(file), encoding="utf-8")
        assert check(path).returncode == 1
        if place % 5 == 0:
            assert "Biên nhận không hợp lệ" in posted(server, path.read_bytes()).text
        refusals += 1
    note(f"content receipt: {refusals} receipts with one altered byte, none accepted")


def posted(server, receipt, papers=()):
    """The check page's answer to a receipt file, sent as its form sends it."""
    session = Session(server)
    form = Form.of(session.get("/receipts/check"), "/receipts/check")
    files = [("receipt", "receipt.json", "application/json", receipt)] + [("papers", *one) for one in papers]
    return session.post(form.action, form.fields({}), files)


def test_the_page_compares_papers_byte_by_byte(server, filed):
    _, body = filed
    names = [one["component"] for one in json.loads(json.loads(body)["document"])["content"]["files"]]
    papers = [("đã nộp.pdf", "application/pdf", pdf(names[0])), ("khác.pdf", "application/pdf", pdf("another"))]
    page = posted(server, body, papers)
    assert "Biên nhận thật" in page.text
    assert page.text.count("Đúng tệp đã nộp") == 1 and page.text.count("Không có trong biên nhận") == 1


def test_the_qr_code_leads_to_the_check_and_shows_nothing_personal(server, browser, people, filed, tmp_path):
    code, _ = filed
    gallery = Gallery("receipts")
    visitor = Visitor(browser, server).sign_in(people["congdan"])
    visitor.open(f"/me/dossiers/{code}/content-receipt")
    gallery.look(visitor, "content-receipt", english=True)
    picture = tmp_path / "receipt.png"
    visitor.page.screenshot(path=picture, full_page=True)
    link = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.strip()
    assert link.startswith(f"{server.address}/receipts/check?r="), link
    visitor.open(link)
    gallery.look(visitor, "genuine", english=True)
    assert "Biên nhận thật" in visitor.text() and code in visitor.text()
    stranger = send(server, "GET", link[len(server.address) :])
    assert people["congdan"].name not in stranger.text and "019190" not in stranger.text
    path = link[len(server.address) :]
    altered = path[:-9] + ("A" if path[-9] != "A" else "B") + path[-8:]
    assert "Biên nhận không hợp lệ" in send(server, "GET", altered).text
    visitor.close()
    for look in gallery.looks:
        assert not look.violations and look.overflow <= 0 and look.h1 == 1 and look.bytes < 50_000, look


def test_nobody_else_reads_a_receipt(server, filed, tokens):
    code, _ = filed
    path = f"/api/v1/dossiers/{code}/content-receipt"
    refused(send(server, "GET", path), 401)
    refused(send(server, "GET", path + "?event=2", token=tokens["congdan"]), 404)
    refused(send(server, "GET", path + "?event=x", token=tokens["congdan"]), 404)
