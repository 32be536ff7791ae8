"""Marks that number the items of Vietnamese documents, as they stand at the start of a line.

Knows one line at a time; whether a mark begins an item is for who sees the lines around it.

Source: Decree 30/2020/NĐ-CP, annex I, on parts, chapters, sections, clauses, points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Letters that some clerks pass over, in the order of the others.
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_OPTIONAL_LETTERS = frozenset("đfjwz")
_ROMANS = {
    tens + ones: 10 * ten + one
    for ten, tens in enumerate(("", "X", "XX"))
    for one, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if tens + ones
} | {"XXX": 30}
_SPACES = " \u00a0"
_MARK = re.compile(
    r"(?P<indent> *)(?P<bold>\*{2,3}|__|)(?P<text>"
    r"(?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})\.?"
    r"|(?P<number>[0-9]{1,3})[.)/]"
    r"|\((?:(?P<inner_number>[0-9]{1,3})|(?P<inner_letter>[a-zđ]))\)"
    r"|(?P<letter>[a-zđ])[.)/]"
    r"|(?P<pair>[a-zđ][0-9]{1,2})\)"
    r"|(?P<roman>[IVX]{1,6})[.)]"
    r"|(?P<bullet>[-+*•–])"
    r")"
)
# Some line may begin with a mark; quicker than reading each.
MAY_HOLD_MARK = re.compile(
    r"^ {0,3}[*_]{0,3}(?:[-+*•–](?:[ \u00a0]|$)"
    r"|\(?(?:[0-9]{1,3}|[a-zđ][0-9]{0,2}|[IVX]{1,6})[.)/])",
    re.MULTILINE,
)
# Where the same mark may stand right before a capital: "1.Sở Nội vụ".
_MAY_TOUCH = frozenset({"1.", "1)", "a)"})
# The order of levels. Those of one rank hold each other, whichever comes first.
_RANKS = {"I.": 0, "I)": 0, "1.": 1, "1)": 6, "1/": 6, "a)": 6, "a.": 6, "a/": 6}
_RANKS |= {"(1)": 7, "(a)": 7, "a1)": 8}
_BULLET_RANK = 9
BULLETS = frozenset("-+*•")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line.

    Attributes:
        kind: "1.", "1)", "1/", "(1)", "a)", "a.", "a/", "(a)", "a1)", "I.", "I)"; "1.1", "1.1.1"
            and so on, with or without a last point; a bullet: "-" (a dash too), "+", "*", "•".
        text: as printed, "đ)".
        indent: spaces before it.
        offset: where the content begins in the line.
        content: what follows it; the bold type of a heading is kept, that of the mark is not.
        number: its place in its order, from 0; of "1.2.3" the last number. 0 for bullets.
        above: the numbers before the last one of "1.2.3"; () for others.
    """

    kind: str
    text: str
    indent: int
    offset: int
    content: str
    number: int = 0
    above: tuple[int, ...] = ()

    @property
    def is_bullet(self) -> bool:
        return self.kind in BULLETS

    @property
    def is_first(self) -> bool:
        """True where the mark may begin a list without a doubt: 1, a, I, 1.1, any bullet."""
        return self.is_bullet or self.number == (0 if self.kind in _LETTER_KINDS else 1)

    @property
    def rank(self) -> int:
        """How deep such marks stand in a document: 0 is the outermost."""
        if self.above:
            return 1 + len(self.above)
        return _BULLET_RANK if self.is_bullet else _RANKS[self.kind]

    @property
    def begins_with_capital(self) -> bool:
        return starts_with_capital(self.content)

    def follows(self, other: Mark) -> bool:
        """True when this mark is the next one after another in the same order."""
        if self.kind != other.kind or self.is_bullet:
            return False
        if self.kind in _LETTER_KINDS:
            between = _LETTERS[other.number + 1 : self.number]
            return self.number > other.number and set(between) <= _OPTIONAL_LETTERS
        return self.above == other.above and self.number == other.number + 1

    def is_deeper_than(self, other: Mark) -> bool:
        """True when items with this mark stand below those with another one of another kind."""
        if self.is_bullet and other.is_bullet:
            return True
        if self.rank != other.rank:
            return self.rank > other.rank
        # "1)" and "a)": the first of a document is the outer one.
        return self.is_first and (self.kind in _LETTER_KINDS) is not (other.kind in _LETTER_KINDS)


_LETTER_KINDS = frozenset({"a)", "a.", "a/", "(a)"})


def read_mark(line: str) -> Mark | None:
    """Return the mark at the start of a line, however far in; None where there is none."""
    match = _MARK.match(line)
    if match is None:
        return None
    kind, number, above = _read_order(match)
    after = line[match.end() :]
    content = after.lstrip(_SPACES)
    rest = content
    is_apart = rest != after or not rest
    bold = match["bold"]
    if bold and content.startswith(bold):
        # The mark alone is bold. A space may stand on either side of the closing sign.
        after = content[len(bold) :]
        rest = content = after.lstrip(_SPACES)
        is_apart = is_apart or rest != after or not rest
    elif bold:
        content = bold + content
    if not kind or (bold and (not content.strip("*_") or kind in BULLETS)):
        return None
    if not is_apart and not (kind in _MAY_TOUCH and begins_with_capital_word(rest)):
        return None
    offset = len(line) - len(rest)
    return Mark(kind, match["text"], len(match["indent"]), offset, content, number, above)


def starts_with_capital(text: str) -> bool:
    """True when the first letter or digit of a text is a capital letter."""
    return text.lstrip("*_\"'“‘([ \u00a0")[:1].isupper()


def begins_with_capital_word(text: str) -> bool:
    """True for "Sở" and "Ý kiến", not for the "A" of "3.A"."""
    first, second = text[:1], text[1:2]
    return first.isupper() and (second.isalpha() or (second in _SPACES and not first.isascii()))


def _read_order(match: re.Match[str]) -> tuple[str, int, tuple[int, ...]]:
    """Return kind, number and numbers above; no kind for what only looks like a Roman numeral."""
    text = match["text"]
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "dotted" in found:
        numbers = tuple(map(int, found["dotted"].split(".")))
        return ".".join("1" * len(numbers)), numbers[-1], numbers[:-1]
    if "number" in found:
        return f"1{text[-1]}", int(found["number"]), ()
    if "inner_number" in found:
        return "(1)", int(found["inner_number"]), ()
    if "inner_letter" in found:
        return "(a)", _LETTERS.index(found["inner_letter"]), ()
    if "letter" in found:
        return f"a{text[-1]}", _LETTERS.index(found["letter"]), ()
    if "pair" in found:
        return "a1)", int(found["pair"][1:]), ()
    if "roman" in found:
        number = _ROMANS.get(found["roman"], 0)
        return (f"I{text[-1]}" if number else ""), number, ()
    return ("-" if text == "–" else text), 0, ()
