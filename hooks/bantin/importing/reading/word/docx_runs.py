"""Reads the runs of a DOCX paragraph: what is printed of them, and what is told instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bantin.importing.reading.legacy.fonts import encoding_of_font
from bantin.importing.reading.word.docx_styles import DocxStyles, is_on, value_of
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.packages import (
    Element,
    OfficePackage,
    attribute,
    child,
    descendants,
    local,
    member_path,
)
from bantin.importing.reading.word.parts import FontRun, PicturePart
from bantin.importing.reading.word.symbols import is_symbol_font, symbol

FILE_ENDINGS = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|rtf|od[tsp]|zip|rar|7z|jpe?g|png|tiff?|mp[34])$", re.IGNORECASE
)
_LINKED = re.compile(r'HYPERLINK +"([^"]+)"')
_SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad",
}  # fmt: skip
_WRAPPERS = ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent", "fldSimple")
_AUTOMATIC_ALT = re.compile(
    r"description automatically generated|^[\w-]+\.(?:jpe?g|png|gif)$", re.I
)


@dataclass(frozen=True, slots=True)
class BoxFound:
    """A text box that a run holds: its `txbxContent`."""

    content: Element


@dataclass(frozen=True, slots=True)
class NoteFound:
    """A reference to a note: "footnote" or "endnote", and the note's id."""

    kind: str
    number: str


Piece = FontRun | PicturePart | BoxFound | NoteFound


@dataclass(slots=True)
class _OpenField:
    """A field whose end was not seen yet. It may go over several paragraphs."""

    code: str = ""
    in_result: bool = False
    words: list[str] = field(default_factory=list)


class DocxRuns:
    """Reads runs of one part of a file, in order; fields may go from paragraph to paragraph."""

    def __init__(
        self, package: OfficePackage, part: str, styles: DocxStyles, findings: WordFindings
    ) -> None:
        """Begin a part, such as "word/document.xml"."""
        self._package, self._part, self._styles = package, part, styles
        self._findings = findings
        self._fields: list[_OpenField] = []
        self._targets = read_targets(package, part)

    def pieces(self, container: Element, style: str) -> Iterator[Piece]:
        """Yield what a paragraph holds; `style` is the id of its style."""
        for element in container:
            name = local(element)
            if name == "r":
                yield from self._run(element, style)
            elif name == "hyperlink":
                yield from self._hyperlink(element, style)
            elif name in ("del", "moveFrom"):
                self._findings.count("deleted")
            elif name == "sdt":
                if is_on(child(element, "sdtPr", "showingPlcHdr")):
                    # Its text only says what to type there.
                    self._findings.count("placeholders")
                else:
                    yield from self.pieces(element, style)
            elif name in _WRAPPERS:
                if name in ("ins", "moveTo"):
                    self._findings.count("inserted")
                yield from self.pieces(element, style)
            elif name in ("oMath", "oMathPara"):
                self._findings.count("formulas")
                words = "".join(one.text or "" for one in descendants(element, "t"))
                yield from self._shown(f" {words} ", "")
            elif name == "AlternateContent":
                yield from self.pieces(_branch(element), style)

    def _hyperlink(self, element: Element, style: str) -> Iterator[Piece]:
        words = []
        for piece in self.pieces(element, style):
            if isinstance(piece, FontRun):
                words.append(piece.text)
            yield piece
        target = self._targets.get(attribute(element, "id") or "", ("", True))[0]
        self._link(target, "".join(words))

    def _link(self, target: str, words: str) -> None:
        if FILE_ENDINGS.search(target.split("?")[0].split("#")[0]):
            self._findings.link(target, words)

    def _run(self, run: Element, style: str) -> Iterator[Piece]:
        look = self._styles.run_look(run, style)
        if look.hidden:
            if any(one.text for one in descendants(run, "t")):
                self._findings.count("hidden")
            return
        for element in run:
            name = local(element)
            if name == "t":
                yield from self._text(element.text or "", look.font, capitals=look.capitals)
            elif name in _SIGNS:
                is_break = name == "br" and attribute(element, "type") in ("page", "column")
                yield from self._shown("\n" if is_break else _SIGNS[name], look.font)
            elif name == "sym":
                yield from self._symbol(element)
            elif name == "fldChar":
                yield from self._field(element)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += element.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                kind = name.removesuffix("Reference")
                yield NoteFound(kind, attribute(element, "id") or "")
            elif name == "commentReference":
                self._findings.count("comments")
            elif name == "ruby":
                yield from self.pieces(child(element, "rubyBase"), style)
            elif name == "AlternateContent":
                yield from self._graphic(_branch(element))
            elif name in ("drawing", "pict", "object"):
                yield from self._graphic(element)

    def _text(self, text: str, font: str, *, capitals: bool) -> Iterator[Piece]:
        if capitals and text != text.upper():
            self._findings.count("capitals")
            # Letters of an old font are not letters yet; they are small in its table.
            is_old = encoding_of_font(font) is not None and not text.isascii()
            text = text if is_old else text.upper()
        if is_symbol_font(font):
            text = "".join(self._sign(char, font) for char in text)
        yield from self._shown(text, font)

    def _sign(self, char: str, font: str) -> str:
        if char.isspace():
            return char
        sign = symbol(ord(char), font)
        if not sign:
            self._findings.count("symbols")
        return sign

    def _symbol(self, element: Element) -> Iterator[Piece]:
        code = attribute(element, "char") or ""
        sign = ""
        if 0 < len(code) < 6 and all(char in "0123456789abcdefABCDEF" for char in code):
            sign = symbol(int(code, 16), attribute(element, "font") or "")
        if not sign:
            self._findings.count("symbols")
        yield from self._shown(sign, "")

    def _shown(self, text: str, font: str) -> Iterator[Piece]:
        """Yield a text, but for codes of fields and for automatic contents."""
        for one in self._fields:
            if not one.in_result or one.code.split()[:1] == ["TOC"]:
                return
        for one in self._fields:
            one.words.append(text)
        if text:
            yield FontRun(text, font)

    def _field(self, element: Element) -> Iterator[Piece]:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_OpenField())
            box = child(element, "ffData", "checkBox")
            if box is not None:
                state = child(box, "checked")
                state = child(box, "default") if state is None else state
                is_checked = state is not None and value_of(state) not in ("0", "false")
                # The box itself is what is printed; the field has no result.
                yield FontRun("☒" if is_checked else "☐")
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.code.split()[:1] == ["TOC"]:
                self._findings.count("contents")
            if match := _LINKED.search(ended.code):
                self._link(match[1], "".join(ended.words))

    def _graphic(self, element: Element) -> Iterator[Piece]:
        """Yield the pictures and text boxes of a drawing, in order and each once."""
        name = local(element)
        if name == "AlternateContent":
            element = _branch(element)
        elif name == "txbxContent":
            yield BoxFound(element)
            return
        elif name == "textpath":
            self._findings.box(attribute(element, "string") or "")
            return
        elif name in ("blip", "imagedata"):
            yield from self._picture(element)
            return
        elif name in ("chart", "relIds"):
            self._findings.count("foreign_parts")
            return
        alt = child(element, "docPr")
        for one in element:
            for piece in self._graphic(one):
                if isinstance(piece, PicturePart) and alt is not None and not piece.alt:
                    words = attribute(alt, "descr") or ""
                    if not _AUTOMATIC_ALT.search(words):
                        piece = PicturePart(piece.data, piece.address, words)
                yield piece

    def _picture(self, element: Element) -> Iterator[Piece]:
        for key in ("embed", "id", "link"):
            target, is_outside = self._targets.get(attribute(element, key) or "", ("", False))
            if not target:
                continue
            if is_outside:
                yield PicturePart(b"", target)
                return
            data = self._package.read(member_path(self._part, target))
            if data:
                yield PicturePart(data)
                return
            self._findings.count("lost_pictures")
            return


def read_targets(package: OfficePackage, part: str) -> dict[str, tuple[str, bool]]:
    """Return the relationships of a part: id to (target, it lies outside the file)."""
    folder, _, name = part.rpartition("/")
    root = package.parse(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = {}
    for element in root if root is not None else ():
        is_outside = attribute(element, "TargetMode") == "External"
        found[attribute(element, "Id") or ""] = (attribute(element, "Target") or "", is_outside)
    return found


def _branch(element: Element) -> Element:
    """Return the branch of an AlternateContent to read: the first choice that shows something."""
    branches = list(element)
    for branch in branches:
        if any(local(one) in ("t", "blip", "imagedata", "sym") for one in branch.iter()):
            return branch
    return branches[0] if branches else element
