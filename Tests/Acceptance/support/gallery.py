# SPDX-License-Identifier: Apache-2.0
"""Looks at every page of a walk: pictures at two sizes, axe-core, sideways scrolling on a phone, and what the page weighs."""

import shutil
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe

from support.server import PROJECT

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 360, "height": 740}
FOLDER = PROJECT / ".build" / "acceptance" / "screenshots"


@dataclass
class Look:
    name: str
    address: str
    language: str
    bytes: int
    violations: list = field(default_factory=list)
    checked: int = 0
    overflow: int = 0
    h1: int = 1


class Gallery:
    """What was seen, in order. Nothing fails here: tests of their own judge it, so that one flaw does not hide a walk."""

    def __init__(self, group):
        self.group, self.looks, self.numbers = group, [], {}
        self.folder = FOLDER / group
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def look(self, visitor, name, english=False):
        """Looks at the page the visitor has before them, and on request at the same address in English."""
        self.picture(visitor.page, name, "vi", visitor.wire.bytes())
        if english and not visitor.wire.answers_a_form:
            with visitor.in_english(visitor.page.url) as (page, wire):
                self.picture(page, name, "en", wire.bytes())

    def picture(self, page, name, language, weight):
        number = self.numbers.setdefault(name, len(self.numbers) + 1)
        look = Look(name, page.url.split("/", 3)[-1], language, weight)
        look.h1 = page.locator("h1").count()
        # The desktop in the light scheme, the phone in the dark one: each is checked as it is looked at.
        for device, size, scheme in (("desktop", DESKTOP, "light"), ("phone", PHONE, "dark")):
            page.set_viewport_size(size)
            page.screenshot(path=self.folder / f"{number:02}-{name}-{device}-{language}.png", full_page=True)
            page.emulate_media(color_scheme=scheme)
            report = Axe().run(page).response
            look.checked += len(report["passes"])
            look.violations += [f"{one['id']} ({scheme}): {one['help']} at {one['nodes'][0]['target']}" for one in report["violations"]]
            if device == "phone":
                look.overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.set_viewport_size(DESKTOP)
        page.emulate_media(color_scheme="light")
        self.looks.append(look)

    def table(self):
        lines = [f"{'page (' + self.group + ')':44} {'lang':4} {'bytes':>7}  address"]
        for look in self.looks:
            lines.append(f"{look.name:44} {look.language:4} {look.bytes:7,}  /{look.address[:60]}")
        return "\n".join(lines)
