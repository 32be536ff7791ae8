"""Reads clean HTML once: gives items their ids, and collects words, items and links.

Knows HTML as `sanitise.clean` leaves it. Knows neither Markdown nor the orders in items.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bantin.rendering.html_ids import find_ids, find_places
from bantin.rendering.html_reader import HtmlReader
from bantin.rendering.item_addresses import ItemAddresses
from bantin.rendering.printed_numbers import OpenList, bare_number, is_roman
from bantin.rendering.rendered_text import (
    CODE,
    FOOTNOTE,
    ItemAttribute,
    KeyedPassage,
    NumberedItem,
    RenderedText,
    TextBlock,
    TextLink,
)

# The elements that end one block of text and begin another.
_BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hgroup hr li ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_VOID = frozenset(("br", "col", "hr", "img", "wbr"))
_CODE_TAGS = frozenset(("code", "kbd", "pre", "samp", "tt"))
ADDRESSES = ("href", "src", "poster", "cite")
# An editor's keys for an item: `{: to="…" due="…" }`. `minutes` knows their meaning.
ITEM_KEYS = ("directive", "to", "with", "due", "order")
_MARK_PIECES = 3
MARK_CLASS = "vn-mark"
# Deeper ones have no address: who nests HTML without end gets no text of endless length.
MAX_DEPTH = 24
_START = re.compile(r"<[a-z]+")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


def read_html(source: str) -> RenderedText:
    """Return a text; its links and items have no lines yet.

    Args:
        source: HTML as `sanitise.clean` leaves it, with editors' keys on `<li>` and `<p>`.
    """
    reader = _TextReader(find_ids(source))
    reader.feed(source)
    reader.close()
    return reader.result()


@dataclass(slots=True)
class _OpenItem:
    """An item that is open; `place` is the index of its start tag among the pieces."""

    place: int
    is_numbered: bool
    mark: str = ""
    own_id: str = ""
    depth: int = 0
    rank: int = 0
    words: list[str] = field(default_factory=list)
    attributes: list[ItemAttribute] = field(default_factory=list)
    has_numbered: bool = False
    has_begun: bool = False


@dataclass(slots=True)
class _Keyed:
    """A bullet or paragraph with keys; `place` is the index of its start tag among the pieces."""

    place: int
    attributes: list[ItemAttribute]
    numbers: list[str]
    own_id: str
    words: str = ""


class _TextReader(HtmlReader):
    def __init__(self, ids: list[str]) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._blocks: list[TextBlock] = []
        self._links: list[TextLink] = []
        self._stray: list[ItemAttribute] = []
        self._keyed: list[_Keyed] = []
        self._item_keys: list[ItemAttribute] = []
        self._found: list[NumberedItem | None] = []
        self._ids = frozenset(ids)
        # (index of the start tag among the pieces, number) of the outermost items.
        self._points: list[tuple[int, str]] = []
        self._addresses = ItemAddresses(ids)
        self._open: list[str] = []
        self._lists: list[OpenList] = []
        self._items: list[_OpenItem] = []
        # Those of them that are numbered.
        self._numbered: list[_OpenItem] = []
        self._code_depth = 0
        self._slots = 0
        self._text: list[str] = []
        self._code: list[tuple[int, int]] = []
        self._length = 0
        # Depths in `_open`, 0 for none, of: a quotation, the footnotes, a footnote's number or link
        # back, and a link back that is left out. No item in the first two counts.
        self._apart = 0
        self._note = 0
        self._unread = 0
        self._left_out = 0
        self._mark: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        raw = self.get_starttag_text() or ""
        if tag in _BLOCKS and not self._is_mark_alone():
            self._end_block()
        if tag not in _VOID:
            self._open.append(tag)
            self._code_depth += tag in _CODE_TAGS
        kept = self._take_keys(tag, values)
        classes = values.get("class", "").split()
        if "footnote-backref" in classes and values.get("href", "")[1:] not in self._ids:
            # Nothing refers to the note, so its link back leads nowhere.
            self._left_out = self._left_out or len(self._open)
        if "footnote-ref" in classes or "footnote-backref" in classes:
            self._unread = self._unread or len(self._open)
        if any(name in values for name in ADDRESSES):
            raw = self._take_addresses(tag, values)
        elif kept is not values:
            raw = _tag(tag, kept)
        if "footnote" in classes and tag == "div":
            self._note = self._note or len(self._open)
        if tag == "blockquote":
            self._apart = self._apart or len(self._open)
        if tag in ("ol", "ul"):
            self._lists.append(OpenList.of(tag, values))
        elif tag == "li":
            self._begin_item(values)
        elif tag == "br":
            self._add("\n")
        elif tag == "span" and MARK_CLASS in classes and self._is_at_start():
            self._mark = []
        self._write(raw)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag == "span" and self._mark is not None:
            self._end_mark()
        if tag == "li":
            self._end_item()
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        self._write(f"</{tag}>")
        depth = len(self._open)
        self._left_out = 0 if depth <= self._left_out else self._left_out
        self._note = 0 if depth <= self._note else self._note
        self._apart = 0 if depth <= self._apart else self._apart
        self._unread = 0 if depth <= self._unread else self._unread
        if self._open:
            self._code_depth -= self._open.pop() in _CODE_TAGS

    def handle_data(self, data: str) -> None:
        self._write(html.escape(data, quote=False))
        if self._unread or (data.isspace() and self._is_mark_alone()):
            return
        if self._mark is not None:
            self._mark.append(data)
        self._add(data, is_code=self._code_depth > 0)

    def _write(self, piece: str) -> None:
        if not self._left_out:
            self._pieces.append(piece)

    def result(self) -> RenderedText:
        self._end_block()
        items = tuple(item for item in self._found if item is not None)
        self._keep_short_addresses()
        keyed = tuple(self._address_keyed())
        text = "".join(self._pieces)
        return RenderedText(
            html=text,
            blocks=tuple(self._blocks),
            items=items,
            links=tuple(self._links),
            ids=tuple(sorted(find_places(text))),
            stray=tuple(self._stray),
            keyed=keyed,
        )

    def _add(self, text: str, *, is_code: bool = False) -> None:
        if is_code and text.strip():
            self._code.append((self._length, self._length + len(text)))
        self._text.append(text)
        self._length += len(text)

    def _end_block(self) -> None:
        text = "".join(self._text)
        code, kept = self._code, text.strip()
        self._text, self._code, self._length = [], [], 0
        if not kept:
            return
        item = self._items[-1] if self._items and self._items[-1].is_numbered else None
        shift = len(text) - len(text.lstrip())
        kind = next((tag for tag in reversed(self._open) if tag in _BLOCKS), "p")
        block = TextBlock(
            FOOTNOTE if self._note else kind,
            kept,
            tuple((max(0, a - shift), min(len(kept), b - shift)) for a, b in code)
            if kind != CODE
            else (),
            item.mark if item and not item.has_begun and kept.startswith(item.mark) else "",
        )
        self._blocks.append(block)
        for one in reversed(self._keyed):
            if one.words:
                break
            one.words = block.words
        for item in self._numbered:
            item.words.append(block.words)
        if self._items:
            self._items[-1].has_begun = True

    def _begin_item(self, values: dict[str, str]) -> None:
        inner = self._lists[-1] if self._lists else OpenList(is_numbered=False)
        is_read = not self._apart and not self._note and len(self._numbered) < MAX_DEPTH
        counts = inner.is_numbered and is_read
        item = _OpenItem(len(self._pieces), counts, own_id=values.get("id", ""))
        told, self._item_keys = self._item_keys, []
        if counts:
            item.attributes = told
        elif told and is_read and not inner.is_numbered:
            item.attributes = told
            self._keep_keys(item.place, told, item.own_id)
        else:
            self._stray.extend(told)
        if inner.is_numbered:
            mark = inner.take(values)
            item.mark = mark if counts else ""
        if counts:
            item.depth = len(self._numbered)
            item.rank = len(self._found)
            self._found.append(None)
            for one in self._numbered:
                one.has_numbered = True
            self._numbered.append(item)
        self._items.append(item)
        if item.mark:
            # The browser prints the number, so the words must include it.
            self._add(f"{item.mark} ")

    def _is_mark_alone(self) -> bool:
        """True after a printed number, before the first word of its paragraph."""
        # A mark is one or two pieces; joining a long paragraph at each of its tags would take long.
        if not self._items or len(self._text) > _MARK_PIECES:
            return False
        return "".join(self._text).strip() == self._items[-1].mark != ""

    def _is_at_start(self) -> bool:
        """True at the start of an item, before its first word."""
        return (
            bool(self._items)
            and not self._items[-1].has_begun
            and not any(map(str.strip, self._text))
        )

    def _end_mark(self) -> None:
        assert self._mark is not None
        item, mark = self._items[-1], "".join(self._mark).strip()
        self._mark = None
        if item.is_numbered and not item.mark:
            item.mark = mark

    def _end_item(self) -> None:
        if not self._items:
            return
        item = self._items.pop()
        if self._items:
            self._items[-1].has_begun |= item.has_begun
        if not item.is_numbered:
            return
        self._numbered.pop()
        if not item.mark:
            # The list claims to print its own marks, but this item has none.
            return
        path = [*(one.mark for one in self._numbered), item.mark]
        anchor = item.own_id or self._addresses.give([bare_number(mark) for mark in path])
        if not item.own_id:
            self._pieces[item.place] = self._pieces[item.place].replace(
                "<li", f'<li id="{anchor}"', 1
            )
        if bare_number(item.mark).isdecimal() and all(map(is_roman, path[:-1])):
            self._points.append((item.place, bare_number(item.mark)))
        words = " ".join(item.words)
        self._found[item.rank] = NumberedItem(
            anchor=anchor,
            mark=item.mark,
            depth=item.depth,
            is_part=item.has_numbered and is_roman(item.mark),
            text=words.removeprefix(item.mark).strip(),
            attributes=tuple(item.attributes),
        )

    def _keep_short_addresses(self) -> None:
        """Give the first point with a number a short address too: "kl-1" for "kl-ii-1"."""
        for place, number in self._points:
            if alias := self._addresses.give_once(number):
                # Within the paragraph of a loose item: a style sheet may want it to come first.
                at = place + 1
                while self._pieces[at].isspace():
                    at += 1
                inside = at if self._pieces[at].startswith("<p") else place
                self._pieces[inside] += f'<span id="{alias}"></span>'

    def _take_keys(self, tag: str, values: dict[str, str]) -> dict[str, str]:
        """Return an element's attributes without editors' keys, and give those to the item."""
        told = _keys_in(values)
        if not told:
            return values
        if self._apart or self._note:
            around = next((one for one in reversed(self._items) if one.is_numbered), None)
            (around.attributes if around else self._stray).extend(told)
        elif tag == "li" and self._lists:
            # `_begin_item` asks for them.
            self._item_keys = told
        elif tag == "p" and not (self._items and not self._items[-1].has_begun):
            self._keep_keys(len(self._pieces), told, values.get("id", ""))
        else:
            # The keys of a first paragraph, and of words in it, belong to the item.
            self._key_item(told)
        return {name: value for name, value in values.items() if name not in ITEM_KEYS}

    def _key_item(self, told: list[ItemAttribute]) -> None:
        """Give keys to the innermost item."""
        if not self._items:
            self._stray.extend(told)
            return
        item = self._items[-1]
        if not item.is_numbered and not item.attributes:
            self._keep_keys(item.place, item.attributes, item.own_id)
        item.attributes.extend(told)

    def _keep_keys(self, place: int, told: list[ItemAttribute], own_id: str) -> None:
        """Keep the keys of a bullet or paragraph; it gets its address when its words are known."""
        numbers = [bare_number(one.mark) for one in self._numbered]
        self._keyed.append(_Keyed(place, told, numbers, own_id))

    def _address_keyed(self) -> Iterator[KeyedPassage]:
        """Give bullets and paragraphs with keys their addresses."""
        new = [one for one in self._keyed if not one.own_id]
        given = self._addresses.give_words((one.numbers, one.words) for one in new)
        for one, anchor in zip(new, given, strict=True):
            one.own_id = anchor
            tag = _START.match(self._pieces[one.place])
            assert tag is not None
            self._pieces[one.place] = (
                f'{tag[0]} id="{anchor}"{self._pieces[one.place][tag.end() :]}'
            )
        for one in self._keyed:
            yield KeyedPassage(one.own_id, tuple(one.attributes), one.words)

    def _take_addresses(self, tag: str, values: dict[str, str]) -> str:
        """Note an element's addresses. Return its start tag, with slots for relative ones."""
        shown = dict(values)
        for name in ADDRESSES:
            href = values.get(name)
            if href is None:
                continue
            slot = -1
            if href and not _ABSOLUTE.match(href):
                slot = self._slots
                self._slots += 1
                shown[name] = f"\x02{slot}\x03"
            if not self._unread:
                self._links.append(TextLink(href, tag, values.get("alt", ""), slot=slot))
        return _tag(tag, {name: value for name, value in shown.items() if name not in ITEM_KEYS})


def _keys_in(values: dict[str, str]) -> list[ItemAttribute]:
    return [ItemAttribute(key, values[key]) for key in ITEM_KEYS if key in values]


def _tag(tag: str, values: dict[str, str]) -> str:
    pairs = "".join(f' {name}="{html.escape(value, quote=True)}"' for name, value in values.items())
    return f"<{tag}{pairs}>".replace("&#x27;", "'")
