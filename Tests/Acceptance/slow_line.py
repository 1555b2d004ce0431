# SPDX-License-Identifier: Apache-2.0
"""A village's line, 3 Mbit/s with 400 ms of delay, and nothing in the cache: pages are there to read within two seconds."""

import pytest

from support.filing import open_birth_form
from support.quality_figures import keep
from support.visitor import Visitor
from support.walks import BIRTH

DELAY, SPEED = 400, 3_000_000 / 8
READABLE = 2_000
FIRST_VISIT, ANY_PAGE = 50_000, 100_000
FIGURES = []

PAINTS = """() => new Promise(done => {
    const figures = {};
    new PerformanceObserver(list => list.getEntries().forEach(e => figures[e.name] = e.startTime)).observe({type: 'paint', buffered: true});
    new PerformanceObserver(list => list.getEntries().forEach(e => figures.largest = e.startTime)).observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => {
        const line = performance.getEntriesByType('navigation')[0];
        done({...figures, content: line.domContentLoadedEventEnd, load: line.loadEventEnd});
    }, 250);
})"""


class SlowVisitor(Visitor):
    """A phone on that line; every page comes as to somebody who was never here."""

    def __init__(self, browser, server):
        super().__init__(browser, server)
        self.page.set_viewport_size({"width": 360, "height": 740})
        self.line = self.context.new_cdp_session(self.page)
        self.line.send("Network.enable")
        self.line.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def slow_down(self):
        self.line.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": DELAY, "downloadThroughput": SPEED, "uploadThroughput": SPEED, "connectionType": "cellular3g"})
        return self

    def measure(self, name):
        self.page.wait_for_load_state("load")
        figures = self.page.evaluate(PAINTS)
        measured = [name, *(round(figures.get(key, 0)) for key in ("first-contentful-paint", "largest", "content")), self.wire.bytes()]
        FIGURES.append(measured)
        return measured


@pytest.fixture
def phone(browser, server):
    visitor = SlowVisitor(browser, server)
    yield visitor.slow_down()
    visitor.close()


@pytest.mark.parametrize("name, path", [
    ("home", "/"), ("search", "/procedures?q=lam+giay+khai+sinh+cho+con"), ("procedure", f"/procedures/{BIRTH}"), ("tracking", "/tracking"),
    ("sign-in", "/sign-in"),
])
def test_a_first_visit_is_readable_within_two_seconds(phone, name, path):
    phone.open(path)
    _, first, largest, content, weight = phone.measure(name)
    assert 0 < first <= READABLE and largest <= READABLE and content <= READABLE, FIGURES[-1]
    assert 0 < weight < FIRST_VISIT, f"{name} weighs {weight} bytes"


def test_the_shell_needs_one_journey_more_than_the_page_and_no_script_holds_it_up(phone):
    """Style and scripts are asked for at once, beside the page; nothing that is read waits for a script."""
    phone.open(f"/procedures/{BIRTH}")
    blocking = phone.page.evaluate("""performance.getEntriesByType('resource').filter(e => e.renderBlockingStatus === 'blocking')
        .map(e => [e.name, e.initiatorType, e.startTime])""")
    assert blocking and all(name.endswith(".css") and by == "link" for name, by, _ in blocking), blocking
    starts = [start for *_, start in blocking]
    assert max(starts) - min(starts) < DELAY / 4, f"one style waits for another: {blocking}"
    scripts = phone.page.evaluate("[...document.scripts].filter(s => s.src && s.type !== 'module' && !s.defer && !s.async).map(s => s.src)")
    assert not scripts


def test_filing_is_readable_too_and_no_page_of_it_is_heavy(browser, server, people):
    phone = SlowVisitor(browser, server).sign_in(people["congdan"])
    phone.slow_down()
    open_birth_form(phone)
    _, first, largest, _, weight = phone.measure("filing, first page")
    assert max(first, largest) <= READABLE and 0 < weight < ANY_PAGE, FIGURES[-1]
    phone.close()


def test_what_is_sent_is_packed(server):
    """The weights above are those of a packed page: the same one unpacked is far heavier."""
    from support.client import send

    for path in ("/", f"/procedures/{BIRTH}"):
        packed, plain = (send(server, "GET", path, headers={"Accept-Encoding": kind}) for kind in ("gzip", "identity"))
        assert packed.header("content-encoding") == "gzip" and plain.header("content-encoding") is None
        assert len(packed.body) < len(plain.body) / 2


def test_the_figures(note):
    lines = [f"{'3 Mbit/s, 400 ms, nothing cached':34}{'first paint':>13}{'largest':>9}{'content':>9}{'bytes':>9}"]
    lines += [f"{name:34}{first:10} ms{largest:6} ms{content:6} ms{weight:9,}" for name, first, largest, content, weight in FIGURES]
    note("\n".join(lines))
    assert len(FIGURES) >= 6
    keep("slow_line", FIGURES)
