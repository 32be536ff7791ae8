"""Gathers the fields of an item from all places of a page, best first, and tells contradictions.

Knows rules, labels and data of heads; no single portal.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.capture import FieldName, FoundField
from bantin.importing.reading.html.garbage import begins_related
from bantin.importing.reading.html.head_data import acceptable, linked_data, meta_data
from bantin.importing.reading.html.labels import (
    author_in,
    is_day_of_change,
    is_day_of_publication,
    is_head_line,
    labelled_line,
    views_in,
)
from bantin.importing.reading.html.moments import contradict, find_moment
from bantin.importing.reading.html.rules import PortalRules
from bantin.importing.reading.html.tree import (
    BLOCKS,
    ancestors,
    is_unread,
    select,
    traverse,
    words_of,
)
from bantin.text.fold import exact, fold
from bantin.text.normalize import squeeze_spaces

_MANY = frozenset({FieldName.TAGS})
_LONGEST_LINE = 160
_MOST_LINES_BELOW = 25
_MOST_LINES_AT_HEAD, _MOST_LINES_AT_TAIL, _LONGEST_HEAD_LINE = 6, 3, 250
_SENTENCE = re.compile(r".{40,3000}[.!?…][”\"')\]]?")
_WORDS = {
    FieldName.TITLE: "tiêu đề",
    FieldName.DATE: "ngày đăng",
    FieldName.AUTHOR: "tác giả",
    FieldName.VIEWS: "lượt xem",
}


def fields_of_rules(
    tree: LexborHTMLParser, rules: PortalRules
) -> tuple[list[FoundField], set[int]]:
    """Return what the spots of a portal's rules hold: for each name the first that has it.

    Returns:
        the fields, and `mem_id` of the elements whose words they are.
    """
    found: list[FoundField] = []
    taken: set[int] = set()
    for name, spots in rules.fields.items():
        for spot in spots:
            fields, nodes = _at_spot(tree, name, spot)
            if fields:
                found += fields
                taken |= nodes
                break
    return found, taken


def _at_spot(
    tree: LexborHTMLParser, name: FieldName, spot: str
) -> tuple[list[FoundField], set[int]]:
    css, attribute = spot, ""
    head, mark, tail = spot.rpartition("@")
    if mark and tail.isalpha():
        css, attribute = head, tail
    place = f"phần tử “{spot}”"
    texts: list[str] = []
    for node in select(tree, css)[:20]:
        text = (node.attributes.get(attribute) or "") if attribute else words_of(node)
        texts.append(text.strip())
        if name in _MANY or not (words := _fitting(name, text.strip())):
            continue
        fields = [FoundField(name, words, place)]
        # The line of the day holds the readers too.
        if name is FieldName.DATE and (number := views_in(text[:300])):
            fields.append(FoundField(FieldName.VIEWS, number, place))
        return fields, set() if attribute else {node.mem_id}
    words = "; ".join(dict.fromkeys(filter(None, texts)))
    return ([FoundField(name, words, place)] if name in _MANY and words else []), set()


def _fitting(name: FieldName, text: str) -> str:
    if name is FieldName.DATE:
        moment = find_moment(text)
        return moment.text if moment else ""
    if name is FieldName.VIEWS:
        bare = text.strip(" ()|-")
        return bare if bare.replace(".", "").replace(",", "").isdecimal() else views_in(text)
    if name is FieldName.AUTHOR:
        return author_in(text)
    if name is FieldName.TITLE:
        return text if 4 <= len(text) <= 500 else ""
    if name is FieldName.SECTION:
        return text if len(text) <= 100 and fold(text) != "trang chu" else ""
    return text if len(text) <= 1000 else ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a text.

    Attributes:
        fields: that lines name by labels, best first.
        leads: sentences between title and text, which is where leads stand.
    """

    fields: tuple[FoundField, ...]
    leads: tuple[str, ...]


class _LinePosition(enum.Enum):
    """Where a line stands."""

    ABOVE_TITLE = enum.auto()
    ABOVE_TEXT = enum.auto()
    BELOW_TEXT = enum.auto()


def look_around(
    title: LexborNode | None,
    body: LexborNode,
    dropped: set[int],
    *,
    number_behind_day: bool,
) -> Surroundings:
    """Return what lines around a text name by labels.

    Args:
        title: element of the title; None where it was not found.
        body: element of the text.
        dropped: `mem_id` of what is no part of the item.
        number_behind_day: a number alone behind the day counts readers, as the portal has it.
    """
    found: list[FoundField] = []
    leads: list[str] = []
    lines = _lines(_home_of(title, body), title, body, dropped)
    above = [line for line, place in lines if place is _LinePosition.ABOVE_TITLE][
        -_MOST_LINES_AT_HEAD:
    ]
    for line in (line for line, place in lines if place is _LinePosition.ABOVE_TEXT):
        fields = list(labelled_line(line)) if len(line) <= _LONGEST_LINE else []
        if number_behind_day and (field := _number_behind_day(line)):
            fields.append(field)
        found += fields
        if not fields and title is not None and _SENTENCE.fullmatch(line):
            leads.append(line)
    below = [line for line, place in lines if place is _LinePosition.BELOW_TEXT]
    below = list(takewhile(lambda line: not begins_related(line), below))
    for line in (*above, *below):
        if len(line) <= _LONGEST_LINE:
            # Other days there are those of the page and of other items.
            found += [
                field
                for field in labelled_line(line)
                if field.name is not FieldName.DATE or is_day_of_publication(line)
            ]
    return Surroundings(tuple(found), tuple(leads))


def fields_at_ends(body: LexborNode, dropped: set[int]) -> tuple[list[FoundField], list[str]]:
    """Return what the first and last short lines of a text name, and those that say nothing else.

    Some portals keep the line of the day, or the count of readers, inside the text.
    """
    found: list[FoundField] = []
    told: list[str] = []
    lines = [line for line, _ in _lines(body, None, None, dropped)]
    head = takewhile(lambda line: len(line) <= _LONGEST_HEAD_LINE, lines[:_MOST_LINES_AT_HEAD])
    for line in (*head, *lines[-_MOST_LINES_AT_TAIL:]):
        if is_head_line(line):
            told.append(line)
            if not is_day_of_change(line):
                found += labelled_line(line)
    return found, told


def _number_behind_day(line: str) -> FoundField | None:
    moment = find_moment(line)
    if moment is None:
        return None
    rest = line[moment.start + len(moment.text) :].strip()
    if not re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d{1,7}", rest):
        return None
    return FoundField(FieldName.VIEWS, rest, f"số sau ngày giờ ở dòng “{line}”")


def _home_of(title: LexborNode | None, body: LexborNode) -> LexborNode:
    """Return an element that holds title and text, and what stands right below them."""
    above = {node.mem_id for node in ancestors(title)} if title is not None else set()
    home: LexborNode | None = None
    wider = 2
    for node in ancestors(body):
        if home is not None:
            wider -= 1
        if home is not None or title is None or node.mem_id in above:
            home = node
        if wider == 0 or node.tag == "body":
            break
    return home if home is not None else body


def _lines(
    home: LexborNode, title: LexborNode | None, body: LexborNode | None, dropped: set[int]
) -> list[tuple[str, _LinePosition]]:
    """Return the lines of an element but for those of title and text, with their places."""
    lines: list[tuple[str, _LinePosition]] = []
    parts: list[str] = []
    left = _MOST_LINES_BELOW
    place = _LinePosition.ABOVE_TEXT if title is None else _LinePosition.ABOVE_TITLE

    def end_line(node: LexborNode) -> None:
        nonlocal left
        if not node.is_element_node or not (node.tag in BLOCKS or node.tag == "br"):
            return
        # Elements in one line stand apart, though nothing is between them.
        line = squeeze_spaces(" ".join(" ".join(parts).split()))
        parts.clear()
        if line:
            lines.append((line, place))
            left -= place is _LinePosition.BELOW_TEXT

    def enter(node: LexborNode) -> bool:
        nonlocal place
        if left <= 0:
            return False
        end_line(node)
        if body is not None and node.mem_id == body.mem_id:
            place = _LinePosition.BELOW_TEXT
            return False
        if title is not None and node.mem_id == title.mem_id:
            if place is _LinePosition.ABOVE_TITLE:
                place = _LinePosition.ABOVE_TEXT
            return False
        if node.is_text_node:
            parts.append(node.text_content or "")
        return not (is_unread(node) or node.mem_id in dropped)

    traverse(home, enter, end_line)
    return lines


def gather(
    tree: LexborHTMLParser, near: Iterable[FoundField], doubts: list[str]
) -> tuple[FoundField, ...]:
    """Return all fields, best first, each value once; tell contradictions.

    Args:
        tree: the page, whose data for machines are read too.
        near: fields that the page shows, best first.
        doubts: takes the contradictions, in Vietnamese.
    """
    machine = map(acceptable, (*linked_data(tree), *meta_data(tree)))
    kept: dict[FieldName, list[FoundField]] = {}
    for field in near:
        _keep(kept, field)
    for each in machine:
        # Sites write their own name, address or motto where a page has nothing of its own.
        if each is None or (each.name in kept and each.name is not FieldName.DATE):
            continue
        _keep(kept, each)
    for name in (FieldName.DATE, FieldName.VIEWS, FieldName.AUTHOR, FieldName.TITLE):
        _tell_contradiction(name, kept.get(name, []), doubts)
    return tuple(field for name in FieldName for field in kept.get(name, []))


def _keep(kept: dict[FieldName, list[FoundField]], field: FoundField) -> None:
    fields = kept.setdefault(field.name, [])
    if field.name is FieldName.DATE:
        moment = find_moment(field.text)
        for at, other in enumerate(fields):
            known = find_moment(other.text)
            if moment and known and not contradict(moment, known):
                # The same day with its hour says more.
                if moment.clock and not known.clock:
                    fields[at] = field
                return
    elif any(_same(field, other) for other in fields):
        return
    if field.name is FieldName.URL and fields:
        return
    fields.append(field)


def _same(one: FoundField, other: FoundField) -> bool:
    if one.name is FieldName.VIEWS:
        return one.text.replace(",", ".") == other.text.replace(",", ".")
    return exact(one.text) == exact(other.text)


def _tell_contradiction(name: FieldName, fields: list[FoundField], doubts: list[str]) -> None:
    if len(fields) > 1:
        told = "; ".join(f"“{field.text}” ({field.place})" for field in fields[:4])
        doubts.append(f"trang nêu {_WORDS[name]} khác nhau: {told}; lấy giá trị đầu")
