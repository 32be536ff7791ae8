"""Numbers of items as browsers print them: how a list counts, and with which signs.

Knows the attributes of `<ol>` and `<li>`; nothing of pages.

Source: https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LIST_CLASS = "vn-list"
# What follows the number is ignored.
_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]+)")
# Of parts of a document; larger ones would be letters of a list A, B, C, D.
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_SIGNS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SIGNS = "(). /"
# Browsers count in 32 bits; what goes beyond counts as not written.
_LIMIT = 2**31


@dataclass(slots=True)
class OpenList:
    """A list that is open.

    Attributes:
        is_numbered: it is an `<ol>`.
        next: the number of its next item.
        style: its `type`; LIST_CLASS where the marks are text.
    """

    is_numbered: bool
    next: int = 1
    style: str = ""

    @classmethod
    def of(cls, tag: str, values: Mapping[str, str]) -> OpenList:
        """Return the list that a start tag begins."""
        if tag == "ul":
            return cls(is_numbered=False)
        # A list that says how it counts is counted, whatever its class.
        is_ours = LIST_CLASS in values.get("class", "").split() and "type" not in values
        style = LIST_CLASS if is_ours else values.get("type", "")
        return cls(True, _integer(values.get("start", ""), 1), style)

    def take(self, values: Mapping[str, str]) -> str:
        """Return the mark that is printed before the next item; "" for a mark that is text."""
        number = _integer(values.get("value", ""), self.next)
        self.next = number + 1
        return "" if self.style == LIST_CLASS else f"{numeral(number, self.style)}."


def numeral(number: int, style: str) -> str:
    """Return a number as browsers print it in a list of a type ("", "1", "a", "A", "i", "I")."""
    if style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters.upper() if style == "A" else letters
    if style in ("i", "I") and 0 < number < 4000:
        signs = ""
        for value, sign in _ROMAN_SIGNS:
            while number >= value:
                signs, number = signs + sign, number - value
        return signs.upper() if style == "I" else signs
    return str(number)


def bare_number(mark: str) -> str:
    """Return a mark without its signs: "3", "b", "II", "1.1"."""
    return mark.strip(_SIGNS)


def is_roman(mark: str) -> bool:
    """True for a mark with a Roman number in capitals."""
    bare = bare_number(mark)
    return bare.isupper() and _ROMAN.fullmatch(bare.lower()) is not None


def _integer(written: str, otherwise: int) -> int:
    match = _INTEGER.match(written)
    number = int(match[1][:12]) if match else otherwise
    return number if -_LIMIT <= number < _LIMIT else otherwise
