"""Shows which words of a source readers read: the rest is blanked out, every word stays in place.

Takes the words from the rendered text and finds them in the source; reads no Markdown itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bantin.rendering.rendered_text import ADDRESS_WORD, CODE, FOOTNOTE, RenderedText, TextBlock

_WORD = re.compile(r"\S+")
_NOT_A_BREAK = re.compile(r"[^\n]")
# Longer than any address that may stand between two words.
_REACH = 2_500


def blank_unread(source: str, text: RenderedText) -> str:
    """Return a source of the same length and lines, with spaces for what is not read.

    Code, tags, comments, addresses and the signs of markup go. A word that the source writes
    otherwise than the page shows it (an entity in it, bold type inside it) goes too.

    Args:
        source: Markdown.
        text: what was made of it.
    """
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


def _places(source: str, blocks: Iterable[TextBlock]) -> list[tuple[int, int]]:
    """Return (start, end) of the words of blocks, each looked for behind the one before it."""
    at, found = 0, []
    is_first = True
    for block in blocks:
        for match in _WORD.finditer(block.text):
            # Notes begin anywhere.
            until = len(source) if is_first else at + _REACH
            here = source.find(match[0], at, until)
            if here < 0:
                continue
            at, is_first = here + len(match[0]), False
            if not (
                block.kind == CODE
                or _is_code(block, match.start())
                or ADDRESS_WORD.fullmatch(match[0])
            ):
                found.append((here, at))
    return found


def _is_code(block: TextBlock, at: int) -> bool:
    return any(start <= at < end for start, end in block.code)
