"""Blanks out the words of a source that readers do not see. All other words stay in place.

Takes the words from the rendered text and finds them in the source. Reads no Markdown itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from bantin.rendering.rendered_text import ADDRESS_WORD, CODE, FOOTNOTE, RenderedText, TextBlock

_WORD = re.compile(r"\S+")
_NOT_A_BREAK = re.compile(r"[^\n]")
# The next word is at most this many characters away: longer than any address between two words.
_REACH = 2_500
# How often the beginning of a block is looked for farther away.
_FAR_SEARCHES = 500


def blank_unread(source: str, text: RenderedText) -> str:
    """Return a source of the same length and lines, with spaces for words that readers do not see.

    Code, tags, comments, addresses and the signs of markup are blanked out. So is a word that the
    source spells differently from the page: with an entity or bold type inside it.

    Args:
        source: Markdown.
        text: the rendered source.
    """
    if _is_all_read(source, text):
        return source
    kept: list[tuple[int, int]] = []
    notes = [block for block in text.blocks if block.kind == FOOTNOTE]
    for blocks in ([block for block in text.blocks if block.kind != FOOTNOTE], notes):
        kept += _places(source, blocks)
    pieces, at = [], 0
    for start, end in sorted(kept):
        if start < at:
            continue
        pieces += [_NOT_A_BREAK.sub(" ", source[at:start]), source[start:end]]
        at = end
    return "".join((*pieces, _NOT_A_BREAK.sub(" ", source[at:])))


def _is_all_read(source: str, text: RenderedText) -> bool:
    """True for most texts: the page shows every word of the source, and none is blanked out."""
    if any(block.kind == CODE for block in text.blocks) or ADDRESS_WORD.search(source):
        return False
    return source.split() == [word for block in text.blocks for word in block.text.split()]


def _places(source: str, blocks: Iterable[TextBlock]) -> list[tuple[int, int]]:
    """Return (start, end) of the words of blocks. Each is searched after the one before it."""
    at, found = 0, []
    searches = _FAR_SEARCHES
    for block in blocks:
        words = list(_WORD.finditer(block.text))
        if source.find(words[0][0], at, at + _REACH) < 0 and searches:
            # A footnote may begin anywhere, and a long comment may stand between two blocks.
            searches -= 1
            at = max(at, source.find(block.text[: words[:3][-1].end()], at))
        for match in words:
            here = source.find(match[0], at, at + _REACH)
            if here < 0:
                continue
            at = here + len(match[0])
            if not (
                block.kind == CODE
                or _is_code(block, match.start())
                or ADDRESS_WORD.fullmatch(match[0])
            ):
                found.append((here, at))
    return found


def _is_code(block: TextBlock, at: int) -> bool:
    # The last part that begins at or before it.
    number = bisect_right(block.code, at, key=itemgetter(0))
    return number > 0 and at < block.code[number - 1][1]
