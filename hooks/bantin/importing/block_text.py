"""Blocks of a document as Markdown that keeps each word, in order: points, tables, headings.

Knows blocks; `body_text` knows paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bantin.importing.body_text import Ready, escape_cell, escape_text, format_conclusions
from bantin.importing.capture import Block, BlockKind
from bantin.text.list_marks import read_mark

_HIGHEST, _LOWEST = 2, 4


def format_blocks(blocks: Sequence[Block]) -> str:
    """Return blocks as Markdown. Pictures are left out: no file of theirs stands in the record."""
    return format_conclusions([*_parts(blocks)])


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks that readers read as sentences: no tables, no pictures."""
    for block in blocks:
        if block.kind not in (BlockKind.TABLE, BlockKind.PICTURE) and block.text:
            yield block.text


def _parts(blocks: Iterable[Block]) -> Iterator[str | Ready]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield Ready(_format_table(block))
        elif block.kind is BlockKind.HEADING and read_mark(block.text) is None:
            level = min(max(block.level, _HIGHEST), _LOWEST)
            yield Ready(f"{'#' * level} {escape_text(block.text)}", parts_items=True)
        elif block.kind is not BlockKind.PICTURE:
            yield block.text


def _format_table(block: Block) -> str:
    """Return a table whose first row is its head; it may have one column."""
    head, *rows = [[escape_cell(cell) for cell in row] for row in block.rows]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
