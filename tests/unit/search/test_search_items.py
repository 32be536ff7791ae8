"""Items as text: nothing is lost, and an edited text is the one written anew."""

from __future__ import annotations

import json

import pytest
from bantin.search.items import (
    count_items,
    decode_items,
    edit_items,
    encode_each,
    encode_items,
)
from hypothesis import given
from hypothesis import strategies as st
from numpy import array, uint32

ITEMS = st.sets(st.integers(0, 2**32 - 1) | st.integers(0, 3_000), min_size=1).map(sorted)


@given(ITEMS)
def test_items_come_back(items: list[int]) -> None:
    text = encode_items(items)
    assert decode_items(text) == items
    assert count_items(text) == len(items)
    assert json.dumps(text) == f'"{text}"'


@given(st.lists(ITEMS, max_size=6))
def test_many_lists_at_once_are_written_as_each_is(lists: list[list[int]]) -> None:
    items = array([item for one in lists for item in one], dtype=uint32)
    sizes = array([len(one) for one in lists], dtype=int)
    assert [*encode_each(items, sizes)] == [*map(encode_items, lists)]


@given(st.sets(st.integers(0, 400)), st.sets(st.integers(0, 400)), st.integers(1, 2**20))
def test_edited_text_is_that_of_the_edited_items(
    before: set[int], after: set[int], factor: int
) -> None:
    old = sorted(item * factor for item in before)
    new = sorted(item * factor for item in after)
    edits = [(item * factor, item in after) for item in before ^ after]
    if edits:
        text = edit_items(encode_items(old) if old else "", edits)
        assert text == (encode_items(new) if new else "")


def test_long_text_is_edited_anywhere() -> None:
    """Longer than what is skipped at a time."""
    items = [*range(16, 160_016, 16)]
    text = encode_items(items)
    assert len(text) > 10_000
    for at in (0, 1, 5_000, 9_998, 9_999):
        without = items[:at] + items[at + 1 :]
        assert edit_items(text, [(items[at], False)]) == encode_items(without)
        assert edit_items(encode_items(without), [(items[at], True)]) == text


@pytest.mark.parametrize("edit", [(16, True), (20, False), (5, False), (900, False)])
def test_item_that_cannot_be_taken_or_put_is_refused(edit: tuple[int, bool]) -> None:
    with pytest.raises(ValueError, match="place"):
        edit_items(encode_items([16, 48]), [edit])
