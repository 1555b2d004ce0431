# SPDX-License-Identifier: Apache-2.0
"""The real program on a fresh data folder and a free port, as an operator installs and runs it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from support import database

PROJECT = Path(__file__).resolve().parents[3]
PROVINCE = PROJECT / "Provinces" / "ThaiNguyen"
BINARY = Path(os.environ.get("MOTCUA_BIN") or PROJECT / ".build" / "debug" / "motcua").resolve()
PATIENCE = 60


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    name: str
    kind: str
    posts: tuple  # of (unit, role)

    @property
    def units(self):
        return {unit for unit, _ in self.posts}


def motcua(*arguments, check=True, timeout=300):
    """Runs one subcommand to its end."""
    done = subprocess.run([BINARY, *map(str, arguments), *database.options(arguments)], capture_output=True, text=True, timeout=timeout)
    if check and done.returncode != 0:
        raise AssertionError(f"motcua {' '.join(map(str, arguments))} exited {done.returncode}:\n{done.stderr[-2000:]}")
    return done


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One installation. `options` go to `motcua serve`."""

    def __init__(self, *options):
        self.folder = Path(tempfile.mkdtemp(prefix="motcua-acceptance-"))
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        # The program's temporary files lie here, where a test can look after them.
        self.scratch = self.folder / "scratch"
        self.scratch.mkdir()
        self.options = options
        self.process = None
        self.started_in = None
        database.create(self.data)
        motcua("init", "--province", PROVINCE, "--data", self.data)

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
            database.drop(self.data)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        """Starts the server and waits until it answers; `started_in` says how long that took."""
        self.port = free_port()
        command = [BINARY, "serve", "--demo", "--province", PROVINCE, "--data", self.data, "--host", "127.0.0.1", "--port", str(self.port)]
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*command, *database.options(command), *self.options], stdout=log, stderr=log, env={**os.environ, "TMPDIR": str(self.scratch), "MOTCUA_PAPERS": str(PROJECT / "Papers")})
        self.wait_for("/health/ready")
        self.started_in = time.monotonic() - began

    def wait_for(self, path):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.log_tail()}")
            try:
                with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                    return answer.read()
            except OSError:
                time.sleep(0.01)
        raise AssertionError(f"the server did not answer {path} within {PATIENCE} s:\n{self.log_tail()}")

    def stop(self):
        """Asks it to end, as a supervisor does."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the server did not end within 30 s of SIGTERM")

    def kill(self):
        """Ends it without warning, as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def is_alive(self):
        return self.process.poll() is None

    def resident_bytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise AssertionError("the process has no VmRSS")

    def log_tail(self, lines=20):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def accounts(self):
        """The people of the demonstration by username."""
        listed = json.loads(motcua("demo-accounts", "--data", self.data, "--json").stdout)
        return {
            one["username"]: Account(
                one["username"], one["password"], one["name"], one["kind"], tuple((post["unit"], post["role"]) for post in one["posts"]))
            for one in listed
        }

    def token(self, username, scopes=None):
        options = ["--scopes", scopes] if scopes else []
        return motcua("token", "create", "--user", username, "--data", self.data, *options).stdout.strip()

    def verify(self):
        return motcua("verify", "--data", self.data, check=False)
