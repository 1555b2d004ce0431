# SPDX-License-Identifier: Apache-2.0
"""A real S3 server, checking signatures, and a line to it that can be disturbed."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import boto3
from botocore.config import Config

from support.server import free_port

BUCKET = "papers"
# What is asked before anybody has a right: a user, a key, a policy, a bucket.
UNGUARDED = 4


class Bucket:
    """The server of moto with one bucket and one user who may use it."""

    def __enter__(self):
        self.folder, self.port = tempfile.mkdtemp(prefix="motcua-bucket-"), free_port()
        with open(os.path.join(self.folder, "log"), "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("s3_server.py"), "-H", "127.0.0.1", "-p", str(self.port)], stdout=log, stderr=log,
                env={**os.environ, "INITIAL_NO_AUTH_ACTION_COUNT": str(UNGUARDED)})
        try:
            self.wait()
            self.prepare()
        except BaseException:
            self.__exit__()
            raise
        self.line = Line(self.port)
        return self

    def __exit__(self, *_):
        if hasattr(self, "line"):
            self.line.close()
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                return socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the S3 server did not start")

    def prepare(self):
        self.access_key, self.secret_key = "none", "none"
        users = self.client("iam")
        users.create_user(UserName="motcua")
        key = users.create_access_key(UserName="motcua")["AccessKey"]
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
        users.put_user_policy(UserName="motcua", PolicyName="files", PolicyDocument=json.dumps(policy))
        self.client("s3").create_bucket(Bucket=BUCKET)
        self.access_key, self.secret_key = key["AccessKeyId"], key["SecretAccessKey"]
        self.s3 = self.client("s3")

    def client(self, kind):
        return boto3.client(
            kind, endpoint_url=f"http://127.0.0.1:{self.port}", region_name="us-east-1", aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key, config=Config(s3={"addressing_style": "path"}))

    @property
    def endpoint(self):
        """The address at the near end of the line."""
        return f"http://127.0.0.1:{self.line.port}"

    def settings(self, secret_file, prefix="province"):
        """The environment of a node that keeps its files here."""
        secret_file.write_text(self.secret_key + "\n")
        return {
            "MOTCUA_FILES": f"s3://{BUCKET}/{prefix}", "MOTCUA_S3_ENDPOINT": self.endpoint, "MOTCUA_S3_ACCESS_KEY": self.access_key,
            "MOTCUA_S3_SECRET_KEY_FILE": str(secret_file)}

    def keys(self, prefix="province/"):
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
        return sorted(one["Key"] for page in pages for one in page.get("Contents", []))

    def content(self, key):
        return self.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()


class Line:
    """Hands requests on to a server, one at a time on each connection; `trouble` says what happens to the next ones."""

    def __init__(self, target):
        self.target, self.troubles, self.requests = target, [], []
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def trouble(self, *kinds):
        """`busy`: 503; `cut`: the connection ends in the middle of the answer; `lost`: done, but not said; `slow`: an answer after
        two seconds. `always busy` until `calm`."""
        with self.lock:
            self.troubles = list(kinds)

    def calm(self):
        self.trouble()

    def next_trouble(self):
        with self.lock:
            if not self.troubles:
                return None
            return self.troubles[0] if self.troubles[0].startswith("always ") else self.troubles.pop(0)

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            with connection:
                while (request := read_message(connection)) and self.hand_on(request, connection):
                    pass
        except OSError:
            pass

    def hand_on(self, request, connection):
        """Whether the connection goes on."""
        self.requests.append(request.split(b"\r\n", 1)[0].decode())
        trouble = (self.next_trouble() or "").removeprefix("always ")
        if trouble == "busy":
            text = b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
            connection.sendall(b"HTTP/1.1 503 Slow Down\r\nContent-Length: %d\r\n\r\n" % len(text) + text)
            return True
        if trouble == "slow":
            time.sleep(2)
        head, rest = request.split(b"\r\n", 1)
        with socket.create_connection(("127.0.0.1", self.target), timeout=30) as beyond:
            beyond.sendall(head + b"\r\nConnection: close\r\n" + rest)
            answer = b""
            while chunk := beyond.recv(65536):
                answer += chunk
        if trouble == "lost":
            return False
        connection.sendall(answer[: len(answer) // 2] if trouble == "cut" else answer)
        return False


def read_message(connection):
    """One request with its body; nothing when the other side has gone."""
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        received += chunk
    head, body = received.split(b"\r\n\r\n", 1)
    lengths = [int(line.split(b":", 1)[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while len(body) < (lengths[0] if lengths else 0):
        chunk = connection.recv(65536)
        if not chunk:
            return None
        body += chunk
    return head + b"\r\n\r\n" + body
