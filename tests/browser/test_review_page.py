"""The review list as an editor opens it: from the disk, at any width, by keyboard, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from bantin.importing.capture import Block, BlockKind
from bantin.importing.job.ledger import Ledger
from bantin.importing.proposal import Fact, Sure
from bantin.importing.review.accept import wanted_records
from bantin.importing.review.write_review import FOLDER, PAGE, write_review
from playwright.sync_api import Browser, Page, expect

from tests.browser.guard import Guard, guarded
from tests.unit.importing.review.waiting import (
    NEWS,
    NEWS_FACTS,
    NEWS_TEXT,
    NOTICE,
    TITLE,
    Desk,
    item,
    sha_of,
)

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
WIDTHS = (360, 768, 1280)
MANY = 10_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two true records, one of a stranger who means ill, and some dozens more."""
    desk = Desk(tmp_path_factory.mktemp("kho tin có dấu"))
    desk.import_notice()
    one = desk.import_news()
    desk.write(NEWS, NEWS_TEXT.format(sha=one.sha256).replace("author: M.L", "author: K.V"))
    blocks = (
        Block(1, EVIL, EVIL, True, BlockKind.HEADING),
        Block(2, EVIL * 3, EVIL, True, BlockKind.TABLE, rows=((EVIL, "chữ " * 60), ("1", "2"))),
        Block(3, "http" + "a" * 400, "http" + "a" * 400, True),
    )
    facts = (Fact("title", EVIL, Sure.GUESSED, "dòng 1", EVIL), *NEWS_FACTS[1:])
    evil = item("tin-tuc/2021/10/la.md", facts, file=f"{EVIL}.txt", blocks=blocks, doubts=(EVIL,))
    text = NEWS_TEXT.format(sha=evil.sha256).replace("Ban Mẫu họp.", EVIL)
    desk.write(evil.target, text.replace(f"title: {TITLE}", f"title: '{EVIL}'"))
    desk.keep(evil)
    for number in range(70):
        uri = f"tin-tuc/2021/10/tin-{number}.md"
        more = item(uri, file=f"kho/{number}.docx")
        desk.write(uri, NEWS_TEXT.format(sha=more.sha256))
        desk.keep(replace(more, format="docx"))
    write_review(desk.store, desk.docs)
    return desk


@pytest.fixture
def guard(browser: Browser, desk: Desk) -> Iterator[Guard]:
    with guarded(browser, desk.store.as_uri() + "/") as guard:
        yield guard


@pytest.fixture
def page(guard: Guard, desk: Desk) -> Page:
    guard.page.goto((desk.store / PAGE).as_uri())
    return guard.page


def open_record(page: Page, title: str | re.Pattern[str]) -> None:
    page.locator("#bang a", has_text=title).first.click()
    expect(page.locator("#ten-ban-ghi")).to_be_focused()


def test_the_most_doubtful_stands_first_and_the_list_has_pages(page: Page) -> None:
    expect(page.locator("#tong")).to_contain_text("73 bản ghi chờ xem lại; 1 còn thiếu")
    expect(page.locator("#bang tbody tr")).to_have_count(50)
    first = page.locator("#bang tbody tr").first
    expect(first).to_contain_text(NOTICE)
    expect(first).to_contain_text("thiếu ngày, số, ký hiệu")
    page.get_by_role("button", name="Trang sau").click()
    expect(page.locator("#bang tbody tr")).to_have_count(23)
    expect(page.locator("#so-thay")).to_have_text("73 bản ghi, đang xem 51–73.")


def test_filters_choose(page: Page) -> None:
    rows = page.locator("#bang tbody tr")
    page.locator("#loc-thieu").select_option("number")
    expect(rows).to_have_count(1)
    page.locator("#loc-thieu").select_option("")
    page.get_by_label("Tình trạng").select_option("EDITED")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(NEWS)
    page.get_by_label("Tình trạng").select_option("")
    page.get_by_label("Định dạng").select_option("docx")
    expect(page.locator("#so-thay")).to_contain_text("70 bản ghi")
    page.get_by_label("Điều nghi ngờ").select_option("none")
    expect(page.locator("#so-thay")).to_have_text("Không có bản ghi nào như vậy.")
    page.get_by_label("Điều nghi ngờ").select_option("guesses")
    page.get_by_label("Tìm theo").fill("tin 69")
    expect(rows).to_have_count(1)


def test_a_record_stands_beside_its_original_with_its_places_marked(page: Page) -> None:
    open_record(page, TITLE)
    step = page.locator("#ban-ghi")
    expect(step.locator(".original li")).to_have_count(5)
    expect(page.locator("#khoi-0")).to_have_class(re.compile("mark-READ"))
    expect(page.locator("#khoi-0")).to_contain_text("Tiêu đề, trích yếu: đọc được")
    expect(page.locator("#khoi-1")).to_have_class(re.compile("mark-GUESSED"))
    expect(page.locator("#khoi-1")).to_contain_text("Chuyên mục: suy đoán")
    expect(page.locator("#khoi-2")).not_to_have_class(re.compile("mark-"))
    expect(page.locator("#khoi-0 details")).to_have_count(1)
    chairs = step.locator("dl > div", has_text="meeting.chairs")
    expect(chairs.locator(".GUESSED")).to_have_text("suy đoán")
    chairs = step.locator("dl > div", has_text="Chuyên mục")
    chairs.get_by_role("button").click()
    expect(page.locator("#khoi-1")).to_be_focused()


def test_what_is_missing_and_what_was_changed_is_told_in_words(page: Page) -> None:
    open_record(page, "Kết luận cuộc họp")
    day = page.locator("#ban-ghi dl > div", has_text="ngày để trống")
    expect(day).to_contain_text("CÒN THIẾU")
    expect(page.locator("#nhan-ban-ghi")).to_be_disabled()
    page.keyboard.press("Escape")
    page.get_by_label("Tình trạng").select_option("EDITED")
    open_record(page, "Ban Mẫu")
    author = page.locator("#ban-ghi dl > div", has_text="Tác giả")
    expect(author).to_contain_text("K.V")
    expect(author).to_contain_text("Lúc nhập: M.L")


def test_a_strangers_text_stays_text(page: Page) -> None:
    page.get_by_label("Tìm theo").fill("onerror")
    open_record(page, "onerror")
    expect(page.locator("#ten-ban-ghi")).to_have_text(EVIL)
    expect(page.locator("#khoi-0")).to_contain_text(EVIL)
    expect(page.locator("#ban-ghi td").first).to_have_text(EVIL)
    assert page.locator("#ban-ghi img, #ban-ghi script, #ban-ghi a:not(.button)").count() == 0


def test_it_is_used_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_label("Tìm theo")).to_be_focused()
    page.keyboard.type("jx")
    expect(page.get_by_label("Tìm theo")).to_have_value("jx")
    page.get_by_label("Tìm theo").fill("")
    page.locator("#noi-dung").focus()
    page.keyboard.press("j")
    expect(page.locator("#ten-ban-ghi")).to_have_text("Kết luận cuộc họp Ban Mẫu")
    page.keyboard.press("j")
    expect(page.locator("#ten-ban-ghi")).to_have_text(EVIL)
    page.keyboard.press("x")
    expect(page.locator("#nhan-ban-ghi")).to_be_checked()
    page.keyboard.press("k")
    expect(page.locator("#ten-ban-ghi")).to_have_text("Kết luận cuộc họp Ban Mẫu")
    page.keyboard.press("Escape")
    expect(page.locator("#danh-sach")).to_be_visible()
    expect(page.locator("#tong")).to_contain_text("đã đánh dấu nhận 1")


def test_marked_records_are_a_file_that_the_command_reads(
    page: Page, desk: Desk, tmp_path: Path
) -> None:
    page.get_by_label("Định dạng").select_option("docx")
    for row in range(2):
        page.locator("#bang tbody tr").nth(row).get_by_role("checkbox").check()
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách nhận (2)").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "nhan.csv"
    wanted = wanted_records([str(path)], desk.docs)
    assert len(wanted) == 2
    assert all((desk.docs / uri).is_file() for uri in wanted)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_lies_outside_any_screen_and_all_can_be_read(
    page: Page, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for title in ("", "onerror", "Kết luận"):
        if title:
            page.goto(page.url.partition("#")[0])
            page.get_by_label("Tìm theo").fill(title)
            open_record(page, re.compile("."))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for tag in page.locator(".tag:visible, .soft:visible").all()[:40]:
            assert tag.evaluate(_CONTRAST) >= 4.5, tag.inner_text()


_CONTRAST = """(element) => {
    const parts = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    let at = element, back = [0, 0, 0, 0];
    while (at && !back[3]) {
        const found = parts(getComputedStyle(at).backgroundColor);
        back = found.length === 4 ? found : [...found, 1];
        at = at.parentElement;
    }
    if (!back[3]) back = [255, 255, 255];
    const [one, other] = [light(parts(getComputedStyle(element).color)), light(back)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}"""


def test_paper_has_the_record_and_its_original_and_no_tools(page: Page) -> None:
    open_record(page, "Kết luận cuộc họp")
    page.emulate_media(media="print")
    for hidden in (".tools", "#nhan", ".help"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#khoi-3")).to_be_visible()
    assert page.locator(".columns > div").first.evaluate("e => getComputedStyle(e).overflowY") == (
        "visible"
    )


def test_everything_has_a_name_for_those_who_hear_it(page: Page) -> None:
    for box in page.get_by_role("checkbox").all()[:3]:
        assert (box.get_attribute("aria-label") or "").startswith("Nhận: ")
    for name in ("Lọc danh sách", "Danh sách", "Nhận bản ghi"):
        assert page.locator(f'[aria-label="{name}"]').count() == 1
    open_record(page, "Kết luận cuộc họp")
    expect(page.get_by_role("region", name="Bản gốc")).to_be_visible()
    expect(page.get_by_role("article")).to_have_accessible_name("Kết luận cuộc họp Ban Mẫu")


def test_a_page_without_its_folder_says_so(browser: Browser, desk: Desk, tmp_path: Path) -> None:
    for name in ("muc-luc.js", PAGE):
        source = desk.store / (PAGE if name == PAGE else f"{FOLDER}/{name}")
        target = tmp_path / (PAGE if name == PAGE else f"{FOLDER}/{name}")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(source.read_bytes())
    with guarded(browser, tmp_path.as_uri() + "/") as guard:
        guard.allow("phan-0001.js")
        guard.allow("phan-0002.js")
        guard.allow("ERR_FILE_NOT_FOUND")
        guard.page.goto((tmp_path / PAGE).as_uri())
        guard.page.locator("#bang a").first.click()
        expect(guard.page.locator("#ban-ghi")).to_contain_text("Không nạp được phần này")


def test_ten_thousand_records_stay_light(browser: Browser, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.docs.mkdir()
    whole = item()
    with closing(Ledger.open(desk.store)) as ledger:
        for number in range(MANY):
            file = f"kho/{number}.txt"
            target = f"tin-tuc/2021/10/a-{number}.md"
            ledger.keep(replace(whole, file=file, sha256=sha_of(file), target=target))
    write_review(desk.store, desk.docs)
    with guarded(browser, desk.store.as_uri() + "/") as guard:
        page = guard.page
        page.goto((desk.store / PAGE).as_uri())
        expect(page.locator("#so-thay")).to_have_text("10.000 bản ghi, đang xem 1–50.")
        took_ms = page.evaluate(
            """() => { const start = performance.now(), box = document.getElementById("tim");
               box.value = "a 9999"; box.dispatchEvent(new Event("input"));
               document.body.offsetHeight; return performance.now() - start; }"""
        )
        assert took_ms < 2_000
        expect(page.locator("#bang tbody tr")).to_have_count(1)
        page.locator("#bang a").click()
        expect(page.locator("#ten-ban-ghi")).to_be_focused()
        # Only this part of the data was loaded.
        names = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        assert sum("phan-" in name for name in names) <= 1
