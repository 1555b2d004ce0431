# SPDX-License-Identifier: Apache-2.0
"""The database behind an installation: the file in its data folder, or, where MOTCUA_TEST_DATABASE names a PostgreSQL, a database
of its own there."""

import hashlib
import os
import sqlite3
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import urlsplit

SERVER = os.environ.get("MOTCUA_TEST_DATABASE")
on_postgres = bool(SERVER)


def name(data):
    return "a_" + hashlib.md5(str(Path(data).resolve()).encode()).hexdigest()[:20]


def url(data):
    parts = urlsplit(SERVER)
    return parts._replace(path="/" + name(data)).geturl()


def options(arguments):
    """What a command that names a data folder is told as well."""
    arguments = [str(argument) for argument in arguments]
    if not on_postgres or "--data" not in arguments or "--database" in arguments:
        return []
    return ["--database", url(arguments[arguments.index("--data") + 1])]


def run_on_server(sql):
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        return connection.execute(sql).fetchall() if sql.startswith("SELECT") else connection.execute(sql)


def create(data, template=None):
    """Makes the database of a data folder where there is none yet."""
    if on_postgres and not run_on_server(f"SELECT 1 FROM pg_database WHERE datname = '{name(data)}'"):
        run_on_server(f"CREATE DATABASE {name(data)}" + (f" TEMPLATE {name(template)}" if template else ""))


def drop(data):
    if on_postgres:
        run_on_server(f"DROP DATABASE IF EXISTS {name(data)} WITH (FORCE)")


def moment(milliseconds):
    """An instant as the engine takes it."""
    return datetime.fromtimestamp(milliseconds / 1000, timezone.utc) if on_postgres else milliseconds


def truth(value):
    return bool(value) if on_postgres else int(value)


class Connection:
    """Statements with `?` for values, on either engine, each committed at once."""

    def __init__(self, data, read_only=False):
        if on_postgres:
            import psycopg

            self.error = psycopg.Error
            self.inner = psycopg.connect(url(data), autocommit=True)
        else:
            self.error = sqlite3.DatabaseError
            file = Path(data) / "motcua.sqlite"
            self.inner = sqlite3.connect(f"file:{file}{'?mode=ro' if read_only else ''}", uri=True, isolation_level=None)

    def execute(self, sql, values=()):
        if not on_postgres:
            return self.inner.execute(sql, values)
        return self.inner.execute(sql.replace("%", "%%").replace("?", "%s"), values) if values else self.inner.execute(sql)

    def drop_trigger(self, trigger, table):
        self.execute(f"DROP TRIGGER {trigger}" + (f" ON {table}" if on_postgres else ""))

    def ignore_references(self):
        """Whoever holds the database can break references."""
        self.execute("SET session_replication_role = replica" if on_postgres else "PRAGMA foreign_keys = OFF")

    def close(self):
        self.inner.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
