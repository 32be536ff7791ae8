"""Two outputs at one place, or an output where somebody's own file lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bantin.building.clashes import find_clashing_outputs
from bantin.building.render_stale import BuiltSubject
from bantin.building.store import Store, StoredFile
from bantin.catalog.tables import add_rows
from bantin.errors import Problem
from bantin.records.models import Record

from tests.unit.samples import ARTICLE_URI, article, body, read_row

LISTING = "tin-tuc/2021/index.html"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "store.sqlite")
    yield store
    store.close()


def check(
    store: Store,
    made: Mapping[str, tuple[str, ...]],
    *records: Record,
    taken: Mapping[str, str] | None = None,
    stored: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Return what is wrong.

    Args:
        store: empty.
        made: subject → the paths planned for it now.
        records: all there are.
        taken: path → src_uri of a page or static file.
        stored: path → subject, of what the last build made.
    """
    with store.changing():
        add_rows(store.connection, map(read_row, records))
        store.remember(
            StoredFile(path, owner, "x", 1, "") for path, owner in (stored or {}).items()
        )
    subjects = [BuiltSubject(subject, paths, (), ()) for subject, paths in made.items()]
    return find_clashing_outputs(store, subjects, taken or {}, Path("khong-co"))


@pytest.mark.parametrize("is_stored", [False, True])
def test_static_file_where_the_archive_puts_a_page_is_told(store: Store, is_stored: bool) -> None:
    """Whether the page is planned now or was made before."""
    taken = {"feed.xml": "feed.xml", "a.png": "a.png", "tim-kiem/x.json": "tim-kiem/x.json"}
    made = {} if is_stored else {"@feed": ("feed.xml",)}
    stored = {"feed.xml": "@feed"} if is_stored else {}
    problems = check(store, made, taken=taken, stored=stored)
    assert [problem.path for problem in problems] == ["feed.xml", "tim-kiem/x.json"]
    assert "kho tin tự làm trang ở địa chỉ feed.xml" in problems[0].message


def test_place_that_the_archive_gives_up_may_be_taken(store: Store) -> None:
    taken = {"tin-tuc/2021/index.html": "tin-tuc/2021/index.html"}
    assert check(store, {"tin-tuc/2021/": ()}, taken=taken, stored={LISTING: "tin-tuc/2021/"}) == []


@pytest.mark.parametrize("known", ["neither", "listing", "record"])
def test_old_address_of_a_listing_is_told(store: Store, known: str) -> None:
    """Whichever of the two was there first."""
    both = {"tin-tuc/2021/": (LISTING,), ARTICLE_URI: (LISTING,)}
    unchanged = {"listing": "tin-tuc/2021/", "record": ARTICLE_URI}.get(known)
    made = {subject: paths for subject, paths in both.items() if subject != unchanged}
    stored = {LISTING: unchanged} if unchanged else {}
    record = article(more="redirect_from: [cu, tin-tuc/2021]")
    [problem] = check(store, made, record, stored=stored)
    assert (problem.path, problem.field) == (ARTICLE_URI, "redirect_from[2]")
    assert "đang là của một trang danh mục" in problem.message


def test_old_address_of_a_body_is_told_too(store: Store) -> None:
    made = {"tin-tuc/2021/": (LISTING,), "to-chuc/x.md": (LISTING,)}
    [problem] = check(store, made, body("x", "redirect_from: [/tin-tuc/2021/index.html]"))
    assert (problem.path, problem.field) == ("to-chuc/x.md", "redirect_from[1]")


def test_record_where_a_listing_stands_is_told(store: Store) -> None:
    path = "tin-tuc/2021/10/hop-ban/index.html"
    [problem] = check(store, {ARTICLE_URI: (path,), "tin-tuc/x/": (path,)}, article())
    assert (problem.path, problem.line) == (ARTICLE_URI, 0)


def test_page_that_moves_from_one_subject_to_another_clashes_with_nothing(store: Store) -> None:
    """A renamed record's old address was its page in the last build."""
    path = "tin-tuc/2021/10/cu/index.html"
    made = {"tin-tuc/2021/10/cu.md": (), ARTICLE_URI: (path,)}
    record = article(more="redirect_from: [tin-tuc/2021/10/cu/]")
    assert check(store, made, record, stored={path: "tin-tuc/2021/10/cu.md"}) == []
