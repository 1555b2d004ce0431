# SPDX-License-Identifier: Apache-2.0
"""Kills a node, restarts one in order under a newer schema, kills the primary; counts what was lost and how long nobody could file."""

import argparse
import json
import os
import shutil
import socket
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "Acceptance"))

from filings import PROCEDURE, Filings  # noqa: E402
from nodes import Balancer, Node, Program  # noqa: E402
from postgres import DATABASE, Pair  # noqa: E402
from support.answers import answers_to  # noqa: E402

DESK, COMMUNE = "H55.238", "05443"
# What a migration of stage `expand` of a release to come does, here under the nodes of this one.
NEXT_RELEASE = """
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO schema_migrations (name, checksum, applied_at, stage) VALUES ('trial.001-next-release', 'none', now(), 'expand');
ALTER TABLE dossiers ADD COLUMN of_next_release TEXT NOT NULL DEFAULT '';
COMMIT;
"""


def tell(words):
    print(words, file=sys.stderr, flush=True)


def free_ports(count):
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Trial:
    """One installation from its first row to its last check."""

    def __init__(self, options):
        self.options = options
        self.folder = Path(tempfile.mkdtemp(prefix="motcua-failover-"))
        self.folder.chmod(0o755)
        databases = self.folder / "postgres"
        databases.mkdir()
        if os.getuid() == 0:
            shutil.chown(databases, "postgres")
        ports = free_ports(6)
        self.pair = Pair(databases, ports[:2])
        self.program = Program(self.folder, self.pair.url)
        self.nodes = [Node(number, port, self.folder, self.program) for number, port in enumerate(ports[2:5], 1)]
        self.balancer = Balancer(self.folder, ports[5], self.nodes)
        self.filings, self.report = None, {}

    def run(self):
        try:
            self.prepare()
            self.filings.start()
            self.filings.wait_for_more()
            self.kill_a_node()
            self.upgrade()
            self.kill_the_primary()
            self.filings.stop()
            return self.check()
        finally:
            self.clean_up()

    def prepare(self):
        tell("starting a primary, its standby, three nodes and HAProxy")
        self.pair.start()
        self.program.run("init", *self.program.province)
        self.nodes[0].start("--demo")
        for node in self.nodes[1:]:
            node.start()
        self.balancer.start()
        token = self.program.run("token", "create", "--user", "congdan").stdout.strip()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.nodes[0].port}/api/v1/procedures/{PROCEDURE}") as answer:
            case = json.load(answer)["definition"]["cases"][0]
        filing = {
            "procedure": PROCEDURE, "unit": DESK, "applicant": {}, "answers": answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"}),
            "delivery": "desk"}
        self.filings = Filings(self.balancer.port, token, filing, self.options.clients, self.folder / "acknowledged.jsonl")

    def phase(self, name, words, work):
        """Does something while people file, waits until they file again; notes the longest pause of all, and the longest wait of one."""
        tell(words)
        began = time.monotonic()
        work()
        self.filings.wait_for_more()
        time.sleep(self.options.seconds)
        over = time.monotonic()
        self.report |= {f"{name}_pause_s": round(self.filings.pause(began, over), 2), f"{name}_wait_s": round(self.filings.longest_wait(began, over), 2)}

    def kill_a_node(self):
        self.phase("node_killed", "killing a node", self.nodes[1].kill)
        self.phase("node_back", "starting it again", self.nodes[1].start)

    def upgrade(self):
        def restart():
            self.pair.primary.sql(NEXT_RELEASE, DATABASE, timeout=30)
            again = self.filings.again
            self.nodes[2].stop()
            self.report["sent_again_during_restart"] = self.filings.again - again
            self.nodes[2].start()

        self.phase("rolling_restart", "a newer schema, and a node restarted in order", restart)

    def kill_the_primary(self):
        def lose():
            self.pair.primary.kill()
            self.pair.fail_over(self.options.detect)

        self.phase("primary_killed", "killing the primary, promoting the standby", lose)

    def check(self):
        tell("counting")
        filings, primary = self.filings, self.pair.standby
        keys = {filed["key"] for filed in filings.acknowledged}
        lost = filings.lost()
        listed = primary.sql("SELECT id, provisional_code FROM dossiers", DATABASE, timeout=60)
        in_rows = {code: id for id, code in listed}
        lost_rows = [filed for filed in filings.acknowledged if in_rows.get(filed["code"]) != filed["id"]]
        verify = self.program.run("verify", check=False)
        self.report |= {
            "filed": len(keys), "sent_again": filings.again, "refused": len(filings.refused), "lost": len(lost) + len(lost_rows),
            # Every key was sent until it was acknowledged, so a dossier nobody was told of is a second one.
            "filed_twice": len(in_rows.keys() - {filed["code"] for filed in filings.acknowledged}),
            "verify": "clean" if verify.returncode == 0 else verify.stdout[-300:] + verify.stderr[-300:]}
        for example in (*lost[:3], *lost_rows[:3], *filings.refused[:3]):
            tell(f"wrong: {example}")
        return self.report

    def clean_up(self):
        if self.filings:
            self.filings.over.set()
        for part in (*self.nodes, self.balancer, self.pair):
            part.stop()
        if self.options.keep:
            tell(f"left in {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)


def is_good(report):
    return report["lost"] == report["filed_twice"] == report["refused"] == 0 and report["verify"] == "clean" and report["filed"] > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--detect", type=float, default=1)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    reports = []
    for number in range(1, options.times + 1):
        reports.append({"run": number, **Trial(options).run()})
        print(json.dumps(reports[-1]), flush=True)
    pauses = sorted({name for report in reports for name in report if name.endswith("_s")})
    summary = {
        "runs": len(reports), "good": sum(map(is_good, reports)), "filed": sum(report["filed"] for report in reports),
        "lost": sum(report["lost"] for report in reports), "filed_twice": sum(report["filed_twice"] for report in reports),
        **{name: [min(values), max(values)] for name in pauses for values in [[report[name] for report in reports]]}}
    print(json.dumps(summary), flush=True)
    return 0 if summary["good"] == len(reports) else 1


if __name__ == "__main__":
    sys.exit(main())
