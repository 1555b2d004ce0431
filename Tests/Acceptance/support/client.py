# SPDX-License-Identifier: Apache-2.0
"""Requests as they go over the wire, from well-formed ones to bytes no client would send."""

import http.client
import json
import re
import socket
import urllib.parse
from dataclasses import dataclass, field

SECURITY_HEADERS = {
    "content-security-policy": r"default-src 'none'.*frame-ancestors",
    "x-content-type-options": r"^nosniff$",
    "referrer-policy": r"^(same-origin|no-referrer|strict-origin.*)$",
    "cross-origin-opener-policy": r"^same-origin$",
}


@dataclass
class Reply:
    status: int
    headers: list = field(repr=False)
    body: bytes = field(repr=False)

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def kind(self):
        return (self.header("content-type") or "").split(";")[0].strip()

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.body)

    def __str__(self):
        return f"{self.status} {self.kind}: {self.text[:400]}"


def send(server, method, path, body=None, headers=None, token=None, timeout=60):
    """One request on a connection of its own. `path` goes out as it is; a body may be an iterable of chunks."""
    headers = dict(headers or {})
    if token:
        headers["Authorization"] = f"Bearer {token}"
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
    try:
        connection.request(method, path, body=body, headers=headers)
        response = connection.getresponse()
        return Reply(response.status, response.getheaders(), response.read())
    finally:
        connection.close()


def send_json(server, method, path, value, token=None, headers=None):
    return send(server, method, path, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})}, token)


def send_raw(server, data, timeout=20, half_close=False):
    """Bytes as they are, over a bare socket; None when the server closes without an answer."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=timeout) as connection:
        connection.sendall(data)
        if half_close:
            connection.shutdown(socket.SHUT_WR)
        return read_reply(connection)


def read_reply(connection):
    received = b""
    while b"\r\n\r\n" not in received:
        try:
            chunk = connection.recv(65536)
        except ConnectionResetError:
            return None
        if not chunk:
            return None
        received += chunk
    head, body = received.split(b"\r\n\r\n", 1)
    lines = head.decode("latin-1").split("\r\n")
    headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines[1:]]
    reply = Reply(int(lines[0].split()[1]), headers, body)
    length = int(reply.header("content-length") or 0)
    while len(reply.body) < length:
        chunk = connection.recv(65536)
        if not chunk:
            break
        reply.body += chunk
    return reply


def refused(reply, *statuses):
    """The reply is a clear refusal: a 4xx (one of `statuses`), as a problem document or a page, with every security header."""
    assert reply is not None, "the server closed the connection without an answer"
    assert 400 <= reply.status < 500, f"expected a refusal, got {reply}"
    assert not statuses or reply.status in statuses, f"expected {statuses}, got {reply}"
    guarded(reply)
    if reply.kind == "application/problem+json":
        problem = reply.json()
        assert problem["status"] == reply.status and problem["title"] and problem["code"], problem
    elif reply.kind == "text/html":
        assert reply.text.count("<h1") == 1, f"the page of the refusal has no single h1: {reply.text[:600]}"
    else:
        assert not reply.body or reply.header("content-length") == "0", f"neither a problem document nor a page: {reply}"
    return reply


def guarded(reply):
    """Every security header is there, once."""
    for name, pattern in SECURITY_HEADERS.items():
        values = reply.all(name)
        assert len(values) == 1 and re.search(pattern, values[0]), f"{name} is {values} on {reply.status} {reply.kind}"
    return reply


def multipart(fields, files=(), boundary="----acceptance"):
    """`fields`: (name, value) pairs; `files`: (name, filename, media type, bytes). Gives the body and its type."""
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields]
    for name, filename, kind, content in files:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\nContent-Type: {kind}\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def urlencoded(fields):
    return urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
