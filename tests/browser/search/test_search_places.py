"""Where a result leads within its page: to the conclusion, else to the very words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.guard import Guard, guarded
from tests.browser.search.asking import ask
from tests.browser.search.entries import entry
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve

NOTICE = "van-ban/2021/77/"
NEWS = "tin-tuc/2021/03/vuon/"
FIRST = "Giao tổ mẫu trồng xoan đào trước mùa mưa 🙂."
SECOND = "Giao nhóm mẫu sửa kênh dẫn nước; nghiệm thu kênh vào quý IV."
FILLER = "<p>Câu thêm cho dài trang.</p>" * 60

ENTRIES = (
    entry(
        NOTICE,
        "Kết luận tại cuộc họp mẫu",
        kind="Thông báo",
        number="77/TB-UBND",
        day="2021-05-05",
        summary="Tóm tắt việc đã bàn.",
        text=f"Sau khi bàn, kết luận như sau: 1. {FIRST} 2. {SECOND} Xin gửi lời chào.",
        points=(("kl-1", f"1. {FIRST}"), ("kl-2", f"2. {SECOND}")),
    ),
    entry(
        NEWS,
        "Chuyện ở vườn",
        day="2021-03-03",
        text="Mở đầu. Ông mẫu ghép cành mai - đào, rồi tưới. Hết chuyện.",
    ),
)
PAGES = {
    NOTICE: f'<ol><li id="kl-1">{FIRST}</li>{FILLER}<li id="kl-2">{SECOND}</li></ol>',
    NEWS: f'<div id="noi-dung">{FILLER}<p>Ông mẫu <b>ghép\ncành</b> mai - đào, rồi tưới.</p></div>',
}
OLD = "delete Document.prototype.fragmentDirective"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("places")
    write_search_site(folder, ENTRIES, pages=PAGES)
    with serve(folder) as url:
        yield url


@pytest.fixture
def guard(browser: Browser, site: str) -> Iterator[Guard]:
    with guarded(browser, site) as guard:
        yield guard


@pytest.fixture
def page(guard: Guard) -> Page:
    return guard.page


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("xoan đào", "kl-1"),
        ("kenh dan nuoc", "kl-2"),
        ("quý IV", "kl-2"),
        ("lời chào", ":~:text=l%E1%BB%9Di%20ch%C3%A0o"),
        ("đã bàn", ":~:text=%C4%91%C3%A3%20b%C3%A0n"),
        ("cành mai", ":~:text=c%C3%A0nh%20mai"),
        ("cuộc họp mẫu", None),
        ("77/TB-UBND", None),
    ],
)
def test_hit_leads_to_the_place_that_matched(page: Page, query: str, place: str | None) -> None:
    page.goto("")
    assert ask(page, query)["hits"][0].get("place") == place


def test_result_opens_the_page_at_its_conclusion(page: Page) -> None:
    page.goto("tim-kiem/?q=kenh+dan+nuoc")
    page.locator(".bt-hit a").first.click()
    expect(page.locator("#kl-2:target")).to_be_in_viewport()
    expect(page.locator("#kl-1")).not_to_be_in_viewport()


def test_result_opens_the_page_at_its_words(page: Page) -> None:
    page.goto("tim-kiem/?q=ghep+canh")
    page.locator(".bt-hit a").first.click()
    expect(page.locator("b")).to_be_in_viewport()
    expect(page.locator("mark")).to_have_count(0)


def test_browser_without_text_fragments_gets_the_words_marked(page: Page) -> None:
    page.add_init_script(OLD)
    page.goto("tim-kiem/?q=ghep+canh+mai")
    page.locator(".bt-hit a").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    assert "".join(page.locator("mark").all_text_contents()).split() == ["ghép", "cành", "mai"]
    expect(page).to_have_url(re.compile(f"{re.escape(NEWS)}$"))


@pytest.mark.parametrize("words", ["%E1%BB", "khong+co", "(", "%5B%5D", ""])
def test_address_with_words_that_are_not_there_is_a_plain_page(page: Page, words: str) -> None:
    page.goto(f"{NEWS}#tim={words}")
    expect(page.locator("b")).to_have_count(1)
    expect(page.locator("mark")).to_have_count(0)


def test_only_words_as_they_were_typed_are_led_to(page: Page) -> None:
    """What stands side by side is "ông mẫu", which is not what was asked; "tưới" is."""
    page.goto("")
    hit = ask(page, "ộng mấu tưới")["hits"][0]
    assert (hit["url"], hit["place"]) == (NEWS, ":~:text=t%C6%B0%E1%BB%9Bi")
