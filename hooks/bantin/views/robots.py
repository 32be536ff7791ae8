"""Recognises robots by user agent: the union of two published lists, shipped with the project.

COUNTER asks for its own list at least; crawler-user-agents knows newer robots. Both are data in
`robots/`, with their origin; nothing is fetched.

Source: COUNTER Code of Practice R5, 7.8 (internet robots and crawlers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from bantin.text.normalize import split_lines

COUNTER_LIST = "counter-robots.txt"
CRAWLER_LIST = "crawler-user-agents.txt"
# RE2 makes one automaton of a chunk. One of all patterns would be too large to keep.
_CHUNK = 200


def load_patterns(name: str) -> tuple[str, ...]:
    """Return the regular expressions of a list, in order, without lines that begin with #."""
    text = (files("bantin.views") / "robots" / name).read_text("utf-8")
    return tuple(line for line in split_lines(text) if line and not line.startswith("#"))


def robot_condition(column: str) -> str:
    """Return SQL that is true where a column of user agents holds a robot's.

    Args:
        column: SQL for the user agent, never null; "-" and "" are robots, by COUNTER's list.
    """
    return " or ".join(
        (*_matches(column, load_patterns(COUNTER_LIST), "i"),
         *_matches(column, load_patterns(CRAWLER_LIST), "c"))
    )  # fmt: skip


def _matches(column: str, patterns: Sequence[str], option: str) -> Iterator[str]:
    for start in range(0, len(patterns), _CHUNK):
        chunk = "|".join(f"(?:{pattern})" for pattern in patterns[start : start + _CHUNK])
        yield f"regexp_matches({column}, '{chunk.replace(chr(39), chr(39) * 2)}', '{option}')"
