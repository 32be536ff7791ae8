"""Lines that somebody meant as items of a list, and that the page shows as lines of a paragraph.

Knows the lines of one paragraph. Says nothing where the words around a line explain its start: a
remark on good text is the end of all remarks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bantin.rendering.list_signs import Above, may_be_second_half, takes_number
from bantin.text.list_marks import begins_with_capital_word, starts_with_capital

# More than Markdown reads: also what only a person would take for the number of an item. Not the
# number of a document ("25/KH-UBND"), a fraction ("1/ 3") or a decimal.
_NUMBERED = re.compile(
    r"[*_]{0,2}(?P<kind>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*(?P<end>[.)/])|[a-zđ](?P<letter>\))"
    r"|(?P<roman>[IVX]{1,5})[.)](?!\w)))[*_]{0,2}(?P<gap>[\s.-]*)(?P<content>[^\s.,;)-].*)"
)
_BULLET = re.compile(r"(?P<kind>[-+*•–])\s+(?P<content>\S.*)")
# Initials of names and of communes ("V. Nguyễn", "X. Hòa Bình").
_INITIALS = ("V", "X")
_CLOSING = " \u00a0*_\"'”’"
_LAST_NUMBER = re.compile(r"(?<!\S)[^\s0-9]*+[0-9]\S*+(?:\s+(?:và|hoặc|hay|[-–]))?$")
# Markup that the page does not show takes this much of a line, as a rule.
_SLACK = 6


def is_unread_item(lines: Sequence[str], at: int) -> bool:
    """True for a line that was meant as an item.

    Args:
        lines: of a paragraph, stripped, none of them read as an item.
        at: which one; the first may be meant as an item with a number.
    """
    match = _match(_NUMBERED, lines[at]) or (_match(_BULLET, lines[at]) if at else None)
    if match is None or _is_explained(lines, at, match):
        return False
    if at == 0 or _has_siblings(lines, at, match):
        return True
    above = lines[at - 1].rstrip(_CLOSING)
    if above.endswith(":") or not _is_wrapped(lines, at):
        return True
    return above.endswith((".", ";", "!", "?")) and starts_with_capital(match["content"])


def _match(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    match = pattern.match(line)
    if match is None or match.groupdict().get("gap") != "":
        return match
    # Right behind the sign: "1.Sở", "1/Sở", not "25/KH".
    content = match["content"]
    is_number_of_document = match["end"] == "/" and content[1:2].isupper()
    return match if begins_with_capital_word(content) and not is_number_of_document else None


def _is_explained(lines: Sequence[str], at: int, match: re.Match[str]) -> bool:
    """True where a line goes on with the sentence before it, whatever it begins with."""
    groups = match.groupdict()
    above = lines[at - 1] if at else ""
    if groups.get("roman") in _INITIALS:
        return not _has_siblings(lines, at, match)
    if groups.get("end") == "/" and match["content"][:1].isdigit():
        return True
    if match["kind"][-1] == ")" and not match["kind"].startswith("("):
        before = " ".join(lines[:at])
        if before.count("(") > before.count(")"):
            return True
    if match.re is _BULLET:
        is_range = match["content"][:1].isdigit() and above[-1:].isdigit()
        return is_range or may_be_second_half(match["content"])
    counted = Above(above)
    if above.endswith(" và"):
        return _LAST_NUMBER.search(above) is not None
    return takes_number(counted)


def _has_siblings(lines: Sequence[str], at: int, match: re.Match[str]) -> bool:
    """True when another line begins with a sign of the same kind."""
    kind = _kind(match)
    for number, line in enumerate(lines):
        other = _match(match.re, line)
        if number != at and other is not None and _kind(other) == kind:
            is_initial = other.groupdict().get("roman") in _INITIALS
            if is_initial or not _is_explained(lines, number, other):
                return True
    return False


def _kind(match: re.Match[str]) -> str:
    return re.sub(r"[0-9]+", "1", re.sub(r"[IVX]+", "I", re.sub(r"[a-zđ]", "a", match["kind"])))


def _is_wrapped(lines: Sequence[str], at: int) -> bool:
    """True when the first word of a line had no room in the line above."""
    needed = len(lines[at - 1]) + 1 + len(lines[at].split()[0])
    return needed + _SLACK > max(map(len, lines))
