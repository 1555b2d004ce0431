# SPDX-License-Identifier: Apache-2.0
"""`motcua verify` finds every way in which somebody with the database file could bend the record, and names the place."""

import json
import shutil

import pytest

from support import database
from support.api import API
from support.papers import pdf
from support.server import Server, motcua
from support.walks import Walk, file_birth, inline


@pytest.fixture(scope="module")
def damaged(tmp_path_factory):
    """A stopped installation after some traffic; gives copies of it to damage."""
    with Server("--no-rate-limit") as server:
        tokens = {name: server.token(name) for name in ("congdan", "motcua", "chuyenvien", "lanhdao", "vanthu")}
        api = API(server.port)
        walk = Walk(api, tokens, file_birth(api, tokens["congdan"]))
        walk.act("motcua", "accept", forward=True)
        walk.act("chuyenvien", "advance")
        walk.act("lanhdao", "sign")
        walk.act("vanthu", "number", "resolved", document_number="7/2026", result=inline(pdf(), "kq.pdf"))
        other = file_birth(api, tokens["congdan"])
        server.stop()
        clean = server.verify()
        assert clean.returncode == 0 and not clean.stdout, clean.stdout

        class Copies:
            code, waiting = walk.code, other

            def make(self):
                folder = tmp_path_factory.mktemp("damaged") / "data"
                shutil.copytree(server.data, folder)
                database.create(folder, template=server.data)
                return Copy(folder)

        yield Copies()


class Copy:
    def __init__(self, folder):
        self.folder = folder
        self.connection = database.Connection(folder)
        for sql in ("UPDATE dossier_events SET content = '{}'", "DELETE FROM dossier_events"):
            with pytest.raises(self.connection.error):
                self.connection.execute(sql)
        for trigger in ("dossier_events_no_update", "dossier_events_no_delete"):
            self.connection.drop_trigger(trigger, "dossier_events")
        self.connection.ignore_references()

    def change(self, sql, *values):
        done = self.connection.execute(sql, values)
        assert done.rowcount >= 1, f"nothing was changed by {sql}"

    def one(self, sql, *values):
        return self.connection.execute(sql, values).fetchone()[0]

    def said(self):
        """What verify says of the damage; nothing when it saw none."""
        self.connection.close()
        done = motcua("verify", "--data", self.folder, check=False)
        assert done.returncode in (0, 1) and bool(done.returncode) == bool(done.stdout), f"verify exited {done.returncode}: {done.stdout} {done.stderr}"
        return done.stdout

    def verify(self):
        said = self.said()
        assert said, "verify sees no damage"
        return said


OF = "(SELECT id FROM dossiers WHERE COALESCE(code, provisional_code) = ?)"


@pytest.mark.parametrize("number", [1, 2, 5])
def test_one_flipped_byte_in_an_event_is_named(damaged, number):
    copy = damaged.make()
    content = copy.one(f"SELECT content FROM dossier_events WHERE dossier_id = {OF} AND sequence = ?", damaged.code, number)
    place = next(index for index, letter in enumerate(content) if letter.isdigit() or letter.isalpha() and index > 3)
    flipped = content[:place] + chr(ord(content[place]) ^ 1) + content[place + 1:]
    copy.change(f"UPDATE dossier_events SET content = ? WHERE dossier_id = {OF} AND sequence = ?", flipped, damaged.code, number)
    said = copy.verify()
    assert f"{damaged.code} event {number}:" in said, said


@pytest.mark.parametrize("column, value", [
    ("at", database.moment(0)), ("actor_name", "Kẻ khác"), ("actor_account", "x"), ("name", "approved"), ("hash", "0" * 64), ("previous_hash", "0" * 64),
])
def test_any_other_change_to_an_event_is_named(damaged, column, value):
    copy = damaged.make()
    copy.change(f"UPDATE dossier_events SET {column} = ? WHERE dossier_id = {OF} AND sequence = 3", value, damaged.code)
    said = copy.verify()
    assert f"{damaged.code} event " in said, said


def test_a_rewritten_event_with_a_fitting_hash_still_breaks_the_chain(damaged):
    """Somebody who knows how hashes are made must rewrite everything after it as well, and the receipts people hold."""
    copy = damaged.make()
    copy.change(f"UPDATE dossier_events SET content = ?, hash = ? WHERE dossier_id = {OF} AND sequence = 2", "{}", "ab" * 32, damaged.code)
    said = copy.verify()
    assert f"{damaged.code} event 2:" in said and f"chain_broken {damaged.code} event 3:" in said, said


@pytest.mark.parametrize("which", ["last", "first", "middle"])
def test_a_removed_event_is_missed(damaged, which):
    copy = damaged.make()
    last = copy.one(f"SELECT MAX(sequence) FROM dossier_events WHERE dossier_id = {OF}", damaged.code)
    number = {"first": 1, "middle": 3, "last": last}[which]
    copy.change(f"DELETE FROM dossier_events WHERE dossier_id = {OF} AND sequence = ?", damaged.code, number)
    said = copy.verify()
    assert damaged.code in said, said
    assert which == "last" or f"{damaged.code} event {number + 1}:" in said, said


def test_a_history_removed_altogether_is_missed(damaged):
    copy = damaged.make()
    copy.change(f"DELETE FROM dossier_events WHERE dossier_id = {OF}", damaged.waiting)
    assert damaged.waiting in copy.verify()


@pytest.mark.parametrize("column, value", [
    ("status", 2), ("unit", "H55.242"), ("receiving_unit", "H55.242"), ("is_final", database.truth(True)), ("sequence", 2), ("head_hash", "0" * 64), ("state", "{}"),
    ("submission", "{}"),
])
def test_a_changed_column_is_named(damaged, column, value):
    copy = damaged.make()
    copy.change(f"UPDATE dossiers SET {column} = ? WHERE id = {OF}", value, damaged.code)
    assert damaged.code in copy.verify()


# Everything else a queue, a search, an access check or a counter reads of a dossier's row.
SHADOWS = {
    "procedure_code": "1.013831", "case_code": "1.001193.02", "procedure_name": "Thủ tục khác", "resolving_unit": "H55.242", "step": 0,
    "step_role": "head", "assignee": "x", "applicant_name": "Người Khác", "applicant_folded": "khac", "applicant_account": None, "channel": 3,
    "delivery": "post", "submitted_at": database.moment(0), "accepted_at": database.moment(0), "due_at": database.moment(0), "original_due_at": database.moment(0), "danger_at": database.moment(0), "resolved_at": database.moment(0), "closed_at": database.moment(0),
}


def test_no_column_can_tell_something_else_than_the_history(damaged):
    unnoticed = []
    for column, value in SHADOWS.items():
        copy = damaged.make()
        copy.change(f"UPDATE dossiers SET {column} = ? WHERE id = {OF}", value, damaged.code)
        if damaged.code not in copy.said():
            unnoticed.append(column)
    assert not unnoticed, f"verify does not see changes of {', '.join(unnoticed)}"


def test_a_unit_let_in_by_hand_is_named(damaged):
    copy = damaged.make()
    copy.change(f"INSERT INTO dossier_units (dossier_id, unit) VALUES ({OF}, 'H55.242')", damaged.code)
    assert damaged.code in copy.verify()


def test_a_state_that_was_edited_is_named(damaged):
    copy = damaged.make()
    state = json.loads(copy.one(f"SELECT CAST(state AS TEXT) FROM dossiers WHERE id = {OF}", damaged.code))
    state["documentNumber"] = "8/2026"
    copy.change(f"UPDATE dossiers SET state = ? WHERE id = {OF}", json.dumps(state), damaged.code)
    assert f"state_differs {damaged.code}" in copy.verify()


@pytest.mark.parametrize("sql", [
    "UPDATE number_series SET last_number = last_number + 1 WHERE series = ?", "DELETE FROM number_series WHERE series = ?",
    "UPDATE number_series SET day = '2020-01-01' WHERE series = ?",
])
def test_a_series_that_does_not_fit_its_numbers_is_named(damaged, sql):
    series = damaged.code.rsplit("-", 2)[0]
    copy = damaged.make()
    copy.change(sql, series)
    assert series in copy.verify()


def test_a_dossier_that_vanished_is_missed(damaged):
    copy = damaged.make()
    copy.change(f"DELETE FROM dossier_events WHERE dossier_id = {OF}", damaged.waiting)
    copy.change("DELETE FROM dossiers WHERE provisional_code = ?", damaged.waiting)
    assert "series_differs" in copy.verify()


def test_a_dossier_taken_out_with_its_number_leaves_its_events_behind(damaged):
    copy = damaged.make()
    copy.change("DELETE FROM dossiers WHERE provisional_code = ?", damaged.waiting)
    copy.change("UPDATE number_series SET last_number = last_number - 1 WHERE series LIKE 'DK-%'")
    copy.verify()


def test_a_paper_that_was_exchanged_or_lost_is_found(damaged):
    for spoil in (lambda path: path.write_bytes(b"x" * path.stat().st_size), lambda path: path.unlink()):
        copy = damaged.make()
        papers = [path for path in (copy.folder / "files").rglob("*") if path.is_file()]
        assert papers, "the walk kept no papers"
        papers[0].chmod(0o600)
        spoil(papers[0])
        copy.verify()
