# SPDX-License-Identifier: Apache-2.0
"""Servers and the load on them."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
TICKS = os.sysconf("SC_CLK_TCK")


def say(words):
    print(words, file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that listens on a port of this machine."""

    def __init__(self, name, command, port, log):
        self.name = name
        self.url = f"http://127.0.0.1:{port}"
        self.log = open(log, "ab")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        self.wait_until_it_listens(port)

    def wait_until_it_listens(self, port):
        end = time.monotonic() + 120
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"{self.name} ended at once; see {self.log.name}")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        sys.exit(f"{self.name} does not listen; see {self.log.name}")

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def stop(self):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()


def ask(url, body=None, headers=None):
    """Status and body of one request."""
    request = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def load(server, script, arguments, connections, seconds):
    """Puts load on a server; stops everything when an answer was not a good one."""
    before = server.processor_seconds()
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", os.path.join(HERE, script), server.url, "--"]
    output = subprocess.run(command + arguments, check=True, capture_output=True, text=True).stdout
    result = json.loads(output.strip().splitlines()[-1])
    if result["refused"] or result["broken"] or not result["requests"]:
        sys.exit(f"{server.name} did not answer every request well: {result}")
    result["rate"] = result["requests"] / result["microseconds"] * 1e6
    result["processor_microseconds"] = (server.processor_seconds() - before) / result["requests"] * 1e6
    return result
