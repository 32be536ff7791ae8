"""The site under the headers that the build wrote for it: nothing of it is forbidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.guard import Guard, guarded
from tests.browser.hosting import HeadersHandler
from tests.browser.serving import serve
from tests.integration.project import Project

NOTICE = "van-ban/2013/405-tb-vp-ubnd/"
LISTEN = """
    window.refused = [];
    addEventListener("securitypolicyviolation", (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def hosted(site: Site) -> Iterator[Site]:
    """The site as a host serves it that reads `_headers`."""
    with serve(site.folder, HeadersHandler) as url:
        yield Site(url, site.folder)


@pytest.fixture
def guard(browser: Browser, hosted: Site) -> Iterator[Guard]:
    with guarded(browser, hosted.url) as guard:
        guard.page.add_init_script(LISTEN)
        yield guard


@pytest.fixture
def page(guard: Guard) -> Page:
    """A page that tells what the policy refused; the guard fails the test on anything else."""
    return guard.page


def refused(page: Page) -> list[str]:
    # What is loaded late: the module scripts, and Material's looks at the page.
    page.wait_for_load_state("networkidle")
    told: list[str] = page.evaluate("refused")
    return told


def test_headers_are_sent_and_forbid_what_the_pages_do_not_do(page: Page, hosted: Site) -> None:
    """The other tests would pass without any policy; here it must refuse."""
    response = page.goto(hosted.url)
    assert response is not None
    sent = response.all_headers()
    assert "default-src 'none'" in sent["content-security-policy"]
    assert sent["x-content-type-options"] == "nosniff"


def put(html: str) -> str:
    return f"document.body.insertAdjacentHTML('beforeend', '{html}')"


def press(html: str) -> str:
    """Browsers judge a handler when it is put there, or only when it is first to run."""
    return f"{put(html)}; document.body.lastElementChild.click()"


def make(tag: str, name: str, value: str) -> str:
    made = f"Object.assign(document.createElement('{tag}'), {{{name}: '{value}'}})"
    return f"document.body.append({made})"


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (press("<b onclick=1>x</b>"), "script-src-attr"),
        (make("script", "text", "1"), "script-src-elem"),
        (put("<p style=color:red>x</p>"), "style-src-attr"),
        (make("style", "textContent", "p{}"), "style-src-elem"),
        (put("<iframe src=/></iframe>"), "frame-src"),
        (put("<object data=/></object>"), "object-src"),
        (make("base", "href", "/x/"), "base-uri"),
        ("fetch('https://evil.example/').catch(() => 0)", "connect-src"),
    ],
)
def test_the_policy_refuses(
    page: Page, hosted: Site, guard: Guard, attempt: str, directive: str
) -> None:
    guard.allow("Content Security Policy")
    guard.allow("Refused to")
    guard.allow("evil.example")
    page.goto(hosted.url)
    page.evaluate(attempt)
    page.wait_for_function("() => refused.length > 0")
    assert {one.split()[0] for one in refused(page)} == {directive}


def test_no_page_does_what_its_policy_forbids(page: Page, hosted: Site, guard: Guard) -> None:
    addresses = sorted(
        path.relative_to(hosted.folder).as_posix().removesuffix("index.html")
        for path in hosted.folder.rglob("*.html")
    )
    assert len(addresses) > 30
    for address in addresses:
        page.goto(hosted.url + address)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, address
        page.mouse.wheel(0, 900)
        page.mouse.wheel(0, -300)
        assert refused(page) == [], address


def test_search_register_and_palette_work(page: Page, hosted: Site) -> None:
    page.goto(hosted.url)
    page.keyboard.press("/")
    page.keyboard.type("phu nu hau giang")
    expect(page.get_by_role("option").first).to_be_visible()
    assert refused(page) == []

    page.goto(f"{hosted.url}tim-kiem/?q=ph%E1%BB%A5%20n%E1%BB%AF")
    expect(page.locator(".bt-hits a").first).to_be_visible()
    page.locator(".bt-search-page__refine summary").click()
    page.locator("#tim-loai").select_option(index=1)
    page.locator(".bt-search-page__refine button[type=submit]").click()
    with page.expect_download():
        page.locator(".bt-search-page__tools [data-csv]").click()
    assert refused(page) == []

    page.goto(f"{hosted.url}ket-luan/?nam=2013")
    expect(page.locator(".bt-register__status")).not_to_be_empty()
    expect(page.locator(".bt-register__list article").first).to_be_visible()
    with page.expect_download():
        page.locator(".bt-filters [data-save=csv]").click()
    assert refused(page) == []

    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{hosted.url}gioi-thieu/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert refused(page) == []


def test_a_choice_of_palette_holds_at_every_depth(page: Page, hosted: Site) -> None:
    """Material keeps it by the root of the site, which our script finds from the page."""
    page.goto(hosted.url + NOTICE)
    page.locator("label[for=__palette_1]").click()
    for address in ("", "tin-tuc/", "404.html"):
        page.goto(hosted.url + address)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_choice_of_palette_holds_below_the_root_of_a_host(
    browser: Browser, tmp_path: Path
) -> None:
    project = Project.make(tmp_path / "project")
    project.configure("https://bantin.example/", "https://bantin.example/kho/tin/")
    outcome = project.build(site=tmp_path / "www" / "kho" / "tin")
    assert outcome.code == 0, outcome.log
    with serve(tmp_path / "www") as url, guarded(browser, url) as guard:
        guard.page.goto(f"{url}kho/tin/gioi-thieu/")
        guard.page.locator("label[for=__palette_1]").click()
        for address in ("", "tin-tuc/", "404.html"):
            guard.page.goto(f"{url}kho/tin/{address}")
            expect(guard.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
            assert guard.page.evaluate("__md_scope.pathname") == "/kho/tin/"


def test_the_button_of_the_paper_form_prints(page: Page, hosted: Site) -> None:
    page.add_init_script("window.print = () => (window.printed = true)")
    page.goto(f"{hosted.url}{NOTICE}#ban-giay")
    page.get_by_role("button", name="In văn bản").click()
    assert page.evaluate("window.printed") is True
    assert refused(page) == []
