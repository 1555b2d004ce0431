# SPDX-License-Identifier: Apache-2.0
"""Measures the program beside bare handlers that do the same; one JSON line a case. Called by bin/bench."""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from statistics import median

from preparing import PROCEDURE, Installation
from running import Server, ask, free_port, load, say

SAME_SQL = "a bare Hummingbird handler with the same query by hand"
HELLO = "a bare Hummingbird handler that says hello"
SAME_BYTES = "a bare Hummingbird handler that answers with the same bytes from memory"
SAME_ROWS = "a bare Hummingbird handler that writes the same rows by hand, many requests a commit"


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.ours, self.reference, self.installation, self.reference_data = None, None, None, None

    def prepare(self):
        say("Preparing an installation…")
        self.installation = Installation(self.options.motcua, self.options.province, self.folder)
        server = self.installation.serve()
        self.installation.fill(server, self.options.dossiers)
        page = os.path.join(self.folder, "page.html")
        with open(page, "wb") as file:
            file.write(good(server.url + "/procedures/" + PROCEDURE))
        server.stop()
        self.reference_data = self.installation.copy()
        self.ours = self.installation.serve()
        port = free_port()
        database = os.path.join(self.reference_data, "motcua.sqlite")
        command = [self.options.bare, "--database", database, "--page", page, "--port", str(port)]
        self.reference = Server("bare-server", command, port, os.path.join(self.folder, "bare-server.log"))

    # Cases

    def tracking(self):
        paths = self.paths("tracking", [f"/tracking?code={code}" for code in self.installation.codes])
        hello = self.paths("hello", ["/hello"])
        good(self.ours.url + f"/tracking?code={self.installation.codes[0]}")
        good(self.reference.url + f"/tracking?code={self.installation.codes[0]}")
        ours, bare, greeting = self.rounds(
            "tracking_page", [self.get(self.ours, paths), self.get(self.reference, paths), self.get(self.reference, hello)])
        report("tracking_page", ours, bare, "requests/s", SAME_SQL)
        report("tracking_page_hello", ours, greeting, "requests/s", HELLO)

    def procedure(self):
        page, bytes = self.paths("procedure", ["/procedures/" + PROCEDURE]), self.paths("bytes", ["/bytes"])
        ours, bare = self.rounds("procedure_page", [self.get(self.ours, page), self.get(self.reference, bytes)])
        report("procedure_page", ours, bare, "requests/s", SAME_BYTES)

    def filing(self):
        settled = []
        ours, bare = self.rounds("filing_64", [lambda: self.post(self.ours, settled), lambda: self.post(self.reference)])
        report("filing_64", ours, bare, "filings/s", SAME_ROWS)
        emit("filing_rate", median(settled), None, "filings/s with their notices delivered", None, {})

    # Parts

    def rounds(self, name, sides):
        """Each side in turn, several times; the first turn only warms up."""
        for side in sides:
            side()
        results = [[] for _ in sides]
        for number in range(self.options.rounds):
            for side, kept in zip(sides, results):
                kept.append(side())
            words = ", ".join(f"{kept[-1]['rate']:.0f}/s {kept[-1]['processor_microseconds']:.0f} µs p99 {kept[-1]['p99'] / 1000:.1f} ms" for kept in results)
            say(f"{name} round {number + 1}: {words}; load {os.getloadavg()[0]:.1f}")
        return results

    def get(self, server, paths):
        return lambda: load(server, "paths.lua", [paths], 32, self.options.seconds)

    def post(self, server, settled=None):
        rows = self.count(server)
        start = time.monotonic()
        arguments = [self.installation.body, self.installation.token, f"{server.name}-{time.time_ns()}"]
        result = load(server, "filing.lua", arguments, 64, self.options.seconds)
        if settled is not None:
            self.installation.settle()
            settled.append(result["requests"] / (time.monotonic() - start))
        time.sleep(0.2)
        # Those that were under way at the end are there too, though nobody waited for their answer.
        filed = self.count(server) - rows
        if not result["requests"] <= filed <= result["requests"] + 64:
            sys.exit(f"{server.name} answered {result['requests']} filings, but {filed} are there")
        return result

    def count(self, server):
        folder = self.installation.data if server is self.ours else self.reference_data
        rows = sqlite3.connect(f"file:{folder}/motcua.sqlite?mode=ro", uri=True)
        (count,) = rows.execute("SELECT COUNT(*) FROM dossier_units").fetchone()
        rows.close()
        return count

    def paths(self, name, lines):
        path = os.path.join(self.folder, name + ".paths")
        with open(path, "w") as file:
            file.write("\n".join(lines) + "\n")
        return path

    def finish(self):
        """Both databases must stand the same examination: the reference wrote what it is said to write."""
        self.ours.stop()
        self.reference.stop()
        if not self.options.verify:
            return
        for data in (self.installation.data, self.reference_data):
            done = subprocess.run([self.options.motcua, "verify", "--data", data], capture_output=True, text=True)
            # The reference folds no names and knows no reception deadline: its rows differ in those two columns.
            known = ("applicant_folded is", "danger_at is")
            real = [line for line in done.stdout.splitlines() if not any(words in line for words in known)]
            say(f"verify {os.path.basename(data)}: {done.stderr.strip().splitlines()[-1]} Beyond the known columns: {len(real)}.")
            if done.returncode:
                sys.exit(1)


def good(url):
    status, body = ask(url)
    if status != 200:
        sys.exit(f"{url} was answered with {status}")
    return body


def report(case, ours, reference, unit, reference_is):
    processor = {
        "ours_cpu_us": round(median(one["processor_microseconds"] for one in ours)),
        "reference_cpu_us": round(median(one["processor_microseconds"] for one in reference)),
    }
    emit(case, median(one["rate"] for one in ours), median(one["rate"] for one in reference), unit, reference_is, processor)


def emit(case, ours, reference, unit, reference_is, processor):
    ratio = reference and round(ours / reference, 2)
    line = {"case": case, "ours": round(ours), "reference": reference and round(reference), "ratio": ratio, "unit": unit, "reference_is": reference_is}
    print(json.dumps({**line, **processor}), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--motcua", required=True)
    parser.add_argument("--bare", required=True)
    parser.add_argument("--province", required=True)
    parser.add_argument("--cases", nargs="+", default=["tracking", "procedure", "filing"], choices=["tracking", "procedure", "filing"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--dossiers", type=int, default=2000)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="motcua-bench-")
    bench = Bench(options, folder)
    try:
        bench.prepare()
        for case in options.cases:
            getattr(bench, case)()
        bench.finish()
    finally:
        for server in (bench.ours, bench.reference):
            if server and server.process.poll() is None:
                server.stop()
        if options.keep:
            say(f"The data is in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


main()
