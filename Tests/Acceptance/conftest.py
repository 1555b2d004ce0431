# SPDX-License-Identifier: Apache-2.0
"""What pytest hands to the tests: a server for each module, its people, and a way to leave figures for the end."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from support.server import BINARY, Server


def pytest_configure(config):
    if not BINARY.exists():
        raise pytest.UsageError(f"There is no program at {BINARY}. Build it, or name one by MOTCUA_BIN.")


@pytest.fixture(scope="module")
def server():
    """An installation of the module's own, with the limits on requests off."""
    with Server("--no-rate-limit") as running:
        yield running


@pytest.fixture(scope="module")
def people(server):
    return server.accounts()


@pytest.fixture(scope="module")
def tokens(server):
    """API tokens by username, made when first asked for."""

    class Tokens(dict):
        def __missing__(self, username):
            self[username] = server.token(username)
            return self[username]

    return Tokens()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def note(record_property):
    """Leaves a text that stands above the last line of the run."""
    return lambda text: record_property("note", text)


def pytest_make_parametrize_id(val):
    """Short names, whatever a test is fed with."""
    text = val if isinstance(val, str) else repr(val)
    return text if len(text) <= 60 else text[:57] + "..."
