"""The bar of the preview in a browser: it comes and goes by itself, under the site's own policy."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.guard import Guard, guarded
from tests.browser.test_accessibility import TAGS
from tests.browser.test_policy import LISTEN, press, put
from tests.integration.previewing import BAR, RunningPreview, previewing
from tests.integration.project import ARTICLE, OTHER_ARTICLE, Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")

AXE = Axe()
PAGE = ARTICLE.removesuffix(".md") + "/"


class Desk:
    """A project, its preview, and a page of it that the guard watches."""

    def __init__(self, project: Project, preview: RunningPreview, guard: Guard) -> None:
        self.project = project
        self.preview = preview
        self.guard = guard
        self.page: Page = guard.page

    def spoil(self, count: int = 1) -> None:
        self.project.edit(ARTICLE, "section: chi-dao", "section: khong-co")
        for number in range(1, count):
            uri = f"tin-tuc/2020/06/sai-{number:02}.md"
            self.project.write(uri, "---\ntitle: Sai\ndate: 2020-13-01\nsection: chi-dao\n---\nx\n")
        self.preview.wait_for_page("", BAR, f"<b>{count} lỗi ")

    def mend(self) -> None:
        for path in self.project.docs.glob("tin-tuc/2020/06/sai-*.md"):
            path.unlink()
        text = (self.project.docs / ARTICLE).read_text("utf-8")
        if "khong-co" in text:
            self.project.write(ARTICLE, text.replace("section: khong-co", "section: chi-dao"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.make(tmp_path / "project")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, RunningPreview]]:
    project = Project.make(tmp_path_factory.mktemp("preview") / "project")
    # No picture at all in the place of a false one, which browsers complain of.
    project.edit(ARTICLE, "photos:\n  - src: anh.png\n    alt: Toàn cảnh\n", "")
    with previewing(project) as preview:
        preview.wait_for_page("", "Ban Mẫu họp tháng ba")
        preview.wait_for_rest()
        yield project, preview


@pytest.fixture
def desk(browser: Browser, running: tuple[Project, RunningPreview]) -> Iterator[Desk]:
    project, preview = running
    with guarded(browser, preview.url) as guard:
        guard.page.add_init_script(LISTEN)
        desk = Desk(project, preview, guard)
        yield desk
        desk.mend()
        preview.wait_for_bar_to_go()
        # No build of this test reloads a page of the next one.
        preview.wait_for_rest()


def test_the_bar_comes_and_goes_without_a_hand(desk: Desk) -> None:
    page = desk.page
    page.goto(PAGE)
    bar = page.get_by_role("region", name="Xem thử: 1 lỗi trong 1 tệp")
    expect(bar).to_have_count(0)
    desk.spoil()
    expect(bar).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ban Mẫu họp tháng ba")
    expect(bar.locator("code").first).to_have_text(ARTICLE)
    expect(bar).to_contain_text("Dòng 5: section không có chuyen-muc/khong-co.md")
    expect(bar).to_contain_text("Cách sửa: kiểm tra lại tên tệp hoặc tạo tệp ấy trước")
    expect(bar.get_by_role("status")).to_have_text("Xem thử: 1 lỗi trong 1 tệp")
    desk.mend()
    expect(bar).to_have_count(0)
    desk.project.edit(ARTICLE, "Kết quả", "Kết quả mới")
    expect(page.get_by_role("heading", name="Kết quả mới")).to_be_visible()
    desk.project.edit(ARTICLE, "Kết quả mới", "Kết quả")
    expect(page.get_by_role("heading", name="Kết quả mới")).to_have_count(0)
    assert page.evaluate("refused") == []


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (press("<b onclick=1>x</b>"), "script-src-attr"),
        (put("<p style=color:red>x</p>"), "style-src-attr"),
        (put("<iframe src=/></iframe>"), "frame-src"),
        ("fetch('https://evil.example/').catch(() => 0)", "connect-src"),
    ],
)
def test_the_policy_refuses_in_a_preview_what_it_refuses_on_the_site(
    desk: Desk, attempt: str, directive: str
) -> None:
    for complaint in ("Content Security Policy", "Refused to", "evil.example"):
        desk.guard.allow(complaint)
    desk.page.goto(PAGE)
    desk.page.evaluate(attempt)
    desk.page.wait_for_function("() => refused.length > 0")
    assert {one.split()[0] for one in desk.page.evaluate("refused")} == {directive}


AT_REST = """() => {
  const before = scrollY;
  scrollTo({ top: document.body.scrollHeight, behavior: "instant" });
  return scrollY === before;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_bar_fits_and_axe_finds_nothing(desk: Desk, width: int, scheme: str) -> None:
    page = desk.page
    desk.spoil(20)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("gioi-thieu/")
    expect(page.get_by_text("20 lỗi trong 20 tệp").first).to_be_visible()
    expect(page.locator(".bt-preview__file")).to_have_count(20)
    results = AXE.run(page, options={"runOnly": TAGS})
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The page is still there to be read, down to its end.
    box = page.locator(".bt-preview").bounding_box()
    assert box
    assert box["height"] <= 800 * 0.55
    page.keyboard.press("End")
    page.mouse.wheel(0, 100_000)
    page.wait_for_function("() => scrollY + innerHeight >= document.body.scrollHeight - 2")
    # It may still be on its way there.
    page.wait_for_function(AT_REST)
    footer = page.locator("footer").last.bounding_box()
    assert footer
    assert footer["y"] + footer["height"] <= box["y"] + 2  # rounded


def test_the_bar_closes_and_scrolls_from_the_keyboard_and_stays_closed(desk: Desk) -> None:
    page = desk.page
    desk.spoil(20)
    page.goto(PAGE)
    summary, listed = page.locator(".bt-preview summary"), page.locator(".bt-preview__list")
    summary.focus()
    page.keyboard.press("Tab")
    expect(listed).to_be_focused()
    page.keyboard.press("End")
    page.wait_for_function("() => document.querySelector('.bt-preview__list').scrollTop > 0")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(listed).to_be_hidden()
    page.goto("tin-tuc/")
    expect(page.locator(".bt-preview summary")).to_be_visible()
    expect(page.locator(".bt-preview__list")).to_be_hidden()


def test_paper_shows_no_bar(desk: Desk) -> None:
    desk.spoil()
    desk.page.goto(PAGE)
    expect(desk.page.locator(".bt-preview")).to_be_visible()
    desk.page.emulate_media(media="print")
    expect(desk.page.locator(".bt-preview")).to_be_hidden()


def test_a_warning_is_a_closed_note(desk: Desk) -> None:
    desk.project.edit("gioi-thieu.md", "12-tb-vp", "12-tb")
    desk.page.goto("gioi-thieu/")
    note = desk.page.get_by_role("region", name="Xem thử: 1 cảnh báo trong 1 tệp")
    expect(note).to_be_visible()
    expect(note.locator(".bt-preview__list")).to_be_hidden()
    assert AXE.run(desk.page, options={"runOnly": TAGS}).violations_count == 0
    desk.project.edit("gioi-thieu.md", "12-tb", "12-tb-vp")
    expect(note).to_have_count(0)


def test_a_page_that_comes_only_later_is_shown_when_it_comes(desk: Desk) -> None:
    desk.guard.allow("404")
    desk.page.goto("tin-tuc/2020/07/moi/")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")
    text = (desk.project.docs / OTHER_ARTICLE).read_text("utf-8")
    desk.project.write("tin-tuc/2020/07/moi.md", text.replace("2020-04-07", "2020-07-07"))
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Ban Mẫu họp tháng tư")
    (desk.project.docs / "tin-tuc/2020/07/moi.md").unlink()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_preview_without_a_site_lists_what_is_wrong_and_goes_on(
    browser: Browser, project: Project, scheme: str
) -> None:
    project.edit(ARTICLE, "section: chi-dao", "section: khong-co")
    with previewing(project) as preview, guarded(browser, preview.url) as guard:
        # The answer before there is a site, and the false picture of the project.
        guard.allow("503")
        guard.allow("anh.png")
        page = guard.page
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto("")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Chưa dựng được trang: 1 lỗi trong 1 tệp"
        )
        assert AXE.run(page, options={"runOnly": TAGS}).violations_count == 0
        project.edit(ARTICLE, "section: khong-co", "section: chi-dao")
        expect(page.get_by_role("heading", level=1)).to_have_text("Tỉnh Mẫu")
        # The next preview reloads the pages that this one has left open.
        port = str(preview.port)
        assert preview.end() == 0
        # Whatever request meets the end.
        guard.allow("net::ERR_")
        project.edit("index.md", "# Tỉnh Mẫu", "# Tỉnh Mẫu hai")
        with previewing(project, "--port", port):
            expect(page.get_by_role("heading", level=1)).to_have_text("Tỉnh Mẫu hai")
