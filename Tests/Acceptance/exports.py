# SPDX-License-Identifier: Apache-2.0
"""Exports: every string comes back from every format, nobody takes along what they may not see, memory stays however long it gets,
and a file that broke off cannot be taken for a whole one."""

import csv
import datetime
import http.client
import io
import json
import re
import subprocess
import threading
import time
import zipfile

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from support import database
from support.client import refused, send
from support.naughty import ALL
from support.rows import NAMES, fill, row, store
from support.server import BINARY
from support.session import Session

MANY = 100_000
# Of the rows with naughty names; the others lie before.
ODD = "/api/v1/exports/dossiers?from=2025-06-01&format="
# What a database takes as a text. (A workbook holds no cell that is longer.)
STRINGS = [text for _, text in ALL if "\0" not in text and len(text) <= 32_767 and not any(0xD800 <= ord(one) < 0xE000 for one in text)]


@pytest.fixture(scope="module")
def filled(server):
    """A ward of MANY dossiers of 2024, and one for each naughty name in June 2025."""
    fill(server.data, MANY)
    june = int(datetime.datetime(2025, 6, 2, tzinfo=datetime.timezone.utc).timestamp() * 1000)
    store(server.data, [row(number, june + number, "H55.20", text, is_new=True) for number, text in enumerate(STRINGS)])
    return server


@pytest.fixture
def auditor(filled, tokens):
    return tokens["kiemtra"]


def rows_of(reply):
    assert reply.status == 200, reply
    return list(csv.reader(io.StringIO(reply.body.decode("utf-8-sig"), newline="")))


def guarded(text):
    """What the house writes before a cell that a spreadsheet would take for a formula; a number with its sign is none."""
    is_number = re.fullmatch(r"[+-](\d+\.?\d*|\.\d+)", text, re.ASCII)
    return "'" + text if text[:1] in tuple("=+-@\t\r") and not is_number else text


def test_every_string_comes_back_from_csv(filled, auditor):
    reply = send(filled, "GET", ODD + "csv", token=auditor)
    assert reply.body.startswith(b"\xef\xbb\xbf") and reply.kind == "text/csv"
    head, *rows = rows_of(reply)
    names = [row[head.index("Tên tổ chức, cá nhân")] for row in rows]
    assert names == [guarded(text) for text in STRINGS]
    assert any(name.startswith("'=") for name in names)


def test_every_string_comes_back_from_json_lines(filled, auditor):
    reply = send(filled, "GET", ODD + "jsonl", token=auditor)
    lines = reply.body.split(b"\n")
    assert lines.pop() == b""
    objects = [json.loads(line) for line in lines]
    assert [one["applicant_name"] for one in objects] == STRINGS
    assert objects[0]["submitted_at"] == "2025-06-02T07:00:00+07:00" and objects[0]["accepted_at"] is None
    assert objects[0]["state"] == {"number": 1, "code": "submitted", "name": "Mới đăng ký"}


def test_every_string_comes_back_from_a_workbook(filled, auditor):
    reply = send(filled, "GET", ODD + "xlsx", token=auditor)
    assert zipfile.ZipFile(io.BytesIO(reply.body)).testzip() is None
    book = openpyxl.load_workbook(io.BytesIO(reply.body))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A2" and len(book.worksheets) == 1
    head, *rows = sheet.iter_rows(values_only=True)
    column = head.index("Tên tổ chức, cá nhân")
    assert [unescape(row[column] or "") for row in rows] == STRINGS
    assert rows[0][head.index("Ngày nộp")] == datetime.datetime(2025, 6, 2, 7, 0)
    assert sheet.cell(2, head.index("Ngày nộp") + 1).number_format == "dd/mm/yyyy\\ hh:mm"
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_all_formats_count_the_same(filled, auditor):
    path = "/api/v1/exports/dossiers?from=2024-01-02&to=2024-01-03&format="
    table = rows_of(send(filled, "GET", path + "csv", token=auditor))
    lines = send(filled, "GET", path + "jsonl", token=auditor).body.splitlines()
    sheet = openpyxl.load_workbook(io.BytesIO(send(filled, "GET", path + "xlsx", token=auditor).body)).worksheets[0]
    # From 8:00 on the first day to the midnight after the second, one a minute.
    assert len(lines) == len(table) - 1 == sheet.max_row - 1 == 40 * 60
    assert len({json.loads(line)["code"] for line in lines}) == len(lines)


@pytest.mark.parametrize("kind, expected", [("submitted", 24 * 60), ("accepted", 24 * 60), ("resolved", 24 * 60 * 2 // 3)])
def test_a_day_is_a_local_day_of_its_kind(filled, auditor, kind, expected):
    column = {"submitted": "Ngày nộp", "accepted": "Ngày tiếp nhận", "resolved": "Ngày có kết quả"}[kind]
    head, *rows = rows_of(send(filled, "GET", f"/api/v1/exports/dossiers?kind={kind}&from=2024-02-06&to=2024-02-06", token=auditor))
    assert len(rows) == expected and {row[head.index(column)][:10] for row in rows} == {"2024-02-06"}


def test_filters_narrow(filled, auditor):
    path = "/api/v1/exports/dossiers?from=2024-02-06&to=2024-02-06&unit=H55.238&procedure=1.001193&status=9&status=4"
    head, *rows = rows_of(send(filled, "GET", path, token=auditor))
    assert rows and {row[head.index("Mã đơn vị tiếp nhận")] for row in rows} == {"H55.238"}
    assert {row[head.index("Mã TTHC")] for row in rows} == {"1.001193"}


def test_an_officer_takes_what_passed_through_the_unit(filled, tokens):
    """MANY rows of four desks: the ward's desk gets its quarter, with names; the province's leader gets all, without."""
    head, *rows = rows_of(send(filled, "GET", "/api/v1/exports/dossiers", token=tokens["motcua"]))
    assert len(rows) == MANY // 4 and {row[head.index("Mã đơn vị tiếp nhận")] for row in rows} == {"H55.238"}
    assert {row[head.index("Tên tổ chức, cá nhân")] for row in rows} == set(NAMES)
    whole = send(filled, "GET", "/api/v1/exports/dossiers", token=tokens["tinh"])
    head, *rows = rows_of(whole)
    assert len(rows) == MANY + len(STRINGS) and "Tên tổ chức, cá nhân" not in head
    assert NAMES[0].encode() not in whole.body


def test_who_may_not_is_refused(filled, tokens, people):
    refused(send(filled, "GET", "/api/v1/exports/dossiers"), 401)
    refused(send(filled, "GET", "/api/v1/exports/dossiers", token=tokens["congdan"]), 403)
    refused(send(filled, "GET", "/api/v1/exports/dossiers", token=filled.token("motcua", "read")), 403)
    citizen = Session(filled).sign_in(people["congdan"])
    refused(citizen.get("/work/exports"), 403)
    refused(citizen.get("/work/exports/dossiers.csv"), 403)


@pytest.mark.parametrize("query", ["from=2024-13-01", "from=2024-02-02&to=2024-02-01", "status=11", "status=x", "unit=H99", "kind=later", "procedure=" + "9" * 65])
def test_a_wrong_filter_is_named(filled, auditor, people, query):
    problem = refused(send(filled, "GET", "/api/v1/exports/dossiers?" + query, token=auditor), 422).json()
    assert problem["code"] == "exports.bad_filter" and problem["errors"][0]["field"] == re.findall("(\\w+)=", query)[-1]
    page = Session(filled).sign_in(people["kiemtra"]).get("/work/exports/dossiers.csv?" + query)
    assert page.status == 422 and "error-summary" in page.text


def test_an_unknown_format_is_refused(filled, auditor):
    assert refused(send(filled, "GET", "/api/v1/exports/dossiers?format=pdf", token=auditor), 400).json()["code"] == "exports.unknown_format"


def test_the_page_offers_downloads_and_lists_what_was_taken(filled, people):
    desk = Session(filled).sign_in(people["motcua"])
    assert "/work/exports" in desk.get("/work").text
    path = "/work/exports/dossiers.xlsx?kind=submitted&from_day=6&from_month=2&from_year=2024&to_day=6&to_month=2&to_year=2024&unit=&procedure=&status=&names=no"
    reply = desk.get(path)
    assert reply.status == 200 and "ho-so-2024-02-06-2024-02-06.xlsx" in reply.header("content-disposition")
    sheet = openpyxl.load_workbook(io.BytesIO(reply.body)).worksheets[0]
    assert sheet.max_row == 24 * 60 // 4 + 1 and "Tên tổ chức, cá nhân" not in [cell.value for cell in sheet[1]]
    before = desk.get("/work/exports").text
    assert "Nộp trong kỳ: từ 06/02/2024 đến hết 06/02/2024" in before and ">360</td>" in before and ">đủ</td>" in before
    # Asking what would come is no export.
    head = send(filled, "HEAD", path, headers=desk.with_cookies({}))
    assert head.status == 200 and desk.get("/work/exports").text.count("06/02/2024") == before.count("06/02/2024")


def test_an_auditor_reads_everybodys_exports(filled, people):
    auditor = Session(filled).sign_in(people["kiemtra"])
    assert people["motcua"].name in auditor.get("/work/exports?of=all").text
    assert people["motcua"].name not in auditor.get("/work/exports").text
    desk = Session(filled).sign_in(people["motcua"])
    assert people["kiemtra"].name not in desk.get("/work/exports?of=all").text


def outcome(server, door="api"):
    """Of the last export through a door: whether it is whole, when it ended, how many rows it had."""
    with database.Connection(server.data) as connection:
        return connection.execute("SELECT is_complete, ended_at, row_count FROM exports WHERE door = ? ORDER BY id DESC LIMIT 1", (door,)).fetchone()


def wait_for_end(server):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        found = outcome(server)
        if found[1]:
            return found
        time.sleep(0.05)
    raise AssertionError("the export has not ended")


def test_who_hangs_up_ends_the_reading(filled, auditor):
    connection = http.client.HTTPConnection("127.0.0.1", filled.port, timeout=30)
    connection.request("GET", "/api/v1/exports/dossiers", headers={"Authorization": f"Bearer {auditor}"})
    response = connection.getresponse()
    response.read(1000)
    response.close()
    connection.close()
    complete, _, rows = wait_for_end(filled)
    assert not complete and rows < MANY, (complete, rows)


@pytest.mark.skipif(database.on_postgres, reason="PostgreSQL keeps no text that cannot be read")
def test_an_error_in_the_middle_breaks_the_connection(filled, auditor):
    """A row that cannot be read, far behind the beginning: the client is not left with a short file that looks whole."""
    if database.on_postgres:
        pytest.skip("PostgreSQL takes no text that is none")
    number = 60_000
    change = "UPDATE dossiers SET applicant_name = {} WHERE code = ?"
    with database.Connection(filled.data) as connection:
        code = (row(number)[1],)
        assert connection.execute(change.format("CAST(x'ff41' AS TEXT)"), code).rowcount == 1
        try:
            with pytest.raises((http.client.IncompleteRead, ConnectionError)):
                send(filled, "GET", "/api/v1/exports/dossiers?to=2025-01-01", token=auditor)
            complete, _, rows = wait_for_end(filled)
            assert not complete and 0 < rows <= number
        finally:
            connection.execute(change.format("'Hà'"), code)
    assert filled.is_alive()


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
def test_memory_stays(filled, auditor, note, format):
    before = filled.resident_bytes()
    most, done = [before], threading.Event()

    def watch():
        while not done.wait(0.02):
            most.append(filled.resident_bytes())

    watcher = threading.Thread(target=watch)
    watcher.start()
    began, size = time.monotonic(), 0
    connection = http.client.HTTPConnection("127.0.0.1", filled.port, timeout=300)
    connection.request("GET", "/api/v1/exports/dossiers?format=" + format, headers={"Authorization": f"Bearer {auditor}"})
    response = connection.getresponse()
    while piece := response.read(1 << 20):
        size += len(piece)
    seconds = time.monotonic() - began
    done.set()
    watcher.join()
    more = (max(most) - before) / (1 << 20)
    note(f"export of {MANY:,} rows as {format}: {MANY / seconds:,.0f} rows/s, {size / (1 << 20):.0f} MiB, {more:.0f} MiB more memory")
    assert more < 64, f"{more:.0f} MiB more"


def test_a_slow_reader_holds_no_memory(filled, auditor):
    """Nobody reads for a while: the server waits, with a few pieces in hand, and goes on."""
    connection = http.client.HTTPConnection("127.0.0.1", filled.port, timeout=60)
    connection.request("GET", "/api/v1/exports/dossiers", headers={"Authorization": f"Bearer {auditor}"})
    response = connection.getresponse()
    response.read(1000)
    before = filled.resident_bytes()
    time.sleep(3)
    assert filled.resident_bytes() - before < 32 << 20
    assert not outcome(filled)[1]
    while response.read(1 << 20):
        pass
    assert wait_for_end(filled)[0]


def test_the_command_line_writes_whole_files_only(filled, tmp_path):
    out = tmp_path / "dossiers.csv"
    command = [BINARY, "export", "--data", filled.data, *database.options(["--data", filled.data]), "--format", "csv", "--from", "2025-06-01", "--lang", "en"]
    done = subprocess.run([*command, "--out", out], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and done.stdout == "" and f"{len(STRINGS)} rows" in done.stderr, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["dossiers.csv"]
    straight = subprocess.run(command, capture_output=True, timeout=120)
    assert straight.stdout == out.read_bytes() and straight.stdout.startswith(b"\xef\xbb\xbfCode,")
    assert outcome(filled, "command")[0]
    wrong = subprocess.run([*command, "--status", "11"], capture_output=True, text=True, timeout=120)
    assert wrong.returncode == 64
