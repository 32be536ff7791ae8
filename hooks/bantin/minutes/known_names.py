"""Finds names of the known bodies in running text, the longest one, however it is written.

Knows the names without their places. What may stand behind them is not read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from bantin.records.known_bodies import ABBREVIATED, Place, all_ways, load_known_bodies
from bantin.text.fold import exact

# A word and what joins it to the one before.
_STEP = re.compile(
    r"(?P<joint>\s*[,–—&/-]\s*(?:và\s+)?|\s+(?:và\s+)?|)(?:của\s+)?(?P<word>[^\W_]+)"
)


@dataclass(slots=True)
class _Node:
    """The names that begin with the same words.

    Attributes:
        next: word → the names that go on with it.
        joined: words that stand behind a comma, dash or "và" in some name.
        places: what may stand behind the name that ends here; empty where none ends.
    """

    next: dict[str, _Node] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class KnownName:
    """A known name in a text.

    Attributes:
        end: offset behind it.
        places: what may stand behind it, of all bodies that are called so.
    """

    end: int
    places: frozenset[Place]


def find_known(text: str, at: int, *, under: str = "") -> KnownName | None:
    """Return the longest known name that begins at an offset; None without one.

    Args:
        text: NFC running text.
        at: offset of a letter.
        under: first words of the name that the text leaves out: "Sở" in "các Sở: Tài chính, …".
    """
    node = _root()
    for word in under.split():
        for one in _words(word):
            node = node.next[one]
    found: KnownName | None = None
    first = True
    while step := _STEP.match(text, at):
        is_joined = not step["joint"].isspace() and not first
        for one in _words(step["word"]):
            if (is_joined and one not in node.joined) or one not in node.next:
                return found
            node, is_joined = node.next[one], False
        at, first = step.end(), False
        if node.places:
            found = KnownName(at, frozenset(node.places))
    return found


def first_words() -> frozenset[str]:
    """Return the words, in lower case, with which known names begin, abbreviations among them."""
    return frozenset(_root().next).union(ABBREVIATED)


@lru_cache(maxsize=4_096)
def _words(word: str) -> tuple[str, ...]:
    """Return a word in its one form; abbreviations written out."""
    plain = exact(word)
    return tuple(ABBREVIATED.get(plain, plain).split())


@cache
def _root() -> _Node:
    root = _Node()
    for body in load_known_bodies().values():
        for way in all_ways(body):
            _add(root, way, body.place)
    return root


def _add(root: _Node, way: str, place: Place) -> None:
    node, at = root, 0
    while step := _STEP.match(way, at):
        is_joined = at > 0 and not step["joint"].isspace()
        for one in _words(step["word"]):
            if is_joined:
                node.joined.add(one)
            node, is_joined = node.next.setdefault(one, _Node()), False
        at = step.end()
    node.places.add(place)
