# SPDX-License-Identifier: Apache-2.0
"""An installation with dossiers in it, and a copy of its database for the reference."""

import datetime
import http.client
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from running import Server, ask, free_port

PROCEDURE = "1.004873"
UNIT = "H55.238"
# A page with nothing on it.
PAPER = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


class Installation:
    """A province with its accounts, on a file of SQLite or on a server of PostgreSQL."""

    def __init__(self, motcua, province, folder, name="data", postgres=None):
        self.motcua, self.folder, self.name, self.postgres = motcua, folder, name, postgres
        self.data = os.path.join(folder, name)
        self.log = os.path.join(folder, name + ".log")
        self.place = ["--database", postgres.url] if postgres else []
        self.database = postgres.url if postgres else os.path.join(self.data, "motcua.sqlite")
        os.environ["MOTCUA_PROVINCE"] = province
        self.run("init", "--province", province)

    def run(self, *arguments):
        command = [self.motcua, *arguments, "--data", self.data, *self.place]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"motcua {arguments[0]} failed: {done.stderr[-2000:]}")
        return done.stdout.strip()

    def serve(self):
        port = free_port()
        options = ["--demo", "--no-rate-limit", "--submission", "local", "--port", str(port)]
        return Server("motcua", [self.motcua, "serve", *options, "--data", self.data, *self.place], port, self.log)

    def simulate(self, first, last, dossiers):
        start = time.monotonic()
        self.run("simulate", "--from", first, "--to", last, "--dossiers", str(dossiers), "--seed", "1")
        return time.monotonic() - start

    def passwords(self):
        return {one["username"]: one["password"] for one in json.loads(self.run("demo-accounts", "--json"))}

    def fill(self, server, count):
        """Files dossiers, and has half of them accepted, so that the pages of both kinds are tracked."""
        self.prepare_body(server)
        with open(self.body, "rb") as file:
            body = file.read()
        officer = self.run("token", "create", "--user", "motcua")
        with ThreadPoolExecutor(8) as pool:
            parts = [range(first, count, 8) for first in range(8)]
            self.codes = sum(pool.map(lambda part: file_and_accept(server, self.token, officer, body, part), parts), [])
        self.settle()

    def prepare_body(self, server):
        """What is filed again and again; its paper is uploaded once."""
        self.token = self.run("token", "create", "--user", "congdan")
        self.body = os.path.join(self.folder, self.name + "-filing.json")
        with open(self.body, "w") as file:
            json.dump(filing(self.reference(server)), file, ensure_ascii=False)

    def reference(self, server):
        status, answer = ask(
            server.url + "/api/v1/files?name=giay-to.pdf", PAPER, {"Authorization": "Bearer " + self.token, "Content-Type": "application/pdf"})
        if status != 201:
            sys.exit(f"the upload was answered with {status}: {answer.decode()}")
        return json.loads(answer)["reference"]

    def settle(self):
        """Waits until nothing is due in the outbox; gives the seconds it took."""
        start = time.monotonic()
        now = "now()" if self.postgres else str(int(time.time() * 1000))
        due = f"SELECT count(*) FROM jobs WHERE (state = 'waiting' AND run_at <= {now}) OR state = 'running'"
        while int(self.value(due)):
            if time.monotonic() - start > 900:
                sys.exit("the outbox is not drained after fifteen minutes")
            time.sleep(0.1)
        return time.monotonic() - start

    def value(self, sql):
        return value(self.database, sql, self.postgres)

    def hours(self):
        """The opening hours of the next days as the bare server takes them: only they decide when a filing is in danger."""
        calendar = json.loads(self.value("SELECT CAST(definition AS TEXT) FROM calendars ORDER BY installed_at DESC LIMIT 1"))
        special = {day["date"]: day["kind"] for year in calendar["years"] for day in year["days"]}
        names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        periods = []
        zone = datetime.timezone(datetime.timedelta(hours=7))
        for distance in range(-1, 21):
            day = (datetime.datetime.now(zone) + datetime.timedelta(days=distance)).replace(hour=0, minute=0, second=0, microsecond=0)
            kind = special.get(day.date().isoformat())
            hours = calendar["hours"]
            spans = hours["week"].get(names[day.weekday()], []) if kind is None else hours["makeUpDay"] if kind == "makeUpWorking" else []
            for span in spans:
                ends = [day + datetime.timedelta(hours=int(end[:2]), minutes=int(end[3:])) for end in span.split("-")]
                periods.append("-".join(str(int(end.timestamp() * 1000)) for end in ends))
        return ",".join(periods)

    def copy(self):
        """A second data folder with the same database, for the reference; the server is stopped while it is made."""
        copy = os.path.join(self.folder, self.name + "-reference")
        shutil.copytree(self.data, copy)
        return copy

    def verify(self, data, *place):
        """What the examination of a database found wrong."""
        done = subprocess.run([self.motcua, "verify", "--data", data, *place], capture_output=True, text=True)
        return done.stdout.splitlines(), done.stderr.strip().splitlines()[-1]


def value(database, sql, postgres=None):
    """The one value of a query, by a reader of its own."""
    if postgres:
        return postgres.query(sql, database.rsplit("/", 1)[1])
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return rows.execute(sql).fetchone()[0]
    finally:
        rows.close()


def file_and_accept(server, token, officer, body, numbers):
    host = urllib.parse.urlparse(server.url).netloc
    connection = http.client.HTTPConnection(host)

    def post(path, body, token, key=None):
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status not in (200, 201):
            sys.exit(f"{path} was answered with {answer.status}: {text.decode()}")
        return json.loads(text)

    codes = []
    for number in numbers:
        code = post("/api/v1/dossiers", body, token, f"fill-{number}")["provisional_code"]
        if number % 2:
            code = post(f"/api/v1/dossiers/{code}/commands", json.dumps({"type": "accept", "seen": 1}), officer)["code"]
        codes.append(code)
    connection.close()
    return codes


def filing(reference):
    """A certificate of marital status, asked for by the first citizen of the demonstration."""
    return {
        "procedure": PROCEDURE, "case": PROCEDURE + ".01", "unit": UNIT, "delivery": "desk",
        "applicant": {
            "name": "Nguyễn Thị Thu Hà", "personal_id": "019190000018", "phone": "0912345678", "email": "congdan@example.vn",
            "address": "Tổ 5, phường Đức Xuân"},
        "answers": {
            "filed_by": "self", "person_name": "Nguyễn Thị Thu Hà", "person_id": "019190000018", "person_birth_date": "1990-05-12",
            "person_ethnicity": "Tày", "person_phone": "0912345678", "person_home": "Tổ 5", "person_home_commune": "01840",
            "marital_status": "never",
            "former_homes": [{"former_home": "Tổ 3", "former_home_commune": "01843", "former_home_until": "2019-06"}],
            "purpose": "other", "other_purpose": "Vay vốn ngân hàng để mua nhà ở", "issued_before": "no"},
        "files": [{"component": "000.00.00.G15-KQ003785", "reference": reference}],
    }
