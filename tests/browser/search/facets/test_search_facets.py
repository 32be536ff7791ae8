"""Results chosen by kind, section, body and year, put in order, shared, kept, saved, printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.guard import Guard
from tests.browser.search.facets.choosing import (
    expect_noted,
    expect_told,
    open_filters,
    options,
    titles,
)


def test_columns_are_fetched_only_by_who_chooses(page: Page, url: str) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    expect(page.locator(".bt-hit")).to_have_count(5)
    blocks = page.evaluate(
        """async () => {
          const { columns } = await (await fetch("muc-luc.json")).json();
          const names = columns.filter((one) => typeof one === "string");
          const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
          return names.filter((one) => fetched.some((name) => name.includes(one))).length;
        }"""
    )
    assert blocks == 0


def test_counts_stand_beside_each_choice(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    assert options(page, "Loại trang") == ["Tất cả", "Cơ quan (1)", "Thông báo (1)", "Tin tức (3)"]
    assert options(page, "Chuyên mục") == ["Tất cả", "Chỉ đạo (2)", "Đời sống (1)"]
    assert options(page, "Từ năm") == ["Bất kỳ", "2021 (2)", "2020 (3)", "2019 (4)"]
    assert options(page, "Đến năm") == ["Bất kỳ", "2021 (4)", "2020 (2)", "2019 (1)"]
    expect(page.get_by_label("Có kết luận")).to_have_accessible_name("Có kết luận (1)")
    expect(page.get_by_label("Có tệp đính kèm")).to_have_accessible_name("Có tệp đính kèm (2)")


def test_several_choices_hold_at_once_and_count_for_each_other(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    page.get_by_label("Loại trang").select_option("tin-tuc")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    page.get_by_label("Từ năm").select_option("2020")
    expect_told(page, "Có 2 kết quả cho “hồ” (Tin tức; từ năm 2020), phù hợp nhất trước.")
    # What the other choices keep out is not counted; what this one keeps out is.
    assert options(page, "Chuyên mục") == ["Tất cả", "Chỉ đạo (1)", "Đời sống (1)"]
    assert options(page, "Loại trang") == ["Tất cả", "Thông báo (1)", "Tin tức (2)"]
    page.get_by_label("Có tệp đính kèm").check()
    expect(page.locator(".bt-hit__title")).to_have_text(["Tin hồ C"])
    page.get_by_role("button", name="Bỏ lọc").click()
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    expect(page).to_have_url(re.compile(r"\?q=h%E1%BB%93$"))


def test_body_holds_what_those_below_it_and_before_it_did(page: Page) -> None:
    page.goto("tim-kiem/")
    open_filters(page)
    field = page.get_by_label("Cơ quan")
    offered = page.locator("#tim-cac-co-quan option")
    expect(offered).to_have_count(4)
    # The notice concerns two of one family, and counts once with their common head.
    labels = offered.evaluate_all("options => options.map((option) => option.label)")
    assert labels == [
        "Ủy ban thử mới (5)",
        "Sở thử nghiệm (2)",
        "Phòng thử nghiệm (1)",
        "Ủy ban thử cũ (1)",
    ]
    field.fill("uy ban thu moi")
    field.press("Enter")
    expect_told(page, "Có 5 kết quả (Ủy ban thử mới), mới nhất trước.")
    assert titles(page) == [
        "Thông báo hồ D",
        "Tin hồ C",
        "Tin hồ B",
        "Tin hồ A",
        "Ủy ban thử mới",
    ]
    expect(page).to_have_url(re.compile(r"\?co-quan=uy-ban-moi$"))
    field.fill("không có cơ quan này")
    field.press("Enter")
    expect(page.locator("#tim-co-quan-ghi-chu")).to_have_text(
        "Chưa có cơ quan nào tên như vậy: hãy chọn một tên trong danh sách."
    )


def test_address_alone_gives_the_same_results(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&co-quan=so-thu&tu-nam=2021&den-nam=2021&sap-xep=cu")
    expect_told(page, "Có 2 kết quả cho “hồ” (Sở thử nghiệm; năm 2021), cũ nhất trước.")
    assert titles(page) == ["Tin hồ C", "Thông báo hồ D"]
    expect(page.get_by_label("Cơ quan")).to_have_value("Sở thử nghiệm")
    expect(page.get_by_label("Đến năm")).to_have_value("2021")


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("moi", ["Thông báo hồ D", "Tin hồ C", "Tin hồ B"]),
        ("cu", ["Ủy ban thử mới", "Tin hồ A", "Tin hồ B"]),
        ("xem", ["Tin hồ B", "Tin hồ A", "Tin hồ C"]),
    ],
)
def test_results_come_in_the_order_asked_for(page: Page, order: str, first: list[str]) -> None:
    page.goto(f"tim-kiem/?q=h%E1%BB%93&sap-xep={order}")
    expect(page.locator(".bt-hit")).to_have_count(5)
    assert titles(page)[:3] == first


def test_words_apart_are_counted_where_results_are_chosen(page: Page) -> None:
    """The engine stops at words side by side where these are many; who chooses wants all."""
    page.goto("tim-kiem/?q=m%C6%B0a+r%C3%A0o")
    expect_told(page, "Có 25 kết quả cho “mưa rào”.")
    open_filters(page)
    expect_told(page, "Có 26 kết quả cho “mưa rào”, phù hợp nhất trước.")
    page.get_by_label("Chuyên mục").select_option("chi-dao")
    expect(page.locator(".bt-hit__title")).to_have_text(["Rào gỗ sau mưa"])


def test_count_of_an_unfinished_word_is_a_guess(page: Page) -> None:
    page.goto("tim-kiem/")
    open_filters(page)
    page.locator("#bt-search-page-q").press_sequentially("thông bá")
    expect_told(page, "Có khoảng 1 kết quả cho “thông bá”, phù hợp nhất trước.")


def test_results_are_saved_as_a_table(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=thong-bao")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải kết quả (CSV)").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    head, line = text.splitlines()
    assert head == 'Ngày,Loại,"Số, ký hiệu",Tiêu đề,Địa chỉ'
    assert line.startswith("2021-05-01,Thông báo,,Thông báo hồ D,http://")
    expect_noted(page, "Đã tải 1 kết quả.")


def test_search_is_kept_in_the_browser_and_dropped(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=tin-tuc")
    page.get_by_role("button", name="Lưu tìm kiếm này").click()
    expect_noted(page, "Đã lưu tìm kiếm “hồ · Tin tức” trên trình duyệt này.")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    page.goto("tim-kiem/")
    page.get_by_role("link", name="hồ · Tin tức").click()
    expect(page.locator(".bt-hit")).to_have_count(3)
    drop = page.get_by_role("button", name="Xóa tìm kiếm đã lưu: hồ · Tin tức")
    drop.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bt-search-page__saved")).to_be_hidden()
    expect(page.get_by_role("button", name="Lưu tìm kiếm này")).to_be_focused()
    page.reload()
    expect(page.locator(".bt-search-page__saved")).to_be_hidden()


def test_list_is_printed_without_its_form(page: Page) -> None:
    page.goto("tim-kiem/?q=m%C6%B0a+r%C3%A0o")
    expect(page.locator(".bt-hit")).to_have_count(10)
    page.evaluate(
        "window.print = () => (window.printed = document.querySelectorAll('.bt-hit').length)"
    )
    page.get_by_role("button", name="In danh sách").click()
    page.wait_for_function("window.printed === 25")
    page.emulate_media(media="print")
    expect(page.locator(".bt-search-page__refine")).to_be_hidden()
    expect(page.locator(".bt-search-page__tools")).to_be_hidden()
    expect(page.locator(".bt-search-page__status")).to_be_visible()


def test_missing_columns_are_told(guard: Guard, page: Page) -> None:
    guard.allow("/phan/")
    page.goto("tim-kiem/")
    page.route("**/phan/*.bin", lambda route: route.abort())
    open_filters(page)
    expect(page.locator(".bt-search-page__status")).to_contain_text(
        "Không tải được dữ liệu tìm kiếm"
    )


def test_form_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=tin-tuc&tu-nam=2019&tu-thang=2&vai-tro=chu-tri")
    expect(page.locator(".bt-hit")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
