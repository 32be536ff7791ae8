"""Puts the columns of a document's head right where a file has text of its body in the left one.

Files that hold lines by their place, PDF above all, may take short lines below a head for its left
column: "Kính gửi:" then stands above the nation's name. Changes no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bantin.importing.capture import Block
from bantin.importing.head_pieces import is_likely_opener
from bantin.importing.kind_lines import kind_of
from bantin.text.list_marks import read_mark

_HEAD = 12


def settle_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the text below the head behind the head's right column."""
    first = next((at for at, block in enumerate(blocks[:_HEAD]) if block.column == 1), None)
    if first is None:
        return tuple(blocks)
    right = _end_of_column(blocks, first, 1)
    end = _end_of_column(blocks, right, 2)
    body = next((at for at in range(first, right) if _is_body(blocks[at])), right)
    if body == right or end == right:
        return tuple(blocks)
    moved = (replace(block, column=0) for block in blocks[body:right])
    return (*blocks[:body], *blocks[right:end], *moved, *blocks[end:])


def _end_of_column(blocks: Sequence[Block], at: int, column: int) -> int:
    while at < len(blocks) and blocks[at].column == column:
        at += 1
    return at


def _is_body(block: Block) -> bool:
    """True for a line that never stands in the left column of a head."""
    text = block.text
    return is_likely_opener(text) or kind_of(text) is not None or read_mark(text) is not None
