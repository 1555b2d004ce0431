# SPDX-License-Identifier: Apache-2.0
"""Three `motcua serve` on one database and one folder of files, and HAProxy before them."""

import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROVINCE = PROJECT / "Provinces" / "ThaiNguyen"
BINARY = os.environ["MOTCUA_BIN"]
PATIENCE = 60


class Program:
    """The commands of one installation."""

    def __init__(self, folder, url):
        self.place = ["--data", str(folder / "data"), "--database", url]
        self.province = ["--province", str(PROVINCE)]

    def run(self, *arguments, check=True):
        done = subprocess.run([BINARY, *arguments, *self.place], capture_output=True, text=True, timeout=600)
        if check and done.returncode != 0:
            raise RuntimeError(f"motcua {' '.join(arguments)} exited {done.returncode}: {done.stderr[-1500:]}")
        return done


class Node:
    """One serving process, which is ended and started again."""

    def __init__(self, number, port, folder, program):
        self.name, self.port, self.program, self.process = f"node{number}", port, program, None
        self.log = folder / f"{self.name}.log"

    def start(self, *options):
        command = [
            BINARY, "serve", "--host", "127.0.0.1", "--port", str(self.port), "--trusted-proxies", "127.0.0.1", "--drain-seconds", "2", "--no-rate-limit",
            *self.program.province, *self.program.place, *options]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self.wait_until_ready()

    def wait_until_ready(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}: {self.log.read_text(errors='replace')[-1500:]}")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=5):
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"{self.name} was not ready within {PATIENCE} s: {self.log.read_text(errors='replace')[-1500:]}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """As a supervisor does; gives the seconds it took."""
        began = time.monotonic()
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(45)
            except subprocess.TimeoutExpired:
                self.kill()
        return time.monotonic() - began


class Balancer:
    """HAProxy: a node that says it is not ready, or says nothing, gets nobody."""

    def __init__(self, folder, port, nodes):
        self.port, self.process, self.file, self.log = port, None, folder / "haproxy.cfg", folder / "haproxy.log"
        servers = "\n".join(f"    server {node.name} 127.0.0.1:{node.port} check" for node in nodes)
        self.file.write_text(f"""
global
    maxconn 4000
defaults
    mode http
    timeout connect 2s
    timeout client 75s
    timeout server 30s
    retries 3
    option redispatch
frontend portal
    bind 127.0.0.1:{port}
    option forwardfor
    http-request set-header X-Forwarded-Proto http
    default_backend nodes
backend nodes
    balance leastconn
    option httpchk
    http-check send meth GET uri /health/ready
    http-check expect status 200
    default-server inter 500ms fall 2 rise 1
{servers}
""")

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", str(self.file)], stdout=log, stderr=log)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
