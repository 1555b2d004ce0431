# SPDX-License-Identifier: Apache-2.0
"""Measures the program beside references that do the same work by hand; one JSON line a case. Called by bin/bench."""

import argparse
import datetime
import os
import platform
import shutil
import tempfile

import filings
from pages import Pages
from preparing import Installation
from reporting import emit, write_table
from running import Postgres, Server, say
from surge import MEGABYTE, Surge
from years import Years

CASES = ["pages", "filing", "postgres", "years", "surge"]


def main():
    options = arguments()
    folder = tempfile.mkdtemp(prefix="motcua-bench-")
    # The server of PostgreSQL runs as another user and keeps its files inside.
    os.chmod(folder, 0o755)
    try:
        measure(options, folder)
        if options.write:
            write_table(options.write, heading(options))
    finally:
        for server in list(Server.running):
            server.stop()
        for server in list(Postgres.running):
            server.stop()
        if options.keep:
            say(f"The data is in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def measure(options, folder):
    if {"pages", "filing"} & set(options.cases):
        say("Preparing an installation…")
        installation = Installation(options.motcua, options.province, folder)
        server = installation.serve()
        installation.fill(server, options.dossiers)
        server.stop()
    if "pages" in options.cases:
        pages = Pages(options, installation, folder)
        pages.measure()
        memory = pages.ours.resident_bytes()
        pages.finish()
        emit("memory_after_pages", memory / MEGABYTE, None, "MB", None, ("< 250", memory < 250 * MEGABYTE))
    if "filing" in options.cases:
        filings.measure_sqlite(options, installation)
    if "postgres" in options.cases:
        filings.measure_postgres(options, folder, Postgres(folder))
        Postgres.running[0].stop()
    if "surge" in options.cases:
        Surge(options, folder).measure()
    if "years" in options.cases:
        Years(options, folder).measure()


def heading(options):
    day = datetime.date.today().isoformat()
    return (
        f"{day}, {platform.system()} on {os.cpu_count()} cores of {platform.machine()}, which the load shares; "
        f"`bin/bench --rounds {options.rounds} --seconds {options.seconds} --small {options.small} --large {options.large}`.")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--motcua", required=True)
    parser.add_argument("--bare", required=True)
    parser.add_argument("--province", required=True)
    parser.add_argument("--cases", nargs="+", default=CASES, choices=CASES)
    parser.add_argument("--without", nargs="+", default=[], choices=CASES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--dossiers", type=int, default=2000)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--surge-seconds", type=int, default=60)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--write", nargs="?", const=os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "docs/performance.md"))
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--keep-years")
    options = parser.parse_args()
    options.cases = [case for case in options.cases if case not in options.without]
    return options


main()
