# SPDX-License-Identifier: Apache-2.0
"""Writes `docs/quality.md` from what the last runs measured; nothing in its tables is written by hand."""

import sys

from support.quality_figures import kept
from support.server import PROJECT

NEEDED = ("pages", "slow_line", "naughty_strings", "people", "tasks")

HEAD = """<!-- SPDX-License-Identifier: Apache-2.0 -->
# Quality, measured

Written by `bin/quality --write` from what the acceptance tests measured; change the program or the tests, not the tables. `bin/test`
measures the same and fails where a limit is passed. Machine: two cores, debug build, Chromium.
"""


def table(head, rows):
    """Columns of figures are set to the right."""
    rows = [[str(cell) for cell in row] for row in rows]
    right = [index > 0 and all(cell[:1].isdigit() or cell in ("", "–") or cell.startswith("<") for cell in column) for index, column in enumerate(zip(*rows))]
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("---:" if one else "---" for one in right) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def kilobytes(count):
    return f"{count / 1000:.1f}"


def rough(milliseconds):
    """To the tenth of a second above: what two runs on the same machine have in common."""
    return f"{-(-milliseconds // 100) / 10:.1f} s"


def seconds(value):
    return "< 1 s" if value < 1 else f"{round(value)} s"


def pages():
    figures = kept("pages")
    rows = [
        [name, seen["who"] or "anybody", kilobytes(seen["bytes"]), seen["axe"] or "none", f"{seen['sideways']} px" if seen["sideways"] else "none", seen["plain"] or "–", seen["print"] or "–"]
        for name, seen in figures["pages"].items() if not seen.get("missing")]
    heaviest = max(seen["bytes"] for seen in figures["pages"].values())
    return f"""
## Pages: {len(rows)}

Each is loaded with nothing in the cache, in Vietnamese and English, at 360×740, 1366×768 and 1920×1080, light, dark and with more
contrast: {figures['looks']} looks. *kB* is what crosses the wire with styles and scripts, packed (a first visit may have 50, any page 100; the
heaviest has {kilobytes(heaviest)}). *axe* counts what axe-core finds with all its rules and that of target sizes. *Without scripts* the page is
whole. *Sheets* are the pages of paper it prints.

""" + table(["page", "seen by", "kB", "axe", "sideways", "without scripts", "sheets"], rows)


def slow_line():
    rows = [[name, rough(first), rough(largest), rough(content), kilobytes(weight)] for name, first, largest, content, weight in kept("slow_line")]
    return """
## A slow line

3 Mbit/s and 400 ms of delay on every request, nothing in the cache, 360×740; readable within 2 s is asked for. Setting up the
connection is not in the figures: a new TLS connection adds two journeys, 0.8 s, once.

""" + table(["page", "first paint", "largest paint", "document ready", "kB"], rows)


def naughty():
    figures = kept("naughty_strings")
    total, wrong = (sum(row[column] for row in figures["families"]) for column in (1, 4))
    verdict = "Nothing met a 5xx, and no browser ran any of it." if not wrong else f"{wrong} were treated wrongly."
    return f"""
## Naughty strings: {total}

Made by rule in {len(figures['families'])} families (`Tests/Acceptance/support/naughty.py`) and sent through the fields of the second table. *Accepted* came back
unharmed on page, API, table and PDF: composed (NFC), without white space at the ends; answers of a form also without characters that
cannot be seen. *Refused* got a clear 4xx, which names the field where there is one. {verdict}

""" + table(["family", "strings", "accepted", "refused", "wrong"], figures["families"]) + "\n" + table(
        ["place", "accepted", "refused", "wrong"], figures["places"])


def efforts():
    people = [[name, one["presses"], one["keys"], one["pages"], seconds(one["seconds"])] for name, one in kept("people").items()]
    tasks = [[task, way, presses, keys, count, seconds(taken)] for task, way, presses, keys, count, taken in kept("tasks")]
    return """
## What a filing takes

A birth registration from the front page to ĐÃ NỘP, with search and sign-in; presses are clicks or touches, seconds those of the machine.

""" + table(["who", "presses", "keys", "pages", "machine"], people) + """
## What the tasks of an office take

""" + table(["task", "way", "presses", "keys", "pages", "machine"], tasks)


def main():
    missing = [name for name in NEEDED if kept(name) is None]
    if missing:
        sys.exit(f"Not measured yet: {', '.join(missing)}.")
    (PROJECT / "docs" / "quality.md").write_text(HEAD + pages() + slow_line() + naughty() + efforts(), encoding="utf-8")
    print("docs/quality.md is written.")


if __name__ == "__main__":
    main()
