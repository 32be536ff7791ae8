"""Lists of a body look as on paper: numbers as printed at every depth, marks that hang."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import make_markdown, render_text
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.test_site import NOTICE

SOURCE = """I. Về y tế

1. Sở Y tế:

1.1. Rà soát nhân lực của từng trạm y tế xã, báo cáo trước ngày 15/11 để tổng hợp.

a) Lập danh sách người thiếu chứng chỉ hành nghề ở mỗi trạm y tế xã:
- bác sĩ;
+ hộ sinh.

   1. Một

3. Sở Nội vụ.
"""
PUT = "(html) => { document.querySelector('.bt-text').innerHTML = html }"
STYLES = """(selector) => [...document.querySelectorAll(selector)]
    .map((list) => getComputedStyle(list).listStyleType)"""
# Of each mark: its left side, that of its item's text from the second line on, right side of all.
PLACES = """() => [...document.querySelectorAll('.vn-mark')].map((mark) => {
    const item = mark.closest('li')
    const style = getComputedStyle(item)
    const inner = item.getBoundingClientRect().left + parseFloat(style.paddingLeft)
    return [mark.getBoundingClientRect().left, inner, item.getBoundingClientRect().right]
})"""


@pytest.fixture
def lists(page: Page, site: Site) -> Page:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site.url + NOTICE)
    page.evaluate(PUT, make_markdown().convert(SOURCE))
    return page


@pytest.mark.parametrize("media", ["screen", "print"])
def test_numbers_are_numbers_at_every_depth_and_marks_are_not_numbered_again(
    lists: Page, media: str
) -> None:
    lists.emulate_media(media="print" if media == "print" else "screen")
    plain = lists.evaluate(STYLES, ".bt-text ol:not(.vn-list)")
    assert plain == ["decimal", "decimal"]
    assert lists.evaluate(STYLES, ".bt-text .vn-list") == ["none"] * 3


def test_marks_hang_before_their_texts_on_a_phone(lists: Page) -> None:
    places = lists.evaluate(PLACES)
    assert len(places) == 3
    for mark, inner, right in places:
        assert 0 <= mark < inner - 10
        assert right <= 360
    assert lists.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_has_a_dash_and_below_it_a_plus(lists: Page) -> None:
    lists.emulate_media(media="print")
    assert lists.evaluate(STYLES, ".bt-text ul") == ['"- "', '"+ "']


@pytest.mark.parametrize("address", ["kl-i-1", "kl-1", "kl-i-3"])
def test_point_is_marked_by_either_of_its_addresses_below_the_header(
    lists: Page, address: str
) -> None:
    lists.evaluate(PUT, render_text(SOURCE).html)
    lists.evaluate("(address) => { location.hash = address }", address)
    found = lists.evaluate(
        """() => [...document.querySelectorAll('.bt-text li')]
            .filter((item) => getComputedStyle(item).boxShadow !== 'none')
            .map((item) => item.innerText.split('\\n')[0])"""
    )
    assert found == ["Sở Y tế:" if address.endswith("1") else "Sở Nội vụ."]
    header = lists.locator("header").first.bounding_box()
    point = lists.locator(":target").bounding_box()
    assert header is not None
    assert point is not None
    assert point["y"] >= header["y"] + header["height"]
