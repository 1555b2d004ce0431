# SPDX-License-Identifier: Apache-2.0
"""The search box answers while one types: by keyboard alone, over a slow line, without scripts, and to a screen reader."""

import re
import time

import pytest

from support.gallery import Gallery
from support.visitor import Visitor

BOX = "Bạn cần làm gì?"


@pytest.fixture(scope="module")
def gallery():
    return Gallery("search")


@pytest.fixture
def visitor(browser, server):
    visitor = Visitor(browser, server)
    yield visitor
    visitor.close()


def box(visitor):
    return visitor.page.get_by_role("combobox", name=BOX)


def options(visitor):
    return visitor.page.get_by_role("listbox").get_by_role("option")


def type_slowly(visitor, words):
    box(visitor).press_sequentially(words, delay=30)


def active(visitor):
    chosen = box(visitor).get_attribute("aria-activedescendant")
    return visitor.page.locator(f"#{chosen}") if chosen else None


@pytest.mark.parametrize("path", ["/", "/procedures"])
def test_the_keyboard_alone_finds_and_opens(visitor, gallery, path):
    visitor.open(path)
    assert box(visitor).get_attribute("aria-expanded") == "false"
    type_slowly(visitor, "khia sinh")
    options(visitor).first.wait_for()
    assert box(visitor).get_attribute("aria-expanded") == "true"
    assert box(visitor).get_attribute("aria-controls") == visitor.page.get_by_role("listbox").get_attribute("id")
    assert active(visitor) is None, "nothing is chosen before somebody chooses"
    if path == "/":
        gallery.look(visitor, "suggestions", english=False)
    box(visitor).press("ArrowDown")
    assert active(visitor).get_attribute("aria-selected") == "true" and "khai sinh" in active(visitor).inner_text()
    box(visitor).fill("")
    type_slowly(visitor, "dang ky")
    options(visitor).nth(2).wait_for()
    box(visitor).press("ArrowDown")
    box(visitor).press("ArrowDown")
    assert options(visitor).nth(1).get_attribute("aria-selected") == "true"
    assert visitor.page.locator("[aria-selected=true]").count() == 1
    box(visitor).press("ArrowUp")
    box(visitor).press("ArrowUp")
    assert active(visitor) is None, "above the first one is the box again"
    box(visitor).press("ArrowUp")
    assert active(visitor).get_attribute("id") == options(visitor).last.get_attribute("id"), "and above the box the last"
    box(visitor).press("ArrowDown")
    box(visitor).press("ArrowDown")
    assert active(visitor).get_attribute("id") == options(visitor).first.get_attribute("id")
    assert visitor.page.evaluate("document.activeElement.id") == "q", "the focus never leaves the box"
    chosen = active(visitor).get_attribute("data-link")
    with visitor.page.expect_navigation():
        box(visitor).press("Enter")
    assert visitor.page.url.endswith(chosen)


def test_escape_closes_and_keeps_what_was_typed(visitor):
    visitor.open("/")
    type_slowly(visitor, "kết hôn")
    options(visitor).first.wait_for()
    box(visitor).press("ArrowDown")
    box(visitor).press("Escape")
    assert box(visitor).get_attribute("aria-expanded") == "false" and active(visitor) is None
    assert box(visitor).input_value() == "kết hôn"
    box(visitor).press("ArrowDown")
    options(visitor).first.wait_for()


def test_the_count_is_announced_in_the_readers_language(visitor):
    visitor.open("/")
    type_slowly(visitor, "giay phep")
    status = visitor.page.locator("#q-status")
    options(visitor).first.wait_for()
    assert re.search(r"\d+ (gợi ý|thủ tục)", status.inner_text())
    with visitor.in_english("/") as (page, _):
        page.get_by_role("combobox").press_sequentially("giay phep")
        page.get_by_role("option").first.wait_for()
        assert "procedures" in page.locator("#q-status").inner_text()
    box(visitor).fill("zzzzqqqq")
    visitor.page.get_by_text("Chưa thấy thủ tục nào").wait_for()
    assert box(visitor).get_attribute("aria-expanded") == "false", "an empty list is no list"


def test_enter_without_a_choice_searches(visitor):
    visitor.open("/")
    type_slowly(visitor, "mo quan an")
    options(visitor).first.wait_for()
    with visitor.page.expect_navigation():
        box(visitor).press("Enter")
    assert "/procedures?" in visitor.page.url
    assert visitor.page.locator(".results a").first.get_attribute("href") == "/procedures/1.001612"


def test_a_slow_line_shows_only_the_last_question(visitor):
    """400 ms each way: answers to what was typed before never come after those to what stands there."""
    visitor.open("/")
    asked = []

    def slowly(route):
        asked.append(route.request.url)
        time.sleep(0.4)
        try:
            route.continue_()
        except Exception:  # the page has given the request up
            pass

    visitor.page.route("**/procedures/suggest*", slowly)
    type_slowly(visitor, "dang ky khai sinh cho con")
    visitor.page.wait_for_timeout(2_000)
    assert "khai sinh" in options(visitor).first.inner_text()
    assert len(asked) < len("dang ky khai sinh cho con") / 2, f"one question for each letter: {len(asked)}"


def test_a_click_opens_and_leaving_closes(visitor):
    visitor.open("/")
    type_slowly(visitor, "sao y")
    options(visitor).first.wait_for()
    box(visitor).press("Tab")
    assert not visitor.page.get_by_role("listbox").is_visible()
    box(visitor).focus()
    box(visitor).press("ArrowDown")
    options(visitor).first.wait_for()
    with visitor.page.expect_navigation():
        options(visitor).first.click()
    assert "/procedures/" in visitor.page.url


def test_without_scripts_it_is_a_form(browser, server):
    visitor = Visitor(browser, server, scripts=False)
    visitor.open("/")
    assert visitor.page.get_by_role("searchbox", name=BOX).is_visible()
    assert not visitor.page.get_by_role("listbox").count()
    visitor.type(BOX, "lam giay khai sinh cho con")
    visitor.press("Tìm")
    assert visitor.page.locator(".results a").first.get_attribute("href") == "/procedures/1.001193"
    visitor.close()


def test_nothing_found_says_what_to_do(visitor, gallery):
    visitor.open("/procedures?q=zzzzqqqq")
    assert "bộ phận một cửa" in visitor.text()
    assert visitor.page.get_by_role("link", name="Sinh con").is_visible()
    gallery.look(visitor, "nothing-found", english=True)


def test_turns_of_life_lead_to_their_procedures(visitor, gallery):
    visitor.open("/")
    gallery.look(visitor, "home", english=True)
    cards = visitor.page.locator(".events a")
    assert cards.count() == 8
    for link in [card.get_attribute("href") for card in cards.all()]:
        assert visitor.open(link).status == 200
        assert visitor.page.locator(".results a").count() > 0, link
    gallery.look(visitor, "life-event", english=True)


def test_every_page_is_accessible_and_fits_a_phone(gallery):
    assert gallery.looks
    for look in gallery.looks:
        assert not look.violations, f"{look.name} ({look.language}): {look.violations}"
        assert look.overflow == 0 and look.h1 == 1, f"{look.name} ({look.language}) is {look.overflow} pixels too wide"
        assert look.bytes < 50_000, f"{look.name}: {look.bytes} bytes"
