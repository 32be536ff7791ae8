"""People named in running text, with the positions printed beside their names.

Precision before recall: a person counts after "đồng chí" (ông, bà) or behind a position.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bantin.importing.names import SURNAMES, UPPER, body_pattern, parse_body_name
from bantin.records.parts import PersonMention
from bantin.text.tones import one_tone_style

_HEAD = (
    r"(?i:(?:quyền |q\. ?)?(?:tuv|uv ?btv|uvbch|uvtv|đbqh|(?:tỉnh|thành|huyện) ủy viên"
    r"|(?:phó )?chủ tịch(?: thường trực)?|phó bí thư(?: thường trực)?|bí thư"
    r"|ủy viên(?: ban thường vụ| ban chấp hành| thường trực)?|(?:phó )?(?:tổng )?giám đốc"
    r"|(?:phó )?chánh văn phòng|(?:phó )?chánh|(?:phó )?trưởng ban(?: thường trực)?"
    r"|(?:phó )?trưởng phòng|(?:phó )?trưởng đoàn|(?:phó )?trưởng|(?:phó )?cục trưởng"
    r"|thư ký))(?!\w)"
)
_ADDRESS = r"(?i:đồng chí|đ/c|ông|bà)"


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person named at one place of a text; [start, end) spans the name alone."""

    start: int
    end: int
    name: str
    positions: tuple[str, ...]
    former: tuple[str, ...]


def find_people(text: str) -> list[FoundPerson]:
    """Return the people named in `text` (NFC, single spaces), in order. A name may come twice."""
    even = one_tone_style(text)
    found: dict[int, FoundPerson] = {}
    for pattern in _patterns():
        for match in pattern.finditer(even):
            start, end = match.span("name")
            first, last = match.span("positions")
            positions = list(_split_positions(text, even, first, last))
            person = FoundPerson(
                start,
                end,
                text[start:end],
                tuple(words for words, former in positions if not former),
                tuple(words for words, former in positions if former),
            )
            known = found.get(start)
            if known is None or len(known.positions) < len(person.positions):
                found[start] = person
    return [found[start] for start in sorted(found)]


def merge_people(found: Iterable[FoundPerson]) -> tuple[PersonMention, ...]:
    """Make one mention of each person. Of a position printed in two ways the first stays."""
    people: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for person in found:
        positions, former = people.setdefault(person.name, ({}, {}))
        for held, printed in ((positions, person.positions), (former, person.former)):
            for position in printed:
                held.setdefault(parse_body_name(position).key, position)
    return tuple(
        PersonMention(name=name, positions=tuple(held.values()), former=tuple(past.values()))
        for name, (held, past) in people.items()
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    body = rf"(?:{body_pattern()})(?!\w)"
    head = rf"(?:(?i:nguyên) )?{_HEAD}"
    position = rf"{head}(?: {body}|(?=[,;.)]| và |$))"
    syllable = rf"(?!{head})[{UPPER}][\w'’]*"
    name = rf"(?P<name>(?!{body}){syllable}(?: {syllable}){{1,4}})"
    surnamed = rf"(?P<name>(?:{SURNAMES})(?: {syllable}){{1,4}})"
    after = rf"(?P<positions>(?:, {position})*)"
    before = rf"(?P<positions>(?:{position}, )*{head}(?: {body})?)"
    return (
        re.compile(rf"(?<!\w){_ADDRESS} {name}{after}"),
        re.compile(rf"(?<!\w){before} {surnamed}"),
    )


@cache
def _one_position() -> re.Pattern[str]:
    # With a body first: "Trưởng Ban Vì sự…" is no "Trưởng ban" of nothing.
    body = rf"(?:{body_pattern()})(?!\w)"
    return re.compile(rf"(?<!\w)(?P<former>(?i:nguyên) )?(?:{_HEAD} {body}|{_HEAD})")


def _split_positions(text: str, even: str, first: int, last: int) -> Iterator[tuple[str, bool]]:
    """Yield each position in text[first:last] as printed, and whether it is a former one."""
    for match in _one_position().finditer(even, first, last):
        yield text[match.start() : match.end()], match["former"] is not None
