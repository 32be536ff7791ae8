"""The way of a reader through the real site, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.guard import Guard

ARTICLE = "tin-tuc/2021/10/ban-vstbpn-tinh-dak-nong-nhin-lai-9-thang/"
NOTICE = "van-ban/2013/405-tb-vp-ubnd/"
PAGES = (
    "",
    ARTICLE,
    NOTICE,
    "tin-tuc/",
    "tin-tuc/2021/",
    "tin-tuc/2021/10/",
    "van-ban/",
    "van-ban/2013/",
    "to-chuc/",
    "to-chuc/ubnd-tinh-dak-nong/",
    "to-chuc/ban-vstbpn-tinh-dak-nong/",
    "chuyen-muc/thong-tin-chi-dao-dieu-hanh/",
    "nguoi/",
    "nguoi/le-trong-yen/",
    "tim-kiem/",
    "ngay-nay/",
    "ngay-nay/10-05/",
    "gioi-thieu/",
    "404.html",
)


def search(page: Page, text: str) -> None:
    """Type into the header's box as a reader does, from the keyboard."""
    # Its role comes with the script that hears the key.
    expect(page.locator(".bt-search__input")).to_have_attribute("role", "combobox")
    page.keyboard.press("/")
    page.keyboard.type(text)


def test_a_reader_goes_from_home_to_article_to_notice_and_back(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.locator(".bt-first a").click()
    expect(page).to_have_url(site.url + ARTICLE)
    expect(page.locator("h1")).to_contain_text("nhìn lại 9 tháng")
    expect(page.locator(".bt-meta")).to_contain_text("18.486 lượt xem")
    expect(page.locator(".bt-meta")).to_contain_text("giờ chưa kiểm chứng")

    search(page, "phu nu hau giang")
    page.get_by_role("option").filter(has_text="405/TB-VP.UBND").first.click()
    expect(page).to_have_url(re.compile(re.escape(site.url + NOTICE)))
    expect(page.locator(".bt-signature")).to_contain_text("Phạm Thanh Tuyền")
    expect(page.locator(".bt-text > ol > li")).to_have_count(5)

    page.go_back()
    expect(page).to_have_url(site.url + ARTICLE)


def test_each_conclusion_of_a_notice_has_an_address_and_says_to_whom_and_by_when(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.url}{NOTICE}#kl-5")
    point = page.locator("#kl-5")
    expect(point).to_contain_text("17/10/2013")
    expect(point).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "kl-5"

    told = page.locator(".bt-points li")
    expect(told).to_have_count(5)
    expect(told.nth(0)).to_contain_text("Đề nghị")
    expect(told.nth(2)).to_contain_text("Thường trực Ban")
    expect(told.nth(4)).to_contain_text("Thời hạn: vào ngày 17/10/2013")
    expect(told.nth(4).locator("time")).to_have_attribute("datetime", "2013-10-17")
    told.nth(0).get_by_role("link", name="Sở Lao động, Thương binh và Xã hội").click()
    expect(page).to_have_url(f"{site.url}to-chuc/so-ldtbxh-tinh-hau-giang/")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("nhìn lại 9 tháng", ARTICLE),
        ("nhin lai 9 thang", ARTICLE),
        ("681", ARTICLE),
        ("cap uy dang", ARTICLE),
        ("405/TB-VP.UBND", NOTICE),
        ("405 tb vp ubnd", NOTICE),
        ("Tran Thanh Lap", "nguoi/tran-thanh-lap/"),
        ("Le Trong Yen", "nguoi/le-trong-yen/"),
        ("toa dam", NOTICE),
        ("uỷ ban nhân dân tỉnh đắk nông", "to-chuc/ubnd-tinh-dak-nong/"),
        ("ủy ban nhân dân tỉnh đắk nông", "to-chuc/ubnd-tinh-dak-nong/"),
    ],
)
def test_search_finds_the_right_record_first(
    page: Page, site: Site, query: str, address: str
) -> None:
    page.goto(f"{site.url}gioi-thieu/")
    search(page, query)
    first = page.get_by_role("option").first
    expect(first).to_be_visible()
    expect(first).to_have_attribute("href", re.compile(re.escape(address)))


@pytest.mark.parametrize("query", ["phu nu", "phụ nữ"])
def test_both_records_are_found_with_and_without_marks(page: Page, site: Site, query: str) -> None:
    page.goto(f"{site.url}tim-kiem/?q={query}")
    hits = page.locator(".bt-hits a")
    expect(hits.first).to_be_visible()
    found = [hit.get_attribute("href") or "" for hit in hits.all()]
    for address in (ARTICLE, NOTICE):
        assert any(address in href for href in found), (address, found)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_fits_a_phone_and_has_one_heading_a_title_and_a_language(
    page: Page, site: Site, address: str
) -> None:
    page.goto(site.url + address)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.title().endswith("Bản Tin")
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_keyboard_reaches_the_content_first(page: Page, site: Site) -> None:
    page.goto(site.url + ARTICLE)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Đi tới nội dung")
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_an_unknown_address_offers_ways_on(page: Page, site: Site, guard: Guard) -> None:
    guard.allow("khong-co-trang-nay")
    response = page.goto(f"{site.url}khong-co-trang-nay/")
    assert response is not None
    assert response.status == 404
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang")


def test_the_type_is_shipped_and_used(page: Page, site: Site) -> None:
    page.goto(site.url + ARTICLE)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert any(name.endswith("be-vietnam-pro-vietnamese-400-normal.woff2") for name in loaded)
    family = page.evaluate("getComputedStyle(document.querySelector('.bt-text')).fontFamily")
    assert family.startswith('"Be Vietnam Pro"')
