# SPDX-License-Identifier: Apache-2.0
"""How an operator meets the program: it starts quickly, stops when asked, stays small, and says what is wrong."""

import http.client
import json
import signal
import time

import pytest

from support import database
from support.answers import answers_to
from support.api import API
from support.client import send
from support.crowd import Crowd
from support.server import PROVINCE, free_port, motcua
from support.session import Session
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, file_birth

SUBCOMMANDS = [
    "serve", "init", "import", "due", "export", "verify", "token", "demo-accounts", "simulate", "migrate", "files", "move", "healthcheck"]


def test_a_second_start_shows_its_first_page_at_once(server, tokens, note):
    code = file_birth(API(server.port), tokens["congdan"])
    server.stop()
    began = time.monotonic()
    server.start()
    page = send(server, "GET", "/")
    took = time.monotonic() - began
    note(f"second start: first page after {took:.2f} s (wanted: under 2 s)")
    assert page.status == 200 and took < 5
    assert API(server.port).done("getDossier", tokens["congdan"], code=code)["provisional_code"] == code


def test_the_server_stays_small(server, people, tokens, note):
    api, session = API(server.port), Session(server).sign_in(people["congdan"])
    before = server.resident_bytes()
    for turn in range(300):
        session.get(("/", "/procedures?q=khai+sinh", "/procedures/1.001193", "/tracking", "/me")[turn % 5])
    for _ in range(30):
        file_birth(api, tokens["congdan"])
    after = server.resident_bytes()
    note(f"memory: {before / 1e6:.0f} MB at the beginning, {after / 1e6:.0f} MB after 300 pages and 30 filings (wanted: under 150 MB)")
    assert after < 150_000_000


def stopped_by(server, stop, tasks):
    """Stops the server in the middle of its work, with a browser's idle connection still open."""
    idle = http.client.HTTPConnection("127.0.0.1", server.port)
    idle.request("GET", "/")
    idle.getresponse().read()
    crowd = Crowd(server.port, tasks).start()
    while len(crowd.answers) < len(tasks) / 4:
        time.sleep(0.001)
    began = time.monotonic()
    server.process.send_signal(stop)
    assert server.process.wait(30) == 0
    took = time.monotonic() - began
    idle.close()
    return crowd.join(), took


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_asked_and_forgets_nothing_it_acknowledged(server, tokens, note, stop):
    case = API(server.port).done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    answers = answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"})
    body = json.dumps({"procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "delivery": "desk"}).encode()
    headers = {"Authorization": f"Bearer {tokens['congdan']}", "Content-Type": "application/json"}
    tasks = [(n, "POST", "/api/v1/dossiers", body, {**headers, "Idempotency-Key": f"{stop}-{n}"}) for n in range(300)]
    crowd, took = stopped_by(server, stop, tasks)
    note(f"{stop.name} in the middle of filings: ended after {took:.2f} s, {len(crowd.answers)} answered, {len(crowd.cut_off)} cut off")
    filed = crowd.json()
    assert server.verify().returncode == 0
    server.start()
    for one in filed.values():
        assert API(server.port).done("getDossier", tokens["congdan"], code=one["provisional_code"])["id"] == one["id"]


def test_a_session_outlives_a_restart(server, people):
    session = Session(server).sign_in(people["congdan"])
    server.stop()
    server.start()
    assert session.get("/me").status == 200


def test_initialising_again_changes_nothing(server):
    server.stop()
    done = motcua("init", "--province", PROVINCE, "--data", server.data)
    assert "0 added" in done.stderr and "0 ended" in done.stderr, done.stderr
    server.start()
    assert server.verify().returncode == 0


def test_the_health_of_a_server_can_be_asked(server):
    assert motcua("healthcheck", "--port", server.port, check=False).returncode == 0
    assert motcua("healthcheck", "--port", free_port(), check=False).returncode == 1


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_explains_itself(name):
    done = motcua(name, "--help")
    assert "USAGE: motcua " + name in done.stdout


@pytest.mark.parametrize("arguments", [["fly"], ["serve", "--port", "many"], ["due"], ["import", "catalogue"], ["token", "create"], ["serve", "--wings"]])
def test_bad_usage_is_64_with_words_on_the_error_stream(arguments):
    done = motcua(*arguments, check=False, timeout=20)
    assert done.returncode == 64 and done.stderr and not done.stdout, (done.returncode, done.stdout)


@pytest.mark.parametrize("failing", [
    "serve without a province", "serve on a taken port", "verify of nothing", "init of no pack", "token for nobody", "demo accounts of nothing"])
def test_what_cannot_be_done_is_1_with_a_sentence(server, tmp_path, failing):
    pack = tmp_path / "pack"
    pack.mkdir()
    database.create(tmp_path / "none")
    arguments = {
        "serve without a province": ["serve", "--data", tmp_path / "none", "--port", free_port()],
        "serve on a taken port": ["serve", "--data", server.data, "--port", server.port],
        "verify of nothing": ["verify", "--data", tmp_path / "none"],
        "init of no pack": ["init", "--province", pack, "--data", tmp_path / "none"],
        "token for nobody": ["token", "create", "--user", "khong-co-ai", "--data", server.data],
        "demo accounts of nothing": ["demo-accounts", "--json", "--data", tmp_path / "none"],
    }[failing]
    done = motcua(*arguments, check=False, timeout=30)
    database.drop(tmp_path / "none")
    if failing == "demo accounts of nothing":
        assert (done.returncode, json.loads(done.stdout)) == (0, [])
        return
    assert done.returncode == 1 and done.stderr.strip() and not done.stdout, (done.returncode, done.stdout, done.stderr)
    for inside in ("UserError(", "Phrase(", "SELECT ", "descriptor", "NIO", "0x"):
        assert inside not in done.stderr, f"the insides of the program are shown: {done.stderr}"


def test_passwords_and_tokens_lie_nowhere_in_clear(server, people, tokens):
    """Neither in the database nor in the log; the demonstration's own list is the one exception."""
    token = tokens["congdan"]
    if database.on_postgres:
        with database.Connection(server.data) as connection:
            tables = [row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")]
            for table in tables:
                assert connection.execute(f"SELECT count(*) FROM {table} AS t WHERE position(? IN t::text) > 0", (token,)).fetchone()[0] == 0, table
    for path in server.data.glob("motcua.sqlite*"):
        assert token.encode() not in path.read_bytes(), path.name
    assert token not in server.log.read_text(errors="replace")
    assert oct(server.data.stat().st_mode)[-3:] == "700"
