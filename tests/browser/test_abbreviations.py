"""A reader who cannot point at an abbreviation still learns what it stands for."""

from __future__ import annotations

import re

import pytest
from bantin.search.files import decompress
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_site import ARTICLE, NOTICE, search


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_expansions_are_listed_below_the_text_on_a_phone(
    page: Page, site: Site, scheme: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site.url + NOTICE)
    listed = page.get_by_role("region", name="Chữ viết tắt")
    listed.scroll_into_view_if_needed()
    expect(listed.get_by_role("term")).to_have_text(["UBND", "VSTBPN"])
    expect(listed.get_by_role("definition")).to_have_text(
        ["Ủy ban nhân dân", "Vì sự tiến bộ phụ nữ"]
    )
    for one in listed.get_by_role("definition").all():
        box = one.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("address", [ARTICLE, NOTICE])
def test_first_use_has_its_title_and_is_the_only_one_marked(
    page: Page, site: Site, address: str
) -> None:
    page.goto(site.url + address)
    marked = page.locator(".bt-page abbr")
    expect(marked).to_have_text(["UBND"])
    expect(marked).to_have_attribute("title", "Ủy ban nhân dân")
    assert page.locator("h1 abbr, a abbr, .bt-recipients abbr").count() == 0


def test_they_are_on_paper_too(page: Page, site: Site) -> None:
    page.emulate_media(media="print")
    page.goto(site.url + ARTICLE)
    expect(page.get_by_text("Ủy ban nhân dân", exact=True)).to_be_visible()


def test_search_and_feed_hold_words_and_no_marks(page: Page, site: Site) -> None:
    page.goto(f"{site.url}gioi-thieu/")
    search(page, "UBND tỉnh phê duyệt")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("href", re.compile(re.escape(ARTICLE)))
    index = [path for path in site.folder.glob("tim-kiem/**/*") if path.suffix != ".html"]
    stored = {path: path.read_bytes() for path in index if path.is_file()}
    found = [
        (decompress(content) if path.suffix == ".bin" else content).decode()
        for path, content in stored.items()
    ]
    found.append((site.folder / "feed.xml").read_text("utf-8"))
    assert len(found) > 1
    assert not any("abbr title" in text for text in found)
