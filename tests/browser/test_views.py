"""Views as a reader meets them: beside the old portal's, without a move of the page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PROJECT, Site
from tests.browser.guard import guarded
from tests.browser.serving import serve

ARTICLE = "tin-tuc/2021/10/ban-vstbpn-tinh-dak-nong-nhin-lai-9-thang/"
DOCUMENT = "van-ban/2013/405-tb-vp-ubnd/"


def held(page: Page) -> list[Route]:
    """Hold back what a page asks of views; the list fills with its requests."""
    asked: list[Route] = []
    page.route("**/luot-xem/**", lambda route: asked.append(route))
    return asked


def answer(page: Page, asked: list[Route], views: int = 12345) -> None:
    key = (page.locator("[data-views]").get_attribute("data-views") or "").partition("#")[2]
    expect(page.locator(".bt-seen")).to_have_count(1)
    (route,) = asked
    route.fulfill(json={"since": "2026-11-01", "views": {key: views}})


@pytest.mark.parametrize("width", [360, 1280])
def test_an_article_tells_them_beside_the_imported_ones_and_nothing_moves(
    page: Page, site: Site, width: int
) -> None:
    asked = held(page)
    page.set_viewport_size({"width": width, "height": 800})
    with page.expect_request("**/luot-xem/**"):
        page.goto(site.url + ARTICLE)
    page.evaluate("document.fonts.ready.then(() => null)")
    expect(page.locator(".bt-meta")).to_contain_text("18.486 lượt xem")
    seen, text = page.locator(".bt-seen"), page.locator(".bt-text")
    expect(seen).to_be_hidden()
    before = text.bounding_box()
    answer(page, asked)
    expect(seen).to_have_text("thêm 12.345 lượt (từ 01/11/2026)")
    expect(seen).to_be_visible()
    assert seen.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert text.bounding_box() == before


def test_a_document_tells_them_alone(page: Page, site: Site) -> None:
    asked = held(page)
    with page.expect_request("**/luot-xem/**"):
        page.goto(site.url + DOCUMENT)
    answer(page, asked, 7)
    expect(page.locator(".bt-seen")).to_have_text("7 lượt xem (từ 01/11/2026)")


def test_without_counts_nothing_is_said_and_nothing_fails(page: Page, site: Site) -> None:
    # The guard of the page refuses failed requests and console errors.
    with page.expect_response("**/luot-xem/tin-tuc/2021/10.json") as answer:
        page.goto(site.url + ARTICLE)
    assert answer.value.ok
    expect(page.locator(".bt-seen")).to_be_hidden()
    expect(page.locator(".bt-seen")).to_have_text("")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own records with views, built."""
    folder = tmp_path_factory.mktemp("read")
    shutil.copytree(PROJECT / "docs", folder / "docs")
    counts = folder / "docs" / ".luot-xem"
    counts.mkdir(exist_ok=True)
    rows = f"{ARTICLE}\t1234\t5\n{DOCUMENT}\t9\t9\n"
    (counts / "tong.tsv").write_text(f"# 2026-10-01 2026-11-26\n{rows}", "utf-8")
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    for path in ("hooks/publish.py", "hooks/bantin/theme"):
        settings = settings.replace(path, str(PROJECT / path))
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=folder, check=True
    )
    with serve(folder / "site") as url:
        yield Site(url, folder / "site")


def test_what_is_read_most_has_a_page_that_a_later_count_brings_up_to_date(
    browser: Browser, read: Site
) -> None:
    with guarded(browser, read.url) as guard:
        page = guard.page
        page.goto(f"{read.url}doc-nhieu/")
        lately, ever = (page.locator(f"[data-list={name}] > li") for name in ("lately", "ever"))
        expect(lately).to_contain_text(["9 lượt xem", "5 lượt xem"])
        expect(ever).to_contain_text(["1.234 lượt xem", "9 lượt xem"])
        file = read.folder / "luot-xem" / "doc-nhieu.json"
        told = file.read_text("utf-8").replace("1234", "12345").replace("2026-11-26", "2026-11-27")
        file.write_text(told, "utf-8")
        # The server tells seconds only.
        os.utime(file, (time.time() + 5, time.time() + 5))
        page.reload()
        expect(ever.first).to_contain_text("12.345 lượt xem")
        expect(page.locator("[data-day=until]")).to_have_text("27/11/2026")
        ever.first.get_by_role("link").click()
        expect(page).to_have_url(read.url + ARTICLE)
        expect(page.locator(".bt-seen")).to_have_text("thêm 1.234 lượt (từ 01/10/2026)")
