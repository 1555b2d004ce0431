# SPDX-License-Identifier: Apache-2.0
"""Every page there is: its name, who looks at it, where it stands, and what has to be pressed to get there."""

from dataclasses import dataclass
from typing import Callable, Optional

from support.walks import BIRTH, LAND

# A filing is refused whole when nothing is answered: the page of what is missing.
CASE = "&case=1.001193.01&unit=H55.238"


@dataclass(frozen=True)
class Place:
    name: str
    who: Optional[str]
    path: str
    status: int = 200
    # Pressed on the page at `path`, with a browser that runs scripts or none.
    act: Optional[Callable] = None
    # A print sheet: how many pages of A4 or A5 it may take.
    sheet: int = 0
    # What a person sees who has never been here.
    is_first: bool = False


def press(*names):
    """Presses the buttons one after the other, as far as they are there."""

    def act(visitor):
        for name in names:
            visitor.press(name)

    return act


def empty_filing(visitor):
    visitor.press("Nộp hồ sơ" if visitor.page.get_by_role("button", name="Nộp hồ sơ", exact=True).count() else "Tiếp tục")


def wrong_password(visitor):
    visitor.type("Tên đăng nhập", "không có ai")
    visitor.type("Mật khẩu", "sai")
    visitor.press("Đăng nhập")


def found_at_the_counter(visitor):
    visitor.type("Người đến làm thủ tục", "019190000000")
    visitor.type("Thủ tục", "sao y")
    visitor.press("Tìm")


def walk_in(visitor):
    found_at_the_counter(visitor)
    visitor.press("Điền hồ sơ")


def batch(visitor):
    visitor.page.get_by_role("checkbox").first.check()
    visitor.page.get_by_role("group", name="Làm cùng lúc với hồ sơ đã chọn").get_by_role("button").first.click()
    visitor.page.wait_for_load_state()


def everywhere(town, accounts):
    """All of them, over the dossiers of a town at work."""
    draft = town.begun(accounts)
    citizen, desk, specialist, head, clerk = "congdan", "motcua", "chuyenvien", "lanhdao", "vanthu"
    mine, work = "/me/dossiers/", "/work/dossiers/"
    return [
        Place("home", None, "/", is_first=True),
        Place("catalogue", None, "/procedures", is_first=True),
        Place("search", None, "/procedures?q=lam+giay+khai+sinh+cho+con", is_first=True),
        Place("search, nothing found", None, "/procedures?q=zzzzqqqq", is_first=True),
        Place("procedure", None, f"/procedures/{BIRTH}", sheet=4, is_first=True),
        Place("procedure, long", None, f"/procedures/{LAND}", sheet=6, is_first=True),
        Place("life event", None, "/life/sinh-con", is_first=True),
        Place("tracking", None, "/tracking", is_first=True),
        Place("tracking, found", None, f"/tracking?code={town.processing}", is_first=True),
        Place("tracking, unknown", None, "/tracking?code=H55.238-200101-0001", status=404, is_first=True),
        Place("statistics", None, "/statistics", is_first=True),
        Place("statistics by day", None, "/statistics?from=2026-01-01&to=2026-12-31&by=day"),
        Place("statistics, wrong (422)", None, "/statistics?from_day=31&from_month=2&from_year=2026", status=422),
        Place("sign-in", None, "/sign-in", is_first=True),
        Place("sign-in refused", None, "/sign-in", status=422, act=wrong_password),
        Place("receipt check", None, "/receipts/check", is_first=True),
        Place("styleguide", None, "/styleguide"),
        Place("not found", None, "/nowhere", status=404, is_first=True),
        Place("not yours (403)", citizen, "/work/absence", status=403),
        Place("filing, start", citizen, f"/dossiers/new?procedure={BIRTH}"),
        Place("filing, all on one page", citizen, f"/dossiers/new?procedure={BIRTH}{CASE}"),
        Place("filing, one page with errors (422)", citizen, f"/dossiers/new?procedure={BIRTH}{CASE}", status=422, act=empty_filing),
        Place("filing, a step", citizen, draft + "/child"),
        Place("filing, a step with errors (422)", citizen, draft + "/child", status=422, act=press("Tiếp tục")),
        Place("filing, papers", citizen, draft + "/papers"),
        Place("filing, review", citizen, draft + "/review"),
        Place("my dossiers", citizen, "/me"),
        Place("mine, filed", citizen, mine + town.new),
        Place("mine, supplement asked", citizen, mine + town.waiting),
        Place("mine, declined", citizen, mine + town.declined),
        Place("mine, in work, messages", citizen, mine + town.processing),
        Place("mine, finished", citizen, mine + town.finished),
        Place("mine, receipt", citizen, mine + town.processing + "/receipt", sheet=2),
        Place("mine, content receipt", citizen, mine + town.processing + "/content-receipt", sheet=4),
        Place("contact", citizen, "/me/contact"),
        Place("password", citizen, "/account/password"),
        Place("queue, new", desk, "/work?view=new"),
        Place("queue, waiting", desk, "/work?view=waiting"),
        Place("queue, to return", desk, "/work?view=to_return"),
        Place("queue, empty", desk, "/work?view=overdue"),
        Place("queue, batch preview", desk, "/work?view=new", act=batch),
        Place("officer's search", desk, "/work/search?q=thu+ha"),
        Place("desk, to accept", desk, work + town.new),
        Place("desk, to return", desk, work + town.resolved),
        Place("desk, finished", desk, work + town.finished),
        Place("desk, receipt", desk, work + town.processing + "/receipt", sheet=2),
        Place("exports", desk, "/work/exports"),
        Place("statistics, dossiers", desk, "/work/statistics/dossiers?figure=filed&from=2026-01-01&to=9998-12-31"),
        Place("reception", desk, "/work/reception"),
        Place("reception, found", desk, "/work/reception", act=found_at_the_counter),
        Place("reception, walk-in", desk, "/work/reception", act=walk_in),
        Place("reception, received", desk, work + town.processing + "/received"),
        Place("logbook", desk, "/work/logbook", sheet=6),
        Place("queue of the specialist", specialist, "/work?view=unit"),
        Place("specialist, dossier", specialist, work + town.processing),
        Place("specialist, draft of the result", specialist, work + town.processing + "/result/draft"),
        Place("absence", specialist, "/work/absence"),
        Place("exports", desk, "/work/exports"),
        Place("exports, wrong days (422)", desk, "/work/exports/dossiers.csv?from=2026-02-30", status=422),
        Place("queue of the head", head, "/work?view=unit"),
        Place("head, dossier", head, work + town.signing),
        Place("queue of the clerk", clerk, "/work"),
        Place("clerk, dossier", clerk, work + town.resolved),
    ]
