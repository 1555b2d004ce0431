# SPDX-License-Identifier: Apache-2.0
"""An installation with dossiers in it, and a copy of its database for the reference."""

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
# The smallest thing that is a PDF.
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Installation:
    def __init__(self, motcua, province, folder):
        self.motcua = motcua
        self.folder = folder
        self.data = os.path.join(folder, "data")
        self.log = os.path.join(folder, "motcua.log")
        self.database = os.path.join(self.data, "motcua.sqlite")
        self.environment = {**os.environ, "MOTCUA_PROVINCE": province}
        self.run("init", "--province", province)

    def run(self, *arguments):
        command = [self.motcua, *arguments, "--data", self.data]
        with open(self.log, "ab") as log:
            return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=log, text=True, env=self.environment).stdout.strip()

    def serve(self):
        os.environ["MOTCUA_PROVINCE"] = self.environment["MOTCUA_PROVINCE"]
        port = free_port()
        command = [self.motcua, "serve", "--demo", "--no-rate-limit", "--submission", "local", "--port", str(port), "--data", self.data]
        return Server("motcua", command, port, self.log)

    def fill(self, server, count):
        """Files dossiers, and has half of them accepted, so that the pages of both kinds are tracked."""
        self.token = self.run("token", "create", "--user", "congdan")
        self.body = os.path.join(self.folder, "filing.json")
        with open(self.body, "w") as file:
            json.dump(filing(self.reference(server)), file, ensure_ascii=False)
        with open(self.body, "rb") as file:
            body = file.read()
        officer = self.run("token", "create", "--user", "motcua")
        with ThreadPoolExecutor(8) as pool:
            parts = [range(first, count, 8) for first in range(8)]
            self.codes = sum(pool.map(lambda part: file_and_accept(server, self.token, officer, body, part), parts), [])
        self.settle()

    def reference(self, server):
        """The paper that every filing carries, uploaded once."""
        status, answer = ask(
            server.url + "/api/v1/files?name=giay-to.pdf", PAPER, {"Authorization": "Bearer " + self.token, "Content-Type": "application/pdf"})
        if status != 201:
            sys.exit(f"the upload was answered with {status}: {answer.decode()}")
        return json.loads(answer)["reference"]

    def settle(self):
        """Waits until nothing is due in the outbox; gives the seconds it took."""
        start = time.monotonic()
        rows = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        due = "SELECT 1 FROM jobs WHERE (state = 'waiting' AND run_at <= ?) OR state = 'running' LIMIT 1"
        while rows.execute(due, (int(time.time() * 1000),)).fetchone():
            if time.monotonic() - start > 600:
                sys.exit("the outbox is not drained after ten minutes")
            time.sleep(0.02)
        rows.close()
        return time.monotonic() - start

    def copy(self):
        """A second data folder with the same database, for the reference; the server is stopped while it is made."""
        copy = os.path.join(self.folder, "reference")
        shutil.copytree(self.data, copy)
        return copy


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
