"""Figures as a reader meets them: the box of an article, the chart and table of a body."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PROJECT, Site
from tests.browser.guard import guarded
from tests.browser.serving import serve

ARTICLE = "tin-tuc/2021/10/ban-vstbpn-tinh-dak-nong-nhin-lai-9-thang/"
BODY = "to-chuc/ban-vstbpn-tinh-dak-nong/"
EARLIER = """---
title: Bản thử của năm {year}
date: {year}-10-06
section: thong-tin-chi-dao-dieu-hanh
meeting:
  date: {year}-10-05
  bodies: [ban-vstbpn-tinh-dak-nong]
  period: {{year: {year}, months: 1-9}}
figures:
  - {{name: Cán bộ làm công tác bình đẳng giới, value: {value}, unit: người}}
  - {{name: Số dư quỹ thử, value: {huge}, unit: đồng}}
---
"""


def test_an_article_shows_its_figures_and_leads_to_those_of_its_body(
    page: Page, site: Site
) -> None:
    page.goto(site.url + ARTICLE)
    box = page.get_by_role("region", name="Số liệu")
    expect(box.locator("dt")).to_have_count(2)
    expect(box.locator(".bt-figure__value")).to_have_text(["681 người", "81 người"])
    expect(box).to_contain_text("Tính đến 05/10/2021")
    box.get_by_role("link", name="Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông").click()
    expect(page).to_have_url(f"{site.url}{BODY}#so_lieu")
    expect(page.locator("#so_lieu")).to_be_in_viewport()
    expect(page.locator(".bt-table")).to_have_count(2)
    expect(page.locator(".bt-chart")).to_have_count(0)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site with made-up reports of earlier years."""
    root = tmp_path_factory.mktemp("years")
    shutil.copytree(PROJECT / "docs", root / "docs")
    for year, value, huge in ((2019, 75, -(10**17)), (2020, 90, 10**17)):
        path = root / f"docs/tin-tuc/{year}/10/thu.md"
        path.parent.mkdir(parents=True)
        path.write_text(EARLIER.format(year=year, value=value, huge=huge), "utf-8")
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    for name in ("hooks/publish.py", "hooks/bantin/theme"):
        settings = settings.replace(f" {name}", f" {(PROJECT / name).as_posix()}")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    build = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8")
    assert build.returncode == 0, build.stderr
    with serve(root / "site") as url:
        yield Site(url, root / "site")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_chart_and_table_fit_and_are_read_in_light_and_dark(
    browser: Browser, years: Site, width: int, scheme: str
) -> None:
    with guarded(browser, years.url) as guard:
        page = guard.page
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(years.url + BODY)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        chart = page.get_by_role("img", name="Biểu đồ: Cán bộ làm công tác bình đẳng giới")
        expect(chart.locator("rect")).to_have_count(3)
        expect(chart.locator("text")).to_have_text(
            [f"9 tháng đầu năm {y}: {n} người" for y, n in ((2019, 75), (2020, 90), (2021, 81))]
        )
        edge = chart.evaluate("e => e.getBoundingClientRect().right")
        for part in page.locator(".bt-chart text, .bt-chart rect").all():
            assert part.evaluate("e => e.getBoundingClientRect().right") <= edge + 1
        lengths = chart.locator("rect").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().width)"
        )
        assert lengths[0] / lengths[1] == pytest.approx(75 / 90, abs=0.01)
        ink = chart.locator("text").first.evaluate("e => getComputedStyle(e).fill")
        assert ink == page.locator("h1").evaluate("e => getComputedStyle(e).color")
        rows = page.get_by_role("table", name="Cán bộ làm công tác bình đẳng giới").locator("tr")
        expect(rows).to_have_count(4)
        expect(rows.nth(1)).to_contain_text("05/10/2021")


def test_an_article_compares_with_the_year_before_and_leads_there(
    browser: Browser, years: Site
) -> None:
    with guarded(browser, years.url) as guard:
        page = guard.page
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(years.url + ARTICLE)
        box = page.get_by_role("region", name="Số liệu")
        expect(box).to_contain_text("Năm trước 90 người; giảm 9.")
        box.get_by_role("link", name="Bản thử của năm 2020").click()
        expect(page).to_have_url(f"{years.url}tin-tuc/2020/10/thu/")


def test_the_file_of_a_body_is_linked_and_read_as_a_table(page: Page, site: Site) -> None:
    page.goto(site.url + BODY)
    href = page.get_by_role("link", name="Tải số liệu (CSV)").get_attribute("href")
    assert href
    content = Path(site.folder, BODY, "so-lieu.csv").read_bytes()
    assert href.endswith(f"{BODY}so-lieu.csv")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {line["Giá trị"] for line in lines} == {"681", "81"}
