# SPDX-License-Identifier: Apache-2.0
"""People walk two procedures in browsers, from a search without marks to the rating; every page they see is looked at."""

import subprocess

import pytest

from support.filing import fill_birth, fill_land, file_birth
from support.gallery import Gallery
from support.papers import pdf, png
from support.visitor import Visitor

RESULT = pdf("Ket qua giai quyet")
OWNER_ID = "019190000000"
# The system's browser; without one, the browser Playwright brings.


@pytest.fixture(scope="module")
def gallery():
    return Gallery("walk")


@pytest.fixture(scope="module")
def at(browser, server, people):
    """Everybody at a browser of their own, signed in when first needed."""

    class Desks(dict):
        def __missing__(self, username):
            self[username] = Visitor(browser, server).sign_in(people[username])
            return self[username]

    desks = Desks()
    yield desks
    for visitor in desks.values():
        visitor.close()


def find_and_read(visitor, gallery, words, name, label):
    """Front page, search without marks, the procedure's page."""
    visitor.open("/")
    gallery.look(visitor, "home", english=True)
    visitor.type("Bạn cần làm gì?", words)
    visitor.press("Tìm")
    gallery.look(visitor, f"search-{label}")
    first = visitor.page.locator("main").get_by_role("link").filter(has_text=name).first
    with visitor.page.expect_navigation():
        first.click()
    assert visitor.page.get_by_role("heading", level=1, name=name).is_visible()
    for question in ("Tôi nhận được gì?", "Tôi cần những gì?"):
        assert visitor.page.get_by_text(question).is_visible()
    gallery.look(visitor, f"procedure-{label}", english=True)


def work_on(visitor, code, view=None):
    """Opens a dossier from the officer's queue."""
    visitor.open(f"/work?view={view}" if view else "/work")
    visitor.follow(code)
    assert code in visitor.page.get_by_role("heading", level=1).inner_text()
    return visitor


def action(visitor, button):
    """The form of one action, opened when it is folded."""
    form = visitor.page.locator("div.action").filter(has=visitor.page.get_by_role("button", name=button, exact=True, include_hidden=True))
    if not form.is_visible():
        visitor.page.locator("details").filter(has=form).locator("> summary").click()
    return form


def do(visitor, button, **fields):
    form = action(visitor, button)
    for label, value in fields.items():
        visitor.type(label.replace("_", " "), value, inside=form)
    visitor.press(button, inside=form)
    assert not visitor.page.get_by_role("alert").count(), visitor.page.get_by_role("alert").inner_text()


def state(visitor):
    return visitor.page.locator("main .tag").first.inner_text()


def qr_text(visitor, tmp_path):
    picture = tmp_path / "qr.png"
    visitor.page.locator("main svg[role=img], main svg").first.screenshot(path=picture)
    return subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.strip()


def test_a_birth_is_registered_in_browsers(at, browser, server, gallery, people, tmp_path):
    citizen = at["congdan"]
    find_and_read(citizen, gallery, "dang ky khai sinh", "Đăng ký khai sinh", "birth")
    gallery_names = (f"filing-{number}" for number in range(1, 20))
    citizen.follow("Nộp hồ sơ")
    fill_birth(citizen, look=lambda: gallery.look(citizen, next(gallery_names), english=True))
    assert citizen.is_filed(), citizen.text()[:800]
    provisional = citizen.code()
    gallery.look(citizen, "filed", english=True)

    desk = at["motcua"]
    desk.open("/work?view=new")
    gallery.look(desk, "queue-new", english=True)
    work_on(desk, provisional, "new")
    gallery.look(desk, "officer-to-accept", english=True)
    do(desk, "Tiếp nhận")
    code = desk.page.get_by_role("heading", level=1).inner_text().split()[0]
    assert not code.startswith("DK-") and state(desk) == "Đang xử lý"
    desk.follow("Xem và in")
    gallery.look(desk, "receipt", english=True)
    link = qr_text(desk, tmp_path)
    assert link == f"{server.address}/tracking?code={code}"

    stranger = Visitor(browser, server)
    stranger.open(link)
    assert code in stranger.text() and stranger.page.get_by_text("Đang xử lý").first.is_visible()
    assert people["congdan"].name not in stranger.page.content() and OWNER_ID not in stranger.page.content()
    gallery.look(stranger, "tracking", english=True)

    specialist, head = work_on(at["chuyenvien"], code), at["lanhdao"]
    gallery.look(specialist, "officer-examine")
    do(specialist, "Chuyển bước tiếp theo", Ghi_chú="Đã đối chiếu dữ liệu dân cư")
    work_on(head, code)
    gallery.look(head, "officer-sign", english=True)
    do(head, "Trả lại", Lý_do="Sửa quê quán theo giấy tờ của cha")
    do(work_on(specialist, code), "Chuyển bước tiếp theo", Ghi_chú="Đã sửa")
    do(work_on(head, code), "Ký")

    clerk = work_on(at["vanthu"], code)
    form = action(clerk, "Cấp số, ban hành")
    clerk.attach("Tệp kết quả", "giay-khai-sinh.pdf", RESULT, inside=form)
    gallery.look(clerk, "officer-number")
    do(clerk, "Cấp số, ban hành", **{"Số, ký hiệu văn bản": "15/2026"})
    work_on(desk, code, "to_return")
    gallery.look(desk, "officer-return")

    citizen.open("/me")
    gallery.look(citizen, "my-dossiers", english=True)
    citizen.follow(code)
    gallery.look(citizen, "my-result", english=True)
    assert citizen.download("Tải kết quả") == RESULT
    citizen.press("Tôi đã nhận kết quả")
    citizen.tick("Bạn hài lòng thế nào?", "Rất hài lòng")
    citizen.press("Gửi đánh giá")
    gallery.look(citizen, "my-finished")
    stranger.open(link)
    assert stranger.page.get_by_text("Đã trả kết quả").first.is_visible()
    stranger.close()


def test_a_land_transfer_passes_three_agencies_in_browsers(at, gallery):
    citizen = at["congdan"]
    find_and_read(citizen, gallery, "sang ten so do", "Đăng ký biến động quyền sử dụng đất", "land")
    gallery_names = (f"land-filing-{number}" for number in range(1, 20))
    citizen.follow("Nộp hồ sơ")
    fill_land(citizen, look=lambda: gallery.look(citizen, next(gallery_names)))
    assert citizen.is_filed(), citizen.text()[:800]
    desk = at["motcua.trungtam"]
    do(work_on(desk, citizen.code(), "new"), "Tiếp nhận")
    code = desk.page.get_by_role("heading", level=1).inner_text().split()[0]

    do(work_on(at["chuyenvien.datdai"], code), "Chuyển cơ quan", Ghi_chú="Chuyển phiếu thông tin thuế")
    tax = work_on(at["chuyenvien.thue"], code)
    gallery.look(tax, "officer-tax")
    do(tax, "Yêu cầu nộp tiền", **{"Số tiền (đồng)": "30.500.000", "Khoản nộp": "Thuế thu nhập cá nhân, lệ phí trước bạ"})
    citizen.open(f"/me/dossiers/{code}")
    assert "30.500.000" in citizen.text()
    gallery.look(citizen, "land-to-pay", english=True)
    work_on(desk, code, "waiting")
    do(desk, "Xác nhận đã nộp tiền", **{"Số biên lai hoặc mã giao dịch": "BL 0077"})
    do(work_on(tax, code), "Chuyển cơ quan")
    do(work_on(at["lanhdao.datdai"], code), "Phê duyệt")
    do(work_on(at["lanhdao.nnmt"], code), "Ký")
    clerk = work_on(at["vanthu.datdai"], code)
    clerk.attach("Tệp kết quả", "giấy chứng nhận.pdf", RESULT, inside=action(clerk, "Cấp số, ban hành"))
    do(clerk, "Cấp số, ban hành", **{"Số, ký hiệu văn bản": "CN 00456"})
    work_on(desk, code, "to_return")
    do(desk, "Trả kết quả", Người_nhận="Nguyễn Thị Thu Hà")
    assert state(desk) == "Đã trả kết quả"
    gallery.look(desk, "officer-finished", english=True)
    citizen.open(f"/me/dossiers/{code}")
    assert citizen.download("Tải kết quả") == RESULT
    citizen.tick("Bạn hài lòng thế nào?", "Hài lòng")
    citizen.press("Gửi đánh giá")


def test_the_desk_asks_for_a_supplement_and_the_citizen_answers(at, gallery):
    citizen, desk = at["congdan"], at["motcua"]
    provisional = file_birth(citizen)
    work_on(desk, provisional, "new")
    do(desk, "Yêu cầu bổ sung", Cần_bổ_sung="Giấy chứng sinh bản rõ nét\nSố điện thoại của mẹ", Lý_do="Bản chụp mờ")
    gallery.look(desk, "officer-waiting")
    citizen.open(f"/me/dossiers/{provisional}")
    assert "Giấy chứng sinh bản rõ nét" in citizen.text() and "Bản chụp mờ" in citizen.text()
    gallery.look(citizen, "supplement-asked", english=True)
    citizen.attach("Giấy tờ bổ sung", "chứng sinh.png", png(shade=90), "image/png")
    citizen.type("Giải trình", "Tôi đã chụp lại.")
    citizen.press("Gửi bổ sung")
    assert citizen.page.get_by_text("chứng sinh.png").first.is_visible()
    work_on(desk, provisional, "new")
    assert desk.page.get_by_role("link", name="chứng sinh.png").is_visible()


def test_the_desk_declines_with_a_reason_the_citizen_reads(at, gallery):
    citizen, desk = at["congdan"], at["motcua"]
    provisional = file_birth(citizen)
    work_on(desk, provisional, "new")
    form = action(desk, "Từ chối tiếp nhận")
    desk.press("Từ chối tiếp nhận", inside=form)
    alert = desk.page.get_by_role("alert")
    assert alert.is_visible() and "lý do" in alert.inner_text().lower()
    gallery.look(desk, "officer-reason-missing")
    do(desk, "Từ chối tiếp nhận", Lý_do="Trẻ đã được đăng ký khai sinh", Căn_cứ_pháp_lý="Điều 13 Luật Hộ tịch")
    citizen.open(f"/me/dossiers/{provisional}")
    assert "Trẻ đã được đăng ký khai sinh" in citizen.text() and "Không được tiếp nhận" in citizen.text()
    gallery.look(citizen, "declined", english=True)


def test_a_citizen_files_without_scripts(browser, server, people):
    citizen = Visitor(browser, server, scripts=False).sign_in(people["congdan2"])
    citizen.open("/")
    citizen.type("Bạn cần làm gì?", "dang ky khai sinh")
    citizen.press("Tìm")
    citizen.follow("Đăng ký khai sinh")
    citizen.follow("Nộp hồ sơ")
    fill_birth(citizen)
    assert citizen.is_filed()
    code = citizen.code()
    citizen.open(f"/tracking?code={code}")
    assert citizen.page.get_by_text("Chờ Bộ phận Một cửa tiếp nhận").is_visible()
    citizen.close()


def test_axe_finds_nothing_on_any_page(gallery):
    assert gallery.looks and all(look.checked > 20 for look in gallery.looks), "axe-core did not run"
    wrong = [f"{look.name} ({look.language}): {one}" for look in gallery.looks for one in look.violations]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_every_page_has_one_h1(gallery):
    assert not [look.name for look in gallery.looks if look.h1 != 1]


def test_no_page_scrolls_sideways_on_a_phone(gallery):
    assert not [f"{look.name} ({look.language}) by {look.overflow} px" for look in gallery.looks if look.overflow > 0]


def test_every_page_is_light(gallery, note):
    note(gallery.table())
    assert gallery.looks and not [f"{look.name}: {look.bytes}" for look in gallery.looks if look.bytes > 50_000 or look.bytes == 0]


def test_the_server_stayed_small(server, note):
    assert server.is_alive() and "fault" not in server.log.read_text(errors="replace"), server.log_tail()
    note(f"memory after the walks: {server.resident_bytes() / 1e6:.0f} MB")
    assert server.resident_bytes() < 150_000_000
