"""What goes wrong on the way to the index is told plainly, and the next try makes up for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bantin.search import Limits
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.guard import Guard, guarded
from tests.browser.search.entries import ENTRIES, entry
from tests.browser.search.harness import write_index, write_search_site
from tests.browser.serving import serve

FAILED = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi thử lại."
QUERY = "tim-kiem/?q=n%C6%B0%E1%BB%9Bc+s%E1%BA%A1ch"
FOUND = "Có 24 kết quả cho “nước sạch”."
DIRECTORY, PARTS, PACKS = "**/muc-luc.json", "**/phan/*.bin", "**/bai/**/*.bin"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A site that a test may spoil."""
    write_search_site(tmp_path, ENTRIES, limits=Limits(list_items=5))
    return tmp_path


@pytest.fixture
def guard(browser: Browser, published: Path) -> Iterator[Guard]:
    with serve(published) as url, guarded(browser, url) as guard:
        yield guard


def expect_told(page: Page, told: str) -> None:
    expect(page.locator(".bt-search-page__status")).to_have_text(told)


def offline(route: Route) -> None:
    route.abort("internetdisconnected")


def broken_server(route: Route) -> None:
    route.fulfill(status=503, body="quá tải")


def cut_short(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.body()[:-20])


def other_page(route: Route) -> None:
    """What a captive portal gives for any address."""
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><p>Đăng nhập mạng")


@pytest.mark.parametrize("fault", [offline, broken_server, cut_short, other_page])
@pytest.mark.parametrize("files", [DIRECTORY, PARTS, PACKS], ids=["directory", "parts", "packs"])
def test_fault_is_told_and_the_next_try_finds(
    guard: Guard, files: str, fault: Callable[[Route], None]
) -> None:
    page = guard.page
    guard.allow("/tim-kiem/")
    page.route(files, fault)
    page.goto(QUERY)
    expect_told(page, FAILED)
    expect(page.locator(".bt-hit")).to_have_count(0)
    page.unroute(files)
    page.locator("#bt-search-page-q").press("Enter")
    expect_told(page, FOUND)
    expect(page.locator(".bt-hit")).to_have_count(10)


def test_the_next_try_waits_for_no_file_of_one_that_failed(guard: Guard) -> None:
    """On a line that broke, some requests fail and others are never answered."""
    page, asked = guard.page, [0]

    def broken(route: Route) -> None:
        asked[0] += 1
        if asked[0] == 2:
            route.abort("internetdisconnected")
        elif asked[0] > 2:
            route.continue_()

    guard.allow("/tim-kiem/")
    page.route(PARTS, broken)
    page.goto(QUERY)
    expect_told(page, FAILED)
    page.locator("#bt-search-page-q").press("Enter")
    expect_told(page, FOUND)


def test_fault_is_told_in_the_header_and_the_next_letter_finds(guard: Guard) -> None:
    page = guard.page
    guard.allow("/tim-kiem/")
    page.route(PARTS, offline)
    page.goto("")
    box = page.get_by_role("combobox")
    box.fill("nước")
    expect(page.locator(".bt-search__note")).to_have_text(FAILED)
    page.unroute(PARTS)
    box.fill("nước s")
    expect(page.get_by_role("option").first).to_contain_text("Cấp nước sạch")


@pytest.mark.parametrize("folder", ["phan", "bai"])
def test_files_that_are_nowhere_are_told_and_found_once_they_are_back(
    guard: Guard, published: Path, tmp_path_factory: pytest.TempPathFactory, folder: str
) -> None:
    """A site copied to its server in part."""
    page, lost = guard.page, tmp_path_factory.mktemp("lost") / folder
    guard.allow("404")
    shutil.move(published / "tim-kiem" / folder, lost)
    page.goto(QUERY)
    status = page.locator(".bt-search-page__status")
    expect(status).not_to_be_empty()
    expect(page.locator(".bt-hit")).to_have_count(0)
    shutil.move(lost, published / "tim-kiem" / folder)
    page.reload()
    expect_told(page, FOUND)


@pytest.mark.parametrize("reached", ["directory", "parts"])
def test_page_answers_while_the_site_is_published_anew_under_it(
    guard: Guard, published: Path, reached: str
) -> None:
    """The old parts are gone, and the directory that names them is in the reader's memory."""
    page = guard.page
    guard.allow("404")
    page.goto("tim-kiem/?q=%C4%91%E1%BA%A3ng" if reached == "parts" else "tim-kiem/")
    if reached == "parts":
        expect(page.locator(".bt-hit").first).to_be_visible()
    else:
        with page.expect_response(DIRECTORY):
            page.get_by_role("combobox").focus()
    added = entry("tin-tuc/2023/01/moi/", "Nước sạch", day="2023-01-02", text="Vừa đăng.")
    write_index(published, [*ENTRIES[3:], added], Limits(list_items=7))
    page.locator("#bt-search-page-q").fill("nước sạch")
    page.locator("#bt-search-page-q").press("Enter")
    expect_told(page, "Có 25 kết quả cho “nước sạch”.")
    expect(page.get_by_role("link", name="Nước sạch", exact=True)).to_be_visible()
