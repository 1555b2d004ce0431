# SPDX-License-Identifier: Apache-2.0
"""Papers as PDF: the statutory forms and drafts of results, whole, readable and harmless whatever people wrote."""

import os
import re
import signal
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest

from support import naughty
from support.api import API
from support.crowd import Crowd
from support.papers import png
from support.server import Server
from support.session import Form, Session
from support.walks import BIRTH_DESK, Walk, file_birth, inline

A5, A4 = (148, 210), (210, 297)


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


@pytest.fixture(scope="module")
def accepted(api, tokens):
    """A dossier the desk has accepted and handed on."""
    walk = Walk(api, tokens, file_birth(api, tokens["congdan"]))
    walk.act("motcua", "accept", "processing", forward=True)
    return walk


@pytest.fixture(scope="module")
def owner(server, people):
    return Session(server).sign_in(people["congdan"])


@pytest.fixture(scope="module")
def specialist(server, people):
    return Session(server).sign_in(people["chuyenvien"])


class Paper:
    """A PDF file as other programs read it."""

    def __init__(self, reply, folder):
        assert reply.status == 200 and reply.kind == "application/pdf", str(reply)
        assert "inline" in reply.header("content-disposition")
        self.bytes, self.path = reply.body, folder / f"paper-{time.monotonic_ns()}.pdf"
        self.path.write_bytes(reply.body)

    def tool(self, *command):
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    @property
    def text(self):
        return self.tool("pdftotext", "-enc", "UTF-8", self.path, "-")

    def is_sound(self, size):
        """The page has this size in mm, every font is inside, the file says that it is PDF/A-2b and in Vietnamese."""
        info = self.tool("pdfinfo", self.path)
        points = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)
        for measured, wanted in zip(points.groups(), size):
            assert abs(float(measured) / 72 * 25.4 - wanted) < 0.5, info
        fonts = self.tool("pdffonts", self.path).splitlines()[2:]
        assert fonts
        for line in fonts:
            embedded, subset = line.split()[-5:-3]
            assert embedded == "yes" and subset == "yes", line
        assert re.search(rb'pdfaid:part(="|>)2', self.bytes) and re.search(rb'pdfaid:conformance(="|>)B', self.bytes)
        assert b"/Lang" in self.bytes or b"vi-VN" in self.bytes
        assert unicodedata.is_normalized("NFC", self.text)

    def picture(self):
        name = self.path.with_suffix("")
        self.tool("pdftoppm", "-r", "150", "-png", "-singlefile", self.path, name)
        return name.with_suffix(".png")


def words(paper):
    """The words in their order, however they were broken into lines."""
    return " ".join(paper.text.split())


def test_the_receipt_is_form_01_on_a5(accepted, owner, tmp_path):
    paper = Paper(owner.get(f"/me/dossiers/{accepted.code}/papers/receipt.pdf"), tmp_path)
    paper.is_sound(A5)
    text = words(paper)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", accepted.code,
        "Nguyễn Thị Thu Hà", "Đăng ký khai sinh (mã thủ tục 1.001193)", "biểu mẫu điện tử", "1 tệp, 1 trang", "/TTPVHCC", "Trần Minh Châu",
        "NGƯỜI TIẾP NHẬN HỒ SƠ", "Số lượng hồ sơ: 1 (bộ)",
    ):
        assert expected in text.replace("\u00a0", " "), f"{expected!r} is not in:\n{text}"
    assert re.search(r"Thời gian trả kết quả giải quyết hồ sơ: \d\d giờ \d\d phút, ngày \d\d/\d\d/20\d\d", text), text
    found = subprocess.run(["zbarimg", "-q", "--raw", paper.picture()], capture_output=True, text=True).stdout.strip()
    assert found.endswith(f"/tracking?code={accepted.code}")


def test_english_stands_beside_the_vietnamese(accepted, owner, tmp_path):
    paper = Paper(owner.get(f"/me/dossiers/{accepted.code}/papers/receipt.pdf?lang=en"), tmp_path)
    owner.get("/me?lang=vi")
    assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in words(paper) and "result due" in words(paper)
    assert re.search(r"Pages:\s+1\n", paper.tool("pdfinfo", paper.path))


def test_slips_and_logbook(api, tokens, server, people, owner, specialist, tmp_path):
    asked = Walk(api, tokens, file_birth(api, tokens["congdan"]))
    slips = f"/me/dossiers/{asked.code}/papers"
    assert [owner.get(f"{slips}/{name}.pdf").status for name in ("receipt", "supplement", "refusal")] == [404, 404, 404]
    asked.act("motcua", "request_supplement", "supplementRequested", items=["Giấy chứng sinh rõ nét", "Văn bản ủy quyền"], reason="Bản chụp mờ")
    paper = Paper(owner.get(f"{slips}/supplement.pdf"), tmp_path)
    paper.is_sound(A5)
    for expected in ("PHIẾU YÊU CẦU BỔ SUNG", "1. Giấy chứng sinh rõ nét", "2. Văn bản ủy quyền", "Bản chụp mờ", "PBS-TTPVHCC"):
        assert expected in words(paper), words(paper)
    asked.act("congdan", "supplement", files=[inline(png(), "giay.png")], note="")
    asked.act("motcua", "reject", reason="Không đúng thẩm quyền", legal_ground="Điều 13 Luật Hộ tịch")
    refusal = Paper(owner.get(f"/me/dossiers/{asked.code}/papers/refusal.pdf"), tmp_path)
    refusal.is_sound(A5)
    for expected in ("PHIẾU TỪ CHỐI TIẾP NHẬN HỒ SƠ", "Không đúng thẩm quyền", "Điều 13 Luật Hộ tịch", "PTC-TTPVHCC"):
        assert expected in words(refusal), words(refusal)
    desk = Session(server).sign_in(people["motcua"])
    book = Paper(desk.get(f"/work/logbook.pdf?unit={BIRTH_DESK}"), tmp_path)
    book.is_sound(A4[::-1])
    assert "SỔ THEO DÕI HỒ SƠ" in words(book) and "Nguyễn Thị Thu Hà" in words(book)
    # What is not theirs looks as if it were not there.
    stranger = Session(server).sign_in(people["congdan2"])
    assert stranger.get(f"{slips}/supplement.pdf").status == 404
    assert stranger.get(f"/work/dossiers/{asked.code}/papers/draft.pdf").status == 403


@pytest.mark.parametrize("template", ["birth-certificate", "marital-status", "decision", "permit", "confirmation", "notice"])
def test_drafts_of_results_say_that_they_are_drafts(accepted, specialist, tmp_path, template):
    paper = Paper(specialist.get(f"/work/dossiers/{accepted.code}/papers/draft.pdf?template={template}"), tmp_path)
    paper.is_sound(A4)
    assert "DỰ THẢO" in words(paper) and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words(paper)


def test_unknown_templates_are_refused(accepted, specialist):
    for name in ("../receipt", "receipt", "paper", "x" * 500):
        assert specialist.get(f"/work/dossiers/{accepted.code}/papers/draft.pdf?template={name}").status == 422


# -- What people write -----------------------------------------------------------------------------------------------------------

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def shown(text):
    """What a reader can tell apart: characters written out are read back; spaces and what shapes letters do not count."""
    text = re.sub(r"\[U\+([0-9A-F]+)\]", lambda match: chr(int(match[1], 16)), text)
    text = unicodedata.normalize("NFKC", text)
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) not in ("Cf", "Mn", "Zs", "Cc") and one not in "\u2800\u3164\u115f\u1160")


def is_let_in(text):
    """Forms refuse control characters and noncharacters; `bad_input` shows that."""
    return not any(unicodedata.category(one) in ("Cc", "Cn", "Cs") and one not in "\n\r\t" for one in text)


def letters(text):
    """The same where a reading direction changes: other programs put such words in an order of their own."""
    return sorted(shown(text))


def set_of(text):
    """The same where marks stand on a letter that has no form with them: pdftotext tells the letter once for every mark."""
    return set(shown(text))


def is_stacked(text):
    return any(unicodedata.category(one) in ("Mn", "Mc", "Me") for one in unicodedata.normalize("NFC", text))


def is_turned(text):
    return any(unicodedata.bidirectional(one) in ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRO") for one in text)


def drafted(specialist, accepted, content, folder):
    page = specialist.get(f"/work/dossiers/{accepted.code}")
    form = Form.of(page, f"/work/dossiers/{accepted.code}")
    reply = specialist.post(f"/work/dossiers/{accepted.code}/papers/draft.pdf?template=notice", form.fields({"field.content": content}), files={})
    return Paper(reply, folder)


def test_whatever_people_write_comes_out_as_text(accepted, specialist, tmp_path, note):
    """Strings of every family, each between two numbers of its own."""
    strings = [text for _, text in naughty.sample(6) if len(text) < 500 and is_let_in(text)]
    wrong = []
    for start in range(0, len(strings), 40):
        batch = strings[start:start + 40]
        content = "\n".join(f"[[{index}]]{LINE_ENDS.sub(' ', text)}[[/{index}]]" for index, text in enumerate(batch))
        text = drafted(specialist, accepted, content, tmp_path).text
        for index, wanted in enumerate(batch):
            found = re.search(rf"\[\[{index}\]\](.*?)\[\[/{index}\]\]", text, re.S)
            read = letters if is_turned(wanted) else set_of if is_stacked(wanted) else shown
            if not found and is_turned(wanted):
                continue  # the marks themselves were turned around; letters are counted below
            if not found or read(found[1]) != read(wanted):
                wrong.append((wanted[:60], found and found[1][:60]))
    note(f"papers: {len(strings)} naughty strings in drafts, {len(wrong)} came back changed")
    assert not wrong, wrong[:10]


def test_ten_thousand_characters_without_a_space_stay_on_the_paper(accepted, specialist, tmp_path):
    paper = drafted(specialist, accepted, "Ẵ" * 10_000, tmp_path)
    assert paper.text.count("Ẵ") == 10_000


# -- The press --------------------------------------------------------------------------------------------------------------------


def workers(server):
    """The processes that set pages for this server."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if parent == server.process.pid and "typst_worker.py" in (folder / "cmdline").read_text():
                    found.append(int(folder.name))
            except (OSError, IndexError):
                continue
    return found


def test_fifty_receipts_at_once(server, accepted, owner, note):
    path = f"/me/dossiers/{accepted.code}/papers/receipt.pdf"
    headers = owner.with_cookies({})
    assert owner.get(path).status == 200
    began = time.monotonic()
    for _ in range(20):
        assert owner.get(path).status == 200
    alone = (time.monotonic() - began) / 20
    began = time.monotonic()
    crowd = Crowd(server.port, [(number, "GET", path, None, headers) for number in range(50)], workers=50).start().join()
    took = time.monotonic() - began
    assert len(crowd.answers) == 50 and all(status == 200 and body.startswith(b"%PDF") for status, body in crowd.answers.values())
    assert 1 <= len(workers(server)) <= 2
    note(f"papers: a receipt in {alone * 1000:.0f} ms, 50 at once in {took:.2f} s")


def test_a_killed_worker_is_replaced(server, accepted, owner):
    path = f"/me/dossiers/{accepted.code}/papers/receipt.pdf"
    for _ in range(3):
        assert owner.get(path).status == 200
        for worker in workers(server):
            os.kill(worker, signal.SIGKILL)
        assert owner.get(path).status == 200
    crowd = Crowd(server.port, [(number, "GET", path, None, owner.with_cookies({})) for number in range(60)], workers=20).start()
    time.sleep(0.2)
    for worker in workers(server):
        os.kill(worker, signal.SIGKILL)
    crowd.join()
    assert [status for status, _ in crowd.answers.values()] == [200] * 60


def test_the_worker_ends_with_the_server(people):
    with Server() as other:
        api = API(other.port)
        citizen, desk = other.token("congdan"), other.token("motcua")
        walk = Walk(api, {"congdan": citizen, "motcua": desk}, file_birth(api, citizen))
        walk.act("motcua", "accept", forward=True)
        owner = Session(other).sign_in(other.accounts()["congdan"])
        assert owner.get(f"/me/dossiers/{walk.code}/papers/receipt.pdf").status == 200
        working = workers(other)
        assert working
        other.stop()
        assert not any(Path(f"/proc/{worker}").exists() for worker in working)
        assert not list(other.scratch.glob("motcua-papers-*")), "the worker left its folder behind"


def test_without_python_the_operator_is_told_and_the_rest_works(monkeypatch):
    monkeypatch.setenv("MOTCUA_PYTHON", "/nowhere/python3")
    with Server() as other:
        api = API(other.port)
        citizen, desk = other.token("congdan"), other.token("motcua")
        walk = Walk(api, {"congdan": citizen, "motcua": desk}, file_birth(api, citizen))
        walk.act("motcua", "accept", forward=True)
        owner = Session(other).sign_in(other.accounts()["congdan"])
        reply = owner.get(f"/me/dossiers/{walk.code}/papers/receipt.pdf")
        assert reply.status == 503 and "typst==0.15.0" in reply.text and "fonts-noto-core" in reply.text, str(reply)
        assert owner.get(f"/me/dossiers/{walk.code}/receipt").status == 200
