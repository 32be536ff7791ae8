"""Places: the same set of entries has the same places, whichever way they came."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bantin.search import SearchEntry, reassign, wanted_place
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.search.in_memory import assign_places

Wanted = tuple[int, str]


class Known:
    """Entries placed so far, as a database would give them; counts what is read."""

    def __init__(self, wanted: set[Wanted]) -> None:
        self.rows: list[tuple[Wanted, int]] = []
        place = -1
        for item in sorted(wanted):
            place = max(item[0], place + 1)
            self.rows.append((item, place))
        self.read = 0
        self.called = 0

    def __call__(self, point: Wanted) -> Iterator[tuple[Wanted, int]]:
        self.called += 1
        below = sum(item < point for item, _ in self.rows)
        for row in self.rows[max(0, below - 1) :]:
            self.read += 1
            yield row


# Few places for many entries: they push each other on.
SETS = st.sets(st.tuples(st.integers(0, 30), st.sampled_from("abcdefgh")), max_size=25).map(
    lambda found: {(wanted, f"{url}{wanted}/") for wanted, url in found}
)


@given(SETS, SETS)
def test_reassigned_places_are_those_of_all_entries_placed_anew(
    before: set[Wanted], after: set[Wanted]
) -> None:
    known = Known(before)
    moved = reassign(known, added=after - before, removed=before - after)
    old = {item[1]: place for item, place in known.rows if item in after}
    new = {item[1]: place for item, place in Known(after).rows}
    assert old | moved == new
    stayed = {url: place for url, place in moved.items() if old.get(url) == place}
    assert not stayed


def test_entry_whose_day_changes_is_removed_and_added() -> None:
    known = Known({(5, "a/"), (5, "b/"), (9, "c/")})
    moved = reassign(known, added=[(9, "a/")], removed=[(5, "a/")])
    assert moved == {"a/": 9, "b/": 5, "c/": 10}


def test_only_neighbours_of_a_change_are_read() -> None:
    known = Known({(number * 3, f"{number}/") for number in range(1_000)})
    assert reassign(known, added=[(30, "x/"), (1_500, "y/")]) == {"x/": 31, "y/": 1501}
    assert known.called == 2
    assert known.read <= 8


def test_nothing_changed_reads_nothing() -> None:
    known = Known({(1, "a/")})
    assert reassign(known) == {}
    assert known.called == 0


@pytest.mark.parametrize("url", ["a/", "tin-tuc/2021/10/dang/"])
def test_wanted_place_grows_with_the_day(url: str) -> None:
    days = ["", "1899-12-31", "1945-09-02", "2021-10-05", "2021-10-06", "9999-12-31"]
    places = [wanted_place(day, url) for day in days]
    assert places == sorted(set(places))
    assert 0 <= places[0] < places[-1] < 2**28


def test_lone_entry_gets_the_place_it_wants() -> None:
    entry = SearchEntry("a/", "Tin", "Tin tức", "", "2021-10-05", (), "", "")
    assert [place for place, _ in assign_places([entry])] == [wanted_place("2021-10-05", "a/")]
