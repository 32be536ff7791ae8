"""Walks through the text of a page and makes it into blocks of a capture.

Knows elements. Knows no portal and no fields.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from selectolax.lexbor import LexborNode

from bantin.importing.capture import BlockKind
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.html import list_items
from bantin.importing.reading.html.atoms import (
    Atom,
    settle_captions,
    settle_headings,
    without_garbage,
)
from bantin.importing.reading.html.links import attachment_of
from bantin.importing.reading.html.pictures import MOST_PICTURES, Opener, find_picture
from bantin.importing.reading.html.tables import shape_of
from bantin.importing.reading.html.tree import BLOCKS, class_of, is_unread, traverse
from bantin.text.fold import exact
from bantin.text.normalize import squeeze_spaces

_MOST_ATOMS = 20_000
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile(r"\r\n?|\n")
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|chu-?thich|photocms_caption|wp-caption-text|image-caption|fig|"
    r"img-caption|pic-?desc|desc-img|anh-chuthich|figcaption|comment)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FIGURE_CLASS = re.compile(
    r"(?:^|\s)(?:wp-caption|article-avatar|vcsortableinpreviewmode|image-inline)\b", re.IGNORECASE
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|left|justify|start|end)")
# An empty one of these is an empty line.
_EMPTY_LINES = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"})
_WITH_GAP = frozenset(
    {"p", "ul", "ol", "dl", "blockquote", "table", "figure", "hr", "section", "article", "pre"}
)


# Figures above or below the line have letters of their own: "10<sup>2</sup>" is not "102".
_LETTERS = {
    "sup": str.maketrans("0123456789+-\u2212n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"),
    "sub": str.maketrans("0123456789+-\u2212", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_FIGURES = re.compile(r"\s*[0-9+\-\u2212n]{1,6}\s*")


def _raised(node: LexborNode) -> str:
    """Return the words of a text; figures above and below the line as their own letters."""
    text = node.text_content or ""
    tag = node.parent.tag if node.parent is not None else ""
    is_figure = tag in _LETTERS and _FIGURES.fullmatch(text)
    return text.translate(_LETTERS[str(tag)]) if is_figure else text


class BlockWalker:
    """Makes elements into atoms, one after the other; `write` hands them to the builder."""

    def __init__(
        self, *, open_file: Opener, dropped: Collection[int], is_word: bool = False
    ) -> None:
        """Begin a text.

        Args:
            open_file: returns the bytes of a file saved with the page, b"" for any other address.
            dropped: `mem_id` of elements that are no part of the item.
            is_word: Word or Writer made the page: paragraphs follow without a gap.
        """
        self._open_file, self._dropped, self._is_word = open_file, dropped, is_word
        self._atoms: list[Atom] = []
        self._links: list[tuple[str, str]] = []
        self._pictures = 0
        self.too_long = False
        self._gap = True
        self._begin_line()
        self._bold = self._italic = self._link = self._pre = 0
        self._aligns: list[str] = []
        self._heading = 0
        self._caption = 0
        self._hinted = 0
        self._lists: list[list_items.ShownList] = []
        self._mark = ""
        self._figures: list[int] = []
        self._figure_count = 0
        self._columns: list[int] = []
        self._columned: set[int] = set()
        self._typed_mark: list[str] | None = None

    def read(self, root: LexborNode) -> None:
        """Take all that an element holds."""
        traverse(root, self._enter, self._leave)
        self._end_line()
        self._gap = True

    def read_line(self, line: str) -> None:
        """Take a line that stands outside the text."""
        self._take_text(line)
        self._end_line()
        self._gap = True

    def _begin_line(self) -> None:
        self._parts: list[str] = []
        self._plain = self._strong = self._slanted = self._linked = self._hints = 0

    def _end_line(self, *, is_break: bool = False) -> None:
        """Make what was gathered an atom; an empty line is a gap."""
        raw = "".join(self._parts)
        text = squeeze_spaces(_SPACE.sub(" ", raw))
        if not text:
            if is_break or "\xa0" in raw:
                self._gap = True
            self._begin_line()
            return
        if len(self._atoms) >= _MOST_ATOMS:
            self.too_long = True
            return
        kind = BlockKind.HEADING if self._heading else BlockKind.PARAGRAPH
        if self._caption:
            kind = BlockKind.CAPTION
        align = next((align for align in reversed(self._aligns) if align), "")
        all_of = self._plain
        self._atoms.append(
            Atom(
                kind,
                list_items.with_mark(self._mark, text),
                after_blank=self._gap,
                level=self._heading,
                column=self._columns[-1] if self._columns else 0,
                figure=self._figures[-1] if self._figures else 0,
                bold=0 < all_of == self._strong,
                italic=0 < all_of == self._slanted,
                centered=align == "center",
                right=align in ("right", "end"),
                linked=self._linked,
                hinted=0 < all_of == self._hints,
                in_list=bool(self._lists),
            )
        )
        self._mark = ""
        self._gap = False
        self._begin_line()

    def _enter(self, node: LexborNode) -> bool:
        """Take what an element begins. Return whether to read what it holds."""
        if node.is_text_node:
            self._take_text(_raised(node))
            return False
        if not node.is_element_node:
            return False
        tag = node.tag or ""
        if self.too_long or is_unread(node) or node.mem_id in self._dropped:
            return False
        attributes = node.attributes
        style = (attributes.get("style") or "").lower()
        if tag == "br":
            if self._heading or self._caption:
                self._parts.append(" ")
            else:
                self._end_line(is_break=True)
            return False
        if tag == "img":
            self._take_picture(node)
            return False
        if "mso-list" in style and "ignore" in style:
            self._typed_mark = []
        if tag in BLOCKS:
            self._end_line()
            if tag in _WITH_GAP and not (self._is_word and tag == "p"):
                self._gap = True
            return self._enter_block(node, tag, style)
        self._bold += self._change(tag in ("b", "strong", "th"), _BOLD, style)
        self._italic += self._change(tag in ("i", "em"), _ITALIC, style)
        if tag == "a":
            self._link += 1
            address = attributes.get("href") or ""
            if found := attachment_of(node, address):
                self._links.append(found)
        self._hinted += self._is_caption_class(node)
        return True

    def _enter_block(self, node: LexborNode, tag: str, style: str) -> bool:
        align = _ALIGN.search(style)
        given = "center" if tag == "center" else (node.attributes.get("align") or "").lower()
        self._aligns.append(align[1] if align else given)
        self._bold += self._change(tag == "th", _BOLD, style)
        self._italic += self._change(False, _ITALIC, style)
        self._hinted += self._is_caption_class(node)
        if tag == "figure" or _FIGURE_CLASS.search(class_of(node)):
            self._figure_count += 1
            self._figures.append(self._figure_count)
        elif tag in ("figcaption", "caption"):
            self._caption += tag == "figcaption"
        elif tag in ("ul", "ol"):
            self._lists.append(list_items.open_list(node, len(self._lists)))
        elif tag == "li":
            self._mark = self._lists[-1].mark_of(node) if self._lists else "- "
        elif tag == "pre":
            self._pre += 1
        elif len(tag) == 2 and tag[0] == "h" and tag != "hr":
            self._heading = int(tag[1])
        elif tag == "table":
            return self._enter_table(node)
        elif tag in ("td", "th"):
            self._gap = True
            self._columns.append(self._column_of(node))
        return True

    def _enter_table(self, node: LexborNode) -> bool:
        shape = shape_of(node)
        if shape.is_data:
            words = " ".join(cell for row in shape.rows for cell in row if cell)
            caption = node.css_first("caption")
            if caption is not None:
                self._take_text(caption.text(deep=True, separator=" "))
                self._end_line()
            self._atoms.append(Atom(BlockKind.TABLE, words, rows=shape.rows))
            for link in node.css("a[href]"):
                if found := attachment_of(link, link.attributes.get("href") or ""):
                    self._links.append(found)
            return False
        if shape.in_columns:
            self._columned.add(node.mem_id)
        return True

    def _column_of(self, cell: LexborNode) -> int:
        row = cell.parent
        table = row.parent if row is not None else None
        if table is not None and table.tag in ("tbody", "thead", "tfoot"):
            table = table.parent
        if table is None or table.mem_id not in self._columned:
            # A table inside a cell of the head stands in that column.
            return self._columns[-1] if self._columns else 0
        before = cell.prev
        while before is not None:
            if before.tag in ("td", "th"):
                return 2
            before = before.prev
        return 1

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        # Once there is too much, what is entered no more must not be left either.
        if self.too_long or not node.is_element_node or tag in ("br", "img"):
            return
        if is_unread(node) or node.mem_id in self._dropped:
            return
        style = (node.attributes.get("style") or "").lower()
        if self._typed_mark is not None and "mso-list" in style and "ignore" in style:
            self._mark = list_items.word_mark("".join(self._typed_mark))
            self._typed_mark = None
        if tag not in BLOCKS:
            self._bold -= self._change(tag in ("b", "strong", "th"), _BOLD, style)
            self._italic -= self._change(tag in ("i", "em"), _ITALIC, style)
            self._link -= tag == "a"
            self._hinted -= self._is_caption_class(node)
            return
        self._end_line()
        self._leave_block(node, tag, style)

    def _leave_block(self, node: LexborNode, tag: str, style: str) -> None:
        self._aligns.pop()
        self._bold -= self._change(tag == "th", _BOLD, style)
        self._italic -= self._change(False, _ITALIC, style)
        self._hinted -= self._is_caption_class(node)
        if tag == "figure" or _FIGURE_CLASS.search(class_of(node)):
            self._figures.pop()
        elif tag == "figcaption":
            self._caption -= 1
        elif tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "pre":
            self._pre -= 1
        elif len(tag) == 2 and tag[0] == "h" and tag != "hr":
            self._heading = 0
            self._gap = True
        elif tag in ("td", "th") and self._columns:
            self._columns.pop()
        if tag in _WITH_GAP and not (self._is_word and tag == "p"):
            self._gap = True

    @staticmethod
    def _change(by_tag: bool, pattern: re.Pattern[str], style: str) -> int:
        """Return 1 where an element makes its words bold or italic."""
        if by_tag:
            return 0 if pattern is _BOLD and _NOT_BOLD.search(style) else 1
        return 1 if pattern.search(style) else 0

    @staticmethod
    def _is_caption_class(node: LexborNode) -> int:
        name = class_of(node)
        return 1 if name and _CAPTION_CLASS.search(name) else 0

    def _take_text(self, text: str) -> None:
        if not text:
            return
        if self._typed_mark is not None:
            self._typed_mark.append(text)
            return
        if self._pre:
            first, *others = _BREAKS.split(text)
            self._add(first)
            for line in others:
                self._end_line(is_break=True)
                self._add(line)
            return
        self._add(text)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        count = sum(map(len, text.split()))
        self._plain += count
        self._strong += count if self._bold > 0 else 0
        self._slanted += count if self._italic > 0 else 0
        self._hints += count if self._hinted > 0 else 0
        self._linked += len(squeeze_spaces(text)) if self._link > 0 else 0

    def _take_picture(self, node: LexborNode) -> None:
        if self._pictures >= MOST_PICTURES:
            return
        found = find_picture(node, self._open_file)
        if found is None:
            return
        self._end_line()
        self._pictures += 1
        figure = self._figures[-1] if self._figures else 0
        self._atoms.append(Atom(BlockKind.PICTURE, picture=found, figure=figure))
        self._gap = False

    def write(self, builder: CaptureBuilder, told: Collection[str], *, guess_bold: bool) -> None:
        """Hand all that was read to a builder.

        Args:
            builder: takes blocks, pictures and links.
            told: lines that are fields already: each is passed over.
            guess_bold: bold lines between paragraphs may be headings.
        """
        atoms, gone = without_garbage(self._atoms)
        if gone:
            builder.repair(f"Bỏ {gone} dòng là nút bấm, chia sẻ hoặc tin liên quan của trang")
        known = {exact(line) for line in told}
        atoms = [atom for atom in atoms if not (atom.text and exact(atom.text) in known)]
        captions = settle_captions(atoms)
        settle_headings(atoms, guess_bold=guess_bold)
        names: dict[int, str] = {}
        for at, atom in enumerate(atoms):
            if atom.picture is not None:
                names[at] = self._write_picture(builder, atom)
            elif atom.kind is BlockKind.CAPTION:
                builder.caption(atom.text, names[captions[at]] if at in captions else "")
            elif atom.kind is BlockKind.HEADING:
                builder.heading(atom.text, atom.level)
            elif atom.kind is BlockKind.TABLE:
                builder.table([list(row) for row in atom.rows])
            else:
                builder.paragraph(atom.text, column=atom.column, after_blank=atom.after_blank)
        for address, words in self._links:
            builder.link(address, words)
        if self.too_long:
            builder.doubt(f"trang quá dài: chỉ đọc {_MOST_ATOMS} đoạn đầu")

    @staticmethod
    def _write_picture(builder: CaptureBuilder, atom: Atom) -> str:
        picture = atom.picture
        if picture is None:
            return ""
        if not picture.data:
            shown = picture.address if len(picture.address) <= 200 else f"{picture.address[:200]}…"
            builder.doubt(f"ảnh “{shown}” không có trong thư mục đi kèm")
        return builder.picture(
            picture.data, picture.ending, address=picture.address, alt=picture.alt
        )
