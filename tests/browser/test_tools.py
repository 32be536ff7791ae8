"""What readers do with a record: copy, cite, enlarge, print, hear; and how they like lists."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_site import ARTICLE, NOTICE

# A device with voices, that tells what it was given to read instead of reading it.
VOICES = """(languages) => {
    const voices = languages.map((lang) => ({ lang, name: lang }));
    window.spoken = [];
    window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
    Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
        getVoices: () => voices,
        cancel: () => { window.spoken = []; },
        speak: (piece) => { window.spoken.push(piece); },
    }) });
}"""
SIZE = "e => e.getBoundingClientRect().height"


def with_voices(page: Page, *languages: str) -> None:
    page.add_init_script(f"({VOICES})({list(languages)})")


def test_link_and_citation_are_copied(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.url + ARTICLE)
    page.get_by_text("Chia sẻ", exact=True).click()
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("status").filter(has_text="Đã chép.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(ARTICLE)
    page.get_by_role("button", name="Chép lời trích dẫn").click()
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).startsWith('M.L (Thứ Ba, ngày 5')"
    )


def test_sharing_is_by_plain_links_that_name_the_page(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    page.get_by_text("Chia sẻ", exact=True).click()
    for name, start in (
        ("Zalo", "https://zalo.me/share?url=https%3A//bantin.example/"),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?u=https%3A//bantin.example/"),
        ("Thư điện tử", "mailto:?subject=Th%C3%B4ng%20b%C3%A1o"),
    ):
        link = page.get_by_role("link", name=name).get_attribute("href") or ""
        assert link.startswith(start), link


def test_text_grows_and_stays_so_on_the_next_page(page: Page, site: Site) -> None:
    page.goto(site.url + ARTICLE)
    text = page.locator(".bt-text > p").first
    usual = text.evaluate(SIZE)
    page.get_by_role("button", name="Chữ lớn hơn").click()
    assert text.evaluate(SIZE) > usual * 1.15
    expect(page.get_by_role("status").filter(has_text="Cỡ chữ lớn.")).to_be_visible()
    page.goto(site.url + NOTICE)
    expect(page.locator("html")).to_have_attribute("data-bt-size", "lon")
    for _ in range(4):
        page.get_by_role("button", name="Chữ nhỏ hơn").click()
    expect(page.locator("html")).to_have_attribute("data-bt-size", "nho")


@pytest.mark.parametrize("width", [320, 1280])
def test_large_text_fits_the_page(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.url + NOTICE)
    for _ in range(3):
        page.get_by_role("button", name="Chữ lớn hơn").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_article_is_read_aloud_once_and_in_order(page: Page, site: Site) -> None:
    with_voices(page, "en-US", "vi-VN")
    page.goto(site.url + ARTICLE)
    button = page.get_by_role("button", name="Nghe đọc")
    button.click()
    spoken = page.evaluate("window.spoken.map(({ text, lang }) => [lang, text])")
    assert {lang for lang, _ in spoken} == {"vi-VN"}
    texts = [text for _, text in spoken]
    assert texts[0].startswith("Ban Vì sự tiến bộ")
    assert texts[-1] == "M.L"
    assert len(texts) == len(set(texts))
    page.get_by_role("button", name="Dừng đọc").click()
    assert page.evaluate("window.spoken.length") == 0
    expect(page.get_by_role("button", name="Nghe đọc")).to_be_visible()


def test_the_page_of_all_parts_reads_aloud_too(page: Page, site: Site) -> None:
    with_voices(page, "vi-VN")
    page.goto(f"{site.url}thanh-phan/")
    page.get_by_role("button", name="Nghe đọc").click()
    assert page.evaluate("window.spoken[0].text") == "Các thành phần của trang"


def test_without_a_vietnamese_voice_nothing_is_offered(page: Page, site: Site) -> None:
    with_voices(page, "en-US")
    page.goto(site.url + ARTICLE, wait_until="networkidle")
    expect(page.locator("[data-aloud]")).to_be_hidden()


def test_a_list_is_dense_where_the_reader_likes_it(page: Page, site: Site) -> None:
    page.goto(f"{site.url}tin-tuc/")
    summary = page.locator(".bt-card__summary").first
    expect(summary).to_be_visible()
    page.get_by_role("button", name="Gọn").click()
    expect(summary).to_be_hidden()
    expect(page.get_by_role("button", name="Gọn")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site.url}tin-tuc/2021/")
    expect(page.locator(".bt-card__summary").first).to_be_hidden()
    page.get_by_role("button", name="Thoáng").click()
    expect(page.locator(".bt-card__summary").first).to_be_visible()


def test_without_scripts_there_are_no_buttons_that_do_nothing(page: Page, site: Site) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(site.url + ARTICLE)
    assert [one for one in plain.locator(".bt-tools button").all() if one.is_visible()] == []
    plain.get_by_text("Chia sẻ", exact=True).click()
    expect(plain.get_by_role("link", name="Facebook")).to_be_visible()
    context.close()
