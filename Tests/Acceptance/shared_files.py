# SPDX-License-Identifier: Apache-2.0
"""Files in an S3-compatible store that several nodes share: what one keeps another hands out, and a store that stumbles loses
nothing."""

import hashlib
import os
import shutil
import threading
import time

import pytest

from support import photographs
from support.api import API
from support.bucket import BUCKET, Bucket
from support.client import guarded, send
from support.papers import pdf
from support.server import Server, motcua
from support.session import Session
from support.walks import file_birth

OCTETS = "application/offset+octet-stream"


class Node(Server):
    """Another process on the data and the database of the first."""

    def __init__(self, first, *options):
        self.folder, self.data, self.options, self.process = first.folder, first.data, options, None
        self.log, self.scratch = first.folder / "second.log", first.scratch

    def __exit__(self, *_):
        self.stop()


@pytest.fixture(scope="module")
def bucket():
    with Bucket() as bucket:
        yield bucket


@pytest.fixture(scope="module")
def server(bucket, tmp_path_factory):
    """The first of two nodes."""
    settings = bucket.settings(tmp_path_factory.mktemp("secret") / "key")
    os.environ.update(settings)
    try:
        with Server("--no-rate-limit") as running:
            yield running
    finally:
        for name in settings:
            del os.environ[name]


@pytest.fixture(scope="module")
def second(server):
    with Node(server, "--no-rate-limit") as running:
        yield running


@pytest.fixture(autouse=True)
def calm(bucket):
    yield
    bucket.line.calm()


@pytest.fixture
def citizen(server, people):
    return Session(server).sign_in(people["congdan"])


def begin(server, citizen, content, name="YS5qcGc="):
    tus = citizen.with_cookies({"Tus-Resumable": "1.0.0", "Origin": server.address, "Accept": "application/json"})
    made = send(server, "POST", "/uploads", headers={**tus, "Upload-Length": str(len(content)), "Upload-Metadata": f"filename {name}"})
    assert made.status == 201, str(made)
    return made.header("location"), tus


def patch(node, path, tus, offset, piece):
    headers = {**tus, "Origin": node.address, "Upload-Offset": str(offset), "Content-Type": OCTETS}
    return send(node, "PATCH", path, piece, headers)


def kept_key(content):
    digest = hashlib.sha256(content).hexdigest()
    return f"province/files/{digest[:2]}/{digest}"


def test_a_paper_kept_by_one_node_is_handed_out_by_the_other(server, second, tokens, bucket, people):
    code = file_birth(API(server.port), tokens["congdan"])
    assert [key for key in bucket.keys() if key.startswith("province/files/")] and not (server.data / "files").exists()
    dossier = API(second.port).done("getDossier", tokens["congdan"], code=code)
    citizen = Session(second).sign_in(people["congdan"])
    for index, paper in enumerate(dossier["files"]):
        reply = citizen.get(f"/me/dossiers/{code}/files/{index}")
        assert reply.status == 200 and hashlib.sha256(reply.body).hexdigest() == paper["sha256"]
        assert bucket.content(kept_key(reply.body)) == reply.body
    assert server.verify().returncode == 0


def test_an_upload_goes_on_at_another_node(server, second, citizen, bucket):
    content = photographs.photograph(seed=21)
    path, tus = begin(server, citizen, content)
    third = len(content) // 3
    assert patch(server, path, tus, 0, content[:third]).status == 204
    assert len(bucket.keys("province/uploads/")) == 1 and not list((server.data / "spool").iterdir())
    assert patch(second, path, tus, third, content[third:2 * third]).header("upload-offset") == str(2 * third)
    assert send(server, "HEAD", path, headers=tus).header("upload-offset") == str(2 * third)
    done = patch(server, path, tus, 2 * third, content[2 * third:])
    assert done.status == 200 and done.json()["sha256"] == hashlib.sha256(content).hexdigest()
    assert bucket.content(kept_key(content)) == content and not bucket.keys("province/uploads/")


def test_of_two_nodes_that_take_the_same_piece_one_wins(server, second, citizen, bucket):
    content = b"%PDF-1.7\n" + os.urandom(200_000)
    path, tus = begin(server, citizen, content)
    replies = []

    def send_half(node, count):
        replies.append((count, patch(node, path, tus, 0, content[:count])))

    bucket.line.trouble("slow", "slow")
    halves = [threading.Thread(target=send_half, args=pair) for pair in ((server, 90_000), (second, 110_000))]
    for half in halves:
        half.start()
    for half in halves:
        half.join()
    won = [count for count, reply in replies if reply.status == 204]
    assert len(won) == 1 and sorted(reply.status for _, reply in replies) == [204, 409]
    assert {reply.header("upload-offset") for _, reply in replies} == {str(won[0])}
    assert len(bucket.keys("province/uploads/")) == 1
    assert send(server, "DELETE", path, headers=tus).status == 204 and not bucket.keys("province/uploads/")


def test_a_broken_piece_keeps_what_came(server, second, citizen):
    content = pdf("a broken piece " * 40)
    path, tus = begin(server, citizen, content, "YS5wZGY=")
    cut_off = iter([content[:300]])
    try:
        send(server, "PATCH", path, cut_off, {
            **tus, "Upload-Offset": "0", "Content-Type": OCTETS, "Content-Length": str(len(content))}, timeout=1)
    except OSError:
        pass
    deadline = time.monotonic() + 20
    while (head := send(second, "HEAD", path, headers=tus)).header("upload-offset") == "0" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert head.header("upload-offset") == "300"
    assert patch(second, path, tus, 300, content[300:]).json()["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("trouble", ["busy", "cut", "lost", "slow"])
def test_a_store_that_stumbles_is_asked_again(server, tokens, bucket, trouble):
    content = pdf(f"stumble {trouble}")
    bucket.line.trouble(trouble, trouble)
    kept = API(server.port).done("keepFile", tokens["congdan"], 201, name="a.pdf", body=content)
    assert kept["size"] == len(content) and bucket.content(kept_key(content)) == content


def test_while_the_store_is_away_people_read_what_to_do_and_nothing_is_lost(server, tokens, bucket, people):
    api, citizen = API(server.port), Session(server).sign_in(people["congdan"])
    code, content = file_birth(api, tokens["congdan"]), pdf("while it was away")
    before = bucket.keys()
    bucket.line.trouble("always busy")
    refused = api.call("keepFile", tokens["congdan"], name="a.pdf", body=content)
    assert refused.status == 503 and refused.json()["code"] == "files.unavailable" and refused.header("retry-after")
    page = guarded(citizen.get(f"/me/dossiers/{code}/files/0"))
    assert page.status == 503 and "Kho lưu tệp đang gián đoạn" in page.text and page.text.count("<h1") == 1
    path, tus = begin(server, citizen, content, "YS5wZGY=")
    piece = patch(server, path, tus, 0, content)
    assert piece.status == 503 and piece.header("tus-resumable") == "1.0.0" and piece.json()["code"] == "files.unavailable"
    assert send(server, "HEAD", path, headers=tus).header("upload-offset") == "0"
    # Everything that needs no file works.
    assert send(server, "GET", "/health/ready").status == 200 and citizen.get("/me").status == 200
    assert citizen.get(f"/me/dossiers/{code}").status == 200
    bucket.line.calm()
    assert bucket.keys() == before
    assert patch(server, path, tus, 0, content).json()["sha256"] == hashlib.sha256(content).hexdigest()
    assert api.call("keepFile", tokens["congdan"], name="a.pdf", body=content).status == 201
    assert citizen.get(f"/me/dossiers/{code}/files/0").status == 200
    log = server.log.read_text()
    assert "503 SlowDown" in log and f"s3://{BUCKET}/province/files/" in log
    assert bucket.secret_key not in log and "AWS4-HMAC" not in log


def test_a_whole_upload_whose_keeping_failed_is_kept_later(server, citizen, bucket):
    content = pdf("kept later")
    path, tus = begin(server, citizen, content, "YS5wZGY=")
    assert patch(server, path, tus, 0, content[:-5]).status == 204
    # The last piece is put, then reading back fails until nobody asks any more.
    bucket.line.trouble("slow", "always busy")
    assert patch(server, path, tus, len(content) - 5, content[-5:]).status == 503
    bucket.line.calm()
    assert send(server, "HEAD", path, headers=tus).header("upload-offset") == str(len(content))
    assert send(server, "GET", path, headers=tus).json()["sha256"] == hashlib.sha256(content).hexdigest()


def test_verify_tells_a_lost_paper_from_a_store_that_is_away(server, tokens, bucket):
    code = file_birth(API(server.port), tokens["congdan"])
    paper = API(server.port).done("getDossier", tokens["congdan"], code=code)["files"][0]["sha256"]
    key = f"province/files/{paper[:2]}/{paper}"
    content = bucket.content(key)
    bucket.line.trouble("always busy")
    away = server.verify()
    assert away.returncode == 1 and "503 SlowDown" in away.stderr and "lost" not in away.stdout + away.stderr
    bucket.line.calm()
    for change in (lambda: bucket.s3.delete_object(Bucket=BUCKET, Key=key), lambda: bucket.s3.put_object(Bucket=BUCKET, Key=key, Body=b"other")):
        change()
        lost = server.verify()
        assert lost.returncode == 1 and paper in lost.stdout
    bucket.s3.put_object(Bucket=BUCKET, Key=key, Body=content)
    assert server.verify().returncode == 0


def started(server, **settings):
    """`motcua serve` that is meant to end by itself."""
    saved = dict(os.environ)
    os.environ.update(settings)
    try:
        return motcua("serve", "--data", server.data, "--port", "0", check=False, timeout=60)
    finally:
        os.environ.clear()
        os.environ.update(saved)


@pytest.mark.parametrize("settings, says", [
    ({"MOTCUA_FILES": "s3://nowhere/province"}, "NoSuchBucket"),
    ({"MOTCUA_S3_SECRET_KEY_FILE": "", "MOTCUA_S3_SECRET_KEY": "not-the-secret"}, "SignatureDoesNotMatch"),
    ({"MOTCUA_S3_ENDPOINT": "http://127.0.0.1:1"}, "http://127.0.0.1:1"),
    ({"MOTCUA_S3_SECRET_KEY_FILE": ""}, "MOTCUA_S3_SECRET_KEY"),
    ({"MOTCUA_S3_SECRET_KEY_FILE": "/nowhere"}, "/nowhere"),
    ({"MOTCUA_FILES": "/no/such/disk"}, "Is the shared disk mounted?"),
    ({"MOTCUA_S3_ENDPOINT": "store.test"}, "store.test"),
])
def test_a_store_that_cannot_be_used_is_told_at_the_start(server, bucket, settings, says):
    ended = started(server, **settings)
    assert ended.returncode in (1, 64) and says in ended.stderr, ended.stderr
    for secret in (bucket.secret_key, "not-the-secret", "AWS4-HMAC"):
        assert secret not in ended.stdout + ended.stderr


def test_files_move_from_the_folder_to_the_store_and_back(bucket, tmp_path, monkeypatch, note):
    monkeypatch.delenv("MOTCUA_FILES", raising=False)
    with Server("--no-rate-limit") as server:
        token = server.token("congdan")
        for _ in range(3):
            file_birth(API(server.port), token)
        server.stop()
        assert server.verify().returncode == 0
        for name, value in bucket.settings(tmp_path / "key", prefix="moved").items():
            if name != "MOTCUA_FILES":
                monkeypatch.setenv(name, value)
        began = time.monotonic()
        first = motcua("files", "copy", "--data", server.data, "--to", f"s3://{BUCKET}/moved").stderr
        took = time.monotonic() - began
        again = motcua("files", "copy", "--data", server.data, "--to", f"s3://{BUCKET}/moved").stderr
        count = len(bucket.keys("moved/files/"))
        assert f"{count} files copied, 0 were there" in first and f"0 files copied, {count} were there" in again and count
        note(f"{count} files copied from the folder to the store in {took:.1f} s")
        shutil.rmtree(server.data / "files")
        monkeypatch.setenv("MOTCUA_FILES", f"s3://{BUCKET}/moved")
        assert server.verify().returncode == 0
        (tmp_path / "disk").mkdir()
        motcua("files", "copy", "--data", server.data, "--to", tmp_path / "disk")
        monkeypatch.setenv("MOTCUA_FILES", str(tmp_path / "disk"))
        assert server.verify().returncode == 0 and (tmp_path / "disk" / "files").is_dir()
        monkeypatch.delenv("MOTCUA_FILES")
        assert server.verify().returncode == 1
