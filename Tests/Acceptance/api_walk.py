# SPDX-License-Identifier: Apache-2.0
"""A program that knows only the server's address walks two procedures from search to rating."""

import pytest

from support.api import API
from support.papers import pdf, png
from support.walks import file_birth, BIRTH, BIRTH_DESK, LAND, LAND_DESK, LAND_OFFICE, TAX, Walk, file, inline

RESULT = pdf("Ket qua")


@pytest.fixture(scope="module")
def api(server):
    return API(server.port)


def find(api, words, code):
    """Searches as a person would, without marks; the procedure must be the first hit."""
    hits = api.done("searchProcedures", q=words)["items"]
    assert hits and hits[0]["code"] == code, [hit["code"] for hit in hits]
    return api.done("getProcedure", code=code)["definition"]["cases"][0]


def chained(events):
    """Every event carries the hash of the one before, from 1 on without a gap."""
    assert [event["sequence"] for event in events] == list(range(1, len(events) + 1))
    for before, after in zip(events, events[1:]):
        assert after["previous_hash"] == before["hash"]


def test_a_birth_is_registered_over_the_api(api, tokens):
    case = find(api, "dang ky khai sinh", BIRTH)
    filed = file(api, tokens["congdan"], BIRTH, case, BIRTH_DESK, {"birth_proof": "paper", "father_known": "yes"})
    walk = Walk(api, tokens, filed["provisional_code"])
    assert walk.is_in("motcua", "new")
    walk.must_not("chuyenvien", "accept")
    walk.must_not("congdan2", "withdraw", 404, reason="không phải của tôi")

    walk.act("motcua", "accept", "processing", forward=True)
    assert not walk.code.startswith("DK-") and walk.is_in("chuyenvien", "unit")
    walk.act("chuyenvien", "request_supplement", "supplementRequested", items=["Giấy chứng sinh bản rõ nét"], reason="Bản chụp mờ")
    walk.act("congdan", "supplement", "processing", files=[inline(png(shade=90), "chung-sinh.png")], note="Đã chụp lại")
    walk.must_not("chuyenvien", "request_supplement", items=["Thêm nữa"], reason="Hỏi lần hai")
    walk.act("chuyenvien", "assign", account="chuyenvien")
    assert walk.is_in("chuyenvien", "mine")
    walk.act("chuyenvien", "advance", result=inline(pdf("Du thao"), "du-thao.pdf"))
    walk.act("lanhdao", "send_back", reason="Sửa nơi sinh")
    walk.act("chuyenvien", "advance", note="Đã sửa")
    walk.must_not("chuyenvien", "sign")
    walk.act("lanhdao", "sign")
    walk.act("vanthu", "number", "resolved", document_number="12/2026", result=inline(RESULT, "giay-khai-sinh.pdf"))
    assert walk.is_in("motcua", "to_return")
    walk.act("congdan", "return_result", "resultReturned", delivery="online")
    rated = walk.act("congdan", "rate", score=5, comment="Nhanh")
    assert rated["is_final"] and rated["rating"] == 5 and rated["result"]["size"] == len(RESULT)
    walk.must_not("congdan", "rate", score=4)

    events = api.done("listEvents", tokens["congdan"], code=walk.code)["items"]
    chained(events)
    assert events[0]["hash"] == filed["manifest"]["sha256"], "the manifest's hash is not the first event's"


def test_a_land_transfer_passes_three_agencies_over_the_api(api, tokens):
    case = find(api, "sang ten so do", LAND)
    filed = file(api, tokens["congdan"], LAND, case, LAND_DESK, {"transfer_kind": "sale"})
    walk = Walk(api, tokens, filed["provisional_code"])
    accepted = walk.act("motcua.trungtam", "accept", forward=True)
    assert accepted["step"]["unit"] == LAND_OFFICE and accepted["due"]["explanation"]

    handed = walk.act("chuyenvien.datdai", "hand_off", note="Chuyển phiếu thông tin thuế")
    assert handed["step"]["unit"] == TAX and walk.is_in("chuyenvien.thue", "unit")
    walk.act("chuyenvien.thue", "pay_request", "paymentRequired", amount=30_500_000, purpose="Thuế thu nhập cá nhân và lệ phí trước bạ")
    walk.must_not("chuyenvien.thue", "confirm_payment", amount=30_000_000, reference="BL 77")
    walk.act("motcua.trungtam", "confirm_payment", "processing", amount=30_500_000, reference="BL 77")
    walk.act("chuyenvien.thue", "advance")
    walk.must_not("lanhdao.nnmt", "sign")
    walk.act("lanhdao.datdai", "approve")
    walk.act("lanhdao.nnmt", "sign")
    walk.act("vanthu.datdai", "number", "resolved", document_number="CN 00123", result=inline(RESULT, "giay-chung-nhan.pdf"))
    walk.act("motcua.trungtam", "return_result", "resultReturned", delivery="desk", received_by="Nguyễn Thị Thu Hà")
    walk.act("congdan", "rate", score=4)

    events = api.done("listEvents", tokens["kiemtra"], code=walk.code)["items"]
    chained(events)
    assert {"payment_requested", "payment_confirmed", "approved", "signed", "numbered", "result_returned"} <= {event["name"] for event in events}


def test_tracking_needs_no_token_and_shows_nothing_personal(api, tokens, people):
    case = find(api, "khai sinh", BIRTH)
    filed = file(api, tokens["congdan"], BIRTH, case, BIRTH_DESK, {"birth_proof": "commitment"})
    reply = api.call("trackDossier", code=filed["provisional_code"])
    assert reply.status == 200 and reply.json()["state"]["number"] == 1
    for secret in (people["congdan"].name, "019190000000", "0900000001", "Nguyễn Văn Thử"):
        assert secret not in reply.text


def test_strangers_see_no_dossier(api, tokens):
    case = find(api, "khai sinh", BIRTH)
    code = file(api, tokens["congdan"], BIRTH, case, BIRTH_DESK, {"birth_proof": "paper"})["provisional_code"]
    assert api.call("getDossier", code=code).status == 401
    assert api.call("getDossier", tokens["congdan2"], code=code).status == 404
    assert api.call("getDossier", tokens["chuyenvien.daiphuc"], code=code).status == 404
    assert api.call("listWork", tokens["congdan"], view="new").status == 403


def test_another_desk_hands_out_the_result(server, tokens):
    """Received and resolved at one ward, handed out at another."""
    api = API(server.port)
    walk = Walk(api, tokens, file_birth(api, tokens["congdan"], delivery="desk", returning_unit="H55.242"))
    walk.act("motcua", "accept", "processing", forward=True)
    walk.act("chuyenvien", "advance", result=inline(pdf("Du thao"), "du-thao.pdf"))
    walk.act("lanhdao", "sign")
    resolved = walk.act("vanthu", "number", "resolved", document_number="13/2026", result=inline(RESULT, "giay-khai-sinh.pdf"))
    assert resolved["returning_unit"] == "H55.242"
    assert walk.is_in("motcua.daiphuc", "to_return") and not walk.is_in("motcua", "to_return")
    walk.must_not("motcua", "return_result", delivery="desk", received_by="Người nhận")
    walk.act("motcua.daiphuc", "return_result", "resultReturned", delivery="desk", received_by="Người nhận")
