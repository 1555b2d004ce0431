# SPDX-License-Identifier: Apache-2.0
"""Thousands of requests made from the OpenAPI document, sound and broken: no answer may be a fault or break the contract."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.api import API
from support.walks import BIRTH, Walk, file_birth

CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "ignored_auth", "allow_header_conformance",
]
EXAMPLES = 50
SEED = 20261121


@pytest.fixture(scope="module")
def codes(server, tokens):
    """Dossiers to meet: one waiting at the desk, one with a due date on a specialist's table."""
    api = API(server.port)
    waiting, moving = file_birth(api, tokens["congdan"]), file_birth(api, tokens["congdan"])
    walk = Walk(api, tokens, moving)
    walk.act("motcua", "accept", forward=True)
    return {"waiting": waiting, "moving": walk.code}


def generate(server, folder, token, code=None):
    """One run of the generator as the holder of the token; with a code, only the operations that can meet that dossier."""
    command = [
        Path(sys.executable).with_name("schemathesis"), "run", server.address + "/api/openapi.json",
        "--checks", ",".join(CHECKS), "--max-examples", str(EXAMPLES), "--seed", str(SEED), "--phases", "examples,coverage,fuzzing",
        "--header", f"Authorization:Bearer {token}", "--generation-database", "none", "--request-timeout", "20", "--no-color",
        "--continue-on-failure", "--warnings", "off",
    ]
    if code:
        known = dict.fromkeys(("getDossier", "actOnDossier", "listEvents", "trackDossier"), code) | {"getProcedure": BIRTH}
        lines = [f'[[operations]]\ninclude-operation-id = "{name}"\nparameters = {{ code = "{value}" }}\n' for name, value in known.items()]
        config = Path(folder) / "schemathesis.toml"
        config.write_text("\n".join(lines))
        command[1:1] = ["--config-file", config]
        for name in known:
            command += ["--include-operation-id", name]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)


def judge(done):
    if done.returncode:
        report = done.stdout.split("= FAILURES =")[-1] if "= FAILURES =" in done.stdout else done.stdout + done.stderr
        pytest.fail(report[:12_000], pytrace=False)


def test_a_citizens_requests_break_nothing(server, tokens, tmp_path):
    judge(generate(server, tmp_path, tokens["congdan"]))


def test_an_officers_requests_break_nothing(server, tokens, tmp_path):
    judge(generate(server, tmp_path, tokens["motcua"]))


def test_a_citizen_at_his_own_dossier_breaks_nothing(server, tokens, codes, tmp_path):
    judge(generate(server, tmp_path, tokens["congdan"], codes["waiting"]))


def test_an_officer_at_a_dossier_breaks_nothing(server, tokens, codes, tmp_path):
    judge(generate(server, tmp_path, tokens["chuyenvien"], codes["moving"]))


def test_no_fault_was_logged(server):
    assert server.is_alive()
    assert "fault" not in server.log.read_text(errors="replace"), server.log_tail()
