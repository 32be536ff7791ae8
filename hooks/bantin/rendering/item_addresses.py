"""Gives items addresses from their printed numbers: "kl-3", "kl-3-b", "kl-ii-2", "kl-1-1".

Bullets and paragraphs have none, and get addresses from their first words: "kl-1-ra-soat-gia-dat".
A new item with another number or with other words changes no address. Knows numbers and words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from bantin.text.slug import slugify

PREFIX = "kl"
_PART = re.compile(r"[0-9]+|[^\W\d_]+")
# "đ" is a letter of its own beside "d"; typists write it "dd".
_WORD = re.compile(r"[^\W_]+")
# Words with which many orders begin. They stand in an address, but do not make it one of its own.
_COMMON = frozenset(
    "chủ trì phối hợp với các sở ban ngành và đơn vị địa phương liên quan cơ quan tiếp tục chỉ đạo "
    "khẩn trương tổ chức triển khai thực hiện tham mưu ubnd ủy nhân dân tỉnh thành phố xã phường "
    "giao yêu cầu đề nghị cho của tăng cường đẩy mạnh".split()
)
# Words of its own that an address has, words that it has at most, and more where two are equal.
_OWN_WORDS, _MOST_WORDS, _LONGEST = 4, 12, 24
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

    def give_words(self, passages: Iterable[tuple[Sequence[str], str]]) -> list[str]:
        """Return the addresses of passages without numbers of their own.

        Which comes first makes no difference: passages that begin alike all get longer addresses.

        Args:
            passages: printed numbers of the items around each, and its words.
        """
        told = [("-".join((PREFIX, *_parts(numbers))), words) for numbers, words in passages]
        short = [f"{around}-{_first_words(words)}" for around, words in told]
        asked = Counter(short)
        # How often each address was given; counted from 1 each time, equal ones would take long.
        times: Counter[str] = Counter()
        found = []
        for (around, words), address in zip(told, short, strict=True):
            if asked[address] > 1 or address in self._taken:
                address = f"{around}-{_words_slug(words, _LONGEST)}"
            given = address
            while given in self._taken:
                times[address] += 1
                given = f"{address}_{times[address] + 1}"
            self._taken.add(given)
            found.append(given)
        return found

    def give_once(self, number: str) -> str:
        """Return the address of a number alone; "" when it is taken."""
        address = "-".join((PREFIX, *_parts((number,))))
        if address in self._taken:
            return ""
        self._taken.add(address)
        return address


def _first_words(text: str) -> str:
    """Return the slug of a text's first words, up to a few that are not common."""
    own = count = 0
    for count, word in enumerate(_WORD.findall(text[:200]), 1):
        own += word.lower() not in _COMMON
        if own == _OWN_WORDS or count == _MOST_WORDS:
            break
    return _words_slug(text, count)


def _words_slug(text: str, count: int) -> str:
    """Return the slug of a text's first words."""
    return slugify(" ".join(_WORD.findall(text[:400])[:count]), max_length=200) or "muc"


def _parts(numbers: Sequence[str]) -> list[str]:
    parts: list[str] = []
    for number in numbers:
        own = [part.translate(_LETTERS).lower() for part in _PART.findall(number)]
        # "1.1" under "1" already names its parent.
        parts = own if len(own) > 1 and own[: len(parts)] == parts else [*parts, *own]
    return parts
