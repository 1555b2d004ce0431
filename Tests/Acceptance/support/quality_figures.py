# SPDX-License-Identifier: Apache-2.0
"""Figures that tests measured, kept between runs for `docs/quality.md`."""

import json

from support.server import PROJECT

FOLDER = PROJECT / ".build" / "acceptance" / "quality"


def keep(name, figures):
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1))


def kept(name):
    """The figures of the last run that measured them; None when there was none."""
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else None
