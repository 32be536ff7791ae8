"""A record's text as readers see it: HTML, words, numbered items, links. Values only.

`markdown.render_text` makes it once for each change of the text, from the HTML of the page. All
other code asks this value. Nothing reads Markdown again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from bantin.rendering.excess import Excess
from bantin.rendering.sanitise import Loss

# Stands in the HTML for a relative address: its 0-based number among the relative addresses. Text
# holds no control character, so nothing else looks like it.
SLOT = re.compile("\x02([0-9]+)\x03")
# A word that is an address, not language.
ADDRESS_WORD = re.compile(r"(?<!\S)\S*(?:://|www\.|@)\S*")
FOOTNOTE = "footnote"
CODE = "pre"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block of text, such as a paragraph, an item, a heading or a cell.

    Attributes:
        kind: the HTML element, such as "p", "li", "h2", "td", CODE; FOOTNOTE within footnotes.
        text: as readers see it, with the line breaks of the source. It includes the printed number
            of an item.
        code: (start, end) of each part of `text` that is code, in order.
        mark: the printed number at the start of a numbered item; "" for other text.
    """

    kind: str
    text: str
    code: tuple[tuple[int, int], ...] = ()
    mark: str = ""

    @property
    def words(self) -> str:
        """The text on one line."""
        text = self.text
        # Most text has its words one space apart. Of white space only the space is printable.
        if "\n" not in text and "  " not in text and text.isprintable():
            return text
        return " ".join(text.split())

    @property
    def text_without_code(self) -> str:
        """The text with spaces for its code."""
        pieces, at = [], 0
        for start, end in self.code:
            pieces += [self.text[at:start], " " * (end - start)]
            at = end
        return "".join((*pieces, self.text[at:])) if pieces else self.text


@dataclass(frozen=True, slots=True)
class ItemAttribute:
    """One key of a line `{: key="value" }` that an editor wrote for an item.

    Attributes:
        key: such as "due".
        value: as written, "" for none.
        line: 0-based line of the source; 0 where it cannot be told.
    """

    key: str
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """A numbered item of a list, outside quotations and footnotes.

    Attributes:
        anchor: its id on the page, unique there: "kl-3", "kl-3-b", "kl-ii-2".
        mark: its number as printed: "3.", "b)", "II.", "1.1.".
        depth: number of numbered items around it.
        is_part: it has a Roman number, and numbered items inside it.
        text: its words on one line without its own mark; includes its paragraphs and sub-items.
        attributes: the keys that the editor wrote for it, in order.
    """

    anchor: str
    mark: str
    depth: int
    is_part: bool
    text: str
    attributes: tuple[ItemAttribute, ...] = ()

    @property
    def number(self) -> str:
        """The mark without its signs: "3", "b", "II", "1.1"."""
        return self.mark.strip("(). /")


@dataclass(frozen=True, slots=True)
class KeyedPassage:
    """A bullet, or a paragraph that does not begin an item, for which an editor wrote keys.

    Attributes:
        anchor: its id on the page, unique there: "kl-1-theo-doi-don-doc".
        attributes: the keys, in order; at least one.
        text: its first words on one line.
    """

    anchor: str
    attributes: tuple[ItemAttribute, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class TextLink:
    """An address in the text.

    Attributes:
        href: as the editor wrote it.
        tag: the element that holds it: "a", "img", "video", …
        alt: the text alternative of a picture; "" for none.
        line: 0-based line of the source; 0 where it cannot be told.
        slot: its number in the HTML; -1 for an address that is not relative.
    """

    href: str
    tag: str
    alt: str = ""
    line: int = 0
    slot: int = -1

    @property
    def is_relative(self) -> bool:
        """True for an address within this site."""
        return self.slot >= 0


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A record's text.

    Attributes:
        html: clean; items have ids; a SLOT stands for each relative address.
        blocks: the text in the order of the page; footnotes stand at its end.
        items: every numbered item, in order.
        links: every address, in order, with repetitions.
        ids: every id of the HTML, and the names of its links, sorted.
        losses: the elements and attributes that cleaning removed.
        stray: keys for an item that stand outside any item.
        excesses: what there is too much of. The text was not read, or parts of it were flattened.
        keyed: the bullets and paragraphs for which an editor wrote keys, in order.
    """

    html: str = ""
    blocks: tuple[TextBlock, ...] = ()
    items: tuple[NumberedItem, ...] = ()
    links: tuple[TextLink, ...] = ()
    ids: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    stray: tuple[ItemAttribute, ...] = ()
    excesses: tuple[Excess, ...] = ()
    keyed: tuple[KeyedPassage, ...] = ()

    @property
    def is_unread(self) -> bool:
        """True when the text was not read at all, because it has too much of something."""
        return bool(self.excesses) and not self.html

    @property
    def words(self) -> str:
        """All words on one line, for search; footnotes too."""
        return " ".join(block.words for block in self.blocks)

    @property
    def excerpt(self) -> str:
        """The words for a description, on one line: without footnotes and code."""
        return " ".join(block.words for block in self.blocks if block.kind not in (FOOTNOTE, CODE))

    @property
    def running_text(self) -> str:
        """The language of the text; empty lines between blocks, spaces for code and addresses."""
        text = "\n\n".join(block.text_without_code for block in self.blocks if block.kind != CODE)
        return (
            ADDRESS_WORD.sub(_blanks, text)
            if "@" in text or "://" in text or "www." in text
            else text
        )

    @property
    def points(self) -> tuple[NumberedItem, ...]:
        """The outermost numbered items. A part is replaced by the items inside it."""
        return tuple(_points(self.items))


NO_TEXT = RenderedText()
_REST = TypeAdapter(RenderedText)
_NO_REST = b"{}"
# The first separates the HTML and the blocks, the second the parts of a block. Text holds neither.
_PART, _FIELD = "\x1e", "\x1f"


def pack_text(text: RenderedText) -> bytes:
    """Return a text as bytes for the store. Equal texts give equal bytes.

    A line of JSON holds all but HTML and blocks, because those would take most of the time to read.
    Then come the HTML, unless the paragraphs give it, and the blocks.
    """
    rest = _REST.dump_json(replace(text, html="", blocks=()), exclude_defaults=True)
    html = "" if text.html == _paragraphs(text.blocks) else text.html
    blocks = (
        _FIELD.join((block.kind, block.mark, _spans(block.code), block.text))
        for block in text.blocks
    )
    return b"%b\n%b" % (rest, _PART.join((html, *blocks)).encode())


def unpack_text(packed: bytes) -> RenderedText:
    """Return the text that `pack_text` packed.

    Raises:
        ValueError: damaged content.
    """
    rest, _, told = packed.partition(b"\n")
    html, *parts = told.decode().split(_PART)
    blocks = tuple(map(_block, parts))
    html = html or _paragraphs(blocks)
    if rest == _NO_REST:
        return RenderedText(html, blocks)
    return replace(_REST.validate_json(rest), html=html, blocks=blocks)


def _paragraphs(blocks: tuple[TextBlock, ...]) -> str:
    return "\n".join([f"<p>{block.text}</p>" for block in blocks])


def _block(told: str) -> TextBlock:
    kind, mark, spans, text = told.split(_FIELD)
    if not spans:
        return TextBlock(kind, text, (), mark)
    numbers = list(map(int, spans.split()))
    return TextBlock(kind, text, tuple(zip(numbers[::2], numbers[1::2], strict=True)), mark)


def _spans(code: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{start} {end}" for start, end in code)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _points(items: tuple[NumberedItem, ...]) -> Iterator[NumberedItem]:
    # The depth of the parts around the next item.
    inside = 0
    for item in items:
        inside = min(inside, item.depth)
        if item.depth > inside:
            continue
        if item.is_part:
            inside = item.depth + 1
        else:
            yield item
