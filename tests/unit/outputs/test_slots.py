"""Which pages a timeline has, and at which addresses."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pytest
from bantin.catalog.members import StoredMembers
from bantin.catalog.taxonomies import is_listed
from bantin.catalog.timeline import Timeline
from bantin.outputs.listings.slots import Slot, slots_of
from bantin.outputs.sizes import USUAL
from hypothesis import given
from hypothesis import strategies as st

LISTED = ("tin-tuc", "van-ban", "chuyen-muc/chi-dao", "to-chuc/ban-2021", "nguoi/le-an")


def timeline(name: str, months: Mapping[str, int]) -> Timeline:
    """Return a timeline by nothing but the sizes of its months."""
    nobody = StoredMembers(sqlite3.connect(":memory:"))
    return Timeline(name, tuple(sorted(months.items(), reverse=True)), nobody)


def urls(name: str, months: Mapping[str, int]) -> list[str]:
    return [slot.url for slot in slots_of(timeline(name, months), USUAL)]


@pytest.mark.parametrize(
    ("slot", "url"),
    [
        (Slot("tin-tuc"), "tin-tuc/"),
        (Slot("tin-tuc", 2021), "tin-tuc/2021/"),
        (Slot("tin-tuc", 2021, 3), "tin-tuc/2021/03/"),
        (Slot("van-ban", 2021, 12), "van-ban/2021/thang-12/"),
        (Slot("to-chuc/ban-2021"), "to-chuc/ban-2021/"),
        (Slot("to-chuc/ban-2021", 2021, 3), "to-chuc/ban-2021/2021/thang-3/"),
        (Slot("chuyen-muc/chi-dao", 2021), "chuyen-muc/chi-dao/2021/"),
        (Slot("nguoi/le-an", 2021, 1), "nguoi/le-an/2021/thang-1/"),
    ],
)
def test_address_of_a_place(slot: Slot, url: str) -> None:
    assert slot.url == url
    assert Slot.parse(url) == slot


@given(
    st.sampled_from(LISTED) | st.from_regex(r"to-chuc/[a-z0-9]{1,4}(-[0-9]{1,4})?", fullmatch=True),
    st.integers(1, 9999),
    st.integers(0, 12),
    st.booleans(),
)
def test_every_place_is_found_again_by_its_address(
    name: str, year: int, month: int, is_first: bool
) -> None:
    slot = Slot(name) if is_first else Slot(name, year, month)
    assert Slot.parse(slot.url) == slot


def test_empty_timeline_has_its_first_page() -> None:
    for name in LISTED:
        assert urls(name, {}) == [f"{name}/"]


def test_one_article_has_a_year_and_a_month_and_one_document_a_year() -> None:
    months = {"2021-03": 1}
    assert urls("tin-tuc", months) == ["tin-tuc/", "tin-tuc/2021/", "tin-tuc/2021/03/"]
    assert urls("van-ban", months) == ["van-ban/", "van-ban/2021/"]
    assert urls("to-chuc/ban", months) == ["to-chuc/ban/"]


@pytest.mark.parametrize("name", ["chuyen-muc/chi-dao", "to-chuc/ban", "nguoi/le-an"])
def test_years_come_once_the_first_page_cannot_hold_all(name: str) -> None:
    assert urls(name, {"2021-03": USUAL.latest - 1, "2020-01": 1}) == [f"{name}/"]
    many = {"2021-03": USUAL.latest, "2020-01": 1}
    assert urls(name, many) == [f"{name}/", f"{name}/2021/", f"{name}/2020/"]


@pytest.mark.parametrize("name", ["van-ban", "chuyen-muc/chi-dao", "to-chuc/ban", "nguoi/le-an"])
def test_months_come_in_a_year_that_holds_many(name: str) -> None:
    few = {"2021-12": 2, "2021-03": USUAL.whole_year - 2, "2020-01": 3}
    assert urls(name, few) == [f"{name}/", f"{name}/2021/", f"{name}/2020/"]
    many = {**few, "2021-03": USUAL.whole_year - 1}
    months = [f"{name}/2021/thang-12/", f"{name}/2021/thang-3/"]
    assert urls(name, many) == [f"{name}/", f"{name}/2021/", *months, f"{name}/2020/"]


def test_meetings_and_featured_news_have_no_pages() -> None:
    assert [name for name in (*LISTED, "hop/2021-03-04/ban+vp", "noi-bat") if is_listed(name)] == [
        *LISTED
    ]
