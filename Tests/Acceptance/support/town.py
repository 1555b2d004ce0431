# SPDX-License-Identifier: Apache-2.0
"""A ward at work: dossiers in every state a page can show, made over the API."""

import uuid

from support.answers import answers_to, papers_for
from support.api import API
from support.papers import pdf
from support.person import photo
from support.session import Form, Session
from support.walks import BIRTH, BIRTH_DESK, COMMUNE, Walk, inline

PHOTO = photo(size=(800, 600))
PEOPLE = {
    "applicant_name": "Nguyễn Thị Thu Hà", "applicant_relation": "mother", "child_birth_place": "Bệnh viện Trung ương Thái Nguyên", "child_ethnicity": "Tày",
    "child_origin": "Xã Đại Phúc, tỉnh Thái Nguyên", "birth_proof": "paper", "mother_known": "yes", "mother_name": "Nguyễn Thị Thu Hà",
    "mother_ethnicity": "Tày", "mother_nationality": "Việt Nam", "father_known": "no"}
ITEMS = {"items": ["Giấy chứng sinh bản rõ nét"], "reason": "Bản chụp mờ"}
CHILDREN = (
    "Nguyễn Bảo An", "Hoàng Gia Hân", "Lường Minh Khôi", "Nông Khánh Linh", "Trần Đức Phúc", "Đặng Ngọc Diệp", "Ma Thị Thuỳ Dương", "Phạm Hải Đăng",
    "Triệu Tuệ Nhi", "Vũ Quốc Bảo", "Lê Thảo Vy", "Dương Hoàng Nam")


class Town:
    """`new`, `waiting`, `processing`, `signing`, `resolved`, `finished`, `declined`: the codes of dossiers in that state."""

    def __init__(self, server):
        self.api, self.server, self.tokens = API(server.port), server, {}
        self.case = self.api.done("getProcedure", code=BIRTH)["definition"]["cases"][0]
        self.new = self.birth("congdan").code
        self.waiting = self.act(self.birth("congdan"), ("motcua", "request_supplement", ITEMS))
        self.declined = self.act(
            self.birth("congdan"), ("motcua", "reject", {"reason": "Trẻ đã được đăng ký khai sinh", "legal_ground": "Điều 13 Luật Hộ tịch"}))
        accept = ("motcua", "accept", {"forward": True})
        self.processing = self.act(self.birth("congdan"), accept)
        self.act(Walk(self.api, self, self.processing))
        self.say("congdan", "Cháu sinh ở bệnh viện tỉnh, tôi có cần mang bản chính không?")
        self.say("chuyenvien", "Anh chị mang bản chính khi đến nhận Giấy khai sinh.")
        self.signing = self.act(self.birth("congdan"), accept, ("chuyenvien", "advance", {"note": "Đã đối chiếu dữ liệu dân cư"}))
        number = ("vanthu", "number", {"document_number": "15/2026", "result": inline(pdf("Giay khai sinh"), "giay-khai-sinh.pdf")})
        way = (accept, ("chuyenvien", "advance", {}), ("lanhdao", "sign", {}), number)
        self.resolved = self.act(self.birth("congdan"), *way)
        self.finished = self.act(self.birth("congdan"), *way, ("motcua", "return_result", {"delivery": "desk", "received_by": "Nguyễn Thị Thu Hà"}))

    def begun(self, accounts):
        """Begins a filing in steps and leaves it; gives its address."""
        session = Session(self.server).sign_in(accounts["congdan"])
        form = Form.of(session.get(f"/dossiers/new?procedure={BIRTH}"), "/drafts")
        return session.post("/drafts", form.fields({"procedure": BIRTH, "case": self.case["code"], "unit": BIRTH_DESK})).header("location")

    def __getitem__(self, username):
        """The API token of somebody, as `Walk` asks for it."""
        if username not in self.tokens:
            self.tokens[username] = self.server.token(username)
        return self.tokens[username]

    def birth(self, citizen, child=CHILDREN[0]):
        answers = answers_to(self.case["form"], COMMUNE, {**PEOPLE, "child_name": child})
        files = []
        for paper in papers_for(self.case, answers):
            kept = self.api.done("keepFile", self[citizen], name="giấy chứng sinh.jpg", body=PHOTO)
            files.append({"component": paper["code"], "name": "giấy chứng sinh.jpg", "reference": kept["reference"]})
        filing = {
            "procedure": BIRTH, "case": self.case["code"], "unit": BIRTH_DESK, "applicant": {}, "answers": answers, "files": files, "delivery": "online"}
        filed = self.api.done("fileDossier", self[citizen], 201, body=filing, idempotency_key=str(uuid.uuid4()))
        return Walk(self.api, self, filed["provisional_code"])

    def act(self, walk, *steps):
        for who, kind, fields in steps:
            walk.act(who, kind, **fields)
        return walk.code

    def say(self, who, text):
        self.api.done("writeMessage", self[who], 201, code=self.processing, body={"text": text})

    def crowd(self, count):
        """So many more new filings, of children of all names."""
        return [self.birth(("congdan", "congdan2")[number % 2], CHILDREN[number % len(CHILDREN)]).code for number in range(count)]
