"""Reads the points of a document that stand beside its number: "điểm a khoản 1", "mục 1, 2 và 5".

Knows running text only. If the points are not sure, none is told.
"""

from __future__ import annotations

import re

# Names of points, from the outermost on. What a document calls "mục" another calls "Điều".
_LEVELS = {"phần": 0, "mục": 1, "điều": 1, "kết luận": 1, "khoản": 2, "điểm": 3}
_VALUE = r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])(?:\.(?:\d{1,3}|[a-zđ]))*+(?![\w/])"
_ITEM = (
    r"(?:các )?(?P<word>phần|mục|điều|kết luận|khoản|điểm) (?:số )?"
    rf"(?P<values>{_VALUE}(?: ?, ?{_VALUE}){{0,9}}(?: và {_VALUE})?)"
)
_ONE = re.compile(rf"(?<!\w){_ITEM}", re.IGNORECASE)
_SPLIT = re.compile(r" ?, ?| và ")
# Between two points, and between the points and the document.
_BETWEEN = re.compile(r" ?,? ?(?:(?:của|thuộc|và|tại) )?", re.IGNORECASE)
_JOINED = re.compile(r" ?,? ?(?:(?:của|tại|trong) )?", re.IGNORECASE)
# There is more in front: another point that was not read, a range, a part of the point.
_MORE = re.compile(
    r"(?<!\w)(?:(?:ý|tiết|đoạn|gạch đầu dòng|chương|phụ lục|mục|điều|khoản|điểm|phần|từ)"
    r"(?: (?:số|thứ|đầu dòng))? [\w.]{1,6} ?(?:,|và|đến|-|–|của|thuộc|tại)?|đến|[-–]) ?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf" ?\( ?(?:tại |nêu tại )?(?P<points>{_ITEM}) ?\)", re.IGNORECASE)
# Characters in front of a number that are looked at.
_FAR = 160

Paths = tuple[tuple[str, ...], ...]


def read_points_before(text: str, at: int, *, has_kind: bool) -> tuple[Paths, int]:
    """Return the points that end where a document's name begins, and the offset of the first.

    Args:
        text: NFC running text with single spaces.
        at: offset of the document's name, "Thông báo số 5/TB-VP", or of its bare number.
        has_kind: the name says what kind of document it is. A bare number may be one of several.

    Returns:
        each point's printed numbers from the outermost on; () where no points are sure. Points
        that are not sure still count as part of the mention.
    """
    begin = max(0, at - _FAR)
    chain: list[re.Match[str]] = []
    for match in _ONE.finditer(text, begin, at):
        if chain and not _BETWEEN.fullmatch(text, chain[-1].end(), match.start()):
            chain = []
        chain.append(match)
    if not chain or not _JOINED.fullmatch(text, chain[-1].end(), at):
        return (), at
    start = chain[0].start()
    is_sure = has_kind and not _MORE.search(text, begin, start)
    return (_paths(chain) if is_sure else ()), start


def read_points_after(text: str, at: int) -> tuple[Paths, int]:
    """Return the points in brackets behind a document's name, and the offset behind them."""
    match = _IN_BRACKETS.match(text, at)
    if match is None:
        return (), at
    one = _ONE.match(match["points"])
    return (_paths([one]) if one else ()), match.end()


def _paths(chain: list[re.Match[str]]) -> Paths:
    """Return the paths of a chain of points; () for an order of levels that has no one meaning."""
    levels = [_LEVELS[match["word"].lower()] for match in chain]
    values = [_SPLIT.split(match["values"]) for match in chain]
    if len(set(levels)) == 1:
        return tuple(_path([value]) for several in values for value in several)
    if levels == sorted(levels, reverse=True):
        values.reverse()
    elif levels != sorted(levels):
        return ()
    *around, inner = values
    if len(set(levels)) < len(levels) or any(len(several) > 1 for several in around):
        return ()
    return tuple(_path([*(one for (one,) in around), value]) for value in inner)


def _path(values: list[str]) -> tuple[str, ...]:
    return tuple(part for value in values for part in value.split("."))
