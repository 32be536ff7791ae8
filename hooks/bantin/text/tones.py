"""The two ways to place a tone mark: `uỷ`/`ủy`, `hoà`/`hòa`.

Source: facts on Vietnamese text: only in open syllables, and never after q (`quý`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_OLD_TO_NEW = dict(zip(_OLD, _NEW, strict=True))
_OLD_TO_NEW |= {old.capitalize(): new.capitalize() for old, new in _OLD_TO_NEW.items()}
_OLD_TO_NEW |= {old.upper(): new.upper() for old, new in _OLD_TO_NEW.items()}
_OLD_STYLE = re.compile(rf"(?<![qQ])({'|'.join(_OLD_TO_NEW)})(?!\w)")
# It begins with a set of letters, so that `re` skips over all other text at little cost.
_EITHER_STYLE = re.compile(
    r"[ouòóỏõọùúủũụ](?<!q.)(?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)[ỳýỷỹỵ]|(?<=[òóỏõọ])[ae]|(?<=[ùúủũụ])y)(?!\w)",
    re.IGNORECASE,
)
_UNMARKED = "oOuU"


def one_tone_style(text: str) -> str:
    """Return NFC `text` with every tone mark placed the way `ủy`, `hòa` place it."""
    return _OLD_STYLE.sub(lambda match: _OLD_TO_NEW[match[1]], text)


@dataclass(frozen=True, slots=True)
class PlacedTone:
    """A syllable whose tone mark could stand on either of two vowels.

    Attributes:
        start: offset of the vowels.
        is_old: written as in `uỷ`, `hoà`; else as in `ủy`, `hòa`.
    """

    start: int
    is_old: bool


def find_tones(text: str) -> Iterator[PlacedTone]:
    """Yield the syllables of NFC `text` whose tone mark can stand in two places, in order."""
    for match in _EITHER_STYLE.finditer(text):
        yield PlacedTone(match.start(), match[0][0] in _UNMARKED)
