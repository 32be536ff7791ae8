"""Takes the glyphs of a page with their places, fonts and ways of painting.

Knows PDFium; knows no lines and no words.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_INVISIBLE_MODE = 3
_QUARTER = 90
_LONGEST_NAME = 1000
# Bullets of Symbol and Wingdings, which stand in the private-use area.
_BULLETS = str.maketrans(
    {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf02b": "+"}
)
_LOST = frozenset("\x00\ufffd\ufffe\uffff")


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        """Square points; 0 for an empty box."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def overlap(self, other: Box) -> float:
        """Return the area that both cover."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        ).area

    def holds(self, other: Box) -> bool:
        """The other box has its middle inside this one."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character.

    Attributes:
        text: the character, with combining marks that follow it; "" never.
        box: as wide as the font says, not as its ink.
        base: of the line it stands on.
        size: of the font, in points.
        font: its name, without the prefix of a subset.
        is_bold: by the font's name.
        is_hidden: painted invisible, as scanners' programs do behind a picture.
        is_stamp: of an annotation, such as a signature's field.
    """

    text: str
    box: Box
    base: float
    size: float
    font: str
    is_bold: bool
    is_hidden: bool
    is_stamp: bool = False

    @property
    def is_space(self) -> bool:
        """It is a space of any kind."""
        return self.text.isspace()

    @property
    def key(self) -> tuple[str, int, int]:
        """Equal for the same character at the same place."""
        return self.text, round(self.box.left), round(self.base)


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """Glyphs of a page and what was strange about them.

    Attributes:
        glyphs: upright ones, in the order of the file.
        size: (width, height) of the page as it is read, in points.
        slanted: number of glyphs set askew, such as a watermark's; left out.
        lost: number of glyphs whose character the file does not tell.
    """

    glyphs: tuple[Glyph, ...]
    size: tuple[float, float]
    slanted: int
    lost: int


def read_glyphs(page: pdfium.PdfPage, most: int) -> PageGlyphs:
    """Take the glyphs of a page, at most so many."""
    text_page = page.get_textpage()
    try:
        found = list(_read_all(text_page, most))
    finally:
        text_page.close()
    turn = _main_turn([angle for _, angle in found])
    size = page.get_size()
    box = Box(*page.get_mediabox())
    upright, slanted, lost = [], 0, 0
    for glyph, angle in found:
        if abs((angle - turn + 180) % 360 - 180) > 5 and not glyph.is_space:
            slanted += 1
        elif glyph.text in _LOST:
            lost += 1
        else:
            upright.append(_turn(glyph, turn, box))
    return PageGlyphs(tuple(upright), size, slanted, lost)


@dataclass(frozen=True, slots=True)
class _Painting:
    """How a text object is painted; one holds many characters.

    Attributes:
        font: its name.
        is_bold: by the name.
        is_hidden: painted invisible.
        size: in points.
        angle: in degrees.
    """

    font: str
    is_bold: bool
    is_hidden: bool
    size: float
    angle: float


def _read_all(text_page: pdfium.PdfTextPage, most: int) -> Iterator[tuple[Glyph, float]]:
    """Yield glyphs with their angles; what PDFium adds on its own is passed over."""
    paintings: dict[int, _Painting] = {}
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    handle = text_page.raw
    last: tuple[Glyph, float] | None = None
    for at in range(min(raw.FPDFText_CountChars(handle), most)):
        if raw.FPDFText_IsGenerated(handle, at) == 1:
            continue
        text = _character(handle, at)
        if last and unicodedata.combining(text):
            last = replace(last[0], text=last[0].text + text), last[1]
            continue
        if text in "\r\n" or not raw.FPDFText_GetLooseCharBox(handle, at, rect):
            continue
        raw.FPDFText_GetCharOrigin(handle, at, x, y)
        painted = raw.FPDFText_GetTextObject(handle, at)
        address = ctypes.addressof(painted.contents) if painted else 0
        painting = paintings.get(address)
        if painting is None:
            painting = paintings[address] = _read_painting(handle, at, painted)
        if last:
            yield last
        glyph = Glyph(
            text,
            Box(rect.left, rect.bottom, rect.right, rect.top),
            y.value,
            painting.size,
            painting.font,
            painting.is_bold,
            painting.is_hidden,
        )
        last = glyph, painting.angle
    if last:
        yield last


def _character(handle: Any, at: int) -> str:
    """Return the character at a place; PDFium hides a hyphen that ends a line behind a sign."""
    code = raw.FPDFText_GetUnicode(handle, at)
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    if code < 0x20 or code >= 0xE000:
        return "-" if raw.FPDFText_IsHyphen(handle, at) == 1 else chr(code).translate(_BULLETS)
    return chr(code)


def _read_painting(handle: Any, at: int, painted: Any) -> _Painting:
    """Return how the text object of a character is painted."""
    matrix = raw.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(handle, at, matrix) else 1.0
    size = max(1.0, raw.FPDFText_GetFontSize(handle, at) * scale)
    angle = math.degrees(raw.FPDFText_GetCharAngle(handle, at))
    if not painted:
        return _Painting("", False, False, size, angle)
    is_hidden = raw.FPDFTextObj_GetTextRenderMode(painted) == _INVISIBLE_MODE
    name = _font_name(raw.FPDFTextObj_GetFont(painted))
    is_bold = "bold" in name.lower() or "black" in name.lower()
    return _Painting(name, is_bold, is_hidden, size, angle)


def _font_name(font: Any) -> str:
    """Return the name of a font without the letters before that of a subset."""
    length = raw.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
    if not 0 < length <= _LONGEST_NAME:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    return name[7:] if name[6:7] == "+" else name


def _main_turn(angles: Sequence[float]) -> float:
    """Return the quarter turn by which most of a page's text is set: 0, 90, 180 or 270."""
    turns = Counter(
        round(angle / _QUARTER) * _QUARTER % 360
        for angle in angles
        if abs(angle / _QUARTER - round(angle / _QUARTER)) < 0.05
    )
    return turns.most_common(1)[0][0] if turns else 0


def _turn(glyph: Glyph, turn: float, page: Box) -> Glyph:
    """Set a glyph upright, and count from the page's corner."""
    box = glyph.box
    if turn == 0 and page.left == page.bottom == 0:
        return glyph
    left, bottom = box.left - page.left, box.bottom - page.bottom
    right, top = box.right - page.left, box.top - page.bottom
    width, height = page.right - page.left, page.top - page.bottom
    base = glyph.base - page.bottom
    if turn == 0:
        return replace(glyph, box=Box(left, bottom, right, top), base=base)
    if turn == 180:
        return replace(
            glyph,
            box=Box(width - right, height - top, width - left, height - bottom),
            base=height - base,
        )
    if turn == 90:
        box = Box(height - top, left, height - bottom, right)
    else:
        box = Box(bottom, width - right, top, width - left)
    return replace(glyph, box=box, base=box.bottom)
