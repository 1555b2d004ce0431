#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rows of dossiers written straight into a database: for exports and searches of more than anybody files in a test.

    PYTHONPATH=Tests/Acceptance Tests/Acceptance/support/rows.py DATA 1000000
"""

import argparse
import datetime
import json

from support import database

DESKS = ("H55.238", "H55.242", "H55.20", "H55.06")
PROCEDURES = (("1.001193", "Thủ tục đăng ký khai sinh"), ("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"), ("1.013831", "Đăng ký biến động đất đai"))
NAMES = ("Nguyễn Thị Thu Hà", "Hoàng Văn Bách", "Lường Văn Thưởng", "Trịnh Đình Quốc Khuê", "Y Brơng Êban")
FIRST = datetime.datetime(2024, 1, 2, 1, tzinfo=datetime.timezone.utc)
# About what the state and the filing of a dossier take.
STATE, SUBMISSION = json.dumps({"explanation": "x" * 1100}), json.dumps({"answers": "y" * 900})
HOUR = 3_600_000
COLUMNS = (
    "id", "code", "provisional_code", "procedure_code", "procedure_version", "case_code", "procedure_name", "status", "is_final", "receiving_unit",
    "resolving_unit", "unit", "steps", "applicant_name", "applicant_folded", "channel", "delivery", "submitted_at", "accepted_at", "due_at", "danger_at",
    "resolved_at", "sequence", "head_hash", "submission", "state")


def fill(data, count):
    """Adds `count` dossiers, one a minute from the first working morning of 2024 on."""
    for begin in range(0, count, 10_000):
        store(data, [row(number) for number in range(begin, min(begin + 10_000, count))])


def row(number, at=None, desk=None, name=None, is_new=False):
    """One dossier; at its desk still when it is new."""
    at = at if at is not None else int((FIRST + datetime.timedelta(minutes=number)).timestamp() * 1000)
    desk, name = desk or DESKS[number % len(DESKS)], NAMES[number % len(NAMES)] if name is None else name
    procedure, title = PROCEDURES[number % len(PROCEDURES)]
    code = f"{desk}-{datetime.datetime.fromtimestamp(at / 1000, datetime.timezone.utc):%y%m%d}-{number:07}"
    identity = f"{at >> 16:08x}-{at & 0xFFFF:04x}-7000-8000-{number:012x}"
    is_resolved = number % 3 > 0 and not is_new
    moment = database.moment
    return (
        identity, code, "DK-" + code, procedure, 1, procedure + ".01", title, 1 if is_new else 9 if is_resolved else 4, database.truth(False), desk, desk, desk, 5,
        name, "", 1 + number % 3, "desk", moment(at), None if is_new else moment(at + HOUR), moment(at + 30 * HOUR), moment(at + 30 * HOUR),
        moment(at + 20 * HOUR) if is_resolved else None, 3, "", SUBMISSION, STATE)


def store(data, rows):
    units = [(one[0], one[9]) for one in rows]
    with database.Connection(data) as connection:
        connection.execute("BEGIN")
        for table, columns, lines in (("dossiers", COLUMNS, rows), ("dossier_units", ("dossier_id", "unit"), units)):
            if database.on_postgres:
                with connection.inner.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                    for line in lines:
                        copy.write_row(line)
            else:
                connection.inner.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", lines)
        connection.execute("COMMIT")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    fill(options.data, options.count)
