"""Takes out what stands at the edges of pages: page numbers, heads and feet that run along.

Knows lines and pages; knows no format. Whatever is taken out is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bantin.importing.reading.lines import Line, name_places

_PAGE_NUMBER = re.compile(
    r"(?P<sign>[-–—] ?|\[ ?|(?:trang|page|tr\.) *+:?+ *+)?(?P<number>[0-9]{1,4})"
    r"(?: ?/ ?(?P<count>[0-9]{1,4}))?(?: ?[-–—\]])?",
    re.IGNORECASE,
)
# A number further in than this stands in the middle or at the right.
_INDENTED = 15
_EDGE_LINES = 2
_SHORT = 0.75
# What browsers print above and below a page.
_BROWSER_FOOT = re.compile(r"(?:https?|file)://\S{1,2000}(?: \S{1,2000})?? +[0-9]{1,4}/[0-9]{1,4}")
_BROWSER_HEAD = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},? [0-9]{1,2}:[0-9]{2}(?: [AP]M)?\b.*")


def drop_page_edges(lines: Sequence[Line], repairs: list[str]) -> list[Line]:
    """Return the lines without page numbers and repeated lines at the edges of pages."""
    numbers = _find_page_numbers(lines)
    for at in sorted(numbers):
        repairs.append(f"{name_places([lines[at]])}: bỏ số trang “{lines[at].text}”")
    running = _find_running(lines, numbers)
    for text, places in running.items():
        where = name_places([lines[at] for at in places])
        repairs.append(f"{where}: bỏ dòng đầu trang hoặc chân trang lặp lại “{text}”")
    browser = _find_browser_lines(lines)
    for at in sorted(browser):
        repairs.append(f"{name_places([lines[at]])}: bỏ dòng trình duyệt in “{lines[at].text}”")
    stray = _find_stray_heads(lines, numbers | browser)
    for at in sorted(stray):
        repairs.append(f"{name_places([lines[at]])}: bỏ dòng đầu trang “{lines[at].text}” giữa câu")
    dropped = numbers | browser | stray | {at for places in running.values() for at in places}
    return _without(lines, dropped)


def _without(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """Leave lines out; the line below each page's end knows that it stands there."""
    kept: list[Line] = []
    is_page_end = False
    for at, line in enumerate(lines):
        if at in dropped:
            is_page_end = True
            continue
        turned = bool(kept) and bool(line.page) and line.page != kept[-1].page
        if kept and (is_page_end or turned):
            line = replace(line, after_page=True, after_blank=False)
        is_page_end = False
        kept.append(line)
    return kept


def _find_page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the places of page numbers; none where their order would not fit."""
    found = [
        (at, match)
        for at, line in enumerate(lines)
        if len(line.pieces) == 1 and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    if any(line.page for line in lines):
        edges = _edges(lines)
        offsets = Counter(
            int(match["number"]) - lines[at].page for at, match in found if at in edges
        )
        best = max(offsets, key=lambda offset: (offsets[offset], -abs(offset)), default=0)
        return {
            at
            for at, match in found
            if at in edges and int(match["number"]) - lines[at].page == best
        }
    kept: list[tuple[int, int]] = []
    for at, match in found:
        number = int(match["number"])
        if not (match["sign"] or match["count"] or _is_between(lines, at)):
            continue
        if kept and number != kept[-1][1] + 1:
            continue
        kept.append((at, number))
    return {at for at, _ in kept}


def _is_between(lines: Sequence[Line], at: int) -> bool:
    """True for a number in the middle of a line, and for one that interrupts a sentence."""
    line = lines[at]
    if line.left >= _INDENTED:
        return True
    if not 0 < at < len(lines) - 1:
        return False
    above, below = lines[at - 1], lines[at + 1]
    return not above.is_ended and below.begins_low and len(above.text) > _INDENTED


def _find_browser_lines(lines: Sequence[Line]) -> set[int]:
    """Return the places of addresses that a browser printed below pages, and of times above."""
    feet = {at for at, line in enumerate(lines) if _BROWSER_FOOT.fullmatch(line.text)}
    if not feet:
        return feet
    tops = {0} | {at + 1 for at in feet if at + 1 < len(lines)}
    return feet | {at for at in tops if _BROWSER_HEAD.fullmatch(lines[at].text)}


def _find_stray_heads(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """Return the places of short lines at the top of a page that interrupt a sentence.

    A line of the sentence itself would reach the edge before the next one goes on.
    """
    edge = max((line.right for line in lines), default=0)
    kept = [at for at in range(len(lines)) if at not in gone]
    found = set()
    for one, two, three in zip(kept, kept[1:], kept[2:], strict=False):
        above, line, below = lines[one], lines[two], lines[three]
        is_top = above.page < line.page == below.page
        if not is_top or above.is_ended or line.begins_low or not below.begins_low:
            continue
        if line.right < _SHORT * edge and len(line.pieces) == 1:
            found.add(two)
    return found


def _edges(lines: Sequence[Line]) -> set[int]:
    """Return the places of the first and last lines of each page."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    return {at for places in pages.values() for at in (places[0], places[-1])}


def _find_running(lines: Sequence[Line], numbers: set[int]) -> dict[str, list[int]]:
    """Return texts that run along at the edges of pages, with their places."""
    places: dict[str, list[int]] = {}
    for at, key in _near_edges(lines, numbers):
        places.setdefault(key, []).append(at)
    pages = max(len({line.page for line in lines}), len(numbers))
    # The first page has the document's own head instead.
    needed = max(2, (pages - 1) * 0.6)
    return {
        lines[found[0]].text: found for key, found in places.items() if key and len(found) >= needed
    }


def _near_edges(lines: Sequence[Line], numbers: set[int]) -> list[tuple[int, str]]:
    """Return (place, comparable text) of the lines that may run along."""
    if not any(line.page for line in lines):
        near = {at + step for at in numbers for step in (-1, 1)} - numbers
        return [(at, lines[at].text) for at in sorted(near) if 0 <= at < len(lines)]
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if at not in numbers:
            pages.setdefault(line.page, []).append(at)
    found = []
    for page, of_page in pages.items():
        few = _EDGE_LINES if len(pages) > 2 else 1
        top, bottom = of_page[:few], of_page[few:][-few:]
        for side, group in (("top", top), ("bottom", bottom)):
            for at in group:
                if lines[at].is_in_margin is False:
                    continue
                text = re.sub(rf"(?<!\d){page}(?!\d)", "#", lines[at].text)
                found.append((at, f"{side} {text}"))
    return found
