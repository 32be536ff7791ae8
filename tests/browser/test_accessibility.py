"""WCAG 2.2 AA on every kind of page: what axe-core finds, and what only a keyboard tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PROJECT, Site

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARTICLE = "tin-tuc/2021/10/ban-vstbpn-tinh-dak-nong-nhin-lai-9-thang/"
NOTICE = "van-ban/2013/405-tb-vp-ubnd/"
PAGES = {
    "home": "",
    "news": "tin-tuc/",
    "year": "tin-tuc/2021/",
    "month": "tin-tuc/2021/10/",
    "article": ARTICLE,
    "documents": "van-ban/",
    "document": NOTICE,
    "paper form": f"{NOTICE}#ban-giay",
    "sections": "chuyen-muc/",
    "section": "chuyen-muc/thong-tin-chi-dao-dieu-hanh/",
    "register": "ket-luan/",
    "register of a year": "ket-luan/2013/",
    "meeting": "cuoc-hop/2021/10-05-ban-vstbpn-tinh-dak-nong/",
    "bodies": "to-chuc/",
    "body": "to-chuc/ubnd-tinh-dak-nong/",
    "tasks": "to-chuc/so-ldtbxh-tinh-hau-giang/duoc-giao/",
    "people": "nguoi/",
    "person": "nguoi/le-trong-yen/",
    "search": "tim-kiem/",
    "days of any year": "ngay-nay/",
    "a day of any year": "ngay-nay/10-05/",
    "ordinary": "gioi-thieu/",
    "components": "thanh-phan/",
    "guide": "huong-dan/",
    "missing": "404.html",
}
GUIDE = PROJECT / "docs" / "huong-dan"
# The same page in other colours: only rules that read colours can answer otherwise.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
NARROW = {"width": 320, "height": 640}
# 1280 px wide at 200 %.
ZOOMED = {"width": 640, "height": 512}

# Of what has focus: is it within the window, and how far does its outline stand out (WCAG 1.4.11)?
FOCUS = """() => {
  const rgba = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgba(colour).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // What shows the focus of a switch of the palette and of the box of the search.
  const shown = focused.matches(".md-option") ? focused.form.querySelector("label:not([hidden])")
    : focused.closest(".bt-search__form") ?? focused;
  const look = [shown, focused, ...shown.querySelectorAll("*")].map((one) => getComputedStyle(one))
    .find((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
  let behind = shown.parentElement;
  const clear = (one) => rgba(getComputedStyle(one).backgroundColor)[3] === 0;
  while (behind && clear(behind)) behind = behind.parentElement;
  const ground = behind ? getComputedStyle(behind).backgroundColor : "rgb(255 255 255)";
  const box = shown.getBoundingClientRect();
  const [low, high] = [light(look?.outlineColor ?? ground), light(ground)].sort((a, b) => a - b);
  return {
    html: focused.outerHTML.slice(0, 120),
    seen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    contrast: (high + 0.05) / (low + 0.05),
  };
}"""

MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  ["", "::before", "::after"].filter((part) => {
    const look = getComputedStyle(one, part || null);
    return look.animationName !== "none" || look.scrollBehavior === "smooth"
      || look.transitionDuration.split(", ").some((time) => time !== "0s");
  }).map((part) => `${one.tagName}.${one.className}${part}`))"""

UNFORCED = """() => [...document.querySelectorAll("body *")]
  .filter((one) => getComputedStyle(one).forcedColorAdjust === "none")
  .map((one) => `${one.tagName}.${one.className}`)"""


def barriers(page: Page, only: list[str]) -> str:
    """What axe-core finds by rules of these tags or names; empty when nothing."""
    if not page.evaluate("'axe' in window"):
        # Evaluated: a script element is what the policy of content forbids.
        page.evaluate(AXE.axe_script)
    # No preload: it copies style sheets into style elements, which the policy forbids too.
    options = {"resultTypes": ["violations"], "runOnly": only, "preload": False}
    results = AxeResults(page.evaluate("options => axe.run(options)", options))
    # Rules that are not there would find nothing anywhere.
    assert results.response["passes"]
    return results.generate_report() if results.violations_count else ""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_no_barrier_in_any_colours(page: Page, site: Site, address: str) -> None:
    # Without motion: colours on their way to others are neither.
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.url + address)
    assert barriers(page, TAGS) == ""
    page.emulate_media(contrast="more")
    assert barriers(page, COLOUR_RULES) == "", "light, more contrast"
    # The scheme is chosen while a page loads.
    page.emulate_media(contrast="null", color_scheme="dark")
    page.reload()
    assert barriers(page, COLOUR_RULES) == "", "dark"
    # Forced colours are put on when painting, where axe-core does not see them: nothing opts out.
    assert page.evaluate(UNFORCED) == []


def test_axe_finds_no_barrier_in_results_filters_and_suggestions(page: Page, site: Site) -> None:
    page.goto(f"{site.url}tim-kiem/?q=phu+nu")
    expect(page.locator(".bt-hits a").first).to_be_visible()
    page.locator(".bt-search-page__refine summary").click()
    assert barriers(page, TAGS) == ""
    page.goto(site.url + ARTICLE)
    page.keyboard.press("/")
    page.keyboard.type("phu nu")
    expect(page.get_by_role("option").first).to_be_visible()
    assert barriers(page, TAGS) == ""


def test_axe_finds_no_barrier_in_the_open_menu(page: Page, site: Site) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site.url)
    page.locator(".bt-menu").click()
    expect(page.locator(".bt-menu")).to_have_attribute("aria-expanded", "true")
    assert barriers(page, TAGS) == ""


@pytest.mark.parametrize("name", sorted(path.stem for path in GUIDE.glob("*.md")))
def test_axe_finds_no_barrier_in_the_guide_on_a_phone(page: Page, site: Site, name: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site.url + ("huong-dan/" if name == "index" else f"huong-dan/{name}/"))
    assert barriers(page, TAGS) == ""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_every_page_fits_and_is_in_order(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    for size in (NARROW, ZOOMED):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], size
    expect(page.get_by_role("main")).to_have_count(1)
    levels = [int(heading.evaluate("h => h.tagName[1]")) for heading in headings(page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main #noi-dung")).to_be_focused()


def headings(page: Page) -> list:
    return page.locator("h1, h2, h3, h4, h5, h6").filter(visible=True).all()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", [ARTICLE, "tim-kiem/"], ids=["article", "search"])
def test_focus_is_seen_wherever_the_keyboard_goes(
    page: Page, site: Site, address: str, width: int, scheme: str
) -> None:
    # Without motion: where a thing is on its way to is not where it is.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.url + address)
    steps = 0
    page.keyboard.press("Tab")
    while (focus := page.evaluate(FOCUS)) is not None and steps < 100:
        assert focus["seen"], focus
        assert focus["contrast"] >= 3, focus
        steps += 1
        page.keyboard.press("Tab")
    assert 10 < steps < 100


def test_the_menu_of_a_narrow_screen_works_from_the_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site.url)
    opener = page.get_by_role("button", name="Danh mục trang")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")

    page.keyboard.press("Space")
    menu = page.locator(".md-sidebar--primary")
    menu.get_by_role("link", name="Văn bản").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}van-ban/")


@pytest.mark.parametrize("address", ["", "tim-kiem/"])
def test_nothing_moves_for_who_asks_for_less_motion(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    assert page.evaluate(MOVING), "what moves is seen"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []


def test_more_contrast_makes_soft_text_and_lines_strong(page: Page, site: Site) -> None:
    page.emulate_media(contrast="more")
    page.goto(site.url + ARTICLE)
    look = page.locator(".bt-meta").evaluate("e => getComputedStyle(e).color")
    assert look == page.locator("h1").evaluate("e => getComputedStyle(e).color")
