# SPDX-License-Identifier: Apache-2.0
"""Eight hundred hostile strings through every field people type in: each comes back unharmed on page, API, table and PDF, or is refused by name."""

import csv
import io
import re
import shutil
import subprocess
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from support.answers import answers_to
from support.api import API
from support.client import guarded, send, send_json
from support.naughty import ALL, FAMILIES, cleaned_line, normalised, sample
from support.papers import pdf
from support.quality_figures import keep
from support.session import BIRTH_PAPER, Form, Session, birth_fields
from support.visitor import Visitor
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, Walk

PAPER = BIRTH_PAPER.removeprefix("file.")
LINES = ("child_name", "child_birth_place", "child_ethnicity", "child_origin", "applicant_home")
STRICT = ("applicant_id", "applicant_phone", "child_birth_date", "child_sex", "applicant_home_commune")
TOLD = {}


class Tally:
    """What became of every family's strings in one place of the program."""

    def __init__(self, place):
        self.accepted, self.refused, self.wrong = Counter(), Counter(), []
        TOLD[place] = self

    def judge(self, family, text, reply, fields=()):
        """A refusal has to be clear, and to name one of the fields where there are such."""
        if reply is None or reply.status >= 500:
            self.wrong.append(f"{family}: {text[:40]!r} met {reply}")
        elif reply.status >= 400:
            self.refused[family] += 1
            named = [error["field"] for error in reply.json().get("errors", [])] if reply.kind == "application/problem+json" else []
            # A NUL makes the whole body unreadable, before any field is read.
            unread = reply.kind == "application/problem+json" and reply.json()["code"] == "json.null_character"
            if fields and not unread and not any(name.split(".")[-1] in fields or name in fields for name in named):
                self.wrong.append(f"{family}: {text[:40]!r} was refused without naming a field: {reply}")
        else:
            self.accepted[family] += 1
            return True
        return False

    def expect(self, family, text, found, wanted):
        if found != wanted:
            self.wrong.append(f"{family}: {text[:40]!r} came back as {found[:60]!r}, not {wanted[:60]!r}")

    def done(self):
        assert sum(self.accepted.values()) + sum(self.refused.values()) >= len(FAMILIES), "too few were tried"
        assert not self.wrong, f"{len(self.wrong)} wrong:\n" + "\n".join(self.wrong[:40])


def each(task, things=ALL):
    """Every string by one of six people at once; the first error of the test itself is raised."""
    with ThreadPoolExecutor(6) as crowd:
        return list(crowd.map(lambda one: task(*one), things))


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


@pytest.fixture(scope="module")
def sound(api):
    """A birth registration that is right in every part, and its form's limits."""
    case = api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    return {
        "procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "delivery": "online",
        "answers": answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"})}


def file(server, token, body):
    return send_json(server, "POST", "/api/v1/dossiers", body, token, {"Idempotency-Key": str(uuid.uuid4())})


@pytest.fixture(scope="module")
def filed(server, tokens, sound):
    """Every string in all free questions of a filing at once: what was accepted, by code."""
    tally, token, kept = Tally("answers (API)"), tokens["congdan"], {}

    def one(family, text):
        reply = file(server, token, {**sound, "answers": {**sound["answers"], **dict.fromkeys(LINES, text)}})
        if tally.judge(family, text, reply, LINES):
            kept[reply.json()["provisional_code"]] = (family, text)

    each(one)
    return tally, kept


def test_answers_come_back_unharmed_over_the_api(server, tokens, filed):
    tally, kept = filed

    def one(code, sent):
        dossier = send(server, "GET", f"/api/v1/dossiers/{code}", token=tokens["congdan"]).json()
        for question in LINES:
            tally.expect(*sent, dossier["answers"][question], cleaned_line(sent[1]))

    each(one, kept.items())
    assert len(kept) > 500, f"only {len(kept)} were accepted"
    tally.done()


def test_answers_stand_on_the_pages_as_text(server, people, filed):
    tally = Tally("pages that show them")
    citizen, officer = Session(server).sign_in(people["congdan"]), Session(server).sign_in(people["motcua"])

    def one(code, sent):
        for who, path in ((citizen, f"/me/dossiers/{code}"), (officer, f"/work/dossiers/{code}")):
            reply = send(server, "GET", path, headers=who.with_cookies(None))
            if not tally.judge(*sent, guarded(reply)):
                tally.wrong.append(f"{path} answered {reply.status}")
            elif cleaned_line(sent[1]) not in unescape(reply.text):
                tally.wrong.append(f"{sent[0]}: {sent[1][:40]!r} does not stand on {path.split('/')[1]}'s page")
            elif "<script>alert" in reply.text or re.search(r"<(img|svg|iframe)[^>]*on\w+=", reply.text):
                tally.wrong.append(f"{sent[0]}: {sent[1][:40]!r} became markup on {path}")

    # Every third here: the pages are many times the work of the API, which has shown every one.
    each(one, sorted(filed[1].items(), key=lambda item: ALL.index(item[1]))[::3])
    tally.done()


def test_fields_of_a_strict_kind_refuse_by_name_or_read_what_is_right(server, tokens, sound):
    tally = Tally("numbers, dates, choices")

    def one(family, text):
        for question in STRICT:
            reply = file(server, tokens["congdan"], {**sound, "answers": {**sound["answers"], question: text}})
            if tally.judge(family, text, reply, (question,)):
                read = send(server, "GET", f"/api/v1/dossiers/{reply.json()['provisional_code']}", token=tokens["congdan"]).json()["answers"][question]
                if re.sub(r"\D", "", read)[-9:] != re.sub(r"\D", "", text)[-9:]:
                    tally.wrong.append(f"{question} read {text!r} as {read!r}")

    each(one, sample(12))
    tally.done()


@pytest.fixture(scope="module")
def accepted(server, api, tokens, sound):
    """Applicants with every name there is, received at the desk: official codes by string."""
    tally, kept, token = Tally("applicant's name and address"), {}, tokens["congdan"]

    def one(family, text):
        body = {**sound, "applicant": {"name": text, "address": text}}
        if tally.judge(family, text, reply := file(server, token, body), ("applicant.name", "applicant.address")):
            walk = Walk(api, tokens, reply.json()["provisional_code"])
            kept[walk.act("motcua", "accept", "processing", forward=True)["code"]] = (family, text)

    each(one)
    return tally, kept


def test_applicants_names_come_back_unharmed(server, tokens, accepted):
    tally, kept = accepted

    def one(code, sent):
        applicant = send(server, "GET", f"/api/v1/dossiers/{code}", token=tokens["motcua"]).json()["applicant"]
        for part in ("name", "address"):
            tally.expect(*sent, applicant[part], cleaned_line(sent[1]))

    each(one, kept.items())
    tally.done()


def test_the_logbook_as_a_table_holds_every_name(server, people, accepted):
    tally, kept = Tally("logbook (CSV)"), accepted[1]
    body = Session(server).sign_in(people["motcua"]).get("/work/logbook.csv").body.decode("utf-8-sig")
    rows = {row[1]: row for row in csv.reader(io.StringIO(body, newline=""))}
    codes = {cell: row for row in rows.values() for cell in row}
    for code, sent in kept.items():
        tally.accepted[sent[0]] += 1
        row, name = codes.get(code, []), cleaned_line(sent[1])
        # A spreadsheet would take these for formulas; a quote in front keeps them text.
        guard = "'" if name[:1] in ("=", "+", "-", "@") and not re.fullmatch(r"[+-]?\d+(\.\d+)?", name) else ""
        if guard + name not in row:
            tally.wrong.append(f"{sent[0]}: {sent[1][:40]!r} of {code} is not in {row}")
    tally.done()


def test_the_receipt_as_pdf_gives_the_name_back(server, people, accepted):
    session, tally = Session(server).sign_in(people["motcua"]), Tally("receipt (PDF)")
    codes = dict(accepted[1])
    chosen = {sent: code for code, sent in codes.items()}
    first = send(server, "GET", f"/work/dossiers/{next(iter(codes))}/papers/receipt.pdf", headers=session.with_cookies(None))
    if first.status == 404:
        pytest.skip("the receipt is not made as a PDF yet")
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    for sent in ALL:
        if sent not in chosen:
            continue
        reply = send(server, "GET", f"/work/dossiers/{chosen[sent]}/papers/receipt.pdf", headers=session.with_cookies(None))
        if tally.judge(*sent, reply):
            told = subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"], input=reply.body, capture_output=True).stdout.decode()
            if sent[0] in ("decomposed vietnamese", "html", "sql", "formulas", "typesetting", "shell", "paths", "words for nothing"):
                squeezed = lambda text: re.sub(r"\s+", "", text)
                if squeezed(cleaned_line(sent[1])) not in squeezed(told):
                    tally.wrong.append(f"{sent[0]}: {sent[1][:40]!r} is not in the receipt of {chosen[sent]}")
    tally.done()


@pytest.mark.parametrize("place, path", [
    ("search", "/procedures?q="), ("search (API)", "/api/v1/procedures?q="), ("suggestions", "/procedures/suggest?q="), ("tracking", "/tracking?code="),
    ("tracking (API)", "/api/v1/tracking/"), ("officer's search", "/work/search?q="), ("search of the queue", "/work?view=unit&q="),
])
def test_looking_for_them_fails_nowhere(server, people, place, path):
    from urllib.parse import quote

    tally, officer = Tally(place), Session(server).sign_in(people["motcua"])

    def one(family, text):
        reply = send(server, "GET", path + quote(text[:2_000], safe=""), headers=officer.with_cookies(None))
        if tally.judge(family, text, reply) and reply.kind == "text/html" and "<script>alert" in reply.text:
            tally.wrong.append(f"{family}: {text[:40]!r} became markup")

    each(one)
    tally.done()


def test_signing_in_with_them_is_refused(server):
    tally = Tally("sign-in")

    def one(family, text):
        visitor = Session(server)
        form = Form.of(visitor.get("/sign-in"), "/sign-in")
        for fields in ({"username": text, "password": "x"}, {"username": "kiemtra", "password": text}):
            if tally.judge(family, text, visitor.post("/sign-in", form.fields(fields))):
                tally.wrong.append(f"{family}: {text[:40]!r} signed somebody in")

    # Every guess costs the server a tenth of a second on purpose, and few are let through.
    each(one, sample(2))
    tally.done()


def bundles(texts, limit):
    """Texts in as few messages as hold them: the number of messages an hour is limited."""
    held = []
    for one in texts:
        if held and sum(map(len, held)) + 8 * len(held) + len(one[1]) > limit:
            yield held
            held = []
        held.append(one[1])
    yield held


def joined(texts):
    return "\n—\n".join(texts)


def test_messages_carry_them_both_ways(server, api, tokens, accepted):
    tally, code = Tally("messages"), next(iter(accepted[1]))
    small = [one for one in ALL if "\0" not in one[1] and len(one[1]) < 1_200]
    places = {text: family for family, text in ALL}
    for number, bundle in enumerate(bundles(small, 3_500)):
        who = ("congdan", "chuyenvien")[number % 2]
        text = joined(bundle)
        reply = send_json(server, "POST", f"/api/v1/dossiers/{code}/messages", {"text": text}, tokens[who])
        for one in bundle:
            tally.judge(places[one], one, reply)
        if reply.status == 201:
            tally.expect("messages", text, reply.json()["text"], normalised(text))
    for text in ("", " \u00a0", "a\0b", "ễ" * 10_000):
        tally.judge("very long", text, send_json(server, "POST", f"/api/v1/dossiers/{code}/messages", {"text": text}, tokens["congdan"]), ("text",))
    thread = [one["text"] for one in api.done("listMessages", tokens["congdan"], code=code)["items"]]
    for bundle in bundles(small, 3_500):
        assert normalised(joined(bundle)) in thread
    tally.done()


def test_notes_of_officers_keep_them(server, people, accepted):
    tally, code = Tally("notes"), next(iter(accepted[1]))
    officer = Session(server).sign_in(people["chuyenvien"])
    form = Form.of(officer.get(f"/work/dossiers/{code}"), f"/work/dossiers/{code}/notes")
    longest = [("very long", text) for text in FAMILIES["very long"]]
    for family, text in sample(2) + longest:
        reply = send_form(officer, form, {"note": text})
        if not tally.judge(family, text, reply):
            continue
        page = unescape(officer.get(f"/work/dossiers/{code}").text)
        if as_typed(text) not in page:
            tally.wrong.append(f"{family}: the note {text[:40]!r} ({len(text)} characters) does not come back whole")
    tally.done()


def as_typed(text):
    """A text as a form gives it: its line ends are line feeds."""
    return normalised(text.replace("\r\n", "\n").replace("\r", "\n"))


def send_form(session, form, values):
    return session.post(form.action, form.fields(values))


def test_the_counter_takes_them(server, people):
    tally, desk = Tally("reception"), Session(server).sign_in(people["motcua"])
    form = Form.of(desk.get("/work/reception"), "/work/reception")

    def one(family, text):
        for values in ({"who": text, "words": "sao y"}, {"who": "Hoa", "words": text}):
            reply = send(server, "POST", form.action, *encoded(form.fields(values), desk, server))
            tally.judge(family, text, reply)
            if "<script>alert" in reply.text:
                tally.wrong.append(f"{family}: {text[:40]!r} became markup")

    each(one, sample(8))
    tally.done()


def encoded(fields, session, server):
    from support.client import urlencoded

    body, kind = urlencoded([(name, value.encode("utf-8")) for name, value in fields])
    return body, session.with_cookies({"Content-Type": kind, "Origin": server.address})


def test_names_of_papers_come_back(server, tokens, sound):
    """A name is cut to what a disk can hold and to what can be seen; it stays one name, with its ending, in the dossier."""
    from urllib.parse import quote

    tally, token = Tally("names of files"), tokens["congdan"]
    body = {**sound, "answers": {**sound["answers"], "birth_proof": "paper"}}

    def one(family, text):
        name = text[:500] + ".pdf"
        kept = send(server, "POST", "/api/v1/files?name=" + quote(name, safe=""), pdf(), {"Content-Type": "application/octet-stream"}, token)
        if not tally.judge(family, text, kept):
            return
        paper = {"component": PAPER, "name": name, "reference": kept.json()["reference"]}
        code = file(server, token, {**body, "files": [paper]}).json()["provisional_code"]
        told = send(server, "GET", f"/api/v1/dossiers/{code}", token=token).json()["files"][0]["name"]
        if re.search(r'[/\\\x00-\x1f\x7f"<>:|?*]', told) or told.startswith(".") or len(told.encode()) > 255 or not told.endswith("pdf"):
            tally.wrong.append(f"{family}: a paper is called {told!r}")
        elif re.fullmatch(r"\w[\w ]*", text) and len(text) < 60 and told != cleaned_line(name):
            tally.wrong.append(f"{family}: {name!r} is called {told!r}")

    each(one)
    tally.done()


def test_walk_ins_are_received_by_any_name(server, people):
    tally, desk = Tally("walk-in form"), Session(server).sign_in(people["motcua"])
    start = Form.of(desk.get("/work/reception"), "/work/reception")
    search = start.fields({"who": "", "words": "sao y", "person": "new", "case": "2.000815 2.000815.01", "go": "form"})
    for family, text in sample(2):
        form = Form.of(desk.post(start.action, search), "/work/reception/file")
        reply = desk.post(form.action, form.fields({
            "requester_kind": "person", "requester_name": text, "requester_phone": "0912345678", "copies_brought": "no", "documents[0].document_name": text,
            "documents[0].document_issuer": "vietnamese", "documents[0].document_pages": "1", "documents[0].document_copies": "1", "_delivery": "desk"}), [])
        if tally.judge(family, text, reply) and (reply.status != 303 or cleaned_line(text) not in unescape(desk.follow(reply).text)):
            tally.wrong.append(f"{family}: {text[:40]!r} is not on the page of what was received: {reply.status}")
    tally.done()


def test_a_sample_is_filed_on_the_pages(server, people):
    tally = Tally("filing (pages)")
    citizen = Session(server).sign_in(people["congdan2"])
    for family, text in sample(2):
        reply = citizen.post("/dossiers", birth_fields(citizen, **dict.fromkeys(("child_name", "child_origin"), text)), [])
        if tally.judge(family, text, reply) and reply.status == 303:
            shown = citizen.follow(reply)
            assert shown.status == 200
            if cleaned_line(text) not in unescape(shown.text):
                tally.wrong.append(f"{family}: {text[:40]!r} is not on the page of the filed dossier")
        elif reply.status == 422 and as_typed(text)[:60] not in unescape(reply.text):
            tally.wrong.append(f"{family}: {text[:40]!r} was refused and is gone from the form")
    tally.done()


def test_drafts_keep_what_was_typed(server, people):
    tally, citizen = Tally("drafts"), Session(server).sign_in(people["congdan2"])
    start = Form.of(citizen.get(f"/dossiers/new?procedure={BIRTH}"), "/drafts")
    draft = citizen.post("/drafts", start.fields({"procedure": BIRTH, "case": BIRTH + ".01", "unit": BIRTH_DESK})).header("location")
    for family, text in sample(4):
        step = Form.of(citizen.get(draft + "/child"), draft + "/child")
        reply = citizen.post(step.action, step.fields({"child_name": text, "child_origin": text, "_go": "later"}))
        if not tally.judge(family, text, reply):
            continue
        box = re.search(r'<input[^>]* name="child_name"[^>]*>', citizen.get(draft + "/child").text).group()
        found = re.search(r' value="([^"]*)"', box)
        # A box of one line holds no line ends; the answer is read from it when the dossier is filed.
        if cleaned_line(unescape(found.group(1)) if found else "") != cleaned_line(text):
            tally.wrong.append(f"{family}: the draft of {text[:40]!r} holds {found and found.group(1)[:60]!r}")
    tally.done()


def test_no_browser_runs_any_of_it(browser, server, people, filed):
    """Browsers look at a sample of every family: no dialog, no error, nothing the content policy had to stop."""
    visitor, tally = Visitor(browser, server).sign_in(people["congdan"]), Tally("browsers")
    trouble = []
    visitor.page.on("dialog", lambda dialog: (trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
    visitor.page.on("pageerror", lambda error: trouble.append(f"error {error}"))
    visitor.page.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None)
    visitor.page.add_init_script("addEventListener('securitypolicyviolation', e => console.error('policy ' + e.violatedDirective))")
    codes = {sent: code for code, sent in filed[1].items()}
    for family, text in sample(1) + [("html", text) for text in FAMILIES["html"][::9]]:
        tally.accepted[family] += 1
        if (family, text) in codes:
            visitor.open(f"/me/dossiers/{codes[family, text]}")
            shown = visitor.page.locator("main").text_content()
            if cleaned_line(text) not in shown:
                tally.wrong.append(f"{family}: {text[:40]!r} is not text on the page")
        if "\0" not in text and len(text) < 200:
            visitor.open("/procedures")
            box = visitor.page.get_by_role("searchbox").or_(visitor.page.get_by_role("combobox")).first
            box.fill(text)
            box.press("Enter")
            visitor.page.wait_for_load_state()
        assert visitor.page.evaluate("document.querySelectorAll('main script, main iframe, main object').length") == 0
        tally.wrong += [f"{family}: {text[:40]!r}: {one}" for one in trouble]
        trouble.clear()
    visitor.close()
    tally.done()


def test_the_server_lived_and_says_how_it_went(server, note):
    assert server.is_alive() and "fault" not in server.log.read_text(errors="replace"), server.log_tail()
    lines = [f"naughty strings: {len(ALL)} in {len(FAMILIES)} families", f"{'family':26}{'strings':>8}{'accepted':>10}{'refused':>9}{'wrong':>7}"]
    rows = []
    for family, texts in FAMILIES.items():
        accepted, refused = (sum(getattr(tally, kind)[family] for tally in TOLD.values()) for kind in ("accepted", "refused"))
        wrong = sum(one.startswith(family + ":") for tally in TOLD.values() for one in tally.wrong)
        rows.append([family, len(texts), accepted, refused, wrong])
        lines.append(f"{family:26}{len(texts):8}{accepted:10}{refused:9}{wrong:7}")
    note("\n".join(lines))
    keep("naughty_strings", {"families": rows, "places": [
        [place, sum(tally.accepted.values()), sum(tally.refused.values()), len(tally.wrong)] for place, tally in TOLD.items()]})
