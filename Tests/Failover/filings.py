# SPDX-License-Identifier: Apache-2.0
"""People who file one dossier after the other and do not give up: a filing is sent again under its key until it is acknowledged,
and the acknowledgement is written down before anything else is done."""

import http.client
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

PROCEDURE = "1.001193"


class Filings:
    """`log` is a file of one JSON line for each acknowledgement."""

    def __init__(self, port, token, filing, clients, log):
        self.port, self.filing = port, filing
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.log, self.lock, self.over = open(log, "a", encoding="utf-8"), threading.Lock(), threading.Event()
        self.acknowledged, self.refused, self.again = [], [], 0
        self.threads = [threading.Thread(target=self.file_all, args=(number,), daemon=True) for number in range(clients)]

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        """Everybody ends what is begun."""
        self.over.set()
        for thread in self.threads:
            thread.join(120)
            if thread.is_alive():
                raise RuntimeError("a filing was not acknowledged within 120 s")

    def file_all(self, client):
        number, connection = 0, Line(self.port)
        while not self.over.is_set():
            self.file(f"c{client}-{number}", connection)
            number += 1

    def file(self, key, line):
        answers = {**self.filing["answers"], "child_name": f"Nguyễn {key}"}
        body = json.dumps({**self.filing, "answers": answers}).encode()
        tries, began = 0, time.monotonic()
        while True:
            tries += 1
            status, answer = line.ask("POST", "/api/v1/dossiers", body, {**self.headers, "Idempotency-Key": key})
            if status in (200, 201):
                filed = json.loads(answer)
                return self.note({"key": key, "id": filed["id"], "code": filed["provisional_code"], "tries": tries, "waited": time.monotonic() - began})
            if status and status < 500 and status != 429:
                with self.lock:
                    self.refused.append((key, status, answer[:300].decode("utf-8", "replace")))
                return None
            time.sleep(0.05)

    def note(self, filed):
        with self.lock:
            filed["at"] = time.monotonic()
            self.log.write(json.dumps(filed) + "\n")
            self.log.flush()
            self.acknowledged.append(filed)
            self.again += filed["tries"] - 1

    def pause(self, since, until):
        """The longest time without an acknowledgement between two moments."""
        with self.lock:
            moments = sorted([since, until, *(filed["at"] for filed in self.acknowledged if since <= filed["at"] <= until)])
        return max(later - earlier for earlier, later in zip(moments, moments[1:]))

    def longest_wait(self, since, until):
        """How long the most patient of those waited whose filing was acknowledged between two moments."""
        with self.lock:
            return max((filed["waited"] for filed in self.acknowledged if since <= filed["at"] <= until), default=0)

    def wait_for_more(self, count=50, patience=120):
        """Until so many more are acknowledged."""
        deadline, wanted = time.monotonic() + patience, len(self.acknowledged) + count
        while len(self.acknowledged) < wanted:
            if time.monotonic() > deadline:
                raise RuntimeError(f"nothing was filed any more within {patience} s")
            time.sleep(0.02)

    def lost(self):
        """Those acknowledged that the API does not show as they were acknowledged."""

        def look(filed):
            for _ in range(20):
                status, answer = Line(self.port).ask("GET", f"/api/v1/dossiers/{filed['code']}", None, self.headers)
                if status and status < 500:
                    break
                time.sleep(0.2)
            dossier = json.loads(answer) if status == 200 else {}
            right = dossier.get("id") == filed["id"] and dossier.get("answers", {}).get("child_name") == f"Nguyễn {filed['key']}"
            return None if right else {**filed, "status": status}

        with ThreadPoolExecutor(8) as pool:
            return [wrong for wrong in pool.map(look, self.acknowledged) if wrong]


class Line:
    """A connection that is made again whenever it broke."""

    def __init__(self, port):
        self.port, self.connection = port, None

    def ask(self, method, path, body, headers):
        """Status and body; status 0 when there was no answer."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            self.connection.request(method, path, body=body, headers=headers)
            response = self.connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException):
            if self.connection is not None:
                self.connection.close()
            self.connection = None
            return 0, b""
