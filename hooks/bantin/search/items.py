"""Writes the items of a list as text. An item is place * 16 + impact; the newest comes first.

The first item is written whole. Each later one is written as its difference from the one before.
Numbers are in base 32. The last five bits have other digits than the bits above, so that a number
ends without a comma. Most changes are new, so an edit reads only a few items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, islice
from operator import sub

import numpy as np
import numpy.typing as npt

_HIGH = "abcdefghijklmnopqrstuvwxyz012345"
_LOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZ6789-_"
_HIGH_BYTES = _HIGH.encode()
_HIGH_DIGITS = np.frombuffer(_HIGH_BYTES, dtype=np.uint8)
_LOW_DIGITS = np.frombuffer(_LOW.encode(), dtype=np.uint8)
# 32 bits, five for each digit.
_MOST_DIGITS = 7
_CODE = re.compile(r"[a-z0-5]*[A-Z6-9_-]")
# The codes of small numbers are kept. Nearly all numbers are small.
_KEPT = 2**16
_WINDOW = 600


def encode_items(items: Sequence[int]) -> str:
    """Write items; rising, not empty."""
    falling = items[::-1]
    gaps = map(sub, falling, islice(falling, 1, None))
    return "".join(map(_codes().__getitem__, chain(falling[:1], gaps)))


def encode_each(items: npt.NDArray[np.uint32], sizes: npt.NDArray[np.int64]) -> Iterator[str]:
    """Yield the text of each list, as `encode_items` writes it.

    Args:
        items: of all lists, one list after the other; rising in each.
        sizes: number of items in each list, >= 1.
    """
    falling = items[::-1]
    numbers = np.empty_like(falling)
    numbers[1:] = falling[:-1] - falling[1:]
    ends = np.cumsum(sizes[::-1])
    firsts = ends - sizes[::-1]
    numbers[firsts] = falling[firsts]
    lengths = np.ones(len(numbers), dtype=np.int64)
    for digits in range(1, _MOST_DIGITS):
        lengths += numbers >= 1 << 5 * digits
    stops = np.cumsum(lengths)
    written = np.empty(int(stops[-1]) if len(stops) else 0, dtype=np.uint8)
    written[stops - 1] = _LOW_DIGITS[numbers & 31]
    for digits in range(2, _MOST_DIGITS + 1):
        numbers >>= 5
        more = np.flatnonzero(numbers)
        written[stops[more] - digits] = _HIGH_DIGITS[numbers[more] & 31]
    text = written.tobytes().decode("ascii")
    # The last list comes first.
    stop = len(text)
    for start in (stops[firsts] - lengths[firsts])[::-1].tolist():
        yield text[start:stop]
        stop = start


def decode_items(text: str) -> list[int]:
    """Read a text of `encode_items`; items rise."""
    return [*accumulate(_read(text), sub)][::-1]


def count_items(text: str) -> int:
    """Return the number of items in a text."""
    return len(text.encode().translate(None, _HIGH_BYTES))


def encode_numbers(numbers: Iterable[int]) -> str:
    """Write numbers, >= 0, in any order; "" for none."""
    return "".join(map(_codes().__getitem__, numbers))


def decode_numbers(text: str) -> list[int]:
    """Read a text of `encode_numbers`."""
    return [*_read(text)]


def edit_items(text: str, edits: Iterable[tuple[int, bool]]) -> str:
    """Remove and add items.

    Args:
        text: of `encode_items`; "" for no items.
        edits: (item, True to add it or False to remove it), each item once; not empty.

    Returns:
        The text of `encode_items` for the changed items; "" for none.

    Raises:
        ValueError: an item to remove is missing, or an item to add is there.
    """
    todo = sorted(edits)
    start, last = _skip(text, todo[-1][0])
    done = [text[:start]]
    written = last
    codes = _codes()

    def write(item: int) -> None:
        nonlocal written
        done.append(codes[item if written is None else written - item])
        written = item

    for match in _CODE.finditer(text, start):
        gap = _gaps()[match[0]]
        item = gap if last is None else last - gap
        while todo and todo[-1][0] > item:
            write(_put_in(*todo.pop()))
        if todo and todo[-1][0] == item:
            _take_out(*todo.pop())
        else:
            write(item)
        last = item
        # After an unchanged item, the rest of the text is unchanged.
        if not todo and written == last:
            done.append(text[match.end() :])
            return "".join(done)
    while todo:
        write(_put_in(*todo.pop()))
    return "".join(done)


def _skip(text: str, item: int) -> tuple[int, int | None]:
    """Return the length, in whole windows, of the text of items above `item`, and its last item."""
    start = 0
    last: int | None = None
    while start < len(text):
        codes = _CODE.findall(text, start, start + _WINDOW)
        gaps = map(_gaps().__getitem__, codes)
        lowest = next(gaps) - sum(gaps) if last is None else last - sum(gaps)
        if lowest <= item:
            break
        start += sum(map(len, codes))
        last = lowest
    return start, last


def _put_in(item: int, is_new: bool) -> int:
    if not is_new:
        raise ValueError(f"nothing to take out at place {item >> 4}")
    return item


def _take_out(item: int, is_new: bool) -> None:
    if is_new:
        raise ValueError(f"something is at place {item >> 4} already")


def _read(text: str) -> Iterable[int]:
    return map(_gaps().__getitem__, _CODE.findall(text))


class _Codes(dict[int, str]):
    def __missing__(self, number: int) -> str:
        code = _LOW[number & 31]
        rest = number >> 5
        while rest:
            code = _HIGH[rest & 31] + code
            rest >>= 5
        if number < _KEPT:
            self[number] = code
        return code


class _Gaps(dict[str, int]):
    def __missing__(self, code: str) -> int:
        number = 0
        for digit in code[:-1]:
            number = number << 5 | _HIGH.index(digit)
        number = number << 5 | _LOW.index(code[-1])
        if number < _KEPT:
            self[code] = number
        return number


@cache
def _codes() -> _Codes:
    return _Codes()


@cache
def _gaps() -> _Gaps:
    return _Gaps()
