# SPDX-License-Identifier: Apache-2.0
"""Several at once: two officers on one dossier, one request sent many times."""

import threading
import uuid

import pytest

from support.answers import answers_to
from support.api import API
from support.client import refused, send_json
from support.session import Form, Session, birth_fields
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, Walk, file_birth

ROUNDS = 8


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


@pytest.fixture(scope="module")
def filing(api):
    case = api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    answers = answers_to(case["form"], COMMUNE, {"birth_proof": "electronic"})
    return {"procedure": BIRTH, "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "delivery": "online"}


def at_once(*works):
    """Runs everything from one starting shot; the results in order."""
    results, start = [None] * len(works), threading.Barrier(len(works))

    def run(index, work):
        start.wait()
        results[index] = work()

    threads = [threading.Thread(target=run, args=(index, work)) for index, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def one_wins(replies):
    """Exactly one succeeds; every other gets a named refusal."""
    assert sorted(reply.status for reply in replies) == [200] + [409] * (len(replies) - 1), [str(reply) for reply in replies]
    for reply in replies:
        if reply.status == 409:
            refused(reply, 409)
            assert reply.json()["code"].startswith("dossiers."), reply.text


def command(server, token, code, **body):
    return lambda: send_json(server, "POST", f"/api/v1/dossiers/{code}/commands", body, token)


def test_of_two_decisions_at_once_one_stands(server, api, tokens):
    for _ in range(ROUNDS):
        code = file_birth(api, tokens["congdan"])
        seen = Walk(api, tokens, code).read("motcua")["sequence"]
        accept = command(server, tokens["motcua"], code, type="accept", seen=seen)
        reject = command(server, tokens["motcua"], code, type="reject", seen=seen, reason="Sai nơi nộp", legal_ground="Điều 13")
        withdraw = command(server, tokens["congdan"], code, type="withdraw", seen=seen, reason="Đổi ý")
        one_wins(at_once(accept, reject, withdraw))


def test_two_officers_at_one_step_do_not_both_act(server, api, tokens):
    for _ in range(ROUNDS):
        walk = Walk(api, tokens, file_birth(api, tokens["congdan"]))
        seen = walk.act("motcua", "accept", forward=True)["sequence"]
        advance = command(server, tokens["chuyenvien"], walk.code, type="advance", seen=seen)
        supplement = command(server, tokens["chuyenvien"], walk.code, type="request_supplement", seen=seen, items=["Ảnh"], reason="Mờ")
        withdraw = command(server, tokens["motcua"], walk.code, type="withdraw", seen=seen, reason="Người nộp yêu cầu")
        one_wins(at_once(advance, supplement, withdraw))


def test_even_without_saying_what_was_seen_nobody_accepts_twice(server, api, tokens):
    for _ in range(ROUNDS):
        code = file_birth(api, tokens["congdan"])
        one_wins(at_once(*[command(server, tokens["motcua"], code, type="accept") for _ in range(6)]))


def test_an_officer_with_a_stale_page_hears_what_changed(server, api, tokens, people):
    code = file_birth(api, tokens["congdan"])
    officer = Session(server).sign_in(people["motcua"])
    form = Form.of(officer.get(f"/work/dossiers/{code}"), f"/work/dossiers/{code}/commands")
    Walk(api, tokens, code).act("motcua", "request_supplement", items=["Ảnh"], reason="Mờ")
    reply = refused(officer.post(form.action, form.fields({"accept.note": "Ghi chú đã gõ"}), []), 409)
    assert 'role="alert"' in reply.text and "Yêu cầu bổ sung giấy tờ" in reply.text


def test_the_same_filing_many_times_at_once_is_one_dossier(server, api, tokens, filing):
    for _ in range(ROUNDS):
        key = str(uuid.uuid4())
        replies = at_once(*[
            lambda: send_json(server, "POST", "/api/v1/dossiers", filing, tokens["congdan"], {"Idempotency-Key": key}) for _ in range(8)])
        assert [reply.status for reply in replies] == [201] * 8, [str(reply) for reply in replies]
        assert len({reply.json()["id"] for reply in replies}) == 1


def test_a_key_used_for_another_filing_is_refused(server, api, tokens, filing):
    key = str(uuid.uuid4())
    headers = {"Idempotency-Key": key}
    first = send_json(server, "POST", "/api/v1/dossiers", filing, tokens["congdan"], headers).json()
    other = {**filing, "answers": {**filing["answers"], "child_name": "Nguyễn Tên Khác"}}
    reply = refused(send_json(server, "POST", "/api/v1/dossiers", other, tokens["congdan"], headers), 409)
    assert reply.json()["code"] == "dossiers.idempotency_key_reused"
    theirs = send_json(server, "POST", "/api/v1/dossiers", filing, tokens["congdan2"], headers)
    assert theirs.status == 201 and theirs.json()["id"] != first["id"], "one person's key answers for another's filing"


def test_a_form_sent_twice_by_an_impatient_thumb_is_one_dossier(server, people):
    citizen = Session(server).sign_in(people["congdan2"])
    fields = birth_fields(citizen, child_name="Nguyễn Hai Lần")
    replies = at_once(*[lambda: citizen.post("/dossiers", fields, []) for _ in range(4)])
    assert [reply.status for reply in replies] == [303] * 4
    assert len({reply.header("location") for reply in replies}) == 1


def test_history_agrees_with_the_rows_after_all_this(server):
    assert server.is_alive() and "fault" not in server.log.read_text(errors="replace"), server.log_tail()
    done = server.verify()
    assert done.returncode == 0, done.stdout + done.stderr
