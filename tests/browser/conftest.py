"""Fixtures of the browser tests: one Chromium, one real build of the site, guarded pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, ensure_chromium
from tests.browser.guard import Guard, guarded
from tests.browser.serving import serve

PROJECT = Path(__file__).resolve().parents[2]

# How long the right answer may take on a machine that does much else; nothing waits so long for it.
expect.set_options(timeout=30_000)


@dataclass(frozen=True)
class Site:
    """A built site: its address, closed with a slash, and the folder it is served from."""

    url: str
    folder: Path


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark everything in this folder, so that `-m "not browser"` leaves it out."""
    item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        executable = ensure_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site, built as for publishing."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert build.returncode == 0, f"mkdocs build --strict:\n{build.stdout}{build.stderr}"
    with serve(folder) as url:
        yield Site(url, folder)


@pytest.fixture
def guard(browser: Browser, site: Site) -> Iterator[Guard]:
    """The guard of this test's page, for the test that expects an error: `guard.allow(…)`."""
    with guarded(browser, site.url) as guard:
        yield guard


@pytest.fixture
def page(guard: Guard) -> Page:
    """A fresh page; at the end the test fails on any error or off-site request in it."""
    return guard.page
