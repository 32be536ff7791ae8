"""Fixtures of the search tests: a small site of invented records, and pages in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.guard import Guard, guarded
from tests.browser.search.entries import ENTRIES
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    write_search_site(folder, ENTRIES)
    return folder


@pytest.fixture(scope="package")
def address(folder: Path) -> Iterator[str]:
    with serve(folder) as url:
        yield url


@pytest.fixture
def search_guard(browser: Browser, address: str) -> Iterator[Guard]:
    with guarded(browser, address) as guard:
        yield guard


@pytest.fixture
def fresh(search_guard: Guard) -> Page:
    return search_guard.page
