# SPDX-License-Identifier: Apache-2.0
"""A browser without a browser: cookies and forms sent by hand, so that a test can send what no browser would."""

import re
from html import unescape
from urllib.parse import urlsplit

from support.client import multipart, send, urlencoded


class Session:
    def __init__(self, server):
        self.server, self.cookies, self.page = server, {}, None

    def get(self, path, headers=None):
        return self.keep(send(self.server, "GET", path, headers=self.with_cookies(headers)))

    def post(self, path, fields, files=None, headers=None, origin=True):
        """Sends a form as the pages do; `files` (even empty) makes it multipart. Gives the answer, not where it leads."""
        body, kind = urlencoded(fields) if files is None else multipart(fields, files)
        return self.post_bytes(path, body, kind, headers, origin)

    def post_bytes(self, path, body, kind, headers=None, origin=True):
        headers = self.with_cookies({**({"Origin": self.server.address} if origin else {}), **(headers or {})})
        if kind:
            headers["Content-Type"] = kind
        return self.keep(send(self.server, "POST", path, body, headers))

    def with_cookies(self, headers):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**({"Cookie": cookie} if cookie else {}), "Accept": "text/html", **(headers or {})}

    def keep(self, reply):
        for line in reply.all("set-cookie"):
            name, value = line.split(";")[0].split("=", 1)
            if "Max-Age=0" in line:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        if reply.kind == "text/html":
            self.page = reply
        return reply

    def follow(self, reply):
        assert reply.status == 303, str(reply)
        return self.get(reply.header("location"))

    def sign_in(self, account, path="/sign-in"):
        form = Form.of(self.get(path), "/sign-in")
        reply = self.post("/sign-in", form.fields({"username": account.username, "password": account.password}))
        assert reply.status == 303, f"{account.username} cannot sign in: {reply}"
        self.landing = reply.header("location")
        return self

    def forget_sign_in(self):
        """What is left when the session has ended: everything but its cookie."""
        self.cookies.pop("session", None)


class Form:
    """A form of a page: where it goes and the hidden fields it carries."""

    def __init__(self, action, hidden):
        self.action, self.hidden = action, hidden

    @staticmethod
    def of(page, action):
        """The page's form that posts to a path with this beginning."""
        for form in re.findall(r"<form\b.*?</form>", page.text, re.S):
            target = unescape(attribute(form, "action") or "")
            if urlsplit(target).path.startswith(action) and attribute(form, "method") == "post":
                inputs = [tag for tag in re.findall(r"<input\b[^>]*>", form) if attribute(tag, "type") == "hidden"]
                return Form(target, [(unescape(attribute(tag, "name")), unescape(attribute(tag, "value") or "")) for tag in inputs])
        raise AssertionError(f"no form posts to {action}: {page}")

    def fields(self, values):
        """The hidden fields with these values added; a value of None drops a field, any other replaces it."""
        kept = [(name, value) for name, value in self.hidden if name not in values]
        return kept + [(name, value) for name, value in values.items() if value is not None]


def attribute(tag, name):
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found.group(1) if found else None


BIRTH_FORM = "/dossiers/new?procedure=1.001193&case=1.001193.01&unit=H55.238"
BIRTH_PAPER = "file.000.00.00.G15-KQ004389"

# What a citizen types into the birth form, by the names of the fields.
BIRTH_FIELDS = {
    "applicant_name": "Nguyễn Thị Thu Hà", "applicant_id": "019190000000", "applicant_phone": "0900000001",
    "applicant_home": "Số 12, tổ 3", "applicant_home_commune": "05443", "applicant_relation": "mother",
    "child_name": "Nguyễn Bảo An", "child_sex": "female", "child_birth_date_day": "5", "child_birth_date_month": "10",
    "child_birth_date_year": "2026", "child_birth_place": "Bệnh viện Trung ương Thái Nguyên", "child_ethnicity": "Tày",
    "child_origin": "Xã Đại Phúc", "birth_proof": "electronic", "child_situation": "usual", "mother_known": "no", "father_known": "no",
    "_delivery": "online",
}


def birth_fields(session, **changes):
    """Opens the form of a birth registration and fills it in."""
    form = Form.of(session.get(BIRTH_FORM), "/dossiers")
    # Everything is answered at once here, so nothing counts as newly asked.
    shown = dict(form.hidden)["_shown"].split() + [BIRTH_PAPER.removeprefix("file.")]
    return form.fields({**BIRTH_FIELDS, "_shown": " ".join(dict.fromkeys(shown)), **changes})
