#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks a content receipt without MotCua: python3 check.py RECEIPT.json [PAPER…]

Needs Python 3.9 and `pip install cryptography`. Give the province's public key as it is published (32 bytes, base64url)
in MOTCUA_RECEIPT_KEY; without it the key inside the file is used, which proves only that nothing was changed since.
"""
import base64, hashlib, json, os, pathlib, sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def main(receipt, *papers):
    file = json.loads(pathlib.Path(receipt).read_text(encoding="utf-8"))
    digest = hashlib.sha256(file["document"].encode()).hexdigest()
    statement = f"motcua content receipt 1\n{file['dossier']}\n{file['sequence']}\n{digest}"
    published = os.environ.get("MOTCUA_RECEIPT_KEY")
    key = Ed25519PublicKey.from_public_bytes(unpadded(published or file["public_key"]))
    try:
        key.verify(unpadded(file["signature"]), statement.encode())
    except InvalidSignature:
        print("NOT VALID: the receipt was changed, or signed with another key.")
        return 1
    document = json.loads(file["document"])
    if (document["dossier"], document["sequence"]) != (file["dossier"], file["sequence"]):
        print("NOT VALID: the document belongs to another dossier.")
        return 1
    listed = {one["sha256"]: one["name"] for one in document["content"].get("files", [])}
    print(f"VALID{'' if published else ' (by the key inside the file)'}: {file['dossier']}, received {document['received_at']}, {len(listed)} files")
    result = 0
    for paper in papers:
        found = listed.get(hashlib.sha256(pathlib.Path(paper).read_bytes()).hexdigest())
        print(f"  {'as filed' if found else 'NOT IN THE RECEIPT'}: {paper}")
        result |= not found
    return int(result)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
