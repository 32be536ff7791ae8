"""Fixtures of the tests of facets: a site to choose in, and a page in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.guard import Guard, guarded
from tests.browser.search.facets.choosing import BODIES, ENTRIES, PEOPLE, SECTIONS
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve


@pytest.fixture(scope="package")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("facets")
    write_search_site(folder, ENTRIES, bodies=BODIES, sections=SECTIONS, people=PEOPLE)
    with serve(folder) as address:
        yield address


@pytest.fixture
def guard(browser: Browser, url: str) -> Iterator[Guard]:
    with guarded(browser, url) as guard:
        yield guard


@pytest.fixture
def page(guard: Guard) -> Page:
    return guard.page
