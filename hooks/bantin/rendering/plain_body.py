"""Bodies of plain paragraphs and lists, as most are: their HTML without a Markdown parser.

Knows what no stock step of the site's Markdown looks for, and gives up on everything else; what it
gives is what Python-Markdown gives, in a thirtieth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Each construct but those that are known by how a line begins needs one of these, and so does what
# is escaped or normalised. Tables need "|", attributes "{", footnotes and [TOC] "[".
_SIGNS = ("<", "&", ">", "*", "_", "[", "\\", "`", "{", "|", "\t", "\r", "\x02", "\x03")
# Besides letters, and digits that number no item. The signs that begin a heading, a rule, a list,
# a quotation, a code block or the underline of a heading are not among them.
_STARTS = frozenset("“‘\"'(…–/0123456789")
_NUMBER = re.compile(r"[0-9]+\.")
_ITEM = re.compile(r"(?:([0-9]+)\.|-) +(.*)")


class _Block(NamedTuple):
    """A paragraph, or the items of a list that stand without an empty line between them.

    Attributes:
        lines: of a paragraph, or one for each item, without its mark; never empty.
        tag: "p", "ol" or "ul".
        start: the number of the first item as written; "" without numbers.
    """

    lines: list[str]
    tag: str = "p"
    start: str = ""


def render_plain(source: str) -> str | None:
    """Return the HTML of Markdown that holds plain paragraphs and lists of one level only.

    Args:
        source: Markdown; may be empty.

    Returns:
        The same as Python-Markdown as the site uses it; None where the text may hold anything else.
    """
    if any(sign in source for sign in _SIGNS):
        return None
    text = source.strip("\n")
    if not text:
        return ""
    blocks = []
    for part in text.split("\n\n"):
        block = _read_block(part.split("\n"))
        if block is None:
            return None
        blocks.append(block)
    html = []
    for group in _join_lists(blocks):
        # An item after an empty line makes the list a loose one. Those that mix both have rules
        # of their own.
        if len(group) > 1 and any(len(block.lines) > 1 for block in group):
            return None
        html.append(_render(group))
    return "\n".join(html)


def _read_block(lines: list[str]) -> _Block | None:
    first = _ITEM.match(lines[0])
    if first is None:
        return _Block(lines) if all(map(_is_plain, lines)) else None
    matches = [_ITEM.match(line) for line in lines]
    is_numbered = first[1] is not None
    items = [
        match[2] for match in matches if match is not None and (match[1] is not None) is is_numbered
    ]
    if len(items) < len(lines) or not all(map(_is_plain, items)):
        return None
    return _Block(items, "ol", first[1]) if is_numbered else _Block(items, "ul")


def _is_plain(line: str) -> bool:
    """True when a line is not empty and neither begins nor ends like markup."""
    start = line[:1]
    if not start.isalpha() and (start not in _STARTS or _NUMBER.match(line)):
        return False
    # Two spaces are a line break, and other white space may be cut off.
    return not line[-1].isspace()


def _join_lists(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Yield each paragraph, and blocks of one list together."""
    group: list[_Block] = []
    for block in blocks:
        if group and (block.tag == "p" or block.tag != group[0].tag):
            yield group
            group = []
        group.append(block)
    yield group


def _render(group: list[_Block]) -> str:
    tag, start = group[0].tag, group[0].start
    if tag == "p":
        return "<p>" + "\n".join(group[0].lines) + "</p>"
    if len(group) > 1:
        items = [f"<li>\n<p>{block.lines[0]}</p>\n</li>" for block in group]
    else:
        items = [f"<li>{line}</li>" for line in group[0].lines]
    attribute = f' start="{start}"' if start not in ("", "1") else ""
    return "\n".join((f"<{tag}{attribute}>", *items, f"</{tag}>"))
