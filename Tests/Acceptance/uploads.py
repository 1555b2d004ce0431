# SPDX-License-Identifier: Apache-2.0
"""Uploads survive a mountain road: lines that break, servers that end without warning, pages that are left; and what is
wrong with a picture is said before the filing."""

import base64
import hashlib
import json
import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from support import filing, photographs
from support.client import send
from support.papers import pdf
from support.session import Session
from support.visitor import Visitor

# Bytes a second: 3 Mbit/s.
SLOW = 375_000

# Tells the test what the page sends, piece by piece.
LISTEN = """
const real = window.fetch;
window.fetch = async (link, options = {}) => {
  if (options.method === "PATCH") {
    const bytes = new Uint8Array(await options.body.arrayBuffer());
    await window.pieceSent(link, +options.headers["Upload-Offset"], btoa(Array.from(bytes, b => String.fromCharCode(b)).join("")));
  }
  return real(link, options);
};
"""


@pytest.fixture
def citizen(browser, server, people):
    visitor = Visitor(browser, server)
    visitor.pieces = []
    visitor.page.expose_function("pieceSent", lambda *piece: visitor.pieces.append(piece))
    visitor.page.add_init_script(LISTEN)
    yield visitor.sign_in(people["congdan"])
    visitor.close()


class Line:
    """The line between a page and the server."""

    def __init__(self, page, bytes_per_second=SLOW, latency=400):
        self.session = page.context.new_cdp_session(page)
        self.conditions = {"latency": latency, "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second}
        self.session.send("Network.enable")
        self.set(offline=False)

    def set(self, offline):
        self.session.send("Network.emulateNetworkConditions", {"offline": offline, **self.conditions})

    def cut(self, page, seconds):
        self.set(offline=True)
        page.wait_for_timeout(seconds * 1000)
        self.set(offline=False)


def land_form(visitor):
    """A form with file fields from the start."""
    visitor.open("/dossiers/new?procedure=1.013831")
    visitor.tick("Trường hợp của bạn", "Chuyển đổi, chuyển nhượng, tặng cho, góp vốn, cho thuê lại")
    visitor.choose("Nơi tiếp nhận hồ sơ", filing.CENTRE)
    visitor.press("Điền tất cả trên một trang")
    return visitor.page.locator("input[type=file]").first


def file(name, content, kind="image/jpeg"):
    return {"name": name, "mimeType": kind, "buffer": content}


def states(page):
    return page.locator(".uploads li > div > p:first-of-type").all_inner_texts()


def wait_until(page, condition, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still waiting after {seconds} s: {states(page)}")


def all_sent(page, count):
    wait_until(page, lambda: sum(state.startswith("✓") for state in states(page)) == count)


def share(page, index=0):
    found = re.search(r"(\d+)\s%", states(page)[index])
    return int(found.group(1)) if found else 100 if states(page)[index].startswith("✓") else 0


def hashes_of_sent(visitor):
    """What the page sent, put together from its pieces, by upload."""
    files = {}
    for link, offset, piece in visitor.pieces:
        piece = base64.b64decode(piece)
        files.setdefault(link, bytearray())[offset:offset + len(piece)] = piece
    return sorted(hashlib.sha256(content).hexdigest() for content in files.values())


def kept(page):
    """The hashes in the references the form carries; the server signs what it has."""
    return hashes_in(page.locator("input[type=hidden][name^='kept_']").evaluate_all("all => all.map(one => one.value)"))


def hashes_in(references):
    contents = [base64.urlsafe_b64decode(reference.split(".")[0] + "==").decode() for reference in references]
    return sorted(content.split("\n")[0] for content in contents)


def test_a_filing_with_two_photographs_survives_two_cuts_of_a_slow_line(citizen, server, note):
    visitor, page = citizen, citizen.page
    filing.open_birth_form(visitor)
    filing.start_birth(visitor)
    for heading in ("Người yêu cầu", "Người được khai sinh", "Người mẹ", "Người cha"):
        assert page.get_by_role("heading", level=1).inner_text() == heading
        for answer in filing.BIRTH_STEPS[heading]:
            if answer(visitor) is filing.AGAIN:
                visitor.press("Tiếp tục")
        visitor.press("Tiếp tục")
    line, taken = Line(page), [photographs.photograph(seed=seed) for seed in (1, 2)]
    began = time.monotonic()
    page.locator("input[type=file]").first.set_input_files([file(f"tờ {n}.jpg", content) for n, content in enumerate(taken, 1)])
    for index in range(2):
        wait_until(page, lambda: len(states(page)) == 2 and 0 < share(page, index))
        if index == 0:
            line.cut(page, 3)
            assert any("gián đoạn" in state for state in states(page)) or share(page) == 100
            # The form may be sent at once; it waits for its files.
            page.get_by_role("button", name="Tiếp tục").click()
        else:
            line.cut(page, 3)
    page.locator(".held").wait_for()
    # The page also saves itself, without files; the form is the one that comes as multipart.
    with page.expect_request(
        lambda request: request.url.endswith("/papers") and "multipart" in request.headers.get("content-type", ""), timeout=90_000) as sent:
        pass
    took, body = time.monotonic() - began, sent.value.post_data_buffer
    page.get_by_role("heading", level=1, name="Cách nhận kết quả").wait_for(timeout=60_000)
    visitor.press("Tiếp tục")
    visitor.press("Nộp hồ sơ")
    assert visitor.is_filed() and "tờ 1.jpg" in visitor.text() and "tờ 2.jpg" in visitor.text()
    assert len(body) < 50_000, "the files came with the form a second time"
    references = re.findall(r'name="kept_[^"]+"\r\n\r\n([^\r]+)', body.decode())
    assert hashes_in(references) == hashes_of_sent(visitor) and len(references) == 2
    assert all(hashlib.sha256(content).hexdigest() in hashes_in(references) for content in in_vault(server, references))
    sizes = [sum(map(len, all)) / 1e6 for all in (taken, in_vault(server, references))]
    note(f"two photographs of {sizes[0]:.1f} MB, reduced to {sizes[1]:.1f} MB, over 3 Mbit/s and 400 ms with two cuts of 3 s: {took:.1f} s")


def in_vault(server, references):
    return [(server.data / "files" / one[:2] / one).read_bytes() for one in hashes_in(references)]


def test_the_server_may_end_without_warning_and_the_upload_goes_on(citizen, server, monkeypatch, note):
    page, port = citizen.page, server.port
    monkeypatch.setattr("support.server.free_port", lambda: port)
    field = land_form(citizen)
    line = Line(page, bytes_per_second=100_000, latency=50)
    field.set_input_files(file("ảnh.jpg", photographs.photograph(seed=3)))
    wait_until(page, lambda: states(page) and share(page) > 10)
    before = share(page)
    server.kill()
    wait_until(page, lambda: "gián đoạn" in states(page)[0])
    server.start()
    line.session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    all_sent(page, 1)
    assert hashes_of_sent(citizen) == kept(page) and before >= 10
    note(f"killed at {before} %, complete afterwards with the right SHA-256")


def test_every_acknowledged_byte_is_there_after_a_kill(server, people, monkeypatch):
    port, session = server.port, Session(server).sign_in(people["congdan"])
    monkeypatch.setattr("support.server.free_port", lambda: port)
    content = photographs.photograph(seed=4)
    tus = session.with_cookies({"Tus-Resumable": "1.0.0", "Origin": server.address, "Accept": "application/json"})
    made = send(server, "POST", "/uploads", headers={**tus, "Upload-Length": str(len(content)), "Upload-Metadata": "filename YS5qcGc="})
    assert made.status == 201
    path, acknowledged = made.header("location"), 0
    for _ in range(4):
        piece = content[acknowledged:acknowledged + 700_000]
        reply = send(server, "PATCH", path, piece, {**tus, "Upload-Offset": str(acknowledged), "Content-Type": "application/offset+octet-stream"})
        assert reply.status == 204, str(reply)
        acknowledged = int(reply.header("upload-offset"))
        server.kill()
        server.start()
        head = send(server, "HEAD", path, headers=tus)
        assert head.status == 200 and int(head.header("upload-offset")) == acknowledged
    rest = content[acknowledged:]
    done = send(server, "PATCH", path, rest, {**tus, "Upload-Offset": str(acknowledged), "Content-Type": "application/offset+octet-stream"})
    assert done.status == 200 and json.loads(done.body)["sha256"] == hashlib.sha256(content).hexdigest()


def test_an_upload_goes_on_after_the_page_was_left(citizen):
    page, content = citizen.page, photographs.photograph(seed=5)
    field = land_form(citizen)
    line = Line(page, bytes_per_second=100_000, latency=50)
    field.set_input_files(file("ảnh.jpg", content))
    wait_until(page, lambda: states(page) and share(page) > 10)
    assert citizen.pieces.pop(0)[1] == 0
    field = land_form(citizen)
    line.set(offline=False)
    field.set_input_files(file("ảnh.jpg", content))
    all_sent(page, 1)
    assert all(offset > 0 for _, offset, _ in citizen.pieces), "it began from the start again"


@pytest.mark.parametrize("make, says", [
    (photographs.blank, "gần như chỉ có một màu"), (photographs.blurred, "có vẻ bị mờ"), (photographs.sideways, "nằm ngang"),
    (photographs.small, "quá nhỏ"), (photographs.held_sideways, None), (lambda: photographs.jpeg(photographs.paper()), None),
], ids=["blank", "blurred", "sideways", "small", "held-sideways", "good"])
def test_what_is_wrong_with_a_picture_is_said_before_filing(citizen, make, says):
    field = land_form(citizen)
    field.set_input_files(file("ảnh.jpg", make()))
    all_sent(citizen.page, 1)
    warnings = citizen.page.locator(".uploads .warn").all_inner_texts()
    assert len(warnings) == (1 if says else 0) and (not says or says in warnings[0]), warnings
    assert len(kept(citizen.page)) == 1, "a warning must not hold a file back"


def test_a_locked_pdf_is_refused_with_the_way_out(citizen):
    page = citizen.page
    land_form(citizen).set_input_files([file("khóa.pdf", photographs.locked_pdf(), "application/pdf"), file("mở.pdf", pdf(), "application/pdf")])
    all_sent(page, 1)
    wait_until(page, lambda: page.locator(".uploads .error").count() == 1)
    assert "in lại thành PDF không mật khẩu" in page.locator(".uploads .error").inner_text()
    assert "có đặt mật khẩu" in page.locator(".uploads .warn").text_content()
    assert len(kept(page)) == 1 and "1\u00a0trang" in states(page)[1]


def test_a_file_can_be_taken_out_again_with_the_keyboard(citizen):
    page = citizen.page
    field = land_form(citizen)
    field.set_input_files([file("a.pdf", pdf("a"), "application/pdf"), file("b.pdf", pdf("b"), "application/pdf")])
    all_sent(page, 2)
    field.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(states(page)) == 1 and len(kept(page)) == 1
    assert field.evaluate("field => field === document.activeElement")
    assert page.locator(".field").filter(has=page.locator("input[type=file]")).first.locator("[role=status]").first.inner_text() == "a.pdf: Đã bỏ tệp."


def test_the_list_of_files_is_clean_for_assistive_technology(citizen):
    page = citizen.page
    field = land_form(citizen)
    field.set_input_files([file("mờ.jpg", photographs.blurred()), file("khóa.pdf", photographs.locked_pdf(), "application/pdf")])
    all_sent(page, 1)
    Line(page, bytes_per_second=20_000)
    field.set_input_files(file("ảnh.jpg", photographs.photograph(seed=6)))
    wait_until(page, lambda: len(states(page)) == 3)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert not found, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_the_form_carries_its_files_itself(browser, server, people):
    visitor = Visitor(browser, server, scripts=False)
    try:
        filing.file_birth(visitor.sign_in(people["congdan"]))
        assert "giấy chứng sinh.pdf" in visitor.text()
    finally:
        visitor.close()


def test_the_script_is_small(server):
    source = send(server, "GET", script_link(server)).body
    assert len(source) <= 9 * 1024, len(source)


def script_link(server):
    accounts = server.accounts()
    session = Session(server).sign_in(accounts["congdan"])
    form = session.get("/dossiers/new?procedure=1.013831&case=1.013831.01&unit=H55.20").text
    return re.search(r'src="(/assets/uploads-[0-9a-f]+\.js)"', form).group(1)
