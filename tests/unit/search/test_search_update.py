"""An index that is continued: byte for byte the one a clean build makes, and little of it new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from bantin.search import (
    CHAIRS,
    DIRECTORY_PATH,
    NAMED,
    SIGNS,
    Facets,
    IndexDamagedError,
    IndexDelta,
    Limits,
    Participant,
    SearchEntry,
    update_index,
)
from bantin.search.files import compress
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.search.in_memory import assign_places, build_index
from tests.unit.search.search_files import plain

Files = dict[str, bytes]
Change = tuple[tuple[int, SearchEntry] | None, tuple[int, SearchEntry] | None]

# Lists of a handful are long, parts hold a few keys, and trees grow over them.
SMALL = Limits(list_items=3, part_bytes=150, branch_bytes=200, rows=4)
# With "ủy ban nhân dân" comes an abbreviation, and with the last of it goes one.
WORDS = "ban bán bàn bạn phụ nữ phu nu ủy nhân dân hoà hòa qua quả 405 2021 tỉnh họp".split()


def sentences(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=most).map(" ".join)


SLUGS = st.sampled_from(["ub", "so", "hoi"])
PEOPLE = st.builds(
    Participant,
    slug=st.sampled_from(["le-an", "le-an-2", "ba-b"]),
    name=st.sampled_from(["Lê An", "Bà B"]),
    roles=st.sampled_from([0, CHAIRS, SIGNS, CHAIRS | SIGNS, NAMED]),
)
FACETS = st.builds(
    Facets,
    section=st.none() | SLUGS,
    bodies=st.lists(SLUGS, max_size=3, unique=True).map(tuple),
    period=st.sampled_from([None, "1-9", "1-12"]),
    people=st.lists(PEOPLE, max_size=3, unique_by=lambda one: one.slug).map(tuple),
    has_conclusions=st.booleans(),
    has_files=st.booleans(),
    views=st.sampled_from([0, 31, 32, 70_000]),
)
SITES = st.dictionaries(
    st.integers(0, 40).map(lambda number: f"tin-tuc/{number}/"),
    st.builds(
        SearchEntry,
        url=st.just(""),
        title=sentences(3),
        kind=st.sampled_from(["Tin tức", "Thông báo"]),
        number=st.sampled_from(["", "", "405/TB-UBND", "405/TB-VP"]),
        # A crowded day runs over into the next.
        day=st.sampled_from(["", "2021-10-05", "2021-10-05", "2021-10-06", "2009-01-01"]),
        names=st.lists(sentences(2), max_size=2).map(tuple),
        summary=sentences(3),
        text=sentences(12),
        facets=FACETS,
    ),
    max_size=14,
).map(lambda site: [replace(entry, url=url) for url, entry in site.items()])
LIMITS = st.builds(
    Limits,
    list_items=st.integers(1, 5),
    part_bytes=st.integers(30, 500),
    branch_bytes=st.integers(60, 300),
    rows=st.integers(1, 6),
)


def changes_between(before: list[SearchEntry], after: list[SearchEntry]) -> list[Change]:
    old = {entry.url: (place, entry) for place, entry in assign_places(before)}
    new = {entry.url: (place, entry) for place, entry in assign_places(after)}
    pairs = ((old.get(url), new.get(url)) for url in sorted(old.keys() | new.keys()))
    return [pair for pair in pairs if pair[0] != pair[1]]


def apply(files: Files, delta: IndexDelta) -> Files:
    assert not delta.removed & delta.written.keys()
    assert delta.removed <= files.keys()
    assert all(files.get(path) != content for path, content in delta.written.items())
    kept = {path: content for path, content in files.items() if path not in delta.removed}
    return kept | delta.written


@given(st.lists(SITES, min_size=1, max_size=4), LIMITS)
@settings(max_examples=100, deadline=None)
@example([[], [], []], SMALL)
def test_continued_index_is_that_of_a_clean_build(
    sites: list[list[SearchEntry]], limits: Limits
) -> None:
    files = dict(build_index([], limits=limits))
    before: list[SearchEntry] = []
    for site in sites:
        delta = update_index(files.get, changes_between(before, site), limits=limits)
        files = apply(files, delta)
        assert files == dict(build_index(site, limits=limits))
        before = site


def article(number: int, text: str = "") -> SearchEntry:
    words = [f"chung{number % 7}", f"hiếm{number % 50}", f"riêng{number}", "phụ", "nữ", text]
    day = f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return SearchEntry(
        f"tin-tuc/{number}/", f"Tin thứ {number}", "Tin tức", "", day, (), "", " ".join(words)
    )


ARTICLES = [article(number) for number in range(300)]


@pytest.fixture(scope="module")
def built() -> Files:
    return dict(build_index(ARTICLES, limits=SMALL))


def test_small_limits_make_blocks_and_trees(built: Files) -> None:
    """What the tests of this module rest on."""
    assert any(b'":[{' in content for content in plain(built).values())
    assert b'"depth": 2' in built[DIRECTORY_PATH]


def test_nothing_changed_writes_nothing(built: Files) -> None:
    assert update_index(built.get, [], limits=SMALL) == IndexDelta({}, set())
    same = (7, ARTICLES[7])
    assert update_index(built.get, [(same, same)], limits=SMALL) == IndexDelta({}, set())


def test_one_word_more_changes_a_handful_of_files(built: Files) -> None:
    after = [*ARTICLES[:-1], article(299, "mới")]
    delta = update_index(built.get, changes_between(ARTICLES, after), limits=SMALL)
    assert apply(built, delta) == dict(build_index(after, limits=SMALL))
    # The directory, a pack, and for the word and its pair a part and the branches above.
    assert len(delta.written) <= 12
    assert len(delta.removed) <= 8


def test_only_a_few_files_are_read(built: Files) -> None:
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return built.get(path)

    after = [*ARTICLES[:-1], article(299, "mới")]
    update_index(read, changes_between(ARTICLES, after), limits=SMALL)
    branches_and_more = len(built) // 4
    assert len(asked) < branches_and_more


def damaged(path_of: Callable[[Files], str], content: bytes | None) -> Callable[[Files], Files]:
    def damage(files: Files) -> Files:
        path = path_of(files)
        rest = {other: content for other, content in files.items() if other != path}
        return rest if content is None else rest | {path: content}

    return damage


def part_with_many(files: Files) -> str:
    return next(path for path, content in plain(files).items() if b'"phu nu":[{' in content)


def block_of_many(files: Files) -> str:
    return next(path for path, content in plain(files).items() if b'{"phu nu":{' in content)


def pack(files: Files) -> str:
    return next(
        path for path, content in plain(files).items() if "riêng299 phụ" in content.decode()
    )


def shelf(files: Files) -> str:
    place, _ = list(assign_places(ARTICLES))[-1]
    pack = f"/{place // 16}-"
    (version,) = (path.split("-")[-1][:8] for path in files if pack in path)
    parts = plain(files).items()
    return next(path for path, content in parts if f'"{version}"'.encode() in content)


@pytest.mark.parametrize(
    "damage",
    [
        damaged(lambda _: DIRECTORY_PATH, None),
        damaged(lambda _: DIRECTORY_PATH, b"{"),
        damaged(lambda _: DIRECTORY_PATH, b"[]"),
        damaged(lambda _: DIRECTORY_PATH, b'{"count": 3}'),
        damaged(part_with_many, None),
        damaged(part_with_many, compress(b"{}")),
        damaged(part_with_many, b"{}"),
        damaged(pack, None),
        damaged(pack, compress(b'{"1":')),
        damaged(shelf, None),
        damaged(shelf, compress(b"[]")),
    ],
)
def test_damaged_index_is_refused(built: Files, damage: Callable[[Files], Files]) -> None:
    changes = changes_between(ARTICLES, ARTICLES[:-1])
    with pytest.raises(IndexDamagedError):
        update_index(damage(built).get, changes, limits=SMALL)


def test_damaged_block_is_refused(built: Files) -> None:
    contents = plain(built).items()
    blocks = {path for path, content in contents if content.startswith(b'{"phu nu":{')}
    assert len(blocks) > 50
    rest = {path: content for path, content in built.items() if path not in blocks}
    with pytest.raises(IndexDamagedError, match="missing"):
        update_index(rest.get, changes_between(ARTICLES, ARTICLES[:-1]), limits=SMALL)


def test_entry_that_was_not_indexed_cannot_be_taken_out(built: Files) -> None:
    placed = next(iter(assign_places([article(300)])))
    with pytest.raises(IndexDamagedError):
        update_index(built.get, [(placed, None)], limits=SMALL)


def test_entry_cannot_be_put_in_twice(built: Files) -> None:
    placed = next(iter(assign_places(ARTICLES)))
    with pytest.raises(IndexDamagedError):
        update_index(built.get, [(None, placed)], limits=SMALL)


def test_index_of_other_limits_is_refused(built: Files) -> None:
    with pytest.raises(IndexDamagedError, match="format"):
        update_index(built.get, [], limits=replace(SMALL, rows=5))
