# SPDX-License-Identifier: Apache-2.0
"""Public figures: they add up, are right the moment something happens, and each opens the dossiers behind it for whoever may see them."""

import datetime
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from support import database
from support.api import API
from support.client import refused, send
from support.server import Server, motcua
from support.session import Session
from support.walks import BIRTH, Walk, file_birth

SPAN = "from=2026-09-01&to=2026-10-31"


@pytest.fixture(scope="module")
def province():
    """Two months of a small province, and a server over them."""
    with Server("--no-rate-limit") as server:
        motcua("simulate", "--from", "2026-09-01", "--to", "2026-10-31", "--dossiers", "1500", "--data", server.data)
        yield server


@pytest.fixture(scope="module")
def accounts(province):
    return province.accounts()


def figures(server, query, token=None):
    reply = send(server, "GET", "/api/v1/statistics?" + query, token=token)
    assert reply.status == 200, str(reply)
    return reply.json()


def adds_up(line):
    left = line["carried_over"] + line["accepted"]
    return left == line["resolved"] + line["ended_without_result"] + line["in_process"] and line["resolved"] == sum(
        line[part] for part in ("resolved_early", "resolved_on_time", "resolved_late"))


def test_every_way_to_tell_them_apart_adds_up_to_the_same(province):
    whole = figures(province, SPAN)["total"]
    assert whole["filed"] == 1500 and whole["accepted"] > 1400 and whole["resolved"] > 500
    for by in ("unit", "procedure", "channel", "day"):
        answer = figures(province, f"{SPAN}&by={by}")
        assert answer["total"] == whole, by
        assert all(adds_up(line) for line in [*answer["items"], answer["total"]])
        for part in ("filed", "accepted", "resolved", "resolved_late", "ended_without_result"):
            assert sum(line[part] for line in answer["items"]) == whole[part], (by, part)


def test_months_follow_each_other(province):
    september, october = (figures(province, span)["total"] for span in ("from=2026-09-01&to=2026-09-30", "from=2026-10-01&to=2026-10-31"))
    assert september["carried_over"] == 0 and october["carried_over"] == september["in_process"] > 0
    assert september["accepted"] + october["accepted"] == figures(province, SPAN)["total"]["accepted"]


def test_a_unit_alone_says_what_its_line_says(province):
    lines = figures(province, SPAN)["items"]
    busiest = max(lines, key=lambda line: line["accepted"])
    alone = figures(province, f"{SPAN}&by=procedure&unit={busiest['key']}")
    assert {**alone["total"]} == {part: value for part, value in busiest.items() if part not in ("key", "name")}


def test_what_happens_is_counted_at_once(province):
    """Filed, accepted, resolved: each is there in the very next answer, once."""
    tokens = {name: province.token(name) for name in ("congdan", "motcua", "chuyenvien", "lanhdao", "vanthu")}
    today = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=7)).date().isoformat()
    query = f"from={today}&to={today}&by=unit"

    def line():
        return next((one for one in figures(province, query)["items"] if one["key"] == "H55.238"), dict.fromkeys(("filed", "accepted", "in_process", "ended_without_result"), 0))

    before = line()
    walk = Walk(API(province.port), tokens, file_birth(API(province.port), tokens["congdan"]))
    assert line()["filed"] == before["filed"] + 1
    walk.act("motcua", "accept", forward=True)
    after = line()
    # What the simulation left waiting for a supplement may lapse meanwhile.
    lapsed = after["ended_without_result"] - before["ended_without_result"]
    assert (after["accepted"], after["in_process"]) == (before["accepted"] + 1, before["in_process"] + 1 - lapsed)
    home = send(province, "GET", "/", headers={"Accept": "text/html"})
    assert '<ul class="figures">' in home.text
    officer = Session(province).sign_in(province.accounts()["motcua"])
    listed = officer.get(f"/work/statistics/dossiers?figure=accepted&from={today}&to={today}&unit=H55.238")
    assert walk.code in listed.text
    elsewhere = Session(province).sign_in(province.accounts()["motcua.daiphuc"])
    page = elsewhere.get(f"/work/statistics/dossiers?figure=accepted&from={today}&to={today}&unit=H55.238")
    assert page.status == 200 and walk.code not in page.text


def rows(page):
    return re.findall(r'<a href="/work/dossiers/([^"]+)"', page.text)


def every_row(session, link):
    codes = []
    while link:
        page = session.get(link)
        assert page.status == 200, str(page)
        codes += rows(page)
        link = next((unescape(found) for found in re.findall(r'rel="next" href="([^"]+)"', page.text)), None)
    return codes


def figure_links(session, query):
    page = session.get("/statistics?" + query)
    return {unescape(link): int(value.replace(".", "")) for link, value in re.findall(r'<td><a href="([^"]+)">([\d.]+)</a>', page.text)}


@pytest.mark.parametrize("by", ["unit", "procedure", "channel", "day"])
def test_every_figure_opens_as_many_dossiers_as_it_says(province, accounts, by):
    leader = Session(province).sign_in(accounts["tinh"])
    links = figure_links(leader, f"{SPAN}&by={by}")
    assert len(links) > 15
    some = sorted(links.items(), key=lambda item: hash_of(item[0]))[:12] + sorted(links.items(), key=lambda item: item[1])[-2:]
    for link, value in some:
        codes = every_row(leader, link)
        assert len(codes) == value, (link, value, len(codes))
        if parse_qs(urlsplit(link).query)["figure"] != ["supplement_requested"]:
            assert len(set(codes)) == value


@pytest.mark.parametrize("by", ["unit", "procedure", "channel", "day"])
def test_what_was_open_then_is_listed_with_what_has_ended_since(province, accounts, by):
    leader = Session(province).sign_in(accounts["tinh"])
    links = figure_links(leader, f"from=2026-10-01&to=2026-10-15&by={by}")
    for figure in ("carried_over", "in_process"):
        some = sorted(((link, value) for link, value in links.items() if f"figure={figure}&" in link), key=lambda item: item[1])[-5:]
        assert some and some[-1][1] > 0
        for link, value in some:
            codes = every_row(leader, link)
            assert len(codes) == len(set(codes)) == value, (link, value, len(codes))


def hash_of(text):
    """The same choice in every run."""
    return sum(index * ord(letter) for index, letter in enumerate(text)) % 997


def test_visitors_see_figures_without_links(province):
    page = send(province, "GET", "/statistics?" + SPAN, headers={"Accept": "text/html"})
    assert page.status == 200 and "/work/statistics" not in page.text and len(page.body) < 50_000
    assert send(province, "GET", "/work/statistics/dossiers?figure=accepted&" + SPAN).header("location").startswith("/sign-in")


@pytest.mark.parametrize("query, field", [
    ("from=2026-13-01", "from"), ("from=1700-01-01", "from"), ("from=2026-02-02&to=2026-02-01", "to"), ("from=2024-01-01&to=2026-01-01&by=day", "to"),
    ("by=mood", "by"), ("unit=H99", "unit"), ("to=9999-12-31", "to")])
def test_a_wrong_question_is_named_and_stays(province, query, field):
    problem = refused(send(province, "GET", "/api/v1/statistics?" + query), 422).json()
    assert [one["field"] for one in problem["errors"]] == [field]
    page = send(province, "GET", "/statistics?" + query.replace("from=2026-13-01", "from_day=1&from_month=13&from_year=2026"), headers={"Accept": "text/html"})
    assert page.status == 422 and f'href="#{field}"' in page.text
    if "13" in query:
        assert 'value="13"' in page.text


@pytest.mark.parametrize("query", ["", "figure=x&" + SPAN, "figure=accepted&from=x&to=y", f"figure=accepted&{SPAN}&unit=H99", f"figure=accepted&{SPAN}&channel=9"])
def test_a_made_up_link_leads_nowhere(province, accounts, query):
    officer = Session(province).sign_in(accounts["kiemtra"])
    assert officer.get("/work/statistics/dossiers?" + query).status == 404
    assert officer.get(f"/work/statistics/dossiers?figure=accepted&{SPAN}&after=%27~x").status == 400


def test_verify_names_a_counter_that_was_changed(province):
    clean = province.verify()
    assert clean.returncode == 0, clean.stdout
    with database.Connection(province.data) as connection:
        connection.execute("UPDATE measures SET accepted = accepted + 1 WHERE breakdown = 0 AND grain = 2 AND start = '2026-09-01'")
    said = province.verify()
    assert said.returncode == 1 and "counter_differs" in said.stdout and "2026-09-01" in said.stdout, said.stdout
    with database.Connection(province.data) as connection:
        connection.execute("UPDATE measures SET accepted = accepted - 1 WHERE breakdown = 0 AND grain = 2 AND start = '2026-09-01'")
    assert province.verify().returncode == 0


def test_the_procedure_filed_is_named(province):
    names = {line["key"]: line["name"] for line in figures(province, f"{SPAN}&by=procedure")["items"]}
    assert names[BIRTH] and names[BIRTH] != BIRTH
    assert re.match(r"\d{4}-\d{2}-\d{2}T", figures(province, SPAN)["as_of"])
