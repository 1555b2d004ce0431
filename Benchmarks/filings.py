# SPDX-License-Identifier: Apache-2.0
"""Filing: beside a bare handler on either engine, beside a plain loop, beside pgbench."""

import json
import os
import re
import subprocess
import sys
import time
from statistics import median

from preparing import Installation, value
from reporting import emit, rates
from running import Server, free_port, load, say, turns

SAME_ROWS = "a bare Hummingbird handler that writes the same rows by hand, all that wait in one commit"
LOOP = "the same rows written by a plain loop in one process, a commit each"
PGBENCH = "pgbench with the same statements, as many clients, a commit each"
AT_ONCE = 64
# wrk cuts the connections when its time is over, with a request under way on each.
UNDER_WAY = AT_ONCE


class Filings:
    """Ours and the bare server, each on a database of its own that was the same before."""

    def __init__(self, options, installation, reference, postgres=None):
        self.options, self.installation, self.reference, self.postgres = options, installation, reference, postgres
        self.ours = installation.serve()
        port = free_port()
        command = [options.bare, "serve", "--database", reference, "--port", str(port), "--hours", installation.hours()]
        self.bare = Server("bare-server", command, port, os.path.join(installation.folder, installation.name + "-bare.log"))

    def measure(self, case):
        settled = []
        sides = [lambda: self.file(self.ours, self.installation.database, settled), lambda: self.file(self.bare, self.reference)]
        ours, bare = turns(case, sides, self.options.rounds)
        one, _ = rates(case, ours, bare, "filings/s", SAME_ROWS, 0.6)
        emit(case + "_rate", one, None, "filings/s", None, ("≥ 1,500", one >= 1500))
        emit(case + "_settled", median(settled), None, "filings/s with their letters dealt with", None)
        return one

    def file(self, server, database, settled=None):
        rows = self.count(database)
        start = time.monotonic()
        arguments = [self.installation.body, self.installation.token, f"{server.name}-{time.time_ns()}"]
        beside = [self.postgres] if self.postgres else []
        result = load(server, "filing.lua", arguments, AT_ONCE, self.options.seconds, beside)
        if settled is not None:
            self.installation.settle()
            settled.append(result["requests"] / (time.monotonic() - start))
        time.sleep(0.3)
        filed = self.count(database) - rows
        if not result["requests"] <= filed <= result["requests"] + UNDER_WAY:
            sys.exit(f"{server.name} answered {result['requests']} filings, but {filed} are there")
        return result

    def count(self, database):
        return int(value(database, "SELECT count(*) FROM idempotency_keys", self.postgres))

    def finish(self):
        """Both databases must stand the same examination: the reference wrote what it is said to write."""
        self.ours.stop()
        self.bare.stop()
        if not self.options.verify:
            return
        places = [self.installation.place, ["--database", self.reference] if self.postgres else None]
        for place in places:
            data = self.installation.data if place is not None else os.path.dirname(self.reference)
            lines, summary = self.installation.verify(data, *(place or []))
            say(f"verify {' '.join(place or [data])}: {summary}")
            if lines:
                sys.exit("\n".join(lines[:10]))


def measure_sqlite(options, installation):
    reference = os.path.join(installation.copy(), "motcua.sqlite")
    filings = Filings(options, installation, reference)
    rate = filings.measure("filing_64")
    filings.finish()
    measure_loop(options, installation, reference, rate)


def measure_loop(options, installation, reference, rate):
    """The plain loop goes on in the reference's database."""
    def loop(batch):
        command = [
            options.bare, "write", "--database", reference, "--filing", installation.body, "--token", installation.token, "--seconds",
            str(options.seconds), "--batch", str(batch), "--hours", installation.hours()]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)["rate"]

    one, many = [], []
    for _ in range(options.rounds):
        one.append(loop(1))
        many.append(loop(AT_ONCE))
    emit("filing_above_sqlite", rate, median(one), "filings/s", LOOP, reference_64_a_commit=round(median(many)))


def measure_postgres(options, folder, postgres):
    installation = Installation(options.motcua, options.province, folder, "postgres-data", postgres)
    server = installation.serve()
    installation.fill(server, min(options.dossiers, 200))
    server.stop()
    reference = postgres.copied("reference")
    bench = postgres.copied("pgbench")
    filings = Filings(options, installation, reference, postgres)
    rate = filings.measure("filing_64_postgresql")
    filings.finish()
    measure_pgbench(options, installation, postgres, bench, rate)


def measure_pgbench(options, installation, postgres, database, rate):
    script = os.path.join(installation.folder, "filing.pgbench")
    with open(script, "w") as file:
        file.write(pgbench_script(postgres, database))
    results = []
    for _ in range(options.rounds):
        command = ["pgbench", "-n", "-M", "prepared", "-f", script, "-c", str(AT_ONCE), "-j", "2", "-T", str(options.seconds), database]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode or "aborted" in done.stderr:
            sys.exit("pgbench: " + done.stderr[-2000:])
        results.append(float(re.search(r"tps = ([\d.]+)", done.stdout)[1]))
    emit("filing_above_pgbench", rate, median(results), "filings/s", PGBENCH)


def pgbench_script(postgres, database):
    """The statements of one filing, made of a row that is there; what is different each time comes from the server."""
    def row(table, condition):
        return json.loads(postgres.query(f"SELECT row_to_json(t) FROM {table} t WHERE {condition} LIMIT 1", database.rsplit("/", 1)[1]))

    dossier = row("dossiers", "code IS NULL")
    identity = dossier["id"]
    notice = row("notices", f"link LIKE '%{dossier['provisional_code']}%' AND letter_job IS NOT NULL")
    fresh = {identity: ":id", notice["id"]: ":notice", notice["letter_job"]: ":job"}

    def known(text):
        return fresh.get(text) if isinstance(text, str) else None

    def insert(table, row, **changed):
        values = {key: changed.get(key) or known(text) or literal(text) for key, text in row.items() if text is not None}
        return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())});"

    words = json.loads(postgres.query(
        f"SELECT json_agg(t) FROM dossier_words t WHERE dossier_id = '{identity}'", database.rsplit("/", 1)[1]))
    names = ", ".join(words[0])
    lines = ", ".join("(" + ", ".join(known(text) or literal(text) for text in word.values()) + ")" for word in words)
    key = row("idempotency_keys", f"dossier_id = '{identity}'")
    series = "DK-" + dossier["receiving_unit"]
    return "\n".join([
        "\\set key random(1, 9000000000000000)",
        "BEGIN;",
        f"SELECT request_hash, dossier_id FROM idempotency_keys WHERE account = {literal(key['account'])} AND key = CAST(:key AS text);",
        f"""INSERT INTO number_series (series, day, last_number) VALUES ({literal(series)}, current_date, 1)
            ON CONFLICT (series, day) DO UPDATE SET last_number = number_series.last_number + 1
            RETURNING last_number AS number, gen_random_uuid() AS id, gen_random_uuid() AS notice, gen_random_uuid() AS job \\gset""".replace("\n", " "),
        "\\startpipeline",
        insert("dossiers", dossier, provisional_code="'DK-pgbench-' || CAST(:number AS text)"),
        insert("dossier_events", row("dossier_events", f"dossier_id = '{identity}' AND sequence = 1")),
        insert("dossier_units", row("dossier_units", f"dossier_id = '{identity}'")),
        f"INSERT INTO dossier_words ({names}) VALUES {lines};",
        insert("jobs", row("jobs", f"id = '{notice['letter_job']}'"), dedupe_key="'notice-' || CAST(:notice AS text)"),
        insert("notices", notice),
        f"""INSERT INTO measure_deltas (unit, day, measure, dossier_id, sequence, desk, procedure_code, channel)
            VALUES ({literal(dossier['resolving_unit'])}, current_date, 1, :id, 1, {literal(dossier['receiving_unit'])},
                {literal(dossier['procedure_code'])}, {dossier['channel']});""".replace("\n", " "),
        insert("idempotency_keys", key, key="CAST(:key AS text)"),
        "COMMIT;",
        "\\endpipeline",
    ]) + "\n"


def literal(value):
    if isinstance(value, (dict, list)):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return str(value)
    # A colon would begin a variable of pgbench.
    text = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{text}'"
