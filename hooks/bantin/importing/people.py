"""People named in running text, with the positions printed beside their names.

Precision before recall: a person counts after "đồng chí" (ông, bà), a rank, or beside a position.
Names of places, and names that are honoured, are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bantin.importing.family_names import FAMILY_NAMES
from bantin.importing.honours import (
    begin_of_name,
    end_of_name,
    follows_place_word,
    is_honoured,
    is_place,
)
from bantin.importing.names import UPPER, body_pattern
from bantin.importing.positions import ADDRESS, HEAD, RANK, organ_pattern
from bantin.records.body_names import parse_body_name
from bantin.records.parts import PersonMention
from bantin.text.tones import one_tone_style

_SENTENCE_END = re.compile(rf"[.!?…]\s+(?=[“\"]?[{UPPER}])")
# Characters of a list of names; one sentence.
_LONGEST_LIST = 1_000
# What one acts on behalf of is another's position.
_ON_BEHALF = re.compile(
    r"(?<!\w)(?:thừa (?:lệnh|ủy quyền)(?: của)?|thay mặt(?: cho)?|được sự ủy quyền của"
    r"|(?:được|theo) ủy quyền của) $",
    re.IGNORECASE,
)
_LONGEST_BEHALF = 30
_LIST = re.compile(r"(?i:(?:các|những) (?:đồng chí|đ/c|ông,? bà|ông|bà))(?!\w)")
_MEMBER = re.compile(r"(?:[;,] (?:và )?| và |: ?)(?i:(?:đồng chí|đ/c|ông|bà) )?")


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
    return [person for person, honoured in _find_names(text) if not honoured]


def people_of(texts: Iterable[str]) -> tuple[PersonMention, ...]:
    """Return the people of one item's texts; whom one of them honours is in none of them."""
    found = [one for text in texts for one in _find_names(text)]
    remembered = {person.name for person, honoured in found if honoured}
    return merge_people(person for person, _ in found if person.name not in remembered)


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


def _find_names(text: str) -> list[tuple[FoundPerson, bool]]:
    """Return the people of a text in order, and whether each is only honoured there."""
    even = one_tone_style(text)
    found: dict[int, tuple[FoundPerson, bool]] = {}
    for person, honoured in _match_names(text, even):
        known = found.get(person.start)
        if known is None or len(known[0].positions) < len(person.positions):
            found[person.start] = (person, honoured or (known is not None and known[1]))
    apart: list[tuple[FoundPerson, bool]] = []
    for start in sorted(found):
        # A name within a longer one is a part of it.
        if not apart or start >= apart[-1][0].end:
            apart.append(found[start])
    return apart


def _match_names(text: str, even: str) -> Iterator[tuple[FoundPerson, bool]]:
    for pattern, is_addressed, is_lone in _patterns():
        for match in pattern.finditer(even):
            start, end = match.span("name")
            if not is_addressed:
                start = begin_of_name(even, start)
            end = end_of_name(even, start, end)
            name = text[start:end]
            if is_place(even, start, name, addressed=is_addressed):
                continue
            if is_lone and follows_place_word(even, start):
                continue
            first, last = match.span("positions")
            positions = list(_split_positions(text, even, first, last if first >= end else start))
            if first < start and _ON_BEHALF.search(even, max(0, first - _LONGEST_BEHALF), first):
                # "Thừa lệnh Chủ tịch UBND tỉnh, Chánh Văn phòng A": A is no chair of the province.
                positions = positions[1:]
            person = FoundPerson(
                start,
                end,
                name,
                tuple(words for words, former in positions if not former),
                tuple(words for words, former in positions if former),
            )
            yield person, is_honoured(even, match.start(), end)
    for start, end in _list_members(even):
        if not is_place(even, start, text[start:end], addressed=True):
            yield FoundPerson(start, end, text[start:end], (), ()), False


def _list_members(even: str) -> Iterator[tuple[int, int]]:
    """Yield the names in lists behind "các đồng chí" that have no position beside them."""
    name = _full_name()
    for opening in _LIST.finditer(even):
        limit = min(len(even), opening.end() + _LONGEST_LIST)
        stop = _SENTENCE_END.search(even, opening.end(), limit)
        end = stop.start() if stop else limit
        if first := name.match(even, opening.end() + 1, end):
            yield first.span()
        for gap in _MEMBER.finditer(even, opening.end(), end):
            if member := name.match(even, gap.end(), end):
                yield member.span()


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(rf"(?:{FAMILY_NAMES})(?: (?!{HEAD})[{UPPER}][^\W\d_]*){{2,4}}(?![\w-])")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Return expressions with the groups name and positions, and two marks.

    The first: the name stands behind an address or a rank. The second: behind nothing.
    """
    body = rf"(?:{body_pattern()})(?!\w)"
    head = rf"(?:(?i:nguyên) )?{HEAD}"
    organ = organ_pattern()
    position = rf"{head}(?: {organ}|(?=[,;.)]| và | [-–] |$))"
    syllable = rf"(?!{head})(?!{RANK})[{UPPER}][\w'’]*"
    name = rf"(?P<name>(?!{body}){syllable}(?: {syllable}){{1,4}})"
    surnamed = rf"(?P<name>(?:{FAMILY_NAMES})(?: {syllable}){{1,4}})"
    full = rf"(?P<name>(?:{FAMILY_NAMES})(?: {syllable}){{2,4}})"
    after = rf"(?P<positions>(?:(?:,| ?[-–]) ?{position})?(?:, {position}){{0,12}})"
    beside = rf"(?P<positions>(?:,| ?[-–]) ?{position}(?:, {position}){{0,12}})"
    before = rf"(?P<positions>(?:{position}, ){{0,12}}{head}(?: {organ})?)"
    return (
        (re.compile(rf"(?<!\w){ADDRESS}:? (?:{RANK},? )?{name}{after}"), True, False),
        (re.compile(rf"(?<!\w){before} (?:{RANK},? )?{surnamed}"), False, False),
        (re.compile(rf"(?<!\w){full}{beside}"), False, True),
        (re.compile(rf"(?<=[;:] ){surnamed}{beside}"), False, True),
        (re.compile(rf"(?<!\w){RANK},? {surnamed}{after}"), True, False),
    )


@cache
def _one_position() -> re.Pattern[str]:
    # With a body first: "Trưởng Ban Vì sự…" is no "Trưởng ban" of nothing.
    return re.compile(rf"(?<!\w)(?P<former>(?i:nguyên) )?(?:{HEAD} {organ_pattern()}|{HEAD})")


def _split_positions(text: str, even: str, first: int, last: int) -> Iterator[tuple[str, bool]]:
    """Yield each position in text[first:last] as printed, and whether it is a former one."""
    for match in _one_position().finditer(even, first, last):
        yield text[match.start() : match.end()], match["former"] is not None
