"""What other searches get of the archive: every word that ours is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.search.archive import write_archive
from tests.bench.search.planted import BODIES, planted
from tests.bench.search.sites.pagefind import Pagefind
from tests.bench.search.sites.pages import Page, read_pages

NAMES = {body.slug: body for body in BODIES}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archive"), 5)


@pytest.fixture(scope="module")
def pages(docs: Path) -> dict[str, Page]:
    return {page.url: page for page in read_pages(docs)}


def test_every_record_is_a_page_with_its_title_and_words(pages: dict[str, Page]) -> None:
    for record in planted():
        page = pages[record.url]
        assert page.title == record.title
        assert record.phrase in page.body
        assert record.written in page.body


def test_facts_name_number_person_and_day(pages: dict[str, Page]) -> None:
    for record in planted():
        facts = "\n".join(pages[record.url].facts)
        for wanted in (record.number, record.person, f"{record.day:%d/%m/%Y}"):
            assert wanted in facts


def test_facts_name_bodies_their_short_names_and_who_took_over(pages: dict[str, Page]) -> None:
    for record in planted():
        facts = "\n".join(pages[record.url].facts)
        for body in (NAMES[slug] for slug in record.bodies if slug in NAMES):
            assert body.name in facts
            assert body.short_name in facts
            assert not body.heir or NAMES[body.heir].name in facts


def test_pagefind_gets_a_page_of_html_for_each(docs: Path, tmp_path: Path) -> None:
    Pagefind().prepare(docs, tmp_path)
    for record in planted():
        text = (tmp_path / "site" / record.url / "index.html").read_text("utf-8")
        assert '<html lang="vi">' in text
        assert f"<h1>{record.title}</h1>" in text.replace("&#x27;", "'")
        assert record.phrase in text
