"""Finds bodies in lists that name their head once: "các Sở: Tài chính, Xây dựng".

A list without a colon needs two names that are known: "các sở Nội vụ" are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bantin.importing.body_patterns import UPPER, listed_pattern
from bantin.records.provinces import province_pattern

_HEAD = re.compile(r"(?<!\w)(?:[Cc]ác|CÁC|[Hh]ai|[Bb]a) (?P<head>Sở|SỞ|sở|Bộ|BỘ)(?P<colon> ?:)? ")
_BETWEEN = re.compile(r" ?, (?:và )?| và |, ?")
_UNKNOWN = re.compile(rf"[{UPPER}&]{{1,12}}(?![\w-])")
_COUNCIL = r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)"
_MANY_COUNCILS = re.compile(
    rf"(?<!\w)(?P<head>{_COUNCIL}) các "
    r"(?P<level>tỉnh(?:, thành phố)?|huyện|xã|phường)(?P<colon>:)? "
)
_PROPER = re.compile(rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,3}}(?!\w)")
# As many as no list of names has.
_MOST = 80


def find_listed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, words to put before it) of each name in lists, in one tone style."""
    for match in _HEAD.finditer(text):
        head = match["head"].capitalize()
        items = list(_items(text, match.end(), _names(head), skips=bool(match["colon"])))
        if match["colon"] or len(items) > 1:
            yield from ((start, end, f"{head} ") for start, end in items)
    for match in _MANY_COUNCILS.finditer(text):
        yield from _councils(text, match)


def _councils(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    level = match["level"]
    if level.startswith("tỉnh"):
        pattern, before = _provinces(), ""
    elif match["colon"]:
        pattern, before = _PROPER, f"{level} "
    else:
        return
    for start, end in _items(text, match.end(), pattern, skips=False):
        yield start, end, f"{match['head']} {before}"


def _items(
    text: str, at: int, pattern: re.Pattern[str], *, skips: bool
) -> Iterator[tuple[int, int]]:
    """Yield the names that follow each other from an offset on.

    Args:
        text: in one tone style.
        at: offset of the first name.
        pattern: of one name.
        skips: unknown short words between the names are passed over.
    """
    for _ in range(_MOST):
        found = pattern.match(text, at)
        if found:
            yield found.span()
        else:
            found = _UNKNOWN.match(text, at) if skips else None
        if found is None:
            return
        between = _BETWEEN.match(text, found.end())
        if between is None:
            return
        at = between.end()


@cache
def _names(head: str) -> re.Pattern[str]:
    return re.compile(rf"(?=[{UPPER}])(?i:{listed_pattern(head)})(?!\w)")


@cache
def _provinces() -> re.Pattern[str]:
    return re.compile(rf"(?:{province_pattern()})(?!\w)")
