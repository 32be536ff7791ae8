"""Finds bodies that stand above themselves or succeed themselves, and chains without end.

Each chain is walked once, without recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bantin.records.models import Body

# No body has more bodies above it, nor more that took over one after another.
LONGEST_CHAIN = 30
# A message names this many files of a circle.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class ChainFault:
    """A fault of one body's key.

    Attributes:
        slug: the body.
        circle: the files of a circle, this body's first and last: "a.md → b.md → a.md"; "" when the
            chain is only too long.
    """

    slug: str
    circle: str = ""


def faults_of_chains(bodies: Mapping[str, Body], key: str) -> Iterator[ChainFault]:
    """Yield the faults of a key that names another body, by slug.

    Args:
        bodies: by slug; a name that is not among them ends a chain.
        key: "parent" or "succeeded_by".
    """
    following: dict[str, str] = {slug: getattr(one, key) or "" for slug, one in bodies.items()}
    circles = dict(_circles(following))
    lengths = _lengths(following, circles)
    for slug in sorted(bodies):
        if slug in circles or lengths[slug] > LONGEST_CHAIN:
            yield ChainFault(slug, circles.get(slug, ""))


def name_circle(names: Iterable[str], size: int) -> str:
    """Return a circle in words; only its beginning when it is long.

    Args:
        names: of files, in order; those that the message needs are taken.
        size: number of files in the circle.
    """
    shown = list(islice(names, min(size, _NAMED)))
    more = [f"… ({size - len(shown)} tệp nữa)"] if size > len(shown) else []
    return " → ".join((*shown, *more, shown[0]))


def _circles(following: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each slug of a circle, and the circle in words."""
    done: set[str] = set()
    for start in following:
        place: dict[str, int] = {}
        at = start
        while at in following and at not in done and at not in place:
            place[at] = len(place)
            at = following[at]
        if at in place:
            circle = list(islice(place, place[at], None))
            # A copy of the whole circle for each of its slugs would be quadratic.
            twice = [f"{slug}.md" for slug in (*circle, *circle)]
            for first, slug in enumerate(circle):
                yield slug, name_circle(twice[first : first + _NAMED], len(circle))
        done.update(place)


def _lengths(following: Mapping[str, str], circles: Iterable[str]) -> Mapping[str, int]:
    """Return how many slugs follow each one, up to a circle."""
    lengths = dict.fromkeys(circles, 0)
    for start in following:
        path: list[str] = []
        at = start
        while at in following and at not in lengths:
            path.append(at)
            at = following[at]
        length = lengths.get(at, -1)
        for slug in reversed(path):
            length += 1
            lengths[slug] = length
    return lengths
