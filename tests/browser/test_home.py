"""The home page: search with examples, and what happened on this day of earlier years."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.guard import Guard

BOX = "[data-recall]"


@pytest.mark.parametrize(
    ("moment", "heading", "first"),
    [
        # Three in the morning in Vietnam.
        ("2030-10-04T20:00:00Z", "Ngày 5/10 các năm trước", "05/10/2021"),
        ("2030-10-14T03:00:00Z", "Tháng 10 các năm trước", "10/10/2013"),
        # What is of this year is news, no memory.
        ("2021-10-05T03:00:00Z", "Tháng 10 các năm trước", "10/10/2013"),
    ],
)
def test_this_day_is_that_of_vietnam_and_of_earlier_years(
    page: Page, site: Site, moment: str, heading: str, first: str
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(site.url)
    expect(page.locator(f"{BOX} h2")).to_have_text(heading)
    expect(page.locator(f"{BOX} li").first).to_contain_text(first)


def test_a_month_without_records_fetches_nothing(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.set_fixed_time("2030-11-05T03:00:00Z")
    page.goto(site.url, wait_until="networkidle")
    expect(page.locator(f"{BOX} h2")).to_have_text("Ngày này các năm trước")
    assert [url for url in asked if "/ngay-nay/" in url] == []


def test_offline_the_box_of_this_day_still_leads_to_the_calendar(
    page: Page, site: Site, guard: Guard
) -> None:
    guard.allow("/ngay-nay/10.json")
    page.route("**/ngay-nay/10.json", lambda route: route.abort())
    page.clock.set_fixed_time("2030-10-05T03:00:00Z")
    page.goto(site.url, wait_until="networkidle")
    expect(page.locator(f"{BOX} h2")).to_have_text("Ngày này các năm trước")
    expect(page.locator(f"{BOX} a")).to_have_count(1)


def test_a_day_is_chosen_from_the_calendar(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("link", name="Chọn ngày trong lịch").click()
    page.get_by_role("link", name="Ngày 5", exact=True).click()
    expect(page).to_have_url(f"{site.url}ngay-nay/10-05/")
    expect(page.locator(".bt-card")).to_have_count(1)


def test_what_is_typed_on_the_home_page_is_searched_for(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_label("Tìm trong kho tin và văn bản").fill("phu nu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=phu\+nu$"))
    expect(page.locator(".bt-hit").first).to_be_visible()


def test_every_example_finds_something(page: Page, site: Site) -> None:
    page.goto(site.url)
    examples = page.locator(".bt-seek__examples a")
    addresses = examples.evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) == 3
    for address in addresses:
        page.goto(address)
        expect(page.locator(".bt-search-page__status")).to_contain_text("kết quả")
        expect(page.locator(".bt-hit").first).to_be_visible()
        expect(page.locator(".bt-search-page__status")).not_to_contain_text("gần nhất")


def test_news_is_found_by_year_and_month(page: Page, site: Site) -> None:
    page.goto(f"{site.url}tin-tuc/")
    page.get_by_role("link", name="Tháng 10", exact=False).click()
    expect(page).to_have_url(f"{site.url}tin-tuc/2021/10/")
