# SPDX-License-Identifier: Apache-2.0
"""Every page there is, looked at by machine: axe-core, sideways scrolling, weight, headings, print, with and without scripts."""

import re
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.quality_figures import keep
from support.sitemap import everywhere
from support.town import Town
from support.visitor import Visitor

PHONE, DESKTOP, WIDE = ({"width": width, "height": height} for width, height in ((360, 740), (1366, 768), (1920, 1080)))
LIGHT, DARK, CONTRAST = "light", "dark", "more contrast"
# Every width meets every scheme in one of the two languages.
LOOKS = {
    "vi": ((PHONE, DARK), (DESKTOP, LIGHT), (WIDE, CONTRAST)),
    "en": ((PHONE, CONTRAST), (DESKTOP, DARK), (WIDE, LIGHT)),
}
FIRST_VISIT, ANY_PAGE = 50_000, 100_000
RULES = """() => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
    .then(r => ({passes: r.passes.length, violations: r.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes[0].target)}))"""
SHAPE = """() => ({h1: document.querySelectorAll('h1').length, title: document.title, lang: document.documentElement.lang,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth})"""


class Survey:
    """What was seen, page by page. Tests of their own judge it, so that one flaw hides no other."""

    def __init__(self):
        self.pages, self.wrong, self.looks = {}, {}, 0

    def flaw(self, kind, place, text):
        self.wrong.setdefault(kind, []).append(f"{place.name}: {text}")

    def of(self, place):
        return self.pages.setdefault(place.name, {"who": place.who or "", "bytes": 0, "axe": 0, "sideways": 0, "h1": 1, "plain": "", "print": ""})


class Windows:
    """A browser window for each person, language and way, signed in once."""

    def __init__(self, browser, server, people):
        self.browser, self.server, self.people, self.open, self.cookies = browser, server, people, {}, {}

    def __call__(self, who, language="vi", scripts=True):
        key = (who, language, scripts)
        if key not in self.open:
            visitor = self.open[key] = Visitor(self.browser, self.server, scripts=scripts)
            if who and who not in self.cookies:
                visitor.sign_in(self.people[who])
                self.cookies[who] = visitor.context.cookies()
            elif who:
                visitor.context.add_cookies(self.cookies[who])
            if language == "en":
                visitor.context.add_cookies([{"name": "language", "value": "en", "url": self.server.address}])
        return self.open[key]

    def close(self):
        for visitor in self.open.values():
            visitor.close()


def arrive(visitor, place):
    """Goes there; False where the page does not exist (yet)."""
    visitor.page.set_viewport_size(DESKTOP)
    visitor.page.emulate_media(color_scheme="light", contrast="no-preference")
    answer = visitor.page.goto(place.path)
    if answer.status == 404 != place.status:
        return False
    if place.act:
        place.act(visitor)
    elif answer.status != place.status:
        raise AssertionError(f"{place.path} answered {answer.status}")
    return True


def look(survey, visitor, place, language):
    page, seen = visitor.page, survey.of(place)
    page.wait_for_load_state("load")
    page.evaluate(Axe().axe_script)
    for size, scheme in LOOKS[language]:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if scheme == DARK else "light", contrast="more" if scheme == CONTRAST else "no-preference")
        report, shape = page.evaluate(RULES), page.evaluate(SHAPE)
        survey.looks += 1
        where = f"{language}, {size['width']} px, {scheme}"
        assert report["passes"] > 5, f"axe-core did not run on {place.name}"
        for violation in report["violations"]:
            seen["axe"] += 1
            survey.flaw("axe", place, f"{violation} ({where})")
        if shape["sideways"] > 0:
            seen["sideways"] = max(seen["sideways"], shape["sideways"])
            survey.flaw("sideways", place, f"by {shape['sideways']} px ({where})")
        if shape["h1"] != 1:
            seen["h1"] = shape["h1"]
            survey.flaw("headings", place, f"{shape['h1']} h1 ({where})")
    if shape["lang"] != language or len(shape["title"]) < 8:
        survey.flaw("headings", place, f"lang {shape['lang']!r}, title {shape['title']!r} in {language}")


def weigh(survey, visitor, place):
    seen, weight = survey.of(place), visitor.wire.bytes(with_papers=False)
    seen["bytes"] = max(seen["bytes"], weight)
    limit = FIRST_VISIT if place.is_first else ANY_PAGE
    if not 0 < weight < limit:
        survey.flaw("weight", place, f"{weight} bytes of at most {limit}")


INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<[^>]+\s(?:style|on[a-z]+)=", re.I)


def without_scripts(survey, visitor, place, with_scripts):
    if not arrive(visitor, place):
        return
    if inline := INLINE.search(visitor.page.content()):
        survey.flaw("inline", place, inline.group()[:80])
    shape, seen = plain_shape(visitor.page), survey.of(place)
    is_whole = shape["h1"] == 1 and shape["main"] >= 0.6 * with_scripts
    seen["plain"] = "yes" if is_whole else "no"
    if not is_whole:
        survey.flaw("without scripts", place, f"{shape} against {with_scripts} characters with scripts")


def plain_shape(page):
    return {"h1": page.locator("h1").count(), "main": len(page.locator("main").inner_text().strip())}


def print_out(survey, visitor, place):
    visitor.page.emulate_media(color_scheme="light", contrast="no-preference")
    paper = visitor.page.pdf(prefer_css_page_size=True)
    count = len(re.findall(rb"/Type\s*/Page\b", paper))
    survey.of(place)["print"] = count
    if not 1 <= count <= place.sheet:
        survey.flaw("print", place, f"{count} sheets of at most {place.sheet}")


@pytest.fixture(scope="module")
def survey(server, browser, people):
    began, survey, windows = time.monotonic(), Survey(), Windows(browser, server, people)
    for place in everywhere(Town(server), people):
        visit(survey, windows, place)
    windows.close()
    survey.seconds = time.monotonic() - began
    return survey


def visit(survey, windows, place):
    for language in LOOKS:
        # Buttons are pressed by their Vietnamese names; the page they lead to is then asked for in that language only.
        if place.act and language == "en":
            continue
        visitor = windows(place.who, language)
        try:
            if not arrive(visitor, place):
                survey.of(place)["missing"] = True
                return
            weigh(survey, visitor, place)
            look(survey, visitor, place, language)
            if language == "vi":
                length = plain_shape(visitor.page)["main"]
                if place.sheet:
                    print_out(survey, visitor, place)
        except Exception as problem:
            survey.flaw("reached", place, f"{type(problem).__name__}: {str(problem)[:300]}")
            return
    try:
        without_scripts(survey, windows(place.who, scripts=False), place, length)
    except Exception as problem:
        survey.of(place)["plain"] = "no"
        survey.flaw("without scripts", place, str(problem)[:300])


def nothing_wrong(survey, kind):
    assert survey.looks > 100, "hardly a page was looked at"
    found = survey.wrong.get(kind, [])
    assert not found, f"{len(found)} wrong:\n" + "\n".join(found[:40])


def test_every_page_is_reached(survey):
    nothing_wrong(survey, "reached")


def test_axe_finds_nothing_in_any_width_scheme_and_language(survey):
    nothing_wrong(survey, "axe")


def test_no_page_scrolls_sideways(survey):
    nothing_wrong(survey, "sideways")


def test_every_page_has_one_h1_a_title_and_its_language(survey):
    nothing_wrong(survey, "headings")


def test_no_page_carries_scripts_or_styles_inline(survey):
    nothing_wrong(survey, "inline")


def test_first_visits_and_all_pages_are_light(survey):
    nothing_wrong(survey, "weight")


def test_every_page_is_whole_without_scripts(survey):
    nothing_wrong(survey, "without scripts")


def test_print_sheets_take_few_pages(survey):
    nothing_wrong(survey, "print")


def test_what_was_seen(survey, note):
    lines = [f"{'page':36}{'who':12}{'bytes':>8}{'axe':>5}{'sideways':>10}{'h1':>4}{'no script':>11}{'print':>7}"]
    for name, seen in survey.pages.items():
        if seen.get("missing"):
            lines.append(f"{name:36}{seen['who']:12}  (there is no such page yet)")
            continue
        lines.append(
            f"{name:36}{seen['who']:12}{seen['bytes']:8,}{seen['axe']:5}{seen['sideways']:10}{seen['h1']:4}{seen['plain']:>11}{seen['print']:>7}")
    lines.append(f"{len(survey.pages)} pages, {survey.looks} looks, {survey.seconds:.0f} s")
    note("\n".join(lines))
    keep("pages", {"pages": survey.pages, "looks": survey.looks})
