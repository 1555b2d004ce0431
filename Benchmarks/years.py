# SPDX-License-Identifier: Apache-2.0
"""What pages cost after a few days and after years: the same pages on a small and on a large province."""

import datetime
import json
import os
import subprocess
import sys
import threading
import time
from statistics import median

from preparing import Installation
from reporting import emit
from running import Person, ask, load, say, turns

# As many dossiers a day as the brief's half-year: 427,662 in 181 days.
A_DAY = 427_662 / 181
FIRST = datetime.date(2022, 1, 3)
PEOPLE = ["motcua", "chuyenvien", "lanhdao", "motcua.daiphuc", "motcua.trungtam", "motcua.nnmt"]
# Both find a full page of these, or nothing. Of the rare ones the small province finds hardly any.
SEARCHES = ["nguyen thi", "hoang van", "tran", "thi hoa", "0190"]
RARE = ["hoang van nam", "ma thi hoa"]
# A week and a year that both have.
STATISTICS = ["/statistics?from=2022-01-03&to=2022-01-07&by=day"] + [
    f"/statistics?from={span}&by={by}" for span in ("2022-01-03&to=2022-01-07", "2022-01-01&to=2022-12-31") for by in ("unit", "procedure", "channel")]
# What stands now: its cost hangs on how many are overdue, which after the end of a simulation is everything that was open.
TODAY = ["/statistics"]
MEGABYTE = 1024 * 1024


class Years:
    """Two installations that were simulated at the same pace, one for longer."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.sizes = (options.small, options.large)
        self.installations = [self.simulated(size) for size in self.sizes]

    def simulated(self, size):
        name = f"years-{size}"
        kept = os.path.join(self.options.keep_years, name) if self.options.keep_years else None
        folder = self.options.keep_years or self.folder
        if kept and os.path.exists(os.path.join(kept, "complete")):
            installation = Installation.__new__(Installation)
            installation.__dict__.update(
                motcua=self.options.motcua, folder=folder, name=name, postgres=None, data=kept, log=kept + ".log", place=[],
                database=os.path.join(kept, "motcua.sqlite"))
            os.environ["MOTCUA_PROVINCE"] = self.options.province
            installation.run("migrate")
            return installation
        installation = Installation(self.options.motcua, self.options.province, folder, name)
        last = FIRST + datetime.timedelta(days=max(4, round(size / A_DAY)))
        took = installation.simulate(FIRST.isoformat(), last.isoformat(), size)
        say(f"{size} dossiers from {FIRST} to {last} simulated in {took:.0f} s")
        if kept:
            open(os.path.join(kept, "complete"), "w").close()
        return installation

    def measure(self):
        self.servers = [installation.serve() for installation in self.installations]
        passwords = [installation.passwords() for installation in self.installations]
        self.people = [[Person(server, name, known[name]) for name in PEOPLE] for server, known in zip(self.servers, passwords)]
        self.growth("queue_page", ["/work"], 1.2)
        self.growth("statistics_page", STATISTICS, 1.2)
        overdue = [json.loads(ask(server.url + "/api/v1/statistics")[1])["total"]["overdue"] for server in self.servers]
        self.growth("statistics_today", TODAY, None, overdue=overdue)
        for case, searches, aim in (("dossier_search", SEARCHES, 1.5), ("dossier_search_rare", RARE, None)):
            self.growth(case, ["/work/search?q=" + words.replace(" ", "+") for words in searches], aim)
        self.export()
        for server in self.servers:
            server.stop()

    def growth(self, case, paths, aim, **more):
        """p95 of one request after the other."""
        sides = []
        sizes = []
        for number, (server, people) in enumerate(zip(self.servers, self.people)):
            lines = [f"{path}\t{person.cookie}" for path in paths for person in people]
            for path in paths:
                sizes.append([len(person.get(path)) for person in people])
            file = os.path.join(self.folder, f"{case}-{number}.paths")
            with open(file, "w") as output:
                output.write("\n".join(lines) + "\n")
            sides.append(lambda server=server, file=file: load(server, "paths.lua", [file], 1, self.options.seconds))
        small, large = turns(case, sides, self.options.rounds)
        before, after = median(turn["p95"] for turn in small) / 1000, median(turn["p95"] for turn in large) / 1000
        half = len(sizes) // 2
        emit(
            case, after, before, "ms at p95", f"the same with {self.sizes[0]:,} dossiers; ours has {self.sizes[1]:,}", (f"≤ {aim}", after / before <= aim) if aim else None,
            p50_ms=[round(median(turn["p50"] for turn in side) / 1000, 2) for side in (small, large)],
            bytes=[round(sum(map(sum, part)) / sum(map(len, part))) for part in (sizes[:half], sizes[half:])], **more)

    def export(self):
        """Everything as CSV over HTTP by somebody who sees the whole province, and the memory the server takes for it."""
        installation, server = self.installations[1], self.servers[1]
        token = installation.run("token", "create", "--user", "kiemtra")
        idle = server.resident_bytes()
        peak = Peak(server)
        output = os.path.join(self.folder, "dossiers.csv")
        command = ["curl", "--silent", "--show-error", "--fail", "-H", "Authorization: Bearer " + token, "-o", output]
        took = []
        # The first may have to fetch most of the file from the disk.
        for _ in range(3):
            start = time.monotonic()
            subprocess.run(command + [server.url + "/api/v1/exports/dossiers?format=csv"], check=True)
            took.append(time.monotonic() - start)
        above = peak.stop() - idle
        with open(output, "rb") as file:
            rows = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(MEGABYTE), b"")) - 1
        os.remove(output)
        if rows < self.sizes[1]:
            sys.exit(f"the export holds {rows} rows of {self.sizes[1]} dossiers")
        rate = rows / median(took)
        emit("export_csv", rate, None, "rows/s", None, ("≥ 100,000", rate >= 100_000), rows=rows, first=round(rows / took[0]))
        emit("export_csv_memory", above / MEGABYTE, None, "MB above idle", None, ("< 64", above < 64 * MEGABYTE))


class Peak:
    """The most memory a server has had since this was made."""

    def __init__(self, server):
        self.server, self.most, self.is_over = server, 0, False
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.is_over:
            self.most = max(self.most, self.server.resident_bytes())
            time.sleep(0.02)

    def stop(self):
        self.is_over = True
        self.thread.join()
        return self.most
