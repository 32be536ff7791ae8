"""Finds known names with wrong diacritic marks: `Ban Vì sự tiên bộ của phụ nữ`.

Knows the names of bodies, and of the people that the record itself names. It reports a name only
when all letters agree and a mark differs. A larger difference may mean another body or person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bantin.catalog.people import mentions_of
from bantin.checking.manuscript import Manuscript, Passage
from bantin.errors import Problem
from bantin.records.models import Body, Dated
from bantin.text.fold import exact, fold_syllable

_WORD = re.compile(r"[^\W\d_]+")
# Separators between two words of one name.
_WITHIN = re.compile(r"(?: |\n|, ?| ?[–-] ?)(?!\n)")
_PLACE = re.compile(r"(?<!\s)\s+(?:tỉnh|thành phố|TP\.?)\s+\S.*$", re.IGNORECASE)
# Fewest syllables of a name. Shorter names are also everyday words.
_SYLLABLES_OF_BODY = 4
_SYLLABLES_OF_PERSON = 3
# A name is looked up by this many first syllables.
_KEY = 3

# Folded beginning → (all syllables folded, all exact, name as written).
_Index = dict[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, ...], str]]]


@dataclass(frozen=True)
class KnownNames:
    """Names that a text is compared with."""

    by_beginning: Mapping[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, ...], str]]]
    spellings: frozenset[tuple[str, ...]]

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The first two syllables of each name, folded."""
        return frozenset((key[0], key[1]) for key in self.by_beginning)


def know_names(names: Iterable[str], *, least: int) -> KnownNames:
    """Return an index of the names with at least `least` syllables."""
    by_beginning: _Index = {}
    spellings = set()
    for name in names:
        words = [match[0] for match in _WORD.finditer(name)]
        if len(words) < max(least, _KEY):
            continue
        spelling = tuple(map(exact, words))
        folded = tuple(map(fold_syllable, words))
        if spelling not in spellings:
            spellings.add(spelling)
            by_beginning.setdefault(folded[:_KEY], []).append((folded, spelling, name))
    return KnownNames(by_beginning, frozenset(spellings))


def names_of_bodies(bodies: Iterable[Body]) -> KnownNames:
    """Return the names of bodies without the place at the end, which has many spellings."""
    names = [name for body in bodies for name in (body.name, *body.short_names)]
    return know_names((_PLACE.sub("", name) for name in names), least=_SYLLABLES_OF_BODY)


def check_names(manuscript: Manuscript, bodies: KnownNames) -> Iterator[Problem]:
    """Yield a remark for each wrong spelling of a known name, at its first use."""
    record = manuscript.record
    if not isinstance(record, Dated):
        return
    people = know_names(
        (mention.name for mention in mentions_of(record)), least=_SYLLABLES_OF_PERSON
    )
    told: set[str] = set()
    for passage in manuscript.passages:
        if not passage.is_prose:
            continue
        found = [(*one, "tên cơ quan") for one in _misspelt(passage, bodies)]
        found += [
            (*one, "tên ở phần đầu bài")
            for one in _misspelt(passage, people)
            if _is_whole_name(passage.words, one[0], one[1])
        ]
        for start, end, name, whose in found:
            written = " ".join(passage.words[start:end].split())
            if written not in told:
                told.add(written)
                yield manuscript.remark(
                    passage, start, f"“{written}” viết khác {whose}: “{name}”", "xem lại các dấu"
                )


def _misspelt(passage: Passage, names: KnownNames) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, known name) of each text that differs from the name by marks only."""
    if not names.by_beginning:
        return
    folded = passage.syllables
    # This test alone settles most texts.
    if names.pairs.isdisjoint(pairwise(folded)):
        return
    text = passage.words
    words = list(_WORD.finditer(text))
    if len(words) != len(folded):  # an invisible character splits a word
        return
    for at in range(len(words) - _KEY + 1):
        if (folded[at], folded[at + 1]) not in names.pairs:
            continue
        for wanted, spelling, name in names.by_beginning.get(tuple(folded[at : at + _KEY]), ()):
            here = words[at : at + len(wanted)]
            if tuple(folded[at : at + len(wanted)]) != wanted or not _stand_together(text, here):
                continue
            written = tuple(exact(match[0]) for match in here)
            # No letter has marks: typed so on purpose, or on a telephone.
            if written != spelling and written != wanted and written not in names.spellings:
                yield here[0].start(), here[-1].end(), name


def _stand_together(text: str, words: list[re.Match[str]]) -> bool:
    return all(_WITHIN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words))


def _is_whole_name(text: str, start: int, end: int) -> bool:
    """True when each word has a capital and no further word continues the name."""
    if not all(match[0][0].isupper() for match in _WORD.finditer(text, start, end)):
        return False
    after = re.compile(r" ([^\W\d_])").match(text, end)
    return after is None or not after[1].isupper()
