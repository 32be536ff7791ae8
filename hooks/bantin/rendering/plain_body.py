"""Renders texts of plain paragraphs and lists without a Markdown parser. Most texts are such.

Knows the signs that every step of the site's Markdown ignores, and gives up on all others. Its
result equals that of Markdown, in a thirtieth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bantin.rendering.item_addresses import ItemAddresses
from bantin.rendering.list_signs import may_be_second_half
from bantin.rendering.rendered_text import NO_TEXT, NumberedItem, RenderedText, TextBlock
from bantin.text.list_marks import MAY_HOLD_MARK, read_mark

# Every construct needs one of these, unless the start of a line marks it. Escaped and normalised
# text needs one too. Tables need "|", attributes "{", footnotes and [TOC] "[".
_SIGNS = ("<", "&", ">", "*", "_", "[", "\\", "`", "{", "|", "@", "://")
# Markdown makes links of addresses and spaces of tabs. Other control characters are no text.
_OTHER_SIGN = re.compile(r"www\.|[\x00-\x09\x0b-\x1f\x7f-\x9f]", re.IGNORECASE)
# A plain line may begin with these, or with a letter. A digit must not number an item. No heading,
# rule, list, quotation, code block or underline of a heading begins with these.
_STARTS = frozenset("“‘\"'(…–/0123456789")
_NUMBER = re.compile(r"[0-9]+\.")
# A number that browsers print as it is written: not "01.".
_ITEM = re.compile(r"(?:(0|[1-9][0-9]{0,2})\.|-) +(.*)")


class _PlainBlock(NamedTuple):
    """A paragraph, or items of a list without an empty line between them.

    Attributes:
        lines: of a paragraph; or one for each item, without its mark. Never empty.
        tag: "p", "ol" or "ul".
        start: the number of the first item; the others count up from it. 0 without numbers.
    """

    lines: list[str]
    tag: str = "p"
    start: int = 0


def render_plain(source: str) -> RenderedText | None:
    """Return a text of plain paragraphs and lists of one level.

    Args:
        source: Markdown; may be empty.

    Returns:
        The same as Markdown gives; None when the text may hold anything else.
    """
    if any(sign in source for sign in _SIGNS) or _OTHER_SIGN.search(source):
        return None
    text = source.strip("\n")
    if not text:
        return NO_TEXT
    blocks = []
    for part in text.split("\n\n"):
        block = _read_block(part.split("\n"))
        if block is None:
            return None
        blocks.append(block)
    page = _Page()
    before = "p"
    for group in _join_lists(blocks):
        tag = group[0].tag
        # A list of another kind may belong to the last item. An item after an empty line makes its
        # list loose. A list that is tight and loose has rules of its own.
        if (before != "p" and tag != "p") or not _is_regular(group):
            return None
        page.add(group)
        before = tag
    return page.text()


def _read_block(lines: list[str]) -> _PlainBlock | None:
    first = _ITEM.match(lines[0])
    if first is None:
        return _PlainBlock(lines) if all(map(_is_plain, lines)) else None
    items, numbers = [], []
    for match in map(_ITEM.match, lines):
        if match is None or (match[1] is None) is not (first[1] is None):
            return None
        items.append(match[2])
        numbers.append(int(match[1] or 0))
    if not all(map(_is_plain, items)):
        return None
    if first[1] is None:
        is_sure = not any(map(may_be_second_half, items[1:]))
        return _PlainBlock(items, "ul") if is_sure else None
    is_even = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return _PlainBlock(items, "ol", numbers[0]) if is_even else None


def _is_plain(line: str) -> bool:
    """True for a line that is not empty and neither begins nor ends like markup."""
    start = line[:1]
    if not start.isalpha() and (start not in _STARTS or _NUMBER.match(line)):
        return False
    # Two spaces are a line break, and Markdown may cut off other white space.
    if line[-1].isspace():
        return False
    return MAY_HOLD_MARK.match(line) is None or read_mark(line) is None


def _is_regular(group: list[_PlainBlock]) -> bool:
    """True for a paragraph, a tight list, and a loose list with consecutive numbers."""
    if len(group) == 1:
        return True
    return all(
        len(block.lines) == 1 and (block.tag == "ul" or block.start == group[0].start + at)
        for at, block in enumerate(group)
    )


def _join_lists(blocks: list[_PlainBlock]) -> Iterator[list[_PlainBlock]]:
    """Yield each paragraph alone, and the blocks of one list together."""
    group: list[_PlainBlock] = []
    for block in blocks:
        if group and (block.tag == "p" or block.tag != group[0].tag):
            yield group
            group = []
        group.append(block)
    yield group


class _Page:
    """Builds a RenderedText block by block."""

    def __init__(self) -> None:
        self._html: list[str] = []
        self._blocks: list[TextBlock] = []
        self._items: list[NumberedItem] = []
        self._addresses = ItemAddresses()

    def add(self, group: list[_PlainBlock]) -> None:
        """Add a paragraph, or a list."""
        tag, start = group[0].tag, group[0].start
        if tag == "p":
            text = "\n".join(group[0].lines)
            self._html.append(f"<p>{text}</p>")
            self._blocks.append(TextBlock("p", text))
            return
        self._html.append(f'<ol start="{start}">' if tag == "ol" and start != 1 else f"<{tag}>")
        is_loose = len(group) > 1
        for number, line in enumerate((line for block in group for line in block.lines), start):
            self._add_item(line, f"{number}." if tag == "ol" else "", is_loose=is_loose)
        self._html.append(f"</{tag}>")

    def _add_item(self, line: str, mark: str, *, is_loose: bool) -> None:
        identity, shown = "", line
        if mark:
            anchor = self._addresses.give((mark,))
            identity, shown = f' id="{anchor}"', f"{mark} {line}"
            words = " ".join(line.split())
            self._items.append(NumberedItem(anchor, mark, 0, is_part=False, text=words))
        text = f"\n<p>{line}</p>\n" if is_loose else line
        self._html.append(f"<li{identity}>{text}</li>")
        self._blocks.append(TextBlock("p" if is_loose else "li", shown, mark=mark))

    def text(self) -> RenderedText:
        """Return the text of all blocks added."""
        ids = tuple(sorted(item.anchor for item in self._items))
        html = "\n".join(self._html)
        return RenderedText(html, tuple(self._blocks), tuple(self._items), ids=ids)
