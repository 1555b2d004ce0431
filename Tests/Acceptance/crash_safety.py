# SPDX-License-Identifier: Apache-2.0
"""The server is killed in the middle of filings and acceptances: what it acknowledged is there, once, numbered without a gap.

MOTCUA_CRASH_ROUNDS kills (2) among MOTCUA_CRASH_FILINGS filings each (400); the full run is 10 × 2000.
"""

import json
import os
import random
import time

import pytest

from support.answers import answers_to
from support.api import API
from support.crowd import Crowd
from support.server import Server
from support.walks import BIRTH, BIRTH_DESK, COMMUNE

ROUNDS = int(os.environ.get("MOTCUA_CRASH_ROUNDS") or 2)
FILINGS = int(os.environ.get("MOTCUA_CRASH_FILINGS") or 400)


class Register:
    """All filings of the test by their keys, and what the server said of each."""

    def __init__(self, server):
        self.server, self.said, self.keys = server, {}, []
        self.citizen, self.officer = server.token("congdan"), server.token("motcua")
        case = API(server.port).done("getProcedure", code=BIRTH)["definition"]["cases"][0]
        answers = answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"})
        self.filing = {"procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "delivery": "desk"}
        self.restarts, self.rates = [], []

    def headers(self, token, **more):
        return {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **more}

    def filings(self, keys):
        for key in keys:
            answers = {**self.filing["answers"], "child_name": f"Nguyễn {key}"}
            body = json.dumps({**self.filing, "answers": answers}).encode()
            yield key, "POST", "/api/v1/dossiers", body, self.headers(self.citizen, **{"Idempotency-Key": key})

    def heard(self, crowd):
        """Takes over the acknowledgements; one that differs from an earlier one is a second dossier."""
        for key, filed in crowd.json().items():
            one = (filed["id"], filed["provisional_code"])
            assert self.said.setdefault(key, one) == one, f"{key} was filed twice: {self.said[key]} and {one}"

    def kill_during(self, crowd, total):
        """Lets part of the work be done, kills, and starts again on the same data."""
        crowd.start()
        share, began = random.uniform(0.1, 0.9), time.monotonic()
        while len(crowd.answers) < total * share and time.monotonic() - began < 120:
            time.sleep(0.0005)
        self.rates.append(len(crowd.answers) / (time.monotonic() - began))
        self.server.kill()
        crowd.join()
        self.server.start()
        self.restarts.append(self.server.started_in)


@pytest.fixture(scope="module")
def register():
    with Server("--no-rate-limit") as server:
        yield Register(server)


def numbers(codes, prefix):
    """The numbers at the end of codes of one desk; they must all belong to it, be different, and leave no gap."""
    days = {}
    for code in codes:
        start, number = code.rsplit("-", 1)
        assert start.startswith(prefix), code
        days.setdefault(start, []).append(int(number))
    for start, given in days.items():
        assert sorted(given) == list(range(1, len(given) + 1)), f"{start}: {len(given)} numbers up to {max(given)}, {len(set(given))} different"
    return sum(map(len, days.values()))


def test_every_acknowledged_filing_survives_every_kill(register):
    for turn in range(ROUNDS):
        keys = [f"k{turn}-{number}" for number in range(FILINGS)]
        register.keys += keys
        crowd = Crowd(register.server.port, register.filings(keys))
        register.kill_during(crowd, FILINGS)
        register.heard(crowd)
        lost = look_up(register, [key for key in keys if key in register.said])
        assert not lost, f"round {turn}: {len(lost)} acknowledged filings are gone, such as {lost[0]}"


def look_up(register, keys):
    """Asks for each filing by its provisional code; gives those that are not what was acknowledged."""
    tasks = [(key, "GET", f"/api/v1/dossiers/{register.said[key][1]}", None, register.headers(register.citizen)) for key in keys]
    crowd = Crowd(register.server.port, tasks).start().join()
    wrong = []
    for key in keys:
        status, body = crowd.answers.get(key, (0, b"{}"))
        dossier = json.loads(body)
        if status != 200 or dossier["id"] != register.said[key][0] or dossier["answers"]["child_name"] != f"Nguyễn {key}":
            wrong.append((key, register.said[key], status))
    return wrong


def test_sending_everything_again_files_nothing_twice(register):
    """Also those that were cut off: each key has one dossier, whether or not its acknowledgement was heard."""
    for _ in range(2):
        crowd = Crowd(register.server.port, register.filings(register.keys)).start().join()
        assert not crowd.cut_off
        register.heard(crowd)
    assert len({one[0] for one in register.said.values()}) == len(register.keys)


def test_provisional_numbers_have_no_gap(register):
    assert numbers([code for _, code in register.said.values()], f"DK-{BIRTH_DESK}-") == ROUNDS * FILINGS


def queue(register):
    """Everything new at the desk, page by page."""
    api, codes, after = API(register.server.port), [], None
    while True:
        page = api.done("listWork", register.officer, view="new", limit=100, after=after)
        codes += [item["code"] for item in page["items"]]
        after = page.get("next")
        if not after:
            return codes


def test_the_queue_shows_each_dossier_once(register):
    codes = queue(register)
    assert len(codes) == len(set(codes)) and set(codes) == {code for _, code in register.said.values()}


def test_official_numbers_have_no_gap_even_when_killed_while_numbering(register):
    def acceptances(codes):
        body = json.dumps({"type": "accept"}).encode()
        return [(code, "POST", f"/api/v1/dossiers/{code}/commands", body, register.headers(register.officer)) for code in codes]

    waiting = [code for _, code in register.said.values()]
    crowd = Crowd(register.server.port, acceptances(waiting))
    register.kill_during(crowd, len(waiting))
    given = {code: dossier["code"] for code, dossier in crowd.json().items()}
    crowd = Crowd(register.server.port, acceptances(queue(register))).start().join()
    given |= {code: dossier["code"] for code, dossier in crowd.json().items()}
    # Some were accepted without anybody hearing of it.
    tasks = [(code, "GET", f"/api/v1/dossiers/{code}", None, register.headers(register.officer)) for code in waiting]
    found = {code: dossier["code"] for code, dossier in Crowd(register.server.port, tasks).start().join().json().items()}
    assert all(found[code] == official for code, official in given.items()), "an acknowledged number has changed"
    assert not queue(register)
    assert numbers(found.values(), f"{BIRTH_DESK}-") == ROUNDS * FILINGS


def test_history_agrees_with_the_rows_after_the_kills(register, note):
    running = register.server.verify()
    register.server.stop()
    done = register.server.verify()
    assert running.returncode == 0 and done.returncode == 0, running.stdout + done.stdout + done.stderr
    rates, restarts = register.rates, register.restarts
    note(
        f"{len(restarts)} kills; {min(rates):.0f}–{max(rates):.0f} durable writes/s from {32} clients; "
        f"restart after a kill {min(restarts):.2f}–{max(restarts):.2f} s; {done.stderr.strip()}")
