"""A record's text as readers meet it: HTML, words, numbered items, links. Values only.

It is made once for each change of the text, by `markdown.render_text`, from the HTML that the page
shows. Everything else that needs to know the text asks this value; nothing reads Markdown again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from bantin.rendering.sanitise import Loss

# Stands in the HTML for the address of a relative link: its number among the links, 0-based. Text
# holds no control character, so nothing else looks like it.
SLOT = re.compile("\x02([0-9]+)\x03")
# Words that are addresses are not read as language.
ADDRESS_WORD = re.compile(r"\S*(?:://|www\.|@)\S*")
FOOTNOTE = "footnote"
CODE = "pre"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, an item, a heading, a cell: text without a break of blocks in it.

    Attributes:
        kind: the HTML element, such as "p", "li", "h2", "td", CODE; FOOTNOTE within footnotes.
        text: as it is read, line breaks of the source kept; the printed number of an item is part
            of it.
        code: (start, end) of each part of `text` that is code.
        mark: the printed number that the text begins with, where it begins a numbered item.
    """

    kind: str
    text: str
    code: tuple[tuple[int, int], ...] = ()
    mark: str = ""

    @property
    def words(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    @property
    def text_without_code(self) -> str:
        """The text with spaces for its code."""
        text = self.text
        for start, end in self.code:
            text = text[:start] + " " * (end - start) + text[end:]
        return text


@dataclass(frozen=True, slots=True)
class ItemAttribute:
    """What an editor wrote of an item in a line `{: key="value" }`.

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
        depth: how many numbered items it lies in.
        is_part: it is a Roman number with numbered items in it.
        text: its words on one line without its own mark, its paragraphs and sub-items included.
        attributes: what the editor wrote of it, in order.
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
class TextLink:
    """An address in the text.

    Attributes:
        href: as the editor wrote it.
        tag: the element that holds it: "a", "img", "video", …
        alt: the text that stands for a picture; "" where there is none.
        line: 0-based line of the source; 0 where it cannot be told.
        slot: its number in the HTML; -1 for addresses that need no resolving.
    """

    href: str
    tag: str
    alt: str = ""
    line: int = 0
    slot: int = -1

    @property
    def is_relative(self) -> bool:
        """True when it leads to a file of this site."""
        return self.slot >= 0


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A record's text.

    Attributes:
        html: clean, items with their ids; a SLOT in the place of each relative address.
        blocks: the text in the order of the page; footnotes stand at its end.
        items: every numbered item, in order.
        links: every address, in order, each as often as it stands there.
        ids: every id of the HTML, sorted.
        losses: what cleaning took away.
        stray: what is meant for an item and stands elsewhere.
    """

    html: str = ""
    blocks: tuple[TextBlock, ...] = ()
    items: tuple[NumberedItem, ...] = ()
    links: tuple[TextLink, ...] = ()
    ids: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    stray: tuple[ItemAttribute, ...] = ()

    @property
    def words(self) -> str:
        """All words on one line, for search; footnotes too."""
        return " ".join(block.words for block in self.blocks)

    @property
    def excerpt(self) -> str:
        """The words that a description begins with: footnotes and code are left out."""
        return " ".join(block.words for block in self.blocks if block.kind not in (FOOTNOTE, CODE))

    @property
    def running_text(self) -> str:
        """What is read as language, an empty line between blocks; spaces for code, addresses."""
        text = "\n\n".join(block.text_without_code for block in self.blocks if block.kind != CODE)
        return (
            ADDRESS_WORD.sub(_blanks, text)
            if "@" in text or "://" in text or "www." in text
            else text
        )

    @property
    def points(self) -> tuple[NumberedItem, ...]:
        """The outermost numbered items; a part gives those in it instead of itself."""
        return tuple(_points(self.items))


NO_TEXT = RenderedText()
_REST = TypeAdapter(RenderedText)
_NO_REST = b"{}"
# Between the HTML and the blocks, and between the parts of a block. Text holds neither.
_PART, _FIELD = "\x1e", "\x1f"


def pack_text(text: RenderedText) -> bytes:
    """Return a text for the store. Equal texts give equal bytes.

    A line of JSON without HTML and blocks, which would take most of the time to read; then the
    HTML, unless it is that of the paragraphs, and the blocks.
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
    numbers = list(map(int, spans.split()))
    return TextBlock(kind, text, tuple(zip(numbers[::2], numbers[1::2], strict=True)), mark)


def _spans(code: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{start} {end}" for start, end in code)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _points(items: tuple[NumberedItem, ...]) -> Iterator[NumberedItem]:
    # How deep the parts are that the next item lies in.
    inside = 0
    for item in items:
        inside = min(inside, item.depth)
        if item.depth > inside:
            continue
        if item.is_part:
            inside = item.depth + 1
        else:
            yield item
