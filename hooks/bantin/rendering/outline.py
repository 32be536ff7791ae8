"""The outline of a text: its items, bullets, paragraphs and headings, each with its own words.

Reads the HTML of a RenderedText. Only documents need it, so `text_reader` does not make it: plain
news cost nothing. Knows neither orders nor records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import Literal

from bantin.rendering.html_ids import find_places
from bantin.rendering.rendered_text import ItemAttribute, NumberedItem, RenderedText
from bantin.text.list_marks import read_mark

# Tags as `text_reader` writes them: attributes in double quotes, no "<" in text.
_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^<>"]++|"[^"]*+")*+)>')
_VALUE = re.compile(r' ([a-z-]+)="([^"]*+)"')
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that end one block of text and begin another.
_BLOCKS = frozenset(
    "address article aside dd details div dl dt header hr main p section ul".split()
)
# Nothing in these is a point: quotations, notes, tables, captions, code.
_APART = frozenset("blockquote caption dialog figcaption figure footer pre table".split())
_BOLD = frozenset(("b", "strong"))

Kind = Literal["heading", "item", "bullet", "paragraph"]


@dataclass(frozen=True, slots=True)
class TextPassage:
    """A heading, an item of a list or a paragraph.

    Attributes:
        kind: "item" is a numbered item of a list. Its first paragraph is its own text.
        text: its own words on one line, without those of the passages in it and without its mark.
        parent: index of the item or bullet around it in the outline; -1 without one.
        mark: the printed number of an item, "3.", "b)"; "-" for a bullet; "" for others.
        anchor: its id; "" where it has none yet.
        level: of a heading, 1 to 6; 0 for others.
        is_bold: all of its words are bold.
        attributes: the keys that the editor wrote for it.
        place: offset in the HTML behind the name of its start tag, where an id may be written; -1
            for words without an element of their own.
    """

    kind: Kind
    text: str
    parent: int = -1
    mark: str = ""
    anchor: str = ""
    level: int = 0
    is_bold: bool = False
    attributes: tuple[ItemAttribute, ...] = ()
    place: int = -1


def read_outline(text: RenderedText) -> tuple[TextPassage, ...]:
    """Return the passages of a text in their order; quotations, notes and tables are left out."""
    reader = _OutlineReader(text)
    reader.read()
    return tuple(reader.passages)


def join_lines(outline: Sequence[TextPassage]) -> tuple[TextPassage, ...]:
    """Return an outline in which lines that were broken off stand in their passage again.

    A paragraph without a mark that begins with a small letter goes on with the passage right above
    it. Lines below a colon, and those of which each begins so, are a list: they stay.
    """
    kept: list[TextPassage] = []
    words: list[list[str]] = []
    # The place of each passage among those that are kept.
    places: list[int] = []
    for passage in outline:
        parent = places[passage.parent] if passage.parent >= 0 else -1
        if kept and _goes_on(
            replace(passage, parent=parent), kept[-1], words[-1][-1], at=len(kept) - 1
        ):
            words[-1].append(passage.text)
        else:
            kept.append(replace(passage, parent=parent))
            words.append([passage.text])
        places.append(len(kept) - 1)
    return tuple(
        replace(passage, text=" ".join(lines)) if lines[1:] else passage
        for passage, lines in zip(kept, words, strict=True)
    )


def _goes_on(line: TextPassage, above: TextPassage, ending: str, *, at: int) -> bool:
    """True for a line that goes on with the passage above.

    Args:
        line: that follows.
        above: the passage.
        ending: its last words.
        at: its index.
    """
    if line.kind != "paragraph" or not line.text[:1].islower() or line.attributes:
        return False
    if above.kind == "heading" or above.is_bold or line.is_bold or ending.endswith(":"):
        return False
    if read_mark(line.text) is not None:
        return False
    if above.kind == "paragraph":
        is_low = above.text[:1].islower() and read_mark(above.text) is None
        return line.parent == above.parent and not is_low
    # Behind a whole sentence, a line beside its item speaks of more than this item.
    return line.parent == at or (line.parent == above.parent and not ending.endswith("."))


def write_ids(text: RenderedText, ids: Mapping[int, str]) -> RenderedText:
    """Return a text in which elements have ids.

    Args:
        text: with the HTML that was read.
        ids: `TextPassage.place` → id that no element has.
    """
    if not ids:
        return text
    pieces, at = [], 0
    for place, one in sorted(ids.items()):
        pieces += [text.html[at:place], f' id="{escape(one)}"']
        at = place
    html = "".join((*pieces, text.html[at:]))
    return replace(text, html=html, ids=tuple(sorted(find_places(html))))


@dataclass(slots=True)
class _Open:
    """The item that is open: its place in the outline, and whether its own words are over."""

    index: int
    anchor: str
    place: int
    parent: int
    has_begun: bool = False


@dataclass(slots=True)
class _OpenBlock:
    """The block that is being read."""

    place: int = -1
    anchor: str = ""
    level: int = 0
    words: list[str] = field(default_factory=list)
    plain: bool = False


class _OutlineReader:
    def __init__(self, text: RenderedText) -> None:
        self.passages: list[TextPassage] = []
        self._html = text.html
        self._items: dict[str, NumberedItem] = {item.anchor: item for item in text.items}
        self._told = {one.anchor: one.attributes for one in text.keyed}
        self._open: list[_Open] = []
        # Tags that are open around a part that is left out; 0 for none.
        self._apart: list[str] = []
        self._bold = 0
        self._in_mark = False
        self._block = _OpenBlock()

    def read(self) -> None:
        at = 0
        for tag in _TAG.finditer(self._html):
            if not self._apart and tag.start() > at:
                self._add(self._html[at : tag.start()])
            at = tag.end()
            name = tag[2]
            if self._apart:
                self._skip(name, is_end=bool(tag[1]))
            elif tag[1]:
                self._end(name)
            else:
                self._begin(name, tag[3], tag.end(2))
        self._add(self._html[at:])
        self._flush()

    def _skip(self, name: str, *, is_end: bool) -> None:
        """Follow the tags of a part that is left out, up to its end."""
        if name != self._apart[0]:
            return
        if is_end:
            self._apart.pop()
        else:
            self._apart.append(name)

    def _begin(self, name: str, written: str, place: int) -> None:
        if name in _APART or (name == "div" and 'class="footnote"' in written):
            self._flush()
            self._apart.append(name)
        elif name == "a" and 'class="footnote-ref"' in written:
            # The number of a note is no word of the text.
            self._apart.append(name)
        elif name in _BOLD:
            self._bold += 1
        elif name == "br":
            self._block.words.append(" ")
        elif name == "span":
            self._in_mark = 'class="vn-mark"' in written and not "".join(self._block.words).strip()
        elif name == "li":
            self._flush()
            self._begin_item(_id_in(written), place)
        elif name in _HEADINGS or name in _BLOCKS or name == "ol":
            self._flush()
            takes_id = name == "p" or name in _HEADINGS
            self._block.place = place if takes_id else -1
            self._block.anchor = _id_in(written) if takes_id else ""
            self._block.level = _HEADINGS.get(name, 0)

    def _end(self, name: str) -> None:
        if name in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif name == "span":
            self._in_mark = False
        elif name == "li":
            self._flush()
            if self._open:
                self._give_words(self._open.pop(), "")
        elif name in _HEADINGS or name in _BLOCKS or name == "ol":
            self._flush()

    def _add(self, written: str) -> None:
        if self._in_mark:
            return
        self._block.words.append(unescape(written) if "&" in written else written)
        # A colon behind bold words may stand in plain type.
        if not self._bold and not self._block.plain:
            self._block.plain = any(map(str.isalnum, written))

    def _begin_item(self, anchor: str, place: int) -> None:
        parent = -1
        if self._open:
            self._give_words(self._open[-1], "")
            parent = self._open[-1].index
        self._open.append(_Open(len(self.passages), anchor, place, parent))

    def _give_words(self, item: _Open, text: str, *, is_bold: bool = False) -> None:
        """Add an item with its own words, once it has them."""
        if item.has_begun:
            return
        item.has_begun = True
        numbered = self._items.get(item.anchor)
        self.passages.append(
            TextPassage(
                "item" if numbered else "bullet",
                text,
                item.parent,
                numbered.mark if numbered else "-",
                item.anchor,
                is_bold=is_bold,
                attributes=numbered.attributes if numbered else self._told.get(item.anchor, ()),
                place=-1 if item.anchor else item.place,
            )
        )

    def _flush(self) -> None:
        """End the block that is being read."""
        block, self._block = self._block, _OpenBlock()
        self._in_mark = False
        text = " ".join("".join(block.words).split())
        if not text:
            return
        item = self._open[-1] if self._open else None
        if item is not None and not item.has_begun:
            self._give_words(item, text, is_bold=not block.plain)
            return
        if block.place < 0 and not block.anchor:
            # Text right within "<details>": no element of its own could bear an address.
            return
        self.passages.append(
            TextPassage(
                "heading" if block.level else "paragraph",
                text,
                item.index if item else -1,
                anchor=block.anchor,
                level=block.level,
                is_bold=not block.plain,
                attributes=self._told.get(block.anchor, ()),
                place=-1 if block.anchor else block.place,
            )
        )


def _id_in(written: str) -> str:
    return next((unescape(value) for name, value in _VALUE.findall(written) if name == "id"), "")
