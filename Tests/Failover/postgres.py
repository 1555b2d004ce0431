# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL primary and its synchronous streaming standby, and what Patroni would do when the primary dies."""

import os
import signal
import subprocess
import time
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
USER = DATABASE = "motcua"
PATIENCE = 60


def as_server(*command):
    """The server refuses to run as root; then it runs as the user the Debian package made."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    done = subprocess.run([*prefix, *map(str, command)], capture_output=True, text=True, cwd="/")
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} exited {done.returncode}: {done.stderr[-1500:] or done.stdout[-1500:]}")
    return done.stdout


def until(question, what, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while not question():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} did not happen within {patience} s")
        time.sleep(0.05)


class Server:
    """One PostgreSQL with a folder and a port of its own."""

    def __init__(self, folder, name, port):
        self.name, self.port, self.data, self.log = name, port, folder / name, folder / f"{name}.log"
        self.sockets = folder

    def configure(self):
        settings = {
            "listen_addresses": "'127.0.0.1'", "unix_socket_directories": f"'{self.sockets}'", "port": self.port, "max_connections": 200,
            "shared_buffers": "128MB", "wal_keep_size": "256MB", "hot_standby": "on", "wal_retrieve_retry_interval": "'500ms'"}
        lines = "".join(f"{key} = {value}\n" for key, value in settings.items())
        with open(self.data / "postgresql.conf", "a") as file:
            file.write(lines)

    def start(self):
        as_server(PROGRAMS / "pg_ctl", "--pgdata", self.data, "--log", self.log, "--wait", "start")

    def sql(self, statement, database="postgres", timeout=10):
        """Rows as lists of text."""
        done = subprocess.run(
            [PROGRAMS / "psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", database,
             "-c", statement],
            capture_output=True, text=True, timeout=timeout, env={**os.environ, "PGCONNECT_TIMEOUT": "2"})
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip())
        return [line.split("\t") for line in done.stdout.splitlines()]

    def answers(self):
        try:
            return self.sql("SELECT 1", timeout=3) == [["1"]]
        except (RuntimeError, subprocess.TimeoutExpired):
            return False

    def processes(self):
        """The postmaster and everything it started."""
        try:
            first = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        except FileNotFoundError:
            return []
        found = [first]
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                except (FileNotFoundError, ProcessLookupError):
                    continue
                if parent == first:
                    found.append(int(entry.name))
        return found

    def kill(self):
        """All at once and without a word, as when a machine loses its power. The postmaster first, so that it starts nothing anew."""
        for process in self.processes():
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def stop(self):
        if self.data.exists():
            try:
                as_server(PROGRAMS / "pg_ctl", "--pgdata", self.data, "--mode", "immediate", "--wait", "stop")
            except RuntimeError:
                pass


class Pair:
    """What is acknowledged is on both disks."""

    def __init__(self, folder, ports):
        self.primary, self.standby = (Server(folder, name, port) for name, port in zip(("primary", "standby"), ports))
        hosts = ",".join(f"127.0.0.1:{port}" for port in ports)
        self.url = f"postgres://{USER}@{hosts}/{DATABASE}?target_session_attrs=read-write"

    def start(self):
        primary, standby = self.primary, self.standby
        as_server(PROGRAMS / "initdb", "--pgdata", primary.data, "--username", USER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8")
        primary.configure()
        primary.start()
        primary.sql(f"CREATE DATABASE {DATABASE}")
        as_server(
            PROGRAMS / "pg_basebackup", "--pgdata", standby.data, "--write-recovery-conf", "--checkpoint", "fast", "--wal-method", "stream",
            "--dbname", f"host=127.0.0.1 port={primary.port} user={USER} application_name=standby")
        standby.configure()
        standby.start()
        for setting in ("synchronous_standby_names = 'standby'", "synchronous_commit = 'on'"):
            primary.sql(f"ALTER SYSTEM SET {setting}")
        primary.sql("SELECT pg_reload_conf()")
        until(lambda: primary.sql("SELECT sync_state FROM pg_stat_replication") == [["sync"]], "synchronous replication")

    def fail_over(self, silence):
        """What Patroni does: notices that the primary is gone, makes the standby a primary, and lets it commit alone."""
        heard = time.monotonic()
        while time.monotonic() - heard < silence:
            if self.primary.answers():
                heard = time.monotonic()
            time.sleep(0.1)
        standby = self.standby
        standby.sql("ALTER SYSTEM SET synchronous_standby_names = ''")
        standby.sql("SELECT pg_reload_conf()")
        if standby.sql(f"SELECT pg_promote(true, {PATIENCE})", timeout=PATIENCE + 5) != [["t"]]:
            raise RuntimeError("the standby was not promoted")

    def stop(self):
        for server in (self.primary, self.standby):
            server.stop()
