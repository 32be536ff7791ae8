"""What a page costs its reader, as a host sends it, and that nothing moves while it comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.bench.search.serving import Tally, serve_counting
from tests.browser.conftest import Site
from tests.browser.test_site import ARTICLE, NOTICE

FIRST_VISIT = 150_000
FONTS_KEPT = 60_000
PAGES = {
    "home": "",
    "article": ARTICLE,
    "document": NOTICE,
    "register": "ket-luan/",
    "search": "tim-kiem/",
    "list": "tin-tuc/",
}
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
        const moved = sources.map(({ node }) => node?.className ?? node?.nodeName);
        if (!hadRecentInput) window.shifts.push([value, ...moved]);
    }
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def counted(site: Site) -> Iterator[tuple[str, Tally]]:
    with serve_counting(site.folder) as served:
        yield served


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_light(browser: Browser, counted: tuple[str, Tally], address: str) -> None:
    root, tally = counted
    tally.fetched.clear()
    context = browser.new_context()
    context.new_page().goto(root + address, wait_until="networkidle")
    context.close()
    fonts = sum(size for path, size in tally.fetched if path.endswith(".woff2"))
    every = sum(size for _, size in tally.fetched)
    assert fonts > 0
    assert every < FIRST_VISIT, tally.fetched
    assert every - fonts < FONTS_KEPT, tally.fetched


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "address", [*PAGES.values(), "tim-kiem/?q=phụ+nữ"], ids=[*PAGES, "search with results"]
)
def test_nothing_moves_while_a_page_comes(
    browser: Browser, site: Site, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(site.url + address, wait_until="networkidle")
    shifts = page.evaluate("window.shifts")
    context.close()
    assert shifts == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_header_stands_where_it_will_before_any_script_has_run(
    browser: Browser, site: Site, width: int
) -> None:
    boxes = []
    for scripts in (False, True):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts
        )
        page = context.new_page()
        page.goto(site.url, wait_until="networkidle")
        boxes.append(
            [page.locator(at).bounding_box() for at in (".bt-brand", ".bt-search", "main")]
        )
        context.close()
    assert boxes[0] == boxes[1]
