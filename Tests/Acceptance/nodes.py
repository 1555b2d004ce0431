# SPDX-License-Identifier: Apache-2.0
"""Two nodes on one PostgreSQL are one portal: sessions, word of changes, limits, the catalogue, stopping in order, upgrades.

Skipped on the embedded database, which one process serves. What kills do is tried by bin/failover."""

import http.client
import shutil
import threading
import time
import uuid

import pytest

from support import database
from support.api import API
from support.client import send
from support.server import PROVINCE, Server, motcua
from support.session import Form, Session
from support.walks import Walk, file_birth

pytestmark = pytest.mark.skipif(not database.on_postgres, reason="one process serves the embedded database")

SITE = ("--trusted-proxies", "127.0.0.1", "--drain-seconds", "3")
# The cache of sessions lasts five seconds; what is told comes at once.
AT_ONCE = 3


class Node(Server):
    """Another process on the data and the database of the first."""

    def __init__(self, first, *options):
        self.folder, self.data, self.options, self.process = first.folder, first.data, options, None
        self.log, self.scratch = first.folder / f"node-{uuid.uuid4().hex[:6]}.log", first.scratch

    def __exit__(self, *_):
        self.stop()


@pytest.fixture(scope="module")
def server():
    with Server(*SITE) as first:
        yield first


@pytest.fixture(scope="module")
def second(server):
    with Node(server, *SITE) as node:
        yield node


def until(question, seconds):
    """The first true answer within the time, else the last one."""
    deadline = time.monotonic() + seconds
    while not (answer := question()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return answer


def on(node, session):
    """The same browser at another node."""
    other = Session(node)
    other.cookies = session.cookies
    return other


def test_a_session_of_one_node_holds_at_the_other_and_ends_at_both(server, second, people):
    here = Session(server).sign_in(people["motcua"])
    there = on(second, here)
    assert there.get("/work").status == 200
    stolen = Session(second)
    stolen.cookies = dict(here.cookies)
    form = Form.of(here.get("/work"), "/sign-out")
    assert here.post("/sign-out", form.fields({})).status == 303
    assert until(lambda: stolen.get("/work").status == 303, AT_ONCE), "the other node still knows an ended session"


def test_a_form_made_by_one_node_is_taken_by_the_other(server, second, people):
    here = Session(server).sign_in(people["congdan"])
    form = Form.of(here.get("/me"), "/sign-out")
    # Without saying where it comes from, only its token speaks for it.
    assert on(second, here).post("/sign-out", form.fields({}), origin=False).status == 303


class News(threading.Thread):
    """A browser's line for word of changes."""

    def __init__(self, node, session, since=None):
        super().__init__(daemon=True)
        self.heard, self.connection = [], http.client.HTTPConnection("127.0.0.1", node.port, timeout=15)
        self.connection.request("GET", "/work/events" + (f"?since={since}" if since else ""), headers=session.with_cookies({}))
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200, self.answer.status
        self.start()

    def run(self):
        try:
            for line in self.answer:
                if line.startswith(b"event: "):
                    self.heard.append(line[7:].strip().decode())
        except (OSError, http.client.HTTPException, ValueError):
            pass


def test_word_of_a_change_reaches_browsers_of_every_node(server, second, people, tokens):
    officer = Session(second).sign_in(people["motcua"])
    news = News(second, officer)
    time.sleep(0.3)
    file_birth(API(server.port), tokens["congdan"])
    assert until(lambda: "change" in news.heard, AT_ONCE), f"heard: {news.heard}"


def test_a_page_of_one_node_misses_nothing_when_it_listens_to_the_other(server, second, people, tokens):
    officer = Session(server).sign_in(people["motcua"])
    # Both have been there longer than the page.
    time.sleep(3)
    page = officer.get("/work?view=new").text
    since = page.split('data-mark="')[1].split('"')[0]
    file_birth(API(second.port), tokens["congdan"])
    news = News(second, on(second, officer), since)
    assert until(lambda: news.heard, AT_ONCE) and set(news.heard) == {"change"}, f"heard: {news.heard}"


def test_nodes_count_sign_ins_together_and_each_visitor_apart(server, second):
    def attempt(node, address, number):
        session = Session(node)
        form = Form.of(session.get("/sign-in"), "/sign-in")
        values = {"username": f"ai-do-{number}", "password": "khong-phai-mat-khau"}
        return session.post("/sign-in", form.fields(values), headers={"X-Forwarded-For": address}).status

    began = time.monotonic()
    answers = [attempt((server, second)[number % 2], "203.0.113.9", number) for number in range(36)]
    allowed = 20 + 20 * (time.monotonic() - began) / 60 + 1
    passed = sum(status != 429 for status in answers)
    assert 20 <= passed <= allowed, f"{passed} of 36 attempts passed where {allowed:.0f} may"
    assert attempt(server, "203.0.113.10", 99) != 429, "visitors behind the proxy share one limit"


def test_a_new_pack_reaches_every_node_without_a_restart(server, second, tmp_path):
    pack = shutil.copytree(PROVINCE, tmp_path / "pack")
    units = pack / "units.csv"
    lines = units.read_text().splitlines(keepends=True)
    changed = [line.replace("Sở Nội vụ", "Sở Nội vụ và Thử nghiệm") for line in lines]
    communes = [index for index, line in enumerate(changed) if ",05443," in line]
    assert changed != lines and communes
    place = "Phường Phan Đình Phùng"
    assert place in changed[communes[0]]
    changed[communes[0]] = changed[communes[0]].replace(place, "Phường Thử Nghiệm Mới")
    units.write_text("".join(changed))
    for node in (server, second):
        assert not API(node.port).done("findCommunes", q="Thử Nghiệm Mới")["items"]
    motcua("init", "--province", pack, "--data", server.data)
    for node in (server, second):
        api = API(node.port)
        found = until(lambda: api.done("findCommunes", q="Thử Nghiệm Mới")["items"], 10)
        assert found and found[0]["code"] == "05443", f"{node.address} still has the old communes"


def test_a_node_asked_to_stop_says_so_and_serves_on_for_a_while(server):
    with Node(server, *SITE) as node:
        node.process.terminate()
        ready = until(lambda: (answer := send(node, "GET", "/health/ready", headers={"Accept": "application/json"})).status == 503 and answer, 2)
        assert ready and ready.json()["code"] == "draining"
        assert send(node, "GET", "/procedures").status == 200
        assert send(server, "GET", "/health/ready").status == 200
        assert node.process.wait(30) == 0


def test_what_takes_away_waits_while_another_program_serves(server, second):
    done = motcua("migrate", "--contract", "--data", server.data)
    assert "Nothing was missing" in done.stderr
    with database.Connection(server.data) as connection:
        connection.execute(
            "INSERT INTO nodes (id, name, release, schema_fingerprint, started_at, seen_at) "
            "VALUES (gen_random_uuid(), 'elsewhere:8080', '0.0.9', 'another', now(), now())")
        try:
            refused = motcua("migrate", "--contract", "--data", server.data, check=False)
            assert refused.returncode == 1 and "elsewhere:8080 (0.0.9)" in refused.stderr
            assert motcua("migrate", "--data", server.data).returncode == 0
        finally:
            connection.execute("DELETE FROM nodes WHERE name = 'elsewhere:8080'")


def test_an_older_node_starts_on_a_schema_that_was_only_added_to(server):
    step = "INSERT INTO schema_migrations (name, checksum, applied_at, stage) VALUES ('trial.001', 'none', now(), "
    with database.Connection(server.data) as connection:
        connection.execute("ALTER TABLE dossiers ADD COLUMN of_next_release TEXT NOT NULL DEFAULT ''")
        try:
            connection.execute(step + "'expand')")
            with Node(server, *SITE) as node:
                assert send(node, "GET", "/health/ready").status == 200
            connection.execute("UPDATE schema_migrations SET stage = 'contract' WHERE name = 'trial.001'")
            refused = motcua("migrate", "--data", server.data, check=False)
            assert refused.returncode == 1 and "needs a newer program" in refused.stderr
        finally:
            connection.execute("DELETE FROM schema_migrations WHERE name = 'trial.001'")
            connection.execute("ALTER TABLE dossiers DROP COLUMN of_next_release")


def test_filing_and_deciding_go_on_over_both(server, second, tokens):
    code = file_birth(API(server.port), tokens["congdan"])
    walk = Walk(API(second.port), tokens, code)
    walk.act("motcua", "accept", forward=True)
    assert API(server.port).done("getDossier", tokens["congdan"], code=walk.code)["state"]["code"] != "submitted"
    assert motcua("verify", "--data", server.data).returncode == 0
