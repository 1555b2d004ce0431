# SPDX-License-Identifier: Apache-2.0
"""The published catalogue of the country comes in once, its counts add up, and its procedures are found."""

import json
import time

import pytest

from support.api import API
from support.server import PROJECT, Server, motcua

FOLDER = PROJECT.parent / "shared" / "data" / "procedures"
FILES = [FOLDER / "national_catalogue.jsonl", FOLDER / "national_detail.jsonl"]
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"there is no published catalogue in {FOLDER}")


@pytest.fixture(scope="module")
def installation():
    with Server("--no-rate-limit") as server:
        server.stop()
        yield server


def import_catalogue(server, *files):
    began = time.monotonic()
    report = json.loads(motcua("import", "catalogue", *files, "--json", "--data", server.data).stdout)
    return report, time.monotonic() - began


def lines(path):
    return sum(1 for line in path.read_text().splitlines() if line.strip())


def adds_up(report, read):
    assert report["read"] == read
    assert report["added"] + report["changed"] + report["unchanged"] + report["unreadable"] == read, report
    assert 0 < report["flagged"] <= read and all(0 < count <= read for count in report["flags"].values()), report
    assert report["flagged"] <= sum(report["flags"].values())


def test_the_counts_add_up_and_a_second_run_changes_nothing(installation, note):
    read = sum(map(lines, FILES))
    first, seconds = import_catalogue(installation, *FILES)
    adds_up(first, read)
    assert first["added"] == read - first["unreadable"] and first["changed"] == first["unchanged"] == 0, first
    second, again = import_catalogue(installation, *FILES)
    adds_up(second, read)
    assert second["unchanged"] == read - second["unreadable"] and second["added"] == second["changed"] == 0, second
    assert second["flags"] == first["flags"] and second["flagged"] == first["flagged"]
    flags = ", ".join(f"{kind} {count}" for kind, count in sorted(first["flags"].items(), key=lambda one: -one[1]))
    note(f"import: {read} records in {seconds:.1f} s, again in {again:.1f} s; {first['flagged']} flagged: {flags}")


def test_a_changed_record_is_counted_as_changed(installation, tmp_path):
    record = json.loads(FILES[0].read_text().splitlines()[0])
    name = next(key for key, value in record.items() if isinstance(value, str) and " " in value)
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps({**record, name: record[name] + " (sửa đổi)"}, ensure_ascii=False) + "\n")
    report, _ = import_catalogue(installation, changed)
    assert (report["read"], report["changed"], report["added"]) == (1, 1, 0), report


def test_broken_lines_are_counted_and_named(installation, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b'{"code": \n\n[]\n\xff\xfe\nnull\n{}\n')
    report, _ = import_catalogue(installation, broken)
    assert report["read"] == 5 == report["unreadable"], report
    assert [line["line"] for line in report["unreadable_lines"]] == [1, 3, 4, 5, 6]
    assert motcua("import", "catalogue", tmp_path / "none.jsonl", "--json", "--data", installation.data, check=False).returncode == 64


def test_imported_procedures_are_found_and_shown(installation, note):
    installation.start()
    api = API(installation.port)
    codes = [json.loads(line)["code"] for line in FILES[1].read_text().splitlines()[::25]]
    for code in codes:
        shown = api.done("getProcedure", code=code)
        assert shown["code"] == code and shown["national"]["name"], code
    began = time.monotonic()
    for words in ("cap the can cuoc", "giay phep lai xe", "khai tu", "bao hiem xa hoi", "dang ky ket hon"):
        assert api.done("searchProcedures", q=words)["items"], words
    took = (time.monotonic() - began) / 5
    assert api.done("searchProcedures", q="dang ky khai sinh")["items"][0]["code"] == "1.001193", "the catalogue pushed the common one down"
    note(f"with the whole catalogue: a search takes {took * 1000:.0f} ms, start {installation.started_in:.2f} s, memory {installation.resident_bytes() / 1e6:.0f} MB")


def test_the_list_goes_through_the_whole_catalogue_once(installation):
    api, seen, after = API(installation.port), [], None
    while True:
        page = api.done("searchProcedures", limit=100, after=after)
        seen += [item["code"] for item in page["items"]]
        after = page["next"]
        if not after:
            break
    assert len(seen) == len(set(seen)) == page["total"] > 5000, (len(seen), len(set(seen)), page["total"])
