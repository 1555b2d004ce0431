# SPDX-License-Identifier: Apache-2.0
"""docs/schema.sqlite.sql and docs/schema.postgresql.sql are what `motcua init` really makes; `bin/schema` writes them anew."""

import os
import subprocess
from pathlib import Path

from support import database
from support.server import PROJECT, motcua

NAME = "postgresql" if database.on_postgres else "sqlite"
FILE = PROJECT / "docs" / f"schema.{NAME}.sql"


def sqlite_schema(data):
    with database.Connection(data, read_only=True) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type = 'trigger', type = 'index', name")
        return "\n\n".join(row[0] + ";" for row in rows)


def postgres_schema(data):
    dumped = subprocess.run(
        ["/usr/lib/postgresql/15/bin/pg_dump", "--schema-only", "--no-owner", "--no-privileges", database.url(data)], capture_output=True, text=True, check=True)
    lines = [line for line in dumped.stdout.splitlines() if line and not line.startswith(("--", "SET ", "SELECT pg_catalog", "\\"))]
    # One statement a paragraph.
    return "\n".join(line + ("\n" if line.endswith(";") else "") for line in lines).rstrip()


def test_the_schema_in_the_documents_is_the_schema(tmp_path):
    data = tmp_path / "data"
    database.create(data)
    try:
        motcua("migrate", "--data", data)
        schema = (postgres_schema if database.on_postgres else sqlite_schema)(data)
    finally:
        database.drop(data)
    text = f"-- The schema on {'PostgreSQL 15' if database.on_postgres else 'SQLite'}, written by bin/schema; a test compares it with what the program makes.\n\n{schema}\n"
    if os.environ.get("MOTCUA_WRITE_SCHEMA"):
        FILE.write_text(text)
    assert FILE.exists() and FILE.read_text() == text, f"{FILE.relative_to(PROJECT)} is not what the program makes: run bin/schema"
