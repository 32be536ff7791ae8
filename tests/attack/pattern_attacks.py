"""Strings on which a regular expression may take long, derived from the expression itself.

Knows expressions, not their use. A repeated part of a pattern is repeated in the string, behind
what the pattern asks before it, and before something that it does not expect.
"""

from __future__ import annotations

import re
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from typing import Any

Make = Callable[[int], str]
_SUFFIXES = ("", "\x00", "!", " x")
_ANY = "a1 .-<\"'\n,ộA|"
_CATEGORIES = {
    ops.CATEGORY_DIGIT: "1",
    ops.CATEGORY_NOT_DIGIT: "a ",
    ops.CATEGORY_SPACE: " ",
    ops.CATEGORY_NOT_SPACE: "a1",
    ops.CATEGORY_WORD: "a1",
    ops.CATEGORY_NOT_WORD: " -",
}
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_MANY = 20


def attacks_on(pattern: re.Pattern[str]) -> dict[str, Make]:
    """Return makers of strings of a length, by what they repeat."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    units: dict[tuple[str, str], None] = {}
    example = _example(tree)
    for prefix, unit in _repeated(tree, ""):
        units[prefix, unit] = None
    for end in range(1, len(example) + 1):
        units["", example[:end]] = None
    for sign in dict.fromkeys((*example, *_ANY)):
        units["", sign] = None
        units[example[:-1], sign] = None
    return {
        f"{prefix!r} + {unit!r}… + {suffix!r}": _maker(prefix, unit, suffix)
        for prefix, unit in units
        if unit
        for suffix in _SUFFIXES
    }


def _maker(prefix: str, unit: str, suffix: str) -> Make:
    return lambda size: prefix + unit * (size // len(unit)) + suffix


def _example(tree: Any) -> str:
    """Return a string that the pattern matches, as far as its assertions allow."""
    return "".join(_of(op, value) for op, value in tree)


def _of(op: Any, value: Any) -> str:
    if op in (ops.LITERAL,):
        return chr(value)
    if op is ops.NOT_LITERAL:
        return "b" if value == ord("a") else "a"
    if op is ops.ANY:
        return "a"
    if op is ops.IN:
        return _members(value)[0]
    if op is ops.BRANCH:
        return _example(value[1][0])
    if op is ops.SUBPATTERN:
        return _example(value[3])
    if op is ops.ATOMIC_GROUP:
        return _example(value)
    if op in _REPEATS:
        low, _, inner = value
        return _example(inner) * max(low, 1)
    return ""


def _members(items: Any) -> list[str]:
    """Return a few characters of a class; the kinds that people type come first."""
    is_negated = items[0][0] is ops.NEGATE
    found = [sign for item in items for sign in _some(*item)]
    if is_negated:
        found = [sign for sign in _ANY + "(b" if not any(_holds(item, sign) for item in items)]
    return found or ["a"]


def _some(op: Any, value: Any) -> str:
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.RANGE:
        return chr(value[0])
    return _CATEGORIES.get(value, "") if op is ops.CATEGORY else ""


def _holds(item: Any, sign: str) -> bool:
    op, value = item
    if op is ops.LITERAL:
        return ord(sign) == value
    if op is ops.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    if op is ops.CATEGORY:
        classes = {
            ops.CATEGORY_DIGIT: r"\d",
            ops.CATEGORY_NOT_DIGIT: r"\D",
            ops.CATEGORY_SPACE: r"\s",
            ops.CATEGORY_NOT_SPACE: r"\S",
            ops.CATEGORY_WORD: r"\w",
            ops.CATEGORY_NOT_WORD: r"\W",
        }
        return re.match(classes[value], sign) is not None
    return False


def _repeated(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield (what stands before, unit) for everything that a pattern may repeat."""
    for op, value in tree:
        if op in _REPEATS:
            _, high, inner = value
            if high == ops.MAXREPEAT or high > _MANY:
                for unit in _units(inner):
                    yield before, unit
            yield from _repeated(inner, before)
        elif op is ops.SUBPATTERN:
            yield from _repeated(value[3], before)
        elif op is ops.ATOMIC_GROUP:
            yield from _repeated(value, before)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch, before)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _repeated(value[1], before)
        before += _of(op, value)


def _units(tree: Any) -> list[str]:
    if len(tree) == 1 and tree[0][0] is ops.IN:
        return _members(tree[0][1])[:6]
    if len(tree) == 1 and tree[0][0] is ops.BRANCH:
        return [_example(branch) for branch in tree[0][1][1]]
    return [_example(tree)]
