# SPDX-License-Identifier: Apache-2.0
"""`motcua due` counts the examples of the law's working calendar, both ways in which a limit can end."""

import json

import pytest

from support.server import PROVINCE, motcua

# When received, how much, of what; then due to the minute, and due at the end of the day.
EXAMPLES = [
    ("2026-11-20T09:00", 3, "workingDay", "2026-11-26T09:00", "2026-11-26T17:00"),
    ("2026-02-13T15:30", 5, "workingDay", "2026-02-27T15:30", "2026-02-27T17:00"),
    ("2026-02-14T08:00", 3, "workingDay", "2026-02-25T17:00", "2026-02-26T17:00"),
    ("2026-08-21T17:05", 1, "workingDay", "2026-08-22T17:00", "2026-08-24T17:00"),
    ("2026-03-02T12:00", 1, "workingDay", "2026-03-03T11:30", "2026-03-03T17:00"),
    ("2026-04-17T09:30", 10, "calendarDay", "2026-04-28T07:00", "2026-04-28T17:00"),
]


def due(received, amount, unit, *options):
    return motcua("due", "--received", received, "--amount", amount, "--unit", unit, "--province", PROVINCE, *options, check=False)


@pytest.mark.parametrize("received, amount, unit, clock, end_of_day", EXAMPLES)
def test_the_examples_of_the_law(received, amount, unit, clock, end_of_day):
    for policy, expected in (("clock", clock), ("endOfDay", end_of_day)):
        report = json.loads(due(received, amount, unit, "--policy", policy, "--json").stdout)
        assert report["due"] == expected, f"{policy}: {report}"
        assert report["explanation"] and all(report["explanation"]), report
        assert due(received, amount, unit, "--policy", policy).stdout.splitlines()[0] == expected


def test_the_explanation_names_the_holiday_it_skips():
    for language, word in (("vi", "24/11"), ("en", "24/11")):
        report = json.loads(due("2026-11-20T09:00", 3, "workingDay", "--json", "--lang", language).stdout)
        assert any(word in line for line in report["explanation"]), report


def test_the_clock_is_the_policy_when_none_is_named():
    assert due("2026-11-20T09:00", 3, "workingDay").stdout.startswith("2026-11-26T09:00")


@pytest.mark.parametrize("received, amount, unit", [
    ("2026-02-30T09:00", 3, "workingDay"), ("tomorrow", 3, "workingDay"), ("2026-11-20T09:00", "three", "workingDay"), ("2026-11-20T09:00", -1, "workingDay"),
    ("2026-11-20T09:00", 1e12, "workingDay"), ("2026-11-20T09:00", "nan", "workingDay"), ("2026-11-20T09:00", 3, "fortnight"), ("2026-11-20T25:00", 3, "workingDay"),
])
def test_what_cannot_be_counted_is_bad_usage(received, amount, unit):
    done = due(received, amount, unit, "--json")
    assert done.returncode == 64 and done.stderr and not done.stdout, (done.returncode, done.stdout, done.stderr)
