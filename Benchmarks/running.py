# SPDX-License-Identifier: Apache-2.0
"""Servers and the load on them."""

import http.cookiejar
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
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

    running = []

    def __init__(self, name, command, port, log):
        self.name = name
        self.url = f"http://127.0.0.1:{port}"
        self.log = open(log, "ab")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        Server.running.append(self)
        self.wait_until_it_listens(port)

    def wait_until_it_listens(self, port):
        end = time.monotonic() + 600
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

    def resident_bytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        self.log.close()
        Server.running.remove(self)


class Postgres:
    """A server of PostgreSQL of its own that keeps what it has acknowledged; started and removed by bin/postgres."""

    running = []

    def __init__(self, folder):
        self.script = os.path.join(os.path.dirname(HERE), "bin", "postgres")
        self.folder = os.path.join(folder, "postgres")
        output = subprocess.run([self.script, "start", "--durable", self.folder], check=True, stdout=subprocess.PIPE, text=True).stdout
        self.url = output.strip().splitlines()[-1]
        Postgres.running.append(self)

    def query(self, sql, database=None):
        url = self.url if database is None else self.url.rsplit("/", 1)[0] + "/" + database
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1", "--command", sql, url]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def copied(self, name):
        """A second database with the same content; nobody may be connected while it is made."""
        self.query(f"CREATE DATABASE {name} TEMPLATE motcua", "postgres")
        return self.url.rsplit("/", 1)[0] + "/" + name

    def processor_seconds(self):
        """Of all the server's processes, those that have ended included."""
        with open(os.path.join(self.folder, "data", "postmaster.pid")) as file:
            leader = int(file.readline())
        total = 0
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    fields = stat.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(entry) == leader:
                total += sum(int(fields[index]) for index in (11, 12, 13, 14))
            elif int(fields[1]) == leader:
                total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def stop(self):
        subprocess.run([self.script, "stop", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        Postgres.running.remove(self)


class Person:
    """Somebody signed in at a server, as a browser would be."""

    def __init__(self, server, username, password):
        self.url = server.url
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        form = self.get("/sign-in")
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        fields = urllib.parse.urlencode({**hidden, "username": username, "password": password}).encode()
        with self.opener.open(urllib.request.Request(self.url + "/sign-in", fields, {"Origin": self.url}), timeout=30) as answer:
            if answer.url.endswith("/sign-in"):
                sys.exit(f"{username} could not sign in")

    def get(self, path):
        with self.opener.open(self.url + path, timeout=60) as answer:
            return answer.read().decode()

    @property
    def cookie(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies)


def ask(url, body=None, headers=None):
    """Status and body of one request."""
    request = urllib.request.Request(url, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def good(url):
    status, body = ask(url)
    if status != 200:
        sys.exit(f"{url} was answered with {status}")
    return body


def load(server, script, arguments, connections, seconds, beside=()):
    """Puts load on a server; stops everything when an answer was not a good one. `beside`: whose processor time counts too."""
    before = sum(one.processor_seconds() for one in (server, *beside))
    threads = min(2, connections)
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", os.path.join(HERE, script), server.url, "--"]
    output = subprocess.run(command + arguments, check=True, capture_output=True, text=True).stdout
    result = json.loads(output.strip().splitlines()[-1])
    if result["refused"] or result["broken"] or not result["requests"]:
        sys.exit(f"{server.name} did not answer every request well: {result}")
    result["rate"] = result["requests"] / result["microseconds"] * 1e6
    spent = sum(one.processor_seconds() for one in (server, *beside)) - before
    result["processor_microseconds"] = spent / result["requests"] * 1e6
    return result


def turns(name, sides, rounds):
    """Each side in turn, several times; the first turn only warms up."""
    for side in sides:
        side()
    results = [[] for _ in sides]
    for number in range(rounds):
        for side, kept in zip(sides, results):
            kept.append(side())
        words = ", ".join(
            f"{kept[-1]['rate']:.0f}/s {kept[-1]['processor_microseconds']:.0f} µs p95 {kept[-1]['p95'] / 1000:.1f} ms" for kept in results)
        say(f"{name} round {number + 1}: {words}; load {os.getloadavg()[0]:.1f}")
    return results
