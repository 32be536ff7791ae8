"""The two ways to place a tone mark: `uỷ`/`ủy`, `hoà`/`hòa`.

Source: facts on Vietnamese text: only in open syllables, and never after q (`quý`).
"""

from __future__ import annotations

import re

_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_OLD_TO_NEW = dict(zip(_OLD, _NEW, strict=True))
_OLD_TO_NEW |= {old.capitalize(): new.capitalize() for old, new in _OLD_TO_NEW.items()}
_OLD_TO_NEW |= {old.upper(): new.upper() for old, new in _OLD_TO_NEW.items()}
_OLD_STYLE = re.compile(rf"(?<![qQ])({'|'.join(_OLD_TO_NEW)})(?!\w)")


def one_tone_style(text: str) -> str:
    """Return NFC `text` with every tone mark placed the way `ủy`, `hòa` place it."""
    return _OLD_STYLE.sub(lambda match: _OLD_TO_NEW[match[1]], text)
