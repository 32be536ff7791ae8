"""The search box and the search page: keyboard, phone, address, and what is said aloud."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.guard import Guard


def test_box_lists_results_while_typing(fresh: Page) -> None:
    fresh.goto("tin-tuc/2021/10/dang/")
    box = fresh.get_by_role("combobox", name="Tìm trong toàn trang")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("binh dang", delay=20)
    expect(box).to_have_attribute("aria-expanded", "true")
    first = fresh.get_by_role("option").first
    expect(first).to_contain_text("bình đẳng giới")
    expect(first).to_contain_text("405/TB-VP.UBND")
    expect(first).to_contain_text("05/10/2021")
    expect(first.locator("mark")).to_have_text(["bình đẳng"])
    expect(fresh.locator(".bt-search [role=status]")).to_have_text(
        re.compile(r"Có \d+ kết quả cho “binh dang”\.")
    )


def test_box_is_worked_by_keyboard_alone(fresh: Page) -> None:
    fresh.goto("tin-tuc/2021/10/dang/")
    fresh.keyboard.press("/")
    box = fresh.get_by_role("combobox")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    fresh.keyboard.type("le trong yen")
    options = fresh.get_by_role("option")
    expect(options.first).to_be_visible()
    fresh.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = options.first.get_attribute("id")
    assert active
    expect(box).to_have_attribute("aria-activedescendant", active)
    fresh.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", active)
    fresh.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(options.first).to_be_hidden()
    fresh.keyboard.press("ArrowDown")
    fresh.keyboard.press("Enter")
    expect(fresh).to_have_url(re.compile("nguoi/le-trong-yen/$"))


def test_enter_without_a_choice_opens_the_search_page(fresh: Page) -> None:
    fresh.goto("")
    fresh.get_by_role("combobox").fill("phụ nữ")
    fresh.keyboard.press("Enter")
    expect(fresh).to_have_url(re.compile(r"/tim-kiem/\?q="))
    expect(fresh.locator("#bt-search-page-q")).to_have_value("phụ nữ")
    expect(fresh.locator(".bt-hit").first).to_contain_text("Phụ nữ")


def test_last_line_of_the_box_leads_to_all_results(fresh: Page) -> None:
    fresh.goto("")
    fresh.get_by_role("combobox").fill("nước sạch")
    expect(fresh.get_by_role("option")).to_have_count(9)
    fresh.get_by_role("option", name="Xem tất cả 24 kết quả").click()
    expect(fresh.locator(".bt-search-page__status")).to_have_text("Có 24 kết quả cho “nước sạch”.")


def test_slash_in_a_field_is_a_letter(fresh: Page) -> None:
    fresh.goto("tim-kiem/")
    field = fresh.locator("#bt-search-page-q")
    field.press_sequentially("405/TB")
    expect(field).to_have_value("405/TB")
    expect(field).to_be_focused()


def test_page_shows_results_of_its_address(fresh: Page) -> None:
    fresh.goto("tim-kiem/?q=n%C6%B0%E1%BB%9Bc%20s%E1%BA%A1ch")
    status = fresh.locator(".bt-search-page__status")
    expect(status).to_have_text("Có 24 kết quả cho “nước sạch”.")
    hits = fresh.locator(".bt-hit")
    expect(hits).to_have_count(10)
    more = fresh.get_by_role("button", name="Xem thêm kết quả")
    more.click()
    expect(hits).to_have_count(20)
    expect(hits.nth(10).get_by_role("link")).to_be_focused()
    more.click()
    expect(hits).to_have_count(24)
    expect(more).to_be_hidden()


def test_words_apart_that_were_spared_are_looked_for_on_demand(fresh: Page) -> None:
    # An archive in which it is spared would take long to make.
    fresh.route(
        "**/search/worker.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body="""self.onmessage = ({ data: { id, options } }) => self.postMessage({ id, answer: {
                total: options.apart ? 30 : 2, hits: [], missing: [], suggestion: "",
                spared: !options.apart,
            } });""",
        ),
    )
    fresh.goto("tim-kiem/?q=an%20giang")
    status = fresh.locator(".bt-search-page__status")
    expect(status).to_contain_text("Có 2 kết quả có các từ đứng liền nhau cho “an giang”.")
    fresh.get_by_role("button", name="Tìm cả nơi các từ đứng rời nhau").press("Enter")
    expect(status).to_have_text("Có 30 kết quả cho “an giang”.")


@pytest.mark.parametrize(
    "how",
    [
        "window.Worker = class { constructor() { throw new TypeError(); } }",
        # It can be made, but its script is not understood.
        "window.Worker = class extends Worker { constructor() { super('data:,no script') } }",
    ],
)
def test_browser_without_workers_searches_in_the_page(fresh: Page, how: str) -> None:
    fresh.add_init_script(how)
    fresh.goto("tim-kiem/?q=n%C6%B0%E1%BB%9Bc%20s%E1%BA%A1ch")
    expect(fresh.locator(".bt-search-page__status")).to_have_text("Có 24 kết quả cho “nước sạch”.")


def test_page_follows_what_is_typed_and_keeps_it_in_the_address(fresh: Page) -> None:
    fresh.goto("tim-kiem/")
    fresh.locator("#bt-search-page-q").fill("hồ tiêu")
    expect(fresh.locator(".bt-hit")).to_have_count(2)
    fresh.locator(".bt-hit a").first.click()
    fresh.go_back()
    expect(fresh.locator("#bt-search-page-q")).to_have_value("hồ tiêu")
    expect(fresh.locator(".bt-hit")).to_have_count(2)


def test_page_says_that_nothing_was_found(fresh: Page) -> None:
    fresh.goto("tim-kiem/?q=zxqj")
    expect(fresh.locator(".bt-search-page__status")).to_have_text(
        "Không trang nào có từ “zxqj”. Không tìm thấy kết quả nào cho “zxqj”."
    )


def test_markup_in_a_record_or_query_stays_text(fresh: Page) -> None:
    fresh.goto("tim-kiem/?q=" + "m%C3%A3%20%C4%91%E1%BB%99c%20%3Cimg%20src=x%3E")
    expect(fresh.locator(".bt-hit__title").first).to_contain_text("<script>window.hacked")
    expect(fresh.locator(".bt-hit__snippet").first).to_contain_text("<img src=x onerror=")
    expect(fresh.locator(".bt-search-page__status")).to_contain_text("<img src=x>")
    assert fresh.evaluate("window.hacked") is None


def test_reader_is_told_when_the_index_cannot_be_fetched(search_guard: Guard, fresh: Page) -> None:
    search_guard.allow("muc-luc.json")
    fresh.route("**/muc-luc.json", lambda route: route.abort())
    fresh.goto("tim-kiem/?q=phu")
    status = fresh.locator(".bt-search-page__status")
    expect(status).to_contain_text("Không tải được dữ liệu tìm kiếm")
    fresh.unroute("**/muc-luc.json")
    fresh.get_by_role("button", name="Tìm", exact=True).click()
    expect(status).to_contain_text("kết quả cho “phu”")


def test_phone_opens_the_box_over_the_page(fresh: Page) -> None:
    fresh.set_viewport_size({"width": 360, "height": 640})
    fresh.goto("tin-tuc/2021/10/dang/")
    box = fresh.locator("#bt-search-q")
    expect(box).to_be_hidden()
    fresh.get_by_role("link", name="Tìm kiếm").click()
    expect(box).to_be_focused()
    box.fill("nước sạch")
    panel = fresh.locator(".bt-search__panel")
    expect(panel).to_be_visible()
    bounds = panel.bounding_box()
    assert bounds
    assert (bounds["x"], bounds["width"]) == (0, 360)
    assert fresh.evaluate("document.documentElement.scrollWidth") == 360
    fresh.get_by_role("button", name="Đóng tìm kiếm").click()
    expect(box).to_be_hidden()
    expect(fresh.get_by_role("link", name="Tìm kiếm")).to_be_focused()


def test_results_move_nothing_on_the_page(fresh: Page) -> None:
    fresh.goto("tin-tuc/2021/10/dang/")
    heading = fresh.locator("h1")
    before = heading.bounding_box()
    fresh.get_by_role("combobox").fill("nước sạch")
    expect(fresh.get_by_role("option").first).to_be_visible()
    assert heading.bounding_box() == before


def test_without_scripts_the_page_says_where_to_look(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("tim-kiem/")
    links = [link.get_attribute("href") for link in page.locator("noscript a").all()]
    assert links == ["../tin-tuc/", "../van-ban/", "../to-chuc/"]
    context.close()
