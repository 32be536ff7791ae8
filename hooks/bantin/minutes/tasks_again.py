"""Finds the points of a year's conclusions that came again in those of a later year.

Knows running text and keys of addressees; nothing of records. Two points are the same task when
they have an addressee in common and most of their words. In doubt they are not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bantin.text.fold import exact, fold_syllable, syllables

# The share of words in common from which on two points are the same. Pairs that a person took for
# the same have 0.5 and more, others up to 0.55; see `labelled_tasks_again.yml`.
_SAME = 0.6
# The share where one year's point names nobody who could be compared.
_SAME_FOR_ANYBODY = 0.8
# Pairs of syllables in common, at least: "Ghi nhận" alone tells of no task.
_FEWEST = 3
# Words that stand in any order: small words, and those that say that it is an order.
_STOP_WORDS = frozenset(
    "và của các có cho tại trong đến từ với theo về là để ở một những này do được bị đã sẽ cần "
    "phải cũng như khi trên dưới ra vào hơn ngày tháng năm quý trước sau giao yêu cầu đề nghị "
    "thống nhất đồng ý".split()
)
_END = re.compile(r"[.,;:()\n]")


@dataclass(frozen=True, slots=True)
class ComparedPoint:
    """A point as it is compared.

    Attributes:
        text: its words.
        names: its addressees as printed. The names do not count among the words.
        holders: keys of its addressees; none where it names nobody.
        kin: keys of the addressees, their predecessors and successors.
        is_refusal: it refuses something.
    """

    text: str
    names: tuple[str, ...] = ()
    holders: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    is_refusal: bool = False
    pairs: frozenset[tuple[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read the words once."""
        object.__setattr__(self, "pairs", frozenset(_pairs(self.text, self.names)))


def find_tasks_again(
    later: Sequence[ComparedPoint], earlier: Sequence[ComparedPoint]
) -> list[tuple[int, int]]:
    """Return (0-based place in `later`, place in `earlier`) of the points that are the same task.

    The most alike come together first; each point is in one pair at most. In order of `later`. The
    cost is that of all pairs: callers compare no more than a few hundred points.
    """
    found = [
        (-share, new, old)
        for new, point in enumerate(later)
        for old, other in enumerate(earlier)
        if (share := _share(point, other))
    ]
    pairs: dict[int, int] = {}
    for _, new, old in sorted(found):
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return sorted(pairs.items())


def _share(point: ComparedPoint, other: ComparedPoint) -> float:
    """Return the share of words in common, > 0; 0 for points that are not the same for sure."""
    if point.is_refusal is not other.is_refusal:
        return 0
    common = len(point.pairs & other.pairs)
    if common < _FEWEST:
        return 0
    share = 2 * common / (len(point.pairs) + len(other.pairs))
    # A point may name a body that was not read. Then its words must be nearly the same.
    is_compared = bool(point.holders) == bool(other.holders)
    if point.holders and other.holders and not point.holders & other.kin:
        return 0
    return share if share >= (_SAME if is_compared else _SAME_FOR_ANYBODY) else 0


def _pairs(text: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the neighbouring syllables of a text, folded: a Vietnamese word is mostly two of them.

    Numbers, stop words and ends of clauses part them.
    """
    text = exact(text)
    for name in sorted(map(exact, names), key=len, reverse=True):
        text = text.replace(name, ".")
    for clause in _END.split(text):
        words = [
            "" if word in _STOP_WORDS or word[0].isdigit() else fold_syllable(word)
            for word in syllables(clause)
        ]
        yield from (pair for pair in pairwise(words) if all(pair))
