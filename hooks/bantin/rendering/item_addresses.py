"""Gives numbered items addresses from their printed numbers: "kl-3", "kl-3-b", "kl-ii-2", "kl-1-1".

A new item with another number changes no address. Knows numbers only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

PREFIX = "kl"
_PART = re.compile(r"[0-9]+|[^\W\d_]+")
# "đ" is a letter of its own beside "d"; typists write it "dd".
_LETTERS = str.maketrans({"đ": "dd", "Đ": "dd"})


class ItemAddresses:
    """Gives each item of one text its address."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        """Begin a text.

        Args:
            taken: ids that the text already has.
        """
        self._taken = set(taken)
        # How often each address was asked for.
        self._asked: Counter[str] = Counter()

    def give(self, numbers: Sequence[str]) -> str:
        """Return the address of an item; each call gives a new one.

        Args:
            numbers: printed numbers of the items around it, then its own: ("3", "b").
        """
        address = "-".join((PREFIX, *_parts(numbers)))
        found = address
        while found in self._taken:
            self._asked[address] += 1
            # An item inside another has a hyphen, so no such item has this address.
            found = f"{address}_{self._asked[address] + 1}"
        self._taken.add(found)
        return found

    def give_once(self, number: str) -> str:
        """Return the address of a number alone; "" when it is taken."""
        address = "-".join((PREFIX, *_parts((number,))))
        if address in self._taken:
            return ""
        self._taken.add(address)
        return address


def _parts(numbers: Sequence[str]) -> list[str]:
    parts: list[str] = []
    for number in numbers:
        own = [part.translate(_LETTERS).lower() for part in _PART.findall(number)]
        # "1.1" under "1" already names its parent.
        parts = own if len(own) > 1 and own[: len(parts)] == parts else [*parts, *own]
    return parts
