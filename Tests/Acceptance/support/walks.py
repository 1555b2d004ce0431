# SPDX-License-Identifier: Apache-2.0
"""Who does what on the way of the two procedures the walks follow. Units and people are those of the demonstration."""

import base64
import uuid

from support.answers import answers_to, papers_for
from support.papers import pdf, png

# Birth registration at phường Phan Đình Phùng.
BIRTH = "1.001193"
BIRTH_DESK = "H55.238"
# A change of land rights, filed at the provincial centre, through three agencies and back.
LAND = "1.013831"
LAND_DESK = "H55.20"
LAND_OFFICE = "H55.06.01"
TAX = "H55.16"
# The ward's code in the national statistics, as addresses carry it.
COMMUNE = "05443"


def file(api, token, procedure, case, unit, wishes, **more):
    """Keeps the papers, then files; sending the same again gives the same dossier."""
    answers = answers_to(case["form"], COMMUNE, wishes)
    files = []
    for index, paper in enumerate(papers_for(case, answers)):
        content, name = (pdf(paper["code"]), "giay-to.pdf") if index % 2 == 0 else (png(), "anh chụp.png")
        kept = api.done("keepFile", token, name=name, body=content)
        assert kept["size"] == len(content)
        files.append({"component": paper["code"], "name": name, "reference": kept["reference"]})
    assert files, "the walk is meant to attach papers"
    filing = {
        "procedure": procedure, "case": case["code"], "unit": unit, "applicant": {}, "answers": answers, "files": files, "delivery": "online", **more}
    key = str(uuid.uuid4())
    filed = api.done("fileDossier", token, 201, body=filing, idempotency_key=key)
    again = api.done("fileDossier", token, 201, body=filing, idempotency_key=key)
    assert again["id"] == filed["id"] and again["provisional_code"] == filed["provisional_code"]
    assert filed["state"]["code"] == "submitted" and len(filed["manifest"]["files"]) == len(files)
    return filed


class Walk:
    """One dossier on its way; each step is a command of the person who may give it, on what they have just read."""

    def __init__(self, api, tokens, code):
        self.api, self.tokens, self.code = api, tokens, code

    def read(self, who):
        dossier = self.api.done("getDossier", self.tokens[who], code=self.code)
        self.code = dossier.get("code") or dossier["provisional_code"]
        return dossier

    def act(self, who, kind, expect=None, **fields):
        seen = self.read(who)["sequence"]
        dossier = self.api.done("actOnDossier", self.tokens[who], code=self.code, body={"type": kind, "seen": seen, **fields})
        self.code = dossier.get("code") or dossier["provisional_code"]
        assert expect in (None, dossier["state"]["code"]), f"after {kind}: {dossier['state']}"
        return dossier

    def must_not(self, who, kind, status=409, **fields):
        reply = self.api.call("actOnDossier", self.tokens[who], code=self.code, body={"type": kind, **fields})
        assert reply.status == status and reply.kind == "application/problem+json" and reply.json()["title"], str(reply)
        return reply.json()

    def is_in(self, who, view):
        items = self.api.done("listWork", self.tokens[who], view=view, limit=100)["items"]
        return any(item["code"] == self.code for item in items)


def inline(content, name):
    return {"name": name, "content": base64.b64encode(content).decode()}


def file_birth(api, token, **more):
    """A birth registration on its shortest way in; gives its provisional code."""
    case = api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]
    return file(api, token, BIRTH, case, BIRTH_DESK, {"birth_proof": "paper"}, **more)["provisional_code"]
